import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/*
 * Probabilities are whole numbers of 2^32nds. They are computed once for a run, by sums, products and quotients alone, because IEEE
 * 754 rounds these alike on every platform. The last bit of Math.exp or Math.log can differ between platforms, and would change one
 * roll in some billions.
 */

/** Rolls are whole numbers below this. */
export const ROLLS = 0x1_0000_0000;

/** A volunteer's own stream of rolls: whole numbers from 0 to 2^32 − 1. */
export type Dice = () => number;

/** One salt for each word of the generator's state. */
const SALTS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/**
 * The dice of one volunteer: xoroshiro128+, with a state mixed from the seed and the volunteer's number. For a given seed, each word
 * of the state determines the number, so no two volunteers share a stream.
 */
export function diceOf(seed: number, volunteer: number): Dice {
  const low = seed % ROLLS;
  const high = Math.floor(seed / ROLLS);
  const state = SALTS.map((salt) => mix(mix(mix(low ^ salt) ^ high) ^ volunteer));
  const generator = xoroshiro128plusFromState(state);
  return () => generator.next() >>> 0;
}

/** Mixes the bits of a 32-bit whole number, one to one. Derives a further roll from a roll. */
export function mix(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Maps a roll to a whole number from 0 to `count` − 1. Exact: the product stays below 2^53 for any count below 2^21. */
export function below(count: number, roll: number): number {
  return Math.floor((roll * count) / ROLLS);
}

/** A distribution over 0, 1, 2 …: for each outcome, the end of its rolls. The last end is 2^32. */
export type Chances = readonly number[];

/** The outcome of a roll. */
export function outcomeOf(chances: Chances, roll: number): number {
  let outcome = 0;
  while (roll >= (chances[outcome] as number)) outcome += 1;
  return outcome;
}

/** The number of rolls that mean yes, for a probability from 0 to 1. */
export function rollsFor(probability: number): number {
  return Math.floor(probability * ROLLS);
}

/** A distribution in proportion to the weights, at least one of which is above 0. */
export function weighted(weights: readonly number[]): Chances {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = weights.findLastIndex((weight) => weight > 0);
  let sum = 0;
  return weights.map((weight, i) => {
    sum += weight;
    return i >= last ? ROLLS : Math.floor((sum / total) * ROLLS);
  });
}

/** The largest mean that {@link poisson} accepts. */
export const MAX_MEAN = 200;

/** The Poisson distribution: the number of independent events, given their mean. */
export function poisson(mean: number): Chances {
  const chances: number[] = [];
  let probability = 1 / exponential(mean);
  let sum = 0;
  for (let count = 1; ; count += 1) {
    sum += probability;
    const end = Math.floor(Math.min(sum, 1) * ROLLS);
    // Beyond the mean, the last outcome takes all rolls that remain once an outcome would fill less than one.
    if (count > mean && end - (chances.at(-1) ?? 0) < 1) break;
    chances.push(end);
    probability = (probability * mean) / count;
  }
  chances.push(ROLLS);
  return chances;
}

/** e to the power of x, for x from 0 to {@link MAX_MEAN}, by its series. */
function exponential(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; sum + term !== sum; k += 1) {
    term = (term * x) / k;
    sum += term;
  }
  return sum;
}
