import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, type BankEvent, type RuleSet, readings, withReading } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { counterexampleTest } from '../../src/testing/counterexample.js';
import {
  arbitraries,
  checkLaws,
  type LawReport,
  laws,
  ruleSets,
  runCommands,
  subjectOf,
} from '../../src/testing.js';

const { renfa2022 } = shipped;

describe('the first scheme keeps the laws', () => {
  test.each(laws(renfa2022))('$name, as a property of its own', ({ property }) => {
    fc.assert(property, { numRuns: 6 });
  });

  test('all of them, on the same runs', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(told(checkLaws(renfa2022, { numRuns: 200, seed }))).toEqual([]);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  test('a report is that of each law alone: the first run that breaks it, shrunk', () => {
    const { decide, ...rest } = subjectOf(renfa2022);
    // An account that takes its redemptions for gifts.
    const evolve: typeof rest.evolve = (account, event) =>
      event.type === 'PointsRedeemed' ? account : rest.evolve(account, event);
    const subject = { ...rest, decide, evolve };
    const { broken } = checkLaws(renfa2022, { numRuns: 10, seed: 3, subject });
    const alone = laws(renfa2022, subject).flatMap(({ name, property }) => {
      const { counterexample } = fc.check(property, { numRuns: 10, seed: 3 });
      return counterexample === null ? [] : [{ law: name, commands: counterexample[0] }];
    });
    expect(alone.length).toBeGreaterThan(3);
    expect(broken.map(({ law, commands }) => ({ law, commands }))).toEqual(alone);
  });
});

function told({ broken }: LawReport): string[] {
  return broken.map(({ how, test: story }) => `${how}\n${story}`);
}

describe('every shipped rule set keeps the laws', () => {
  test.each(Object.values(shipped).map((ruleSet) => [ruleSet.id, ruleSet] as const))('%s', (_id, ruleSet) => {
    expect(told(checkLaws(ruleSet, { numRuns: 40, seed: 3 }))).toEqual([]);
  });
});

describe('the first scheme keeps the laws under every answer', () => {
  const others = readings(renfa2022).flatMap(({ id, chosen, answers }) =>
    Object.keys(answers)
      .filter((answer) => answer !== chosen)
      .map((answer) => [id, answer] as const),
  );
  test.each(others)('%s = %s', (reading, answer) => {
    const ruleSet = withReading<RuleSet, string>(renfa2022, reading, answer);
    expect(told(checkLaws(ruleSet, { numRuns: 8, seed: 5 }))).toEqual([]);
  });
});

function isReversal(command: unknown): boolean {
  return (command as { type?: unknown } | null | undefined)?.type === 'ReverseEntry';
}

describe('the generators', () => {
  test('make runs with many accepted and many refused commands, for many reasons', () => {
    const subject = subjectOf(renfa2022);
    const runs = fc.sample(arbitraries(renfa2022).commands, { numRuns: 100, seed: 1 });
    const decisions = runs.flatMap((commands) =>
      runCommands(subject, commands).steps.map(({ decision }) => decision),
    );
    const refused = decisions.flatMap((decision) => (decision.accepted ? [] : [decision.refusal.code]));
    const types = new Set(
      decisions.flatMap((decision) => (decision.accepted ? decision.events.map(({ type }) => type) : [])),
    );
    expect([...types].sort()).toEqual([
      'AccountClosed',
      'AccountOpened',
      'ActivityCredited',
      'EntryReversed',
      'PointsRedeemed',
      'PostClaimed',
      'PostReleased',
      'ScoreCorrected',
    ]);
    expect(decisions.length - refused.length).toBeGreaterThan(decisions.length / 5);
    expect(new Set(refused).size).toBeGreaterThan(15);
  });

  test('make reversals that mostly hit something, returns in part, continuations, transfers, bars', () => {
    const runs = fc.sample(ruleSets(), { numRuns: 120, seed: 3 }).flatMap((ruleSet) => {
      const subject = subjectOf(ruleSet);
      return fc
        .sample(arbitraries(ruleSet).commands, { numRuns: 5, seed: 2 })
        .map((commands) => runCommands(subject, commands));
    });
    const events = runs.flatMap((run) => run.events);
    const types = new Set(events.map(({ type }) => type));
    expect(types.size).toBe(12);
    const reversals = events.filter((event) => event.type === 'EntryReversed');
    expect(reversals.some(({ data }) => data.entryIs === 'back')).toBe(true);
    expect(reversals.some(({ data }) => data.lines !== undefined)).toBe(true);
    expect(events.some((event) => event.type === 'AccountOpened' && event.data.continues !== undefined)).toBe(
      true,
    );
    expect(events.some(({ data }) => data.recordedOn !== undefined)).toBe(true);
    const asked = runs.flatMap(({ steps }) => steps.filter(({ command }) => isReversal(command)));
    const unknown = asked.filter(
      ({ decision }) => !decision.accepted && decision.refusal.code === 'unknown-entry',
    );
    expect(unknown.length).toBeLessThan(asked.length / 2);
  });

  test('make what their names say', () => {
    const { account, badCommand, command, handbook, history } = arbitraries(renfa2022);
    const { decide, fold } = subjectOf(renfa2022);
    fc.assert(
      fc.property(account, badCommand, command, handbook, history, (one, bad, good, book, events) => {
        expect(['open', 'closed', 'unopened']).toContain(one.status);
        const refused = decide(bad, one);
        expect(refused.accepted ? 'accepted' : refused.refusal.code).toBe('invalid-command');
        const decision = decide(good, one);
        expect(decision.accepted ? '' : decision.refusal.code).not.toBe('invalid-command');
        expect(book.rewards.length).toBeGreaterThan(0);
        expect(['open', 'closed']).toContain(fold(events).status);
      }),
      { numRuns: 100 },
    );
  });

  test('the same seed gives the same report', () => {
    const options = { numRuns: 3, seed: 9 } as const;
    expect(checkLaws(renfa2022, options)).toEqual(checkLaws(renfa2022, options));
  });
});

describe('a broken law', () => {
  const { evolve, ...rest } = subjectOf(renfa2022);
  const subject = {
    ...rest,
    evolve: (account: Account, event: BankEvent): Account => {
      const after = evolve(account, event);
      return event.type === 'ActivityCredited' && after.status === 'open'
        ? { ...after, earned: after.earned + 1 }
        : after;
    },
  };
  const only = ['evolve-is-fold'];

  test('names the first field that differs, and not whole accounts', () => {
    const { broken } = checkLaws(renfa2022, { numRuns: 30, seed: 1, subject, only });
    expect(broken.map(({ how }) => how)).toEqual([
      expect.stringMatching(/^v\d evolved, at 'earned', is \d+; it should be \d+$/),
    ]);
  });

  test('prints a test with its imports, which takes the subject from the host', () => {
    const [broken] = checkLaws(renfa2022, { numRuns: 30, seed: 1, subject, only }).broken;
    const lines = broken?.test.split('\n') ?? [];
    expect(lines.slice(0, 3)).toEqual([
      "import { expect, test } from 'vitest'",
      "import { laws } from 'points-bank/testing'",
      "import { subject } from './subject.js' /* the subject that was checked */",
    ]);
    expect(ranAs(broken?.test ?? '', { subject })).toThrow();
    expect(ranAs(broken?.test ?? '', { subject: subjectOf(renfa2022) })).not.toThrow();
  });

  test('of the library prints the rules as well, and runs as it is', () => {
    const how = 'it does not hold';
    const printed = counterexampleTest({ name: 'evolve-is-fold', clause: '', how, isOwn: true }, renfa2022, [
      { type: 'ReportIn', data: { accountId: 'v1', on: '2023-01-01', by: { office: 'community' } } },
    ]);
    expect(printed).toContain('const subject = subjectOf(ruleSet)');
    expect(ranAs(printed, {})).not.toThrow();
  });

  /** Runs a printed test, with what its imports name. */
  function ranAs(printed: string, given: object): () => void {
    const names = { expect, laws, subjectOf, ...given };
    const code = printed.replace(/^import .*$/gm, '');
    return () => {
      let run = (): void => undefined;
      const test = (_name: string, body: () => void): void => {
        run = body;
      };
      new Function('test', ...Object.keys(names), code)(test, ...Object.values(names));
      run();
    };
  }
});
