import type { Account } from '../../account/state/account.js';
import { monthFromNumber, yearOf } from '../../values/calendar.js';
import { eachMonth } from '../../values/monthly.js';

/** Points under two rule sets. */
export type Pair = { readonly a: number; readonly b: number };

/** What an account comes to, all of it and by its parts. */
export type AccountSums = {
  earned: number;
  corrected: number;
  redeemed: number;
  /** Points earned by item. */
  readonly items: Map<string, number>;
  /** Assessment by calendar year. */
  readonly years: Map<string, number>;
};

/** Adds up an account's months. */
export function accountSums(account: Account): AccountSums {
  const sums: AccountSums = { earned: 0, corrected: 0, redeemed: 0, items: new Map(), years: new Map() };
  if (account.status !== 'open') return sums;
  const assessed = (month: number, points: number): void => {
    const year = yearOf(monthFromNumber(month)).toString();
    sums.years.set(year, (sums.years.get(year) ?? 0) + points);
  };
  for (const [item, { months }] of Object.entries(account.items)) {
    eachMonth(months, (month, points) => {
      sums.earned += points;
      sums.items.set(item, (sums.items.get(item) ?? 0) + points);
      assessed(month, points);
    });
  }
  eachMonth(account.correctedIn, (month, points) => {
    sums.corrected += points;
    assessed(month, points);
  });
  eachMonth(account.redeemedIn, (month, points) => {
    sums.redeemed += points;
    assessed(month, 0);
  });
  return sums;
}

/** Two sums by the same keys, with 0 for what one of them lacks. */
export function paired(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const key of [...a.keys(), ...b.keys()]) pairs.set(key, { a: a.get(key) ?? 0, b: b.get(key) ?? 0 });
  return pairs;
}
