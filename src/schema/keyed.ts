import { hash32 } from '../values/hash.js';
import { isRecord } from '../values/json.js';

const SLOTS = 16;
/** A hash has 32 bits, four to a level. */
const LEVELS = 8;
const SLOT = /^(?:[0-9]|1[0-5])$/;

/**
 * Whether a value is a `Keyed` map as the fold writes it: leaves of keys and values in turn, each key once and in the place where a
 * look-up would search for it.
 */
export function isKeyed(node: unknown, isValue: (value: unknown) => boolean, level = 0, place = 0): boolean {
  if (Array.isArray(node)) return isLeaf(node, isValue, level, place);
  if (!isRecord(node) || level >= LEVELS) return false;
  return Object.entries(node).every(
    ([slot, child]) =>
      SLOT.test(slot) && isKeyed(child, isValue, level + 1, place + Number(slot) * SLOTS ** level),
  );
}

function isLeaf(
  leaf: readonly unknown[],
  isValue: (value: unknown) => boolean,
  level: number,
  place: number,
): boolean {
  const keys = new Set<string>();
  for (let i = 0; i < leaf.length; i += 2) {
    const key = leaf[i];
    if (typeof key !== 'string' || hash32(key) % SLOTS ** level !== place || !isValue(leaf[i + 1]))
      return false;
    keys.add(key);
  }
  return keys.size * 2 === leaf.length;
}
