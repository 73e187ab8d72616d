import { ROLLS } from './dice.js';

/*
 * Probabilities as whole numbers of 2^32nds, made once for a run. They are made of sums, products and quotients alone, which IEEE
 * 754 rounds alike everywhere; functions such as Math.exp and Math.log may differ in their last bit from one engine to the next,
 * and one roll in some billions would then fall otherwise.
 */

/** Upper ends of the rolls that mean 0, 1, 2 …; the last is 2^32. */
export type Chances = readonly number[];

/** The outcome that a roll means. */
export function outcomeOf(chances: Chances, roll: number): number {
  let outcome = 0;
  while (roll >= (chances[outcome] as number)) outcome += 1;
  return outcome;
}

/** How many of all rolls mean yes, for a probability from 0 to 1. */
export function rollsFor(probability: number): number {
  return Math.floor(probability * ROLLS);
}

/** Outcomes in proportion to their weights, of which one at least is above 0. */
export function weighted(weights: readonly number[]): Chances {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  let sum = 0;
  return weights.map((weight, i) => {
    sum += weight;
    return i >= last ? ROLLS : Math.floor((sum / total) * ROLLS);
  });
}

/** The largest mean that {@link poisson} takes. */
export const MAX_MEAN = 200;

/** How many independent things happen where `mean` are expected: the Poisson distribution. */
export function poisson(mean: number): Chances {
  const chances: number[] = [];
  let probability = 1 / exponential(mean);
  let sum = 0;
  for (let count = 1; ; count += 1) {
    sum += probability;
    const end = Math.floor(Math.min(sum, 1) * ROLLS);
    // Past the mean, what no longer fills one roll is left to the last outcome.
    if (count > mean && end - (chances.at(-1) ?? 0) < 1) break;
    chances.push(end);
    probability = (probability * mean) / count;
  }
  chances.push(ROLLS);
  return chances;
}

/** e to the power of x from 0 to {@link MAX_MEAN}, by its series. */
function exponential(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; sum + term !== sum; k += 1) {
    term = (term * x) / k;
    sum += term;
  }
  return sum;
}
