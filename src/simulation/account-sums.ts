import { type Account, monthsOf } from '../account/account.js';

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
  for (const [month, { items, corrected, redeemed }] of Object.entries(monthsOf(account))) {
    let earned = 0;
    for (const [item, { points }] of Object.entries(items)) {
      earned += points;
      sums.items.set(item, (sums.items.get(item) ?? 0) + points);
    }
    sums.earned += earned;
    sums.corrected += corrected;
    sums.redeemed += redeemed;
    const year = month.slice(0, 4);
    sums.years.set(year, (sums.years.get(year) ?? 0) + earned + corrected);
  }
  return sums;
}

/** Two sums by the same keys, with 0 for what one of them lacks. */
export function paired(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const key of [...a.keys(), ...b.keys()]) pairs.set(key, { a: a.get(key) ?? 0, b: b.get(key) ?? 0 });
  return pairs;
}
