import { inPlace, type MakeWritable } from './writable.js';

/** The record under a key of a {@link PersistentMap}. All records of a map have the same number of fields. */
export type Fields = readonly unknown[];

/**
 * A map from text to records that is plain JSON and stays fast when it is large and immutable: a tree in the order of the keys, so that
 * adding to 100,000 records copies a handful of small nodes, and no choice of keys makes it slower than another. A key may have several
 * records, which keep their order.
 *
 * All nodes are lists. A leaf is flat: each key, followed by the fields of its record. Keys are never property names, so `__proto__`
 * is a key like any other.
 */
export type PersistentMap<R extends Fields> = MapLeaf<R> | MapBranch;
/** Keys in their order, each followed by the fields of its record. */
export type MapLeaf<R extends Fields> = readonly (string | R[number])[];
/** Children, and between each two the first key of the second. */
export type MapBranch = readonly (readonly unknown[] | string)[];

type Node = readonly unknown[];
/** What a node that became too large gave to a new one on its right, and the first key there. */
type Split = { readonly key: string; readonly right: Node } | undefined;

/** A leaf with more records is split, unless all have one key. */
const LEAF_RECORDS = 32;
/** A branch with more children is split. */
const BRANCH_CHILDREN = 32;

/** Whether a node holds records, and not further nodes. */
export function isLeaf(node: Node): boolean {
  return node.length === 0 || typeof node[0] === 'string';
}

/** The first key in order, or `undefined` of an empty map. */
export function firstKeyOf<R extends Fields>(map: PersistentMap<R>): string | undefined {
  let node: Node = map;
  while (!isLeaf(node)) node = node[0] as Node;
  return node[0] as string | undefined;
}

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
  const at = placeIn(leaf, key, fields + 1, false);
  return isAt(leaf, at, key) ? (leaf.slice(at + 1, at + 1 + fields) as Fields as R) : undefined;
}

/**
 * Every record of a key, in the order in which they were added.
 *
 * @param fields - the number of fields of the map's records
 */
export function recordsOf<R extends Fields>(map: PersistentMap<R>, key: string, fields: R['length']): R[] {
  const leaf = leafOf(map, key);
  const records: R[] = [];
  for (let at = placeIn(leaf, key, fields + 1, false); isAt(leaf, at, key); at += fields + 1) {
    records.push(leaf.slice(at + 1, at + 1 + fields) as Fields as R);
  }
  return records;
}

/** Visits every record of a map, in the order of the keys. */
export function eachRecord<R extends Fields>(
  map: PersistentMap<R>,
  fields: R['length'],
  visit: (key: string, record: R) => void,
): void {
  const node: Node = map;
  if (!isLeaf(node)) {
    for (let slot = 0; slot < node.length; slot += 2) eachRecord(node[slot] as typeof map, fields, visit);
    return;
  }
  for (let at = 0; at < node.length; at += fields + 1) {
    visit(node[at] as string, node.slice(at + 1, at + 1 + fields) as Fields as R);
  }
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
  const split = insert(root, key, record, writable);
  return (split === undefined ? root : writable([root, split.key, split.right])) as PersistentMap<R>;
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
  while (!isLeaf(node)) {
    const slot = slotOf(node, key);
    const child = writable<Node>(node[slot] as Node);
    node[slot] = child;
    node = child;
  }
  for (let at = placeIn(node, key, fields + 1, false); isAt(node, at, key); at += fields + 1) {
    if (!isMeant(node.slice(at + 1, at + 1 + fields) as Fields as R)) continue;
    node.splice(at, fields + 1);
    break;
  }
  return root as PersistentMap<R>;
}

/** The leaf that holds the key, if the map has it. */
function leafOf(map: Node, key: string): Node {
  let node = map;
  while (!isLeaf(node)) node = node[slotOf(node, key)] as Node;
  return node;
}

/** The place in a branch of the child that a key belongs to. */
function slotOf(branch: Node, key: string): number {
  let [first, last] = [0, (branch.length - 1) / 2];
  // Keys mostly come in their order.
  if (last > 0 && (branch[last * 2 - 1] as string) <= key) return last * 2;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if ((branch[middle * 2 - 1] as string) <= key) first = middle;
    else last = middle - 1;
  }
  return first * 2;
}

/** Whether a record of a key stands at a place. Past the end there is none, not even of a key that a damaged event lacks. */
function isAt(leaf: Node, at: number, key: string): boolean {
  return at < leaf.length && leaf[at] === key;
}

/** The place in a leaf of the first record that does not come before a key, or of the first that comes after it. */
function placeIn(leaf: Node, key: string, step: number, isAfter: boolean): number {
  let [first, end] = [0, leaf.length / step];
  if (end > 0 && (leaf[leaf.length - step] as string) < key) return leaf.length;
  while (first < end) {
    const middle = (first + end) >> 1;
    const held = leaf[middle * step] as string;
    if (held < key || (isAfter && held === key)) first = middle + 1;
    else end = middle;
  }
  return first * step;
}

function insert(node: unknown[], key: string, record: Fields, writable: MakeWritable): Split {
  if (isLeaf(node)) return insertRecord(node, key, record, writable);
  const slot = slotOf(node, key);
  const child = writable<Node>(node[slot] as Node);
  node[slot] = child;
  const split = insert(child, key, record, writable);
  if (split === undefined) return undefined;
  node.splice(slot + 1, 0, split.key, split.right);
  if (node.length < BRANCH_CHILDREN * 2) return undefined;
  // Keys that come in their order fill every node.
  const isLast = slot + 3 === node.length;
  const cut = isLast ? node.length - 1 : BRANCH_CHILDREN;
  const right = writable(node.splice(cut));
  return { key: node.pop() as string, right };
}

function insertRecord(leaf: unknown[], key: string, record: Fields, writable: MakeWritable): Split {
  const step = record.length + 1;
  const at = placeIn(leaf, key, step, true);
  if (at === leaf.length) leaf.push(key, ...record);
  else leaf.splice(at, 0, key, ...record);
  if (leaf.length <= LEAF_RECORDS * step) return undefined;
  const middle = at + step === leaf.length ? at : (LEAF_RECORDS / 2) * step;
  const cut = cutNear(leaf, middle, step);
  return cut === undefined ? undefined : { key: leaf[cut] as string, right: writable(leaf.splice(cut)) };
}

/** The place nearest to a middle where one key ends and the next begins: the records of a key stay together. */
function cutNear(leaf: Node, middle: number, step: number): number | undefined {
  const isCut = (at: number): boolean => at > 0 && at < leaf.length && leaf[at] !== leaf[at - step];
  for (let away = 0; away < leaf.length; away += step) {
    if (isCut(middle - away)) return middle - away;
    if (isCut(middle + away)) return middle + away;
  }
  return undefined;
}
