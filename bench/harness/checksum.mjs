import { createHash } from 'node:crypto';

/** What was made, in one short text: equal JSON gives an equal one, whatever the order of the members of an object. */
export function checksum(values) {
  const hash = createHash('sha256');
  for (const value of values) hash.update(JSON.stringify(value, sorted) ?? 'undefined');
  return hash.digest('hex').slice(0, 16);
}

function sorted(_, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
