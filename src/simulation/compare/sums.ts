import { type Account, folded } from '../../account/state/account.js';
import { eachCorrectedDay } from '../../account/state/figures/moves.js';
import { type DayNumber, yearOfDay } from '../../values/calendar.js';
import { eachDay } from '../../values/daily.js';
import type { Mutable } from '../../values/mutable.js';

/** The same figure under two rule sets, in points. */
export type PointsComparison = { readonly a: number; readonly b: number };

/** An account's points, in total, by item and by year. */
export type AccountSums = {
  earned: number;
  corrected: number;
  redeemed: number;
  /** Points earned, by item. */
  readonly items: Map<string, number>;
  /** The assessment, by calendar year. */
  readonly years: Map<string, number>;
};

/** Adds up the days of an account. */
export function accountSums(account: Account): AccountSums {
  const sums: AccountSums = { earned: 0, corrected: 0, redeemed: 0, items: new Map(), years: new Map() };
  if (account.status === 'unopened') return sums;
  const assessed = (day: DayNumber, points: number): void => {
    const year = String(yearOfDay(day));
    sums.years.set(year, (sums.years.get(year) ?? 0) + points);
  };
  for (const [item, { days }] of Object.entries(folded(account).items)) {
    eachDay(days, (day, points) => {
      sums.earned += points;
      sums.items.set(item, (sums.items.get(item) ?? 0) + points);
      assessed(day, points);
    });
  }
  eachCorrectedDay(account, (day, points) => {
    sums.corrected += points;
    assessed(day, points);
  });
  eachDay(folded(account).redeemedOn, (day, points) => {
    sums.redeemed += points;
    assessed(day, 0);
  });
  return sums;
}

/** Pairs two sets of sums by key. A key that one side lacks counts as 0 there. */
export function paired(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): Map<string, PointsComparison> {
  const pairs = new Map<string, PointsComparison>();
  for (const key of [...a.keys(), ...b.keys()]) pairs.set(key, { a: a.get(key) ?? 0, b: b.get(key) ?? 0 });
  return pairs;
}

/** Totals of several accounts under two rule sets. */
export type ComparisonTotals = {
  readonly accounts: number;
  readonly earned: PointsComparison;
  readonly assessment: PointsComparison;
  /** Points outstanding: the sum of all balances, without lapsed points. */
  readonly redeemable: PointsComparison;
};

/** Sums by key, as plain JSON that any key can stand in. */
export type SumsByKey<Sum> = [key: string, sum: Sum][];

/** The sum of a key; a new one if there is none yet. */
export function sumOf<Sum>(sums: SumsByKey<Sum>, key: string, start: () => Sum): Sum {
  const known = sums.find(([of]) => of === key);
  if (known !== undefined) return known[1];
  const sum = start();
  sums.push([key, sum]);
  return sum;
}

/** A running pair, and whether the two differed in any account. */
export type PairSum = { a: number; b: number; differs: boolean };

/** Adds pairs by key. */
export function addPairs(
  sums: SumsByKey<PairSum>,
  pairs: Iterable<readonly [key: string, PointsComparison]>,
): void {
  for (const [key, { a, b }] of pairs) addPair(sums, key, { a, b, differs: a !== b });
}

/** Adds a pair to that of its key. */
export function addPair(sums: SumsByKey<PairSum>, key: string, { a, b, differs }: PairSum): void {
  const sum = sumOf(sums, key, () => ({ a: 0, b: 0, differs: false }));
  sum.a += a;
  sum.b += b;
  sum.differs ||= differs;
}

/** The sums of the keys that differed in at least one account, sorted. */
export function differingSums(sums: SumsByKey<PairSum>): { [key: string]: PointsComparison } {
  const differing = sums
    .filter(([, { differs }]) => differs)
    .map(([key, { a, b }]) => [key, { a, b }] as const);
  return Object.fromEntries(differing.sort(byKey));
}

/** Compares entries by their keys. */
export function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Running {@link ComparisonTotals}. */
export type TotalSums = {
  accounts: number;
  readonly earned: Mutable<PointsComparison>;
  readonly assessment: Mutable<PointsComparison>;
  readonly redeemable: Mutable<PointsComparison>;
};

/** Totals of no account. */
export function noTotals(): TotalSums {
  return { accounts: 0, earned: { a: 0, b: 0 }, assessment: { a: 0, b: 0 }, redeemable: { a: 0, b: 0 } };
}

/** Adds totals, or the figures of one account. */
export function addTotals(sums: TotalSums, more: Omit<ComparisonTotals, 'accounts'>, accounts: number): void {
  sums.accounts += accounts;
  for (const figure of ['earned', 'assessment', 'redeemable'] as const) {
    sums[figure].a += more[figure].a;
    sums[figure].b += more[figure].b;
  }
}
