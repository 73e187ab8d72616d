// The limit: the credit of an activity, written by hand for the library's own form of the account. What is on the way to the change
// is copied and frozen, and nothing else is looked at. (Frozen lists are spread many times as fast as they are sliced.)

import { hash32, matterContent } from '../fold/limit.mjs';

export function evolve(account, { data }) {
  const { on, points } = data;
  const month =
    ((on.charCodeAt(0) - 48) * 1000 +
      (on.charCodeAt(1) - 48) * 100 +
      (on.charCodeAt(2) - 48) * 10 +
      (on.charCodeAt(3) - 48)) *
      12 +
    (on.charCodeAt(5) - 48) * 10 +
    (on.charCodeAt(6) - 49);
  const day = month * 31 + (on.charCodeAt(8) - 48) * 10 + (on.charCodeAt(9) - 49);
  const before = account.items[data.item];
  const item = { ...before };
  item.months = plus(before.months, month, points);
  item.matters = put(before.matters, data.matterId, [day, points, matterContent(data)]);
  Object.freeze(item);
  const next = { ...account };
  if (on > next.latestOn) next.latestOn = on;
  next.earned += points;
  next.items = Object.freeze({ ...account.items, [data.item]: item });
  return Object.freeze(next);
}

function plus(months, month, points) {
  const made = [...months];
  let at = made.length - 3;
  while (at >= 0 && made[at] !== month) at -= 3;
  if (at < 0) made.push(month, points, 1);
  else {
    made[at + 1] += points;
    made[at + 2] += 1;
  }
  return Object.freeze(made);
}

const WIDTH = 4;
const LEAF = 32;

function isLeaf(node) {
  return node.length === 0 || typeof node[0] === 'string';
}

function put(map, key, record) {
  if (isLeaf(map)) return grown(map, key, record, 0);
  const root = [...map];
  let branch = root;
  let used = 4;
  for (let bits = hash32(key); ; bits >>>= 4) {
    const slot = bits & 15;
    const child = branch[slot] ?? [];
    if (isLeaf(child)) {
      branch[slot] = grown(child, key, record, used);
      Object.freeze(branch);
      return root;
    }
    branch[slot] = [...child];
    Object.freeze(branch);
    branch = branch[slot];
    used += 4;
  }
}

function grown(leaf, key, [a, b, c], used) {
  const made = [...leaf];
  made.push(key, a, b, c);
  return made.length > LEAF * WIDTH && used < 32 ? split(made, used) : Object.freeze(made);
}

function split(entries, used) {
  if (entries.length <= LEAF * WIDTH || used >= 32) return Object.freeze(entries);
  const branch = Array.from({ length: 16 }, () => null);
  for (let at = 0; at < entries.length; at += WIDTH) {
    const slot = (hash32(entries[at]) >>> used) & 15;
    branch[slot] ??= [];
    for (let i = 0; i < WIDTH; i += 1) branch[slot].push(entries[at + i]);
  }
  return Object.freeze(branch.map((child) => child && split(child, used + 4)));
}
