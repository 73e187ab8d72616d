import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankEvent, fold, HistoryError, withReading } from '../../src/index.js';
import * as schemes from '../../src/rule-sets.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { plainPopulation, replay, simulateHistories } from '../../src/simulation.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { CENTRE, claim, credit, hardMatters, open, redeem, run } from '../support/history.js';
import { handbookWith, smallRun } from './runs.js';

/** The points that an event says. */
function pointsOf({ data }: BankEvent): number {
  return 'points' in data ? data.points : 0;
}

const SEED = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const RULE_SETS = Object.values(schemes).filter((scheme) => typeof scheme === 'object' && 'roles' in scheme);

describe('replay under a history’s own rules', () => {
  test('reproduces every event exactly, whatever the scheme', () => {
    const handbook = handbookWith(HANDBOOK.rewards, { standingConsent: '2020-01-01' });
    fc.assert(
      fc.property(fc.constantFrom(...RULE_SETS), SEED, (ruleSet, seed) => {
        const population = plainPopulation(ruleSet, { volunteers: 6 });
        for (const history of simulateHistories(smallRun({ ruleSet, handbook, population, seed }))) {
          const again = replay(history, ruleSet);
          expect(again.outcomes.map(({ now }) => now)).toEqual(history);
          expect(again.outcomes.map(({ recorded }) => recorded)).toEqual(history);
          expect(again.account).toEqual(fold(history));
        }
      }),
      { numRuns: 20 },
    );
  });

  test('reproduces events from a store, and leaves them unchanged', () => {
    const history = stored([...simulateHistories(smallRun({ volunteers: 3 }))][0] as BankEvent[]);
    const again = replay(history, renfa2022);
    expect(again.outcomes.map(({ now }) => now)).toEqual(history);
    expect(history.some((event) => Object.isFrozen(event) || Object.isFrozen(event.data))).toBe(false);
    expect(openParts(again.account)).toEqual([]);
    expect(again.outcomes.flatMap(({ now }) => openParts(now))).toEqual([]);
    expect([again, again.outcomes, again.outcomes[0]].every(Object.isFrozen)).toBe(true);
  });
});

describe('replay under other rules', () => {
  const { events } = run([
    open('resident'),
    claim('gate', '2023-02-01', { difficulty: 'hard' }),
    claim('garden', '2023-03-01', { difficulty: 'hard' }),
    credit('activity', 'shift', '2023-04-01', { postId: 'garden' }),
    ...hardMatters(1, '2023-04-02'),
    redeem('r1', '2023-05-01', { rice: 2 }),
  ]);

  test('each entry is decided for the account that the earlier outcomes led to', () => {
    expect(events.map(pointsOf)).toEqual([1, 2, 1, 1, 2, 6]);
    const refusing = withReading(renfa2022, 'claim-cap-overflow', 'refused');
    const { outcomes, account } = replay(events, refusing);
    expect(outcomes.map(({ now, refusal }) => refusal?.code ?? (now && pointsOf(now)))).toEqual([
      1,
      2,
      'limit-reached',
      'post-not-claimed',
      2,
      'insufficient-points',
    ]);
    expect(account).toEqual(fold(outcomes.flatMap(({ now }) => now ?? [])));
  });

  test('an event without persons is replayed as recorded by others, and still names nobody', () => {
    const strict = withReading(withReading(renfa2022, 'self-issue', 'refused'), 'approval', 'two-person');
    const own = { ...CENTRE, recorder: 'v1' };
    const { events: mixed } = run([
      open('resident'),
      credit('other', 'of her own', '2023-02-01', { by: own }),
      credit('other', 'by a clerk', '2023-02-02', { by: { ...CENTRE, recorder: 'clerk' } }),
      credit('other', 'by one', '2023-02-03', {
        by: { ...CENTRE, recorder: 'clerk', approvedBy: 'clerk' },
      }),
      credit('other', 'by two', '2023-02-04', { by: { ...CENTRE, recorder: 'clerk', approvedBy: 'head' } }),
    ]);
    const history = stored([...events, ...mixed.slice(1)]);
    const { outcomes } = replay(history, strict);
    const became = outcomes
      .slice(events.length)
      .map(({ now, refusal }) => refusal?.code ?? (now && pointsOf(now)));
    expect(became).toEqual(['self-issue', 1, 'approval-by-recorder', 1]);
    expect(outcomes.slice(0, events.length).map(({ now }) => now && pointsOf(now))).toEqual(
      events.map(pointsOf),
    );
    for (const { now, recorded } of outcomes) {
      if (now !== undefined) expect(now.data.by).toEqual(recorded.data.by);
    }
    expect(outcomes.flatMap(({ now }) => openParts(now))).toEqual([]);
    expect(history.some(({ data }) => Object.isFrozen(data.by))).toBe(false);
  });

  test('what no replay can know is stated in both languages', () => {
    const { unknown } = replay(events, renfa2022);
    expect(unknown.length).toBe(6);
    for (const text of unknown)
      expect([text['zh-CN'], text.en].every((words) => (words ?? '').length > 10)).toBe(true);
  });

  test('events of two accounts are not one history', () => {
    const other = run([open('resident', '2023-01-10', { accountId: 'v2' })]).events;
    expect(() => replay([...events, ...other], renfa2022)).toThrow(HistoryError);
  });
});
