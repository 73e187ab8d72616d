import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refused } from '../../src/account/decide/outcome.js';
import { createBank, evolve, initialAccount, RefusedError } from '../../src/index.js';
import { canonicalJson } from '../../src/values/json.js';
import { anyCase, story } from '../support/arbitraries.js';
import { frozen, openParts, stored } from '../support/checks.js';
import { run } from '../support/history.js';

describe('a decision', () => {
  test('is the same for the same command, account and rules', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const other = createBank(structuredClone(rules.ruleSet), {
          handbook: structuredClone(rules.handbook),
        });
        for (const { command, before, decision } of run(commands, rules).steps) {
          expect(other.decideUnknown(structuredClone(command), structuredClone(before))).toEqual(decision);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is deeply frozen and leaves command, account, rules and handbook as they were', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const given = frozen(structuredClone({ commands, rules }));
        const { steps } = run(given.commands, given.rules);
        expect(given).toEqual({ commands, rules });
        for (const { decision } of steps) expect(openParts(decision)).toEqual([]);
        const again = createBank(given.rules.ruleSet, { handbook: given.rules.handbook });
        for (const { command, before, decision } of steps) {
          const account = structuredClone(before);
          const asked = structuredClone(command);
          expect(again.decideUnknown(asked, account)).toEqual(decision);
          expect(account).toEqual(before);
          expect(asked).toEqual(command);
          expect(openParts(account)).toEqual(openParts(structuredClone(before)));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('has one event, or none where the command came again, or a refusal and nothing else', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const { decision, before, after } of run(commands, rules).steps) {
          if (decision.accepted) {
            expect(Object.keys(decision)).toEqual(['accepted', 'events', 'warnings']);
            expect(decision.events.length).toBeLessThanOrEqual(1);
            if (decision.events.length === 0) expect(decision.warnings).toEqual([]);
          } else {
            expect(Object.keys(decision)).toEqual(['accepted', 'refusal']);
            expect(after).toBe(before);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('that refuses changes nothing: without the refused commands everything is as it is with them', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const ran = run(commands, rules);
        const accepted = ran.steps.filter(({ decision }) => decision.accepted && decision.events.length > 0);
        const alone = run(
          accepted.map(({ command }) => command),
          rules,
        );
        expect(alone.events).toEqual(ran.events);
        expect(alone.accounts).toEqual(ran.accounts);
      }),
      { numRuns: 50 },
    );
  });

  test('of an accepted command that comes again has no events, at once and ever after', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const ran = run(commands, rules);
        const bank = createBank(rules.ruleSet, { handbook: rules.handbook });
        for (const { command, decision, after } of ran.steps) {
          if (!decision.accepted) continue;
          const last = ran.accounts.get((command as { data: { accountId: string } }).data.accountId);
          for (const account of [after, last ?? initialAccount, stored(after)]) {
            expect(bank.decideUnknown(structuredClone(command), account)).toEqual({
              accepted: true,
              events: [],
              warnings: [],
            });
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('bears what the command said and the rules it was made by', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const { id, version } = rules.ruleSet;
        const { digest } = createBank(rules.ruleSet);
        for (const { command, decision, after } of run(commands, rules).steps) {
          const [event] = decision.accepted ? decision.events : [];
          if (event === undefined || after.status !== 'open') continue;
          const { data } = command as { data: { [field: string]: unknown } };
          expect(event.data).toMatchObject({ accountId: data.accountId, on: data.on, by: data.by });
          expect(event.data.communityId).toBe(after.communityId);
          expect(event.data.ruleSet).toEqual({ id, version, digest });
          for (const [reading, answer] of Object.entries(event.data.readings)) {
            expect(rules.ruleSet.readings[reading]?.chosen).toBe(answer);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('rests on what the rules say and not on the order in which they are written', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const reordered = { ...rules, ruleSet: JSON.parse(canonicalJson(rules.ruleSet)) };
        const one = run(commands, rules);
        const other = run(commands, reordered);
        expect(other.events).toEqual(one.events);
        expect(other.outcomes).toEqual(one.outcomes);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the decider', () => {
  test('decides and evolves as the bank does, and throws its refusals', () => {
    fc.assert(
      fc.property(anyCase(story()), ({ commands, rules }) => {
        const { decider } = createBank(rules.ruleSet, { handbook: rules.handbook });
        let account = decider.initialState();
        for (const { command, before, decision } of run(commands, rules).steps) {
          if (decision.accepted) {
            const events = decider.decide(command as never, account);
            expect(events).toEqual(decision.events);
            // A list of the host's own, which it may add to.
            events.push(...decision.events);
            account = decision.events.reduce(decider.evolve, account);
            expect(account).toEqual(decision.events.reduce(evolve, before));
          } else {
            let thrown: unknown;
            try {
              decider.decide(command as never, account);
            } catch (error) {
              thrown = error;
            }
            expect(thrown).toBeInstanceOf(RefusedError);
            expect((thrown as RefusedError).refusal).toEqual(decision.refusal);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

test('what is thrown on the way and is no refusal is thrown on', () => {
  const damage = new Error('a damaged account');
  expect(() => refused(damage)).toThrow(damage);
});
