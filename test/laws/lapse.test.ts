import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BankEvent,
  balanceOn,
  initialAccount,
  type Lapse,
  type OpenedAccount,
} from '../../src/index.js';
import { anyDay, story, under } from '../support/arbitraries.js';
import { accountOf, correct, credit, movedBy, open, outcomes, redeem, run } from '../support/history.js';
import { monthsLater, standing } from '../support/naive.js';

const YEAR_END = under(['carry-over', 'year-end']);
const TWO_PERIODS = under(['carry-over', 'two-periods']);

/** The last day on which points of a day are good. */
function goodUntil(on: string, { window, periods }: Lapse): string {
  const year = Number(on.slice(0, 4));
  if (window === 'year') return `${year + periods}-12-31`;
  const first = Number(on.slice(5, 7)) <= 6 ? `${year}-01-01` : `${year}-07-01`;
  const next = monthsLater(first, 6 * (periods + 1));
  return new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10);
}

/**
 * Point by point: each point is a coin with the last day on which it is good. Days are gone through in their order; what is spent
 * takes the oldest coins that are still good, and what no coin covers is owed and takes the next ones earned.
 */
function coinsLeft(events: readonly BankEvent[], on: string, lapse: Lapse): number {
  const days = new Map<string, { gained: number; spent: number }>();
  const book = (day: string, points: number): void => {
    const of = days.get(day) ?? { gained: 0, spent: 0 };
    days.set(day, { gained: of.gained + Math.max(points, 0), spent: of.spent + Math.max(-points, 0) });
  };
  for (const event of standing(events)) {
    book(event.type === 'ScoreCorrected' ? event.data.countsOn : event.data.on, movedBy(event));
  }
  let coins: string[] = [];
  let owed = 0;
  for (const [day, { gained, spent }] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    coins = coins.filter((until) => until >= day);
    const kept = Math.max(gained - owed, 0);
    owed = Math.max(owed - gained, 0);
    coins.push(...Array<string>(kept).fill(goodUntil(day, lapse)));
    const taken = Math.min(spent, coins.length);
    coins = coins.slice(taken);
    owed += spent - taken;
  }
  return coins.filter((until) => until >= on).length - owed;
}

describe.each([
  ["lapses at the year's end", YEAR_END],
  ['is good in its half-year and the two after it', TWO_PERIODS],
])('what %s', (_, ruleSet) => {
  const lapse = ruleSet.redemption.carryOver.lapse as Lapse;

  test('is, on any later day, what is left of the points coin by coin', () => {
    fc.assert(
      fc.property(story(), anyDay(2024, 2027), (commands, on) => {
        const { accounts, events } = run(commands, { ruleSet });
        for (const account of accounts.values()) {
          const own = account as OpenedAccount;
          fc.pre(on >= own.latestOn);
          expect(balanceOn(account, on, ruleSet)).toBe(coinsLeft(events, on, lapse));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is never more than what would be held on that day without it', () => {
    const { lapse: _, ...carryOver } = ruleSet.redemption.carryOver;
    const without = { ...ruleSet, redemption: { ...ruleSet.redemption, carryOver } };
    fc.assert(
      fc.property(story(), anyDay(2022, 2027), (commands, on) => {
        for (const account of run(commands, { ruleSet }).accounts.values()) {
          const held = balanceOn(account, on, without);
          fc.pre(held >= 0);
          expect(balanceOn(account, on, ruleSet)).toBeLessThanOrEqual(held);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an entry of a later day', () => {
  const history = [
    open('resident', '2023-01-10'),
    credit('activity', 'a', '2023-03-01', { difficulty: 'hard' }),
    credit('activity', 'b', '2024-01-05'),
  ];

  test('does not make the points of an earlier day lapse before their time', () => {
    const account = accountOf(run(history, { ruleSet: YEAR_END }));
    // 3 points of 2023 are good to the end of the year; the one of 2024 counts from its day on.
    expect(balanceOn(account, '2024-01-05', YEAR_END)).toBe(1);
    expect(balanceOn(account, '2023-12-20', YEAR_END)).toBe(3);
  });

  test('does not stand in the way of a redemption written up late', () => {
    const late = redeem('late', '2023-12-20', { haircut: 3 });
    expect(outcomes([...history.slice(0, 2), late], { ruleSet: YEAR_END }).at(-1)).toBe(-3);
    expect(outcomes([...history, late], { ruleSet: YEAR_END }).at(-1)).toBe(-3);
  });
});

test('a correction that stops at 0 stops where the balance of its day is 0, lapsed points left out', () => {
  const ruleSet = under(['carry-over', 'year-end'], ['correction-floor', 'stop-at-zero']);
  const history = [
    open('resident', '2023-01-10'),
    credit('activity', 'a', '2023-03-01', { difficulty: 'hard' }),
    credit('activity', 'b', '2024-01-05'),
    correct('slip', -3, '2024-02-01'),
  ];
  const ran = run(history, { ruleSet });
  expect(ran.outcomes).toEqual([1, 2, 1, -1]);
  expect(balanceOn(accountOf(ran), '2024-02-01', ruleSet)).toBe(0);
});

test('an account that is not open has nothing, whatever lapses', () => {
  expect(balanceOn(initialAccount, '2024-01-05', YEAR_END)).toBe(0);
  expect(balanceOn(initialAccount, '2024-01-05', TWO_PERIODS)).toBe(0);
});
