import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/index.js';
import { withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  compareAccounts,
  compareRuleSets,
  comparisonReducer,
  type HistoryReducer,
  SimulationError,
  sensitivity,
  sensitivityReducer,
  simulateHistories,
} from '../../src/simulation.js';
import { openParts, stored } from '../support/checks.js';
import { smallRun } from './runs.js';

const YEARLY = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
const HISTORIES: readonly (readonly BankEvent[])[] = [
  ...simulateHistories(smallRun({ volunteers: 30, to: '2024-12-31' })),
];

/** Few, since each is decided again under a hundred answers. */
const FEW = HISTORIES.slice(0, 5);

/** How histories are split: the shard of each, and which states are merged first. */
const splits = fc.record({
  shardOf: fc.array(fc.nat({ max: 3 }), { minLength: HISTORIES.length, maxLength: HISTORIES.length }),
  mergedFrom: fc.nat({ max: 3 }),
});

function inShards<State, Result>(
  { empty, add, merge, finish }: HistoryReducer<State, Result>,
  histories: readonly (readonly BankEvent[])[],
  { shardOf, mergedFrom }: { readonly shardOf: readonly number[]; readonly mergedFrom: number },
): Result {
  const states = [0, 1, 2, 3].map(empty);
  for (const [at, history] of histories.entries()) {
    const shard = shardOf[at] as number;
    states[shard] = add(stored(states[shard]) as State, history);
  }
  const turned = [...states.slice(mergedFrom), ...states.slice(0, mergedFrom)].map(stored);
  return finish(turned.reduce(merge));
}

const bytesOf = (value: unknown): string => JSON.stringify(value);

describe('a comparison made by a reducer', () => {
  test('of rule sets is that over all histories, byte for byte, however they are split and merged', () => {
    for (const options of [{}, { keep: 2 }, { keep: 0, on: '2024-06-30' }]) {
      const reducer = comparisonReducer(renfa2022, YEARLY, options);
      const whole = bytesOf(compareRuleSets(HISTORIES, renfa2022, YEARLY, options));
      fc.assert(
        fc.property(splits, (split) => {
          expect(bytesOf(inShards(reducer, HISTORIES, split))).toBe(whole);
        }),
        { numRuns: 5 },
      );
    }
  });

  test('of readings is that over all histories, byte for byte, however they are split and merged', () => {
    for (const options of [{}, { on: '2024-06-30' }]) {
      const reducer = sensitivityReducer(renfa2022, options);
      const whole = sensitivity(FEW, renfa2022, options);
      expect(whole.effects.filter(({ matters }) => matters).length).toBeGreaterThan(3);
      fc.assert(
        fc.property(splits, (split) => {
          expect(bytesOf(inShards(reducer, FEW, split))).toBe(bytesOf(whole));
        }),
        { numRuns: 2 },
      );
    }
  });

  test('adds up what compareAccounts says of each account', () => {
    const accounts = [...compareAccounts(HISTORIES, renfa2022, YEARLY)];
    const { totals, winners, losers, most, byRole } = compareRuleSets(HISTORIES, renfa2022, YEARLY, {
      keep: 99,
    });
    const sum = (of: (account: (typeof accounts)[number]) => number): number =>
      accounts.reduce((all, account) => all + of(account), 0);
    expect(totals).toEqual({
      accounts: accounts.length,
      earned: { a: sum(({ earned }) => earned.a), b: sum(({ earned }) => earned.b) },
      assessment: { a: sum(({ assessment }) => assessment.a), b: sum(({ assessment }) => assessment.b) },
      redeemable: { a: sum(({ redeemable }) => redeemable.a), b: sum(({ redeemable }) => redeemable.b) },
    });
    const gainOf = ({ assessment: { a, b } }: (typeof accounts)[number]): number => b - a;
    const expected = accounts
      .filter((account) => gainOf(account) > 0)
      .sort((x, y) => gainOf(y) - gainOf(x) || (x.accountId < y.accountId ? -1 : 1));
    expect(most.winners).toEqual(expected);
    expect([winners, losers]).toEqual([expected.length, 0]);
    expect(Object.keys(byRole)).toEqual([...new Set(accounts.map(({ role }) => role))].sort());
  });

  test('takes further accounts after it was finished, and leaves its state open and unchanged', () => {
    goesOn(comparisonReducer(renfa2022, YEARLY), compareRuleSets(FEW, renfa2022, YEARLY));
    goesOn(sensitivityReducer(renfa2022), sensitivity(FEW, renfa2022));
  });

  test('a history without an opening is no account', () => {
    const { empty, add, finish } = comparisonReducer(renfa2022, YEARLY);
    expect(finish(add(empty(), [])).accounts).toBe(0);
  });

  test('the state of other rules or options is refused', () => {
    const reducer = comparisonReducer(renfa2022, YEARLY);
    const others = [
      comparisonReducer(YEARLY, renfa2022),
      comparisonReducer(renfa2022, YEARLY, { keep: 3 }),
      comparisonReducer(renfa2022, YEARLY, { on: '2024-01-01' }),
    ].map(({ empty }) => empty());
    const refused = expect.objectContaining({ code: 'different-runs', path: 'run' });
    for (const other of others) {
      expect(() => reducer.add(other, [])).toThrow(refused);
      expect(() => reducer.merge(other, reducer.empty())).toThrow(refused);
      expect(() => reducer.merge(reducer.empty(), other)).toThrow(refused);
      expect(() => reducer.finish(other)).toThrow(refused);
    }
    const { empty, merge } = sensitivityReducer(renfa2022);
    expect(() => merge(empty(), sensitivityReducer(YEARLY).empty())).toThrow(SimulationError);
  });
});

function goesOn<State, Result>({ empty, add, finish }: HistoryReducer<State, Result>, whole: Result): void {
  const state = stored(FEW.slice(2).reduce(add, empty()));
  const before = bytesOf(state);
  expect(openParts(finish(state))).toEqual([]);
  expect(bytesOf(state)).toBe(before);
  expect(openParts(state)).toEqual(openParts(stored(state)));
  expect(bytesOf(finish(FEW.slice(0, 2).reduce(add, state)))).toBe(bytesOf(whole));
}
