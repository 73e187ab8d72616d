import { hash32 } from '../../values/hash.js';

const SLOTS = 16;
/** A hash has 32 bits, four to a level. */
const LEVELS = 8;

/**
 * Whether a value is a `PersistentMap` map as the fold writes it: leaves of keys, each followed by the fields of its record, each in
 * the place where a look-up would search for it.
 *
 * @param fields - how many fields a record has
 */
export function isKeyed(
  node: unknown,
  fields: number,
  isRecord: (record: readonly unknown[]) => boolean,
  level = 0,
  place = 0,
): boolean {
  if (!Array.isArray(node)) return false;
  if (node.length === 0 || typeof node[0] === 'string') return isLeaf(node, fields, isRecord, level, place);
  if (node.length !== SLOTS || level >= LEVELS) return false;
  return node.every(
    (child, slot) =>
      child === null || isKeyed(child, fields, isRecord, level + 1, place + slot * SLOTS ** level),
  );
}

function isLeaf(
  leaf: readonly unknown[],
  fields: number,
  isRecord: (record: readonly unknown[]) => boolean,
  level: number,
  place: number,
): boolean {
  const step = fields + 1;
  for (let at = 0; at < leaf.length; at += step) {
    const key = leaf[at];
    if (typeof key !== 'string' || hash32(key) % SLOTS ** level !== place) return false;
    const record = leaf.slice(at + 1, at + step);
    if (record.length !== fields || !isRecord(record)) return false;
  }
  return true;
}
