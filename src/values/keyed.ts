import { hash32 } from './hash.js';

/**
 * A map from text to value that is plain JSON and stays fast when it is large and unchangeable: a tree that branches 16 ways by
 * the hash of the key, so that adding one of 100,000 keys copies a handful of small nodes instead of the whole map.
 * A leaf is a flat list `[key, value, key, value, …]`; keys are never property names, so `__proto__` is a key like any other.
 */
export type Keyed<V> = KeyedLeaf<V> | KeyedBranch<V>;
/** Keys and values in turn. */
export type KeyedLeaf<V> = readonly (string | V)[];
/** Children by four bits of the hash. */
export type KeyedBranch<V> = { readonly [slot: number]: Keyed<V> };

type OpenNode<V> = OpenLeaf<V> | OpenBranch<V>;
type OpenLeaf<V> = (string | V)[];
type OpenBranch<V> = { [slot: number]: OpenNode<V> };

const BITS = 4;
const MASK = 15;
const HASH_BITS = 32;
/** A leaf is split when it would hold more entries than this, unless the hash has no bits left. */
const LEAF_ENTRIES = 8;

/** The value of `key`, or `undefined`. Values themselves are never `undefined`. */
export function lookUp<V>(map: Keyed<V>, key: string): V | undefined {
  let node = map;
  // The hash is made only for maps that have branched: small ones are searched straight away.
  for (let bits = isLeaf(node) ? 0 : hash32(key); !isLeaf(node); bits >>>= BITS) {
    const child: Keyed<V> | undefined = node[bits & MASK];
    if (child === undefined) return undefined;
    node = child;
  }
  const at = indexIn(node, key);
  return at < 0 ? undefined : (node[at + 1] as V);
}

/**
 * Puts a value under a key, changing the nodes on the way in place: call it on a draft or on a private copy.
 * The map itself is held by `owner[field]`, since a leaf that grows too large becomes a branch.
 */
export function put<F extends string>(
  owner: { [K in F]: Keyed<unknown> },
  field: F,
  key: string,
  value: unknown,
): void {
  let node = owner[field] as OpenNode<unknown>;
  let used = 0;
  let parent: OpenBranch<unknown> | undefined;
  let slot = 0;
  while (!Array.isArray(node)) {
    parent = node;
    slot = (hash32(key) >>> used) & MASK;
    used += BITS;
    // Through a draft a new child has to be read back, or changes to it are lost.
    if (parent[slot] === undefined) parent[slot] = [];
    node = parent[slot] as OpenNode<unknown>;
  }
  const at = indexIn(node, key);
  if (at >= 0) {
    node[at + 1] = value;
  } else if (node.length < LEAF_ENTRIES * 2 || used >= HASH_BITS) {
    node.push(key, value);
  } else {
    const branch = split<unknown>([...node, key, value], used);
    if (parent === undefined) owner[field] = branch as (typeof owner)[F];
    else parent[slot] = branch;
  }
}

/** The leaf's entries as a branch, split by the bits of the hash after the first `used`. */
function split<V>(entries: OpenLeaf<V>, used: number): OpenNode<V> {
  if (entries.length <= LEAF_ENTRIES * 2 || used >= HASH_BITS) return entries;
  const leaves = new Map<number, OpenLeaf<V>>();
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i] as string;
    const slot = (hash32(key) >>> used) & MASK;
    const leaf = leaves.get(slot) ?? [];
    leaf.push(key, entries[i + 1] as V);
    leaves.set(slot, leaf);
  }
  const branch: OpenBranch<V> = {};
  for (const [slot, leaf] of leaves) branch[slot] = split(leaf, used + BITS);
  return branch;
}

function isLeaf<V>(node: Keyed<V>): node is KeyedLeaf<V> {
  return Array.isArray(node);
}

function indexIn<V>(leaf: KeyedLeaf<V>, key: string): number {
  for (let i = 0; i < leaf.length; i += 2) if (leaf[i] === key) return i;
  return -1;
}

/** Every key with its value, in the order of the tree (not of entry). */
export function* entriesOf<V>(map: Keyed<V>): Generator<[string, V]> {
  if (isLeaf(map)) {
    for (let i = 0; i < map.length; i += 2) yield [map[i] as string, map[i + 1] as V];
  } else {
    for (const child of Object.values(map)) yield* entriesOf(child);
  }
}
