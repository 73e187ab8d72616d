/*
 * Fast, well-spread hashes of 31 bits. Not for secrets and not for proofs: they place keys in a {@link PersistentMap} map and tell a repeated
 * command from a different one.
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

/** A hash of several parts with one more, which may be missing. It is finished by {@link finished}. */
export function withPart(state: number, part: string | number | undefined): number {
  const h = part === undefined ? state : taken(state, typeof part === 'string' ? part : String(part));
  // A part ends here: ('ab', 'c') is not ('a', 'bc').
  return Math.imul(h ^ 0x10ffff, PRIME);
}

/** The hash, its bits well mixed: a whole number below 2^31, which engines hold in the least room. */
export function finished(state: number): number {
  let h = Math.imul(state ^ (state >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) & 0x7fffffff;
}

/** The hash of one text. */
export function hash32(key: string): number {
  return finished(taken(START, key));
}
