/**
 * A fast, well-spread hash of texts, as a whole number below 2^53. Not for secrets and not for proofs: it places keys in a
 * {@link Keyed} map and tells a repeated command from a different one.
 */
export function hash(parts: readonly (string | number | undefined)[]): number {
  let high = 0x9e3779b1;
  let low = 0x85ebca6b;
  for (const part of parts) {
    const word = part === undefined ? '' : String(part);
    for (let i = 0; i < word.length; i += 1) {
      const unit = word.charCodeAt(i);
      high = Math.imul(high ^ unit, 0x01000193);
      low = Math.imul(low ^ unit, 0x5bd1e995);
      low ^= low >>> 15;
    }
    // A part ends here: ('ab', 'c') is not ('a', 'bc').
    high = Math.imul(high ^ 0x10ffff, 0x01000193);
    low = Math.imul(low ^ 0x10ffff, 0x5bd1e995);
  }
  high = Math.imul(high ^ (high >>> 16), 0x7feb352d);
  low = Math.imul(low ^ (low >>> 15), 0x846ca68b);
  high ^= low >>> 13;
  low ^= high >>> 16;
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}

/** The lower 32 bits of the hash of one text. */
export function hash32(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}
