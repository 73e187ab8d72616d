import type { Records } from './records.js';

/** Records that end with the process: for tests. */
export function memoryRecords(): Records {
  const kinds = new Map<string, Map<string, string>>();
  const of = (kind: string) => {
    const known = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, known);
    return known;
  };
  return {
    async get(kind, key) {
      const found = of(kind).get(key);
      return found === undefined ? undefined : JSON.parse(found);
    },
    async entries(kind) {
      const sorted = [...of(kind)].sort(([a], [b]) => (a < b ? -1 : 1));
      return sorted.map(([key, value]) => ({ key, value: JSON.parse(value) as unknown }));
    },
    async put(kind, key, value) {
      of(kind).set(key, JSON.stringify(value));
    },
    async add(kind, key, value) {
      if (of(kind).has(key)) return false;
      of(kind).set(key, JSON.stringify(value));
      return true;
    },
    async replace(kind, key, before, value) {
      if (of(kind).get(key) !== JSON.stringify(before)) return false;
      of(kind).set(key, JSON.stringify(value));
      return true;
    },
    async remove(kind, key) {
      return of(kind).delete(key);
    },
    async close() {},
  };
}
