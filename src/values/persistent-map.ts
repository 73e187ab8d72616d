import { hash32 } from './hash.js';
import { inPlace, type MakeWritable } from './writable.js';

/** The record under a key of a {@link PersistentMap}. All records of a map have the same number of fields. */
export type Fields = readonly unknown[];

/**
 * A map from text to records that is plain JSON and stays fast when it is large and immutable: a tree that branches 16 ways by the
 * hash of the key, so that adding to 100,000 records copies a handful of small nodes. A key may have several records, which keep
 * their order.
 *
 * All nodes are lists. A leaf is flat: each key, followed by the fields of its record. Keys are never property names, so `__proto__`
 * is a key like any other.
 */
export type PersistentMap<R extends Fields> = MapLeaf<R> | MapBranch;
/** Keys, each followed by the fields of its record. */
export type MapLeaf<R extends Fields> = readonly (string | R[number])[];
/** Sixteen children, one for each value of four bits of the hash: a leaf, a branch, or `null`. */
export type MapBranch = readonly (readonly unknown[] | null)[];

type Node = readonly unknown[];
type OpenLeaf = unknown[];
type OpenBranch = (Node | null)[];

const BITS = 4;
const SLOTS = 16;
const MASK = SLOTS - 1;
const HASH_BITS = 32;
/** A leaf with more records is split, unless the hash has no bits left. */
const LEAF_RECORDS = 32;
const NO_LEAVES: readonly null[] = Array.from({ length: SLOTS }, () => null);

/**
 * The first record of a key, or `undefined`.
 *
 * @param fields - the number of fields of the map's records
 */
export function lookUp<R extends Fields>(
  map: PersistentMap<R>,
  key: string,
  fields: R['length'],
): R | undefined {
  const leaf = leafOf(map, key);
  for (let at = 0; at < leaf.length; at += fields + 1) {
    if (leaf[at] === key) return leaf.slice(at + 1, at + 1 + fields) as Fields as R;
  }
  return undefined;
}

/**
 * Every record of a key, in the order in which they were added.
 *
 * @param fields - the number of fields of the map's records
 */
export function recordsOf<R extends Fields>(map: PersistentMap<R>, key: string, fields: R['length']): R[] {
  const leaf = leafOf(map, key);
  const records: R[] = [];
  for (let at = 0; at < leaf.length; at += fields + 1) {
    if (leaf[at] === key) records.push(leaf.slice(at + 1, at + 1 + fields) as Fields as R);
  }
  return records;
}

/** The leaf that holds the key, if the map has it. */
function leafOf(map: Node, key: string): Node {
  let node = map;
  // A map that has not branched is one leaf and needs no hash.
  for (let bits = isLeaf(node) ? 0 : hash32(key); !isLeaf(node); bits >>>= BITS) {
    node = (node as MapBranch)[bits & MASK] ?? [];
  }
  return node;
}

/**
 * Adds a record under a key and returns the map that takes the place of the one given.
 *
 * @param writable - makes the nodes writable; where left out, the map has to be a private copy
 */
export function add<R extends Fields>(
  map: PersistentMap<R>,
  key: string,
  record: R,
  writable: MakeWritable = inPlace,
): PersistentMap<R> {
  const root = writable<Node>(map);
  if (isLeaf(root)) return grown(root, key, record, 0) as PersistentMap<R>;
  let branch = root as OpenBranch;
  let used = BITS;
  for (let bits = hash32(key); ; bits >>>= BITS) {
    const slot = bits & MASK;
    const child = writable<Node>(branch[slot] ?? []);
    if (isLeaf(child)) {
      branch[slot] = grown(child, key, record, used);
      return root as PersistentMap<R>;
    }
    branch[slot] = child;
    branch = child as OpenBranch;
    used += BITS;
  }
}

/**
 * Removes the first record of a key that is the one meant, and returns the map that takes the place of the one given.
 *
 * @param fields - the number of fields of the map's records
 * @param writable - makes the nodes writable; where left out, the map has to be a private copy
 */
export function remove<R extends Fields>(
  map: PersistentMap<R>,
  key: string,
  fields: R['length'],
  isMeant: (record: R) => boolean,
  writable: MakeWritable = inPlace,
): PersistentMap<R> {
  const root = writable<Node>(map);
  let node = root;
  let parent: OpenBranch | undefined;
  let slot = 0;
  for (let bits = isLeaf(node) ? 0 : hash32(key); !isLeaf(node); bits >>>= BITS) {
    parent = node as OpenBranch;
    slot = bits & MASK;
    node = writable<Node>(parent[slot] ?? []);
    parent[slot] = node;
  }
  for (let at = 0; at < node.length; at += fields + 1) {
    if (node[at] !== key || !isMeant(node.slice(at + 1, at + 1 + fields) as Fields as R)) continue;
    (node as OpenLeaf).splice(at, fields + 1);
    break;
  }
  if (parent !== undefined && node.length === 0) parent[slot] = null;
  return root as PersistentMap<R>;
}

/** Visits every record of a map, in no order that means anything. */
export function eachRecord<R extends Fields>(
  map: PersistentMap<R>,
  fields: R['length'],
  visit: (key: string, record: R) => void,
): void {
  const node: Node = map;
  if (!isLeaf(node)) {
    for (const child of node) if (child !== null) eachRecord(child as PersistentMap<R>, fields, visit);
    return;
  }
  for (let at = 0; at < node.length; at += fields + 1) {
    visit(node[at] as string, node.slice(at + 1, at + 1 + fields) as Fields as R);
  }
}

/** The leaf with one more record, or the branch that it becomes. */
function grown(leaf: OpenLeaf, key: string, record: Fields, used: number): Node {
  leaf.push(key);
  for (let i = 0; i < record.length; i += 1) leaf.push(record[i]);
  return split(leaf, record.length + 1, used);
}

/** Splits a leaf that is too large by the bits of the hash after the first `used`. */
function split(leaf: OpenLeaf, step: number, used: number): Node {
  if (leaf.length <= LEAF_RECORDS * step || used >= HASH_BITS) return leaf;
  const leaves: (OpenLeaf | null)[] = [...NO_LEAVES];
  for (let at = 0; at < leaf.length; at += step) {
    const slot = (hash32(leaf[at] as string) >>> used) & MASK;
    const child = leaves[slot];
    if (child) for (let i = 0; i < step; i += 1) child.push(leaf[at + i]);
    else leaves[slot] = leaf.slice(at, at + step);
  }
  const branch: OpenBranch = leaves;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const child = leaves[slot];
    if (child) branch[slot] = split(child, step, used + BITS);
  }
  return branch;
}

/** A leaf begins with a key, a branch with a child or `null`. */
function isLeaf(node: Node): boolean {
  return node.length === 0 || typeof node[0] === 'string';
}
