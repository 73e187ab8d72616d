import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Rolls are whole numbers below this. */
export const ROLLS = 0x1_0000_0000;

/** A volunteer's own stream of rolls: whole numbers from 0 to 2^32 − 1. */
export type Dice = () => number;

/** One for each word of the generator's state. */
const SALTS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;

/**
 * The stream of one volunteer: xoroshiro128+ from a state mixed of the seed and the volunteer's number. For one seed, each word of
 * the state is a one-to-one image of the number, so that no two volunteers share a stream.
 */
export function diceOf(seed: number, volunteer: number): Dice {
  const low = seed % ROLLS;
  const high = Math.floor(seed / ROLLS);
  const state = SALTS.map((salt) => mix(mix(mix(low ^ salt) ^ high) ^ volunteer));
  const generator = xoroshiro128plusFromState(state);
  return () => generator.next() >>> 0;
}

/** Mixes the bits of a 32-bit whole number, one to one: a further roll made of a roll. */
export function mix(bits: number): number {
  let h = bits | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A roll as a whole number from 0 to `count` − 1. Exact: the product stays below 2^53 for any count below 2^21. */
export function below(count: number, roll: number): number {
  return Math.floor((roll * count) / ROLLS);
}
