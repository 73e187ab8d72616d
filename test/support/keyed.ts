import type { Fields, Keyed } from '../../src/values/keyed.js';

/** Every record of a map with its key, in the order of the tree. */
export function* entriesOf<R extends Fields>(map: Keyed<R>, fields: R['length']): Generator<[string, R]> {
  if (map.length === 0 || typeof map[0] === 'string') {
    for (let at = 0; at < map.length; at += fields + 1) {
      yield [map[at] as string, map.slice(at + 1, at + 1 + fields) as Fields as R];
    }
  } else {
    for (const child of map) if (child !== null) yield* entriesOf(child as Keyed<R>, fields);
  }
}
