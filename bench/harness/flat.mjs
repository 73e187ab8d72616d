// An account whose maps are plain objects, one member for each key, as an account without the library's trees would have them. Two
// accounts are the same where these are.

/** The flat form of one of the library's accounts; all of it new. */
export function flat(account) {
  const { items, posts, releases, corrections, ...rest } = structuredClone(account);
  return {
    ...rest,
    items: Object.fromEntries(Object.entries(items).map(([id, item]) => [id, flatItem(item)])),
    posts: flatMap(posts, 4),
    releases: flatMap(releases, 1),
    corrections: flatMap(corrections, 8),
  };
}

function flatItem({ matters, details, ...item }) {
  const flatted = { ...item, matters: flatMap(matters, 3) };
  return details === undefined ? flatted : { ...flatted, details: flatMap(details, 3) };
}

function flatMap(node, fields) {
  const map = {};
  for (const [key, record] of records(node, fields)) {
    if (Object.hasOwn(map, key)) throw new Error(`${key} is there twice, and has no place in a flat map`);
    map[key] = record;
  }
  return map;
}

/** Each key of a tree with its record. In a branch, texts stand between the children. */
function* records(node, fields) {
  const isLeaf = node.length === 0 || typeof node[0] === 'string';
  if (!isLeaf) {
    for (const child of node) if (typeof child === 'object') yield* records(child, fields);
    return;
  }
  for (let at = 0; at < node.length; at += fields + 1) yield [node[at], node.slice(at + 1, at + 1 + fields)];
}
