import { type Account, folded } from '../../account/state/account.js';
import { eachCorrectedDay } from '../../account/state/moves.js';
import { type DayNumber, yearOfDay } from '../../values/calendar.js';
import { eachDay } from '../../values/daily.js';

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

/** Adds up paired sums by key, and reports the keys that differed in at least one account. */
export function sumPairs(): {
  add: (pairs: ReadonlyMap<string, PointsComparison>) => void;
  differing: () => { [key: string]: PointsComparison };
} {
  const sums = new Map<string, PointsComparison>();
  const differ = new Set<string>();
  return {
    add(pairs) {
      for (const [key, pair] of pairs) {
        sums.set(key, plus(sums.get(key), pair));
        if (pair.a !== pair.b) differ.add(key);
      }
    },
    differing: () =>
      Object.fromEntries([...differ].sort().map((key) => [key, sums.get(key) as PointsComparison])),
  };
}

function plus(sum: PointsComparison | undefined, { a, b }: PointsComparison): PointsComparison {
  return sum === undefined ? { a, b } : { a: sum.a + a, b: sum.b + b };
}

/** Adds up the comparisons of accounts. */
export function sumComparisons(): {
  add: (account: Omit<ComparisonTotals, 'accounts'>) => void;
  totals: () => ComparisonTotals;
} {
  let accounts = 0;
  let earned: PointsComparison | undefined;
  let assessment: PointsComparison | undefined;
  let redeemable: PointsComparison | undefined;
  const none = { a: 0, b: 0 };
  return {
    add(account) {
      accounts += 1;
      earned = plus(earned, account.earned);
      assessment = plus(assessment, account.assessment);
      redeemable = plus(redeemable, account.redeemable);
    },
    totals: () => ({
      accounts,
      earned: earned ?? none,
      assessment: assessment ?? none,
      redeemable: redeemable ?? none,
    }),
  };
}
