import { isList } from '../../values/is-list.js';
import { SimulationError } from '../simulation-error.js';

/** The number of accounts with each value, sorted by value. All are whole numbers, so histograms add up exactly. */
export type Histogram = readonly (readonly [value: number, accounts: number])[];

/** Makes a histogram from counts. */
export function histogramOf(counts: ReadonlyMap<number, number>): Histogram {
  return [...counts].sort(([a], [b]) => a - b);
}

/**
 * The quantiles of a histogram. For each share, the least value that at least this share of the accounts do not exceed: 0.5 gives
 * the median. The value always belongs to an account; nothing is interpolated.
 *
 * @param shares - from 0 to 1; by default the least value, the quartiles and the largest value
 * @returns one value for each share; none if the histogram is empty
 * @throws {@link SimulationError} `bad-share`, `not-a-list`
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
  requireHistogram(histogram);
  if (!isList(shares)) throw new SimulationError('not-a-list', 'the shares have to be a list');
  const asked = [...shares];
  for (const share of asked)
    if (!(share >= 0 && share <= 1))
      throw new SimulationError('bad-share', `not a share from 0 to 1: ${String(share)}`);
  const accounts = accountsIn(histogram);
  if (accounts === 0) return [];
  // In binary, 0.07 × 100 is slightly more than 7; its rank is still 7.
  return asked.map((share) => valueAt(histogram, Math.max(1, Math.ceil(share * accounts - 1e-9))));
}

/** Throws for what is no histogram. `findIndex` sees the holes of a list, over which others step. */
function requireHistogram(given: unknown): void {
  if (!Array.isArray(given)) throw new SimulationError('not-a-list', 'a histogram has to be a list');
  const wrong = given.findIndex((pair) => !Array.isArray(pair));
  if (wrong >= 0)
    throw new SimulationError('not-a-list', 'not a value with its accounts in a histogram', String(wrong));
}

function valueAt(histogram: Histogram, rank: number): number {
  let passed = 0;
  for (const [value, accounts] of histogram) {
    passed += accounts;
    if (passed >= rank) return value;
  }
  return histogram.at(-1)?.[0] ?? 0;
}

/** The number of accounts in a histogram. */
export function accountsIn(histogram: Histogram): number {
  return histogram.reduce((sum, [, accounts]) => sum + accounts, 0);
}

/** The sum of all accounts' values. */
export function totalOf(histogram: Histogram): number {
  return histogram.reduce((sum, [value, accounts]) => sum + value * accounts, 0);
}

/**
 * The mean value of a histogram's accounts; 0 if there are none.
 *
 * @throws {@link SimulationError} `not-a-list`
 *
 * @example
 * ```ts
 * import { mean } from 'points-bank/simulation'
 *
 * console.log(mean([[1, 3], [5, 1]])) // → 2
 * ```
 */
export function mean(histogram: Histogram): number {
  requireHistogram(histogram);
  const accounts = accountsIn(histogram);
  return accounts === 0 ? 0 : totalOf(histogram) / accounts;
}
