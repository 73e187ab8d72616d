/*
 * Fast hashes of 31 bits, for placing keys in a persistent map and for telling a repeated command from a different one. They protect
 * nothing.
 */

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** Where a hash of several parts begins. */
export const NO_PARTS: number = START;

function taken(state: number, word: string): number {
  let h = state;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), PRIME);
  return h;
}

/** Adds a part, which may be missing, to a hash. {@link finished} ends it. */
export function withPart(state: number, part: string | number | undefined): number {
  const h = part === undefined ? state : taken(state, typeof part === 'string' ? part : String(part));
  // Marks the end of the part, so that ('ab', 'c') differs from ('a', 'bc').
  return Math.imul(h ^ 0x10ffff, PRIME);
}

/** Mixes the bits of a hash into a whole number below 2^31. */
export function finished(state: number): number {
  let h = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) & 0x7fffffff;
}

/** The hash of one text. */
export function hash32(key: string): number {
  return finished(taken(START, key));
}
