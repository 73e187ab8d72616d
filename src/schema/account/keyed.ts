/**
 * Whether a value is a `PersistentMap` as the fold writes it: leaves of keys in their order, each followed by the fields of its record, and
 * branches whose keys part their children.
 *
 * @param fields - how many fields a record has
 */
export function isKeyed(
  node: unknown,
  fields: number,
  isRecord: (record: readonly unknown[]) => boolean,
): boolean {
  return isNode(node, fields, isRecord, '', undefined, 0);
}

/** No map that fits into memory is deeper. */
const DEEPEST = 12;

function isNode(
  node: unknown,
  fields: number,
  isRecord: (record: readonly unknown[]) => boolean,
  from: string,
  before: string | undefined,
  depth: number,
): boolean {
  if (!Array.isArray(node)) return false;
  if (node.length === 0 || typeof node[0] === 'string') return isLeaf(node, fields, isRecord, from, before);
  if (node.length % 2 === 0 || depth >= DEEPEST) return false;
  let first = from;
  for (let slot = 0; slot < node.length; slot += 2) {
    const next: unknown = slot + 1 < node.length ? node[slot + 1] : before;
    if (next !== undefined && (typeof next !== 'string' || next < first)) return false;
    if (!isNode(node[slot], fields, isRecord, first, next, depth + 1)) return false;
    first = next ?? first;
  }
  return true;
}

function isLeaf(
  leaf: readonly unknown[],
  fields: number,
  isRecord: (record: readonly unknown[]) => boolean,
  from: string,
  before: string | undefined,
): boolean {
  const step = fields + 1;
  let last = from;
  for (let at = 0; at < leaf.length; at += step) {
    const key = leaf[at];
    if (typeof key !== 'string' || key < last || (before !== undefined && key >= before)) return false;
    const record = leaf.slice(at + 1, at + step);
    if (record.length !== fields || !isRecord(record)) return false;
    last = key;
  }
  return true;
}
