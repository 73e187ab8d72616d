import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, assessment, type BankEvent, balanceOn, figures, redeemable } from '../../src/index.js';
import { anyCase, day } from '../support/arbitraries.js';
import { numbersIn } from '../support/checks.js';
import { run } from '../support/history.js';
import { byAccount, entryOf, standing, sums } from '../support/naive.js';

/** What the events of some months add up to, of one item or of everything. */
function figuresOf(events: readonly BankEvent[], from: string, to: string, item: string | undefined) {
  const within = (on: string): boolean => on.slice(0, 7) >= from && on.slice(0, 7) <= to;
  const entries = standing(events)
    .flatMap((event) => entryOf(event) ?? [])
    .filter((entry) => within(entry.on) && (item === undefined || entry.item === item));
  const earned = entries.reduce((sum, { points }) => sum + points, 0);
  const rest =
    item === undefined
      ? sums(
          standing(events).filter(({ type, data }) =>
            within(type === 'ScoreCorrected' ? data.countsOn : data.on),
          ),
        )
      : { corrected: 0, redeemed: 0 };
  return { ...rest, earned, entries: entries.length, assessment: earned + rest.corrected };
}

describe('the figures of an account', () => {
  test('are what its events add up to, under every reading', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const { accounts, events } = run(commands, rules);
        const streams = byAccount(events);
        expect([...accounts.keys()]).toEqual([...streams.keys()]);
        for (const [id, account] of accounts) {
          const { earned, corrected, redeemed } = sums(streams.get(id) ?? []);
          expect(account).toMatchObject({ earned, corrected, redeemed });
          expect(redeemable(account)).toBe(earned + corrected - redeemed);
          expect(assessment(account)).toBe(earned + corrected);
          expect(redeemable(account)).toBe(assessment(account) - redeemed);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('of any months and any item are what the events of those months add up to', () => {
    const month = day().map((on) => on.slice(0, 7));
    const span = fc.tuple(month, month).map((months) => months.sort() as [string, string]);
    const item = fc.constantFrom(
      undefined,
      'registration',
      'claim',
      'activity',
      'co-building',
      'affairs',
      'other',
    );
    fc.assert(
      fc.property(anyCase(), span, item, ({ commands, rules }, [from, to], of) => {
        const { accounts, events } = run(commands, rules);
        for (const [id, own] of byAccount(events)) {
          const over = { from, to, ...(of === undefined ? {} : { item: of }) };
          expect(figures(accounts.get(id) as Account, over)).toEqual(figuresOf(own, from, to, of));
        }
      }),
      { numRuns: 80 },
    );
  });

  test('are whole numbers that can be held exactly, in every event and every account', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        const { accounts, events } = run(commands, rules);
        for (const held of [...events, ...accounts.values()]) {
          expect(numbersIn(held).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('without a lapse make the balance of every day, of what the events dated by then add up to', () => {
    fc.assert(
      fc.property(anyCase(), day(), ({ commands, rules }, on) => {
        fc.pre(rules.ruleSet.redemption.carryOver.lapse === undefined);
        const { accounts, events } = run(commands, rules);
        for (const [id, own] of byAccount(events)) {
          const account = accounts.get(id) as Account;
          fc.pre(account.status === 'open');
          const dated = standing(own).filter(
            ({ type, data }) => (type === 'ScoreCorrected' ? data.countsOn : data.on) <= on,
          );
          const { earned, corrected, redeemed } = sums(dated);
          expect(balanceOn(account, on, rules.ruleSet)).toBe(earned + corrected - redeemed);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is left carries over', () => {
  test('a redemption meets the whole balance, whatever half it falls in, and leaves the rest', () => {
    fc.assert(
      // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: each reading adds an expectation of its own
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const { before, decision, after } of run(commands, rules).steps) {
          const [event] = decision.accepted ? decision.events : [];
          if (event?.type !== 'PointsRedeemed') continue;
          const { balance, deducted, points, on } = event.data;
          const held = balanceOn(before, on, rules.ruleSet);
          if (rules.ruleSet.redemption.covered === 'on-its-day') expect(balance).toBeLessThanOrEqual(held);
          expect(points).toBeLessThanOrEqual(balance);
          expect(redeemable(after)).toBe(redeemable(before) - deducted);
          expect(assessment(after)).toBe(assessment(before));
          if (rules.ruleSet.redemption.carryOver.lapse !== undefined) continue;
          if (rules.ruleSet.redemption.spendableAfter === undefined) {
            expect(balance).toBeLessThanOrEqual(redeemable(before));
          }
          expect(balanceOn(after, on, rules.ruleSet)).toBe(held - deducted);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('the lines of a visit make its cost, and each line its own', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const event of run(commands, rules).events) {
          if (event.type !== 'PointsRedeemed') continue;
          const { lines, points, deducted } = event.data;
          for (const line of lines) expect(line.points).toBe(line.price * line.quantity);
          expect(points).toBe(lines.reduce((sum, line) => sum + line.points, 0));
          expect([0, points]).toContain(deducted);
        }
      }),
      { numRuns: 80 },
    );
  });
});
