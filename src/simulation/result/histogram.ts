import { SimulationError } from '../simulation-error.js';

/** How many accounts have each value, by value, the least first: whole numbers, so that histograms add up exactly. */
export type Histogram = readonly (readonly [value: number, accounts: number])[];

/** What is counted, as a histogram. */
export function histogramOf(counts: ReadonlyMap<number, number>): Histogram {
  return [...counts].sort(([a], [b]) => a - b);
}

/**
 * The values below which certain shares of the accounts lie: for 0.5 the median, the least value that half of the accounts do not
 * exceed. Always a value that some account has; nothing is interpolated.
 *
 * @param shares - from 0 to 1; least, quarters and largest where left out
 * @returns one value for each share; none where the histogram is empty
 * @throws {@link SimulationError} `bad-share`
 *
 * @example
 * ```ts
 * import { quantiles } from 'points-bank/simulation'
 *
 * console.log(quantiles([[0, 1], [4, 2], [10, 1]]).join(' ')) // → 0 0 4 4 10
 * console.log(quantiles([[0, 1], [4, 2], [10, 1]], [0.9])) // → [ 10 ]
 * ```
 */
export function quantiles(
  histogram: Histogram,
  shares: readonly number[] = [0, 0.25, 0.5, 0.75, 1],
): readonly number[] {
  const accounts = accountsIn(histogram);
  for (const share of shares)
    if (!(share >= 0 && share <= 1))
      throw new SimulationError('bad-share', `not from 0 to 1: ${String(share)}`);
  if (accounts === 0) return [];
  // A share such as 0.07 of 100 comes to a hair above 7 in binary: that is still the 7th.
  return shares.map((share) => valueAt(histogram, Math.max(1, Math.ceil(share * accounts - 1e-9))));
}

function valueAt(histogram: Histogram, rank: number): number {
  let passed = 0;
  for (const [value, accounts] of histogram) {
    passed += accounts;
    if (passed >= rank) return value;
  }
  return histogram.at(-1)?.[0] ?? 0;
}

/** How many accounts a histogram is of. */
export function accountsIn(histogram: Histogram): number {
  return histogram.reduce((sum, [, accounts]) => sum + accounts, 0);
}

/** The sum of the values of all accounts. */
export function totalOf(histogram: Histogram): number {
  return histogram.reduce((sum, [value, accounts]) => sum + value * accounts, 0);
}

/**
 * The mean value of a histogram's accounts; 0 where there are none.
 *
 * @example
 * ```ts
 * import { mean } from 'points-bank/simulation'
 *
 * console.log(mean([[1, 3], [5, 1]])) // → 2
 * ```
 */
export function mean(histogram: Histogram): number {
  const accounts = accountsIn(histogram);
  return accounts === 0 ? 0 : totalOf(histogram) / accounts;
}
