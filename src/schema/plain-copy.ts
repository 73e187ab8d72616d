import { type Problem, problemAt } from './problem.js';

/** How deep data may be nested. */
export const MAX_DEPTH = 64;

/** A private copy of data, and what could not be copied. */
export type PlainCopy = { readonly value: unknown; readonly problems: readonly Problem[] };

/** Thrown and caught inside this file only: the data has more values than it may. */
class TooLarge extends Error {}

type Walk = {
  readonly problems: Problem[];
  /** The way to the value at hand. */
  readonly path: (string | number)[];
  /** How many more values there may be. */
  left: number;
  readonly unread: readonly string[];
};

/**
 * Copies data from anything: plain objects, lists and what they hold, each member read once, so that nothing that the input does
 * later can change what was checked. Proxies and getters that throw, data too deep (cycles are) or too large, and members named
 * `__proto__` become problems. Members that are `undefined` stay, to be told apart from unknown ones. Never throws.
 *
 * @param limit - the most values there may be, all levels counted
 * @param unread - members of the outermost object that are only noted to be there
 */
export function plainCopy(input: unknown, limit: number, unread: readonly string[] = []): PlainCopy {
  const walk: Walk = { problems: [], path: [], left: limit, unread };
  try {
    return { value: copy(walk, input), problems: walk.problems };
  } catch (thrown) {
    const problem =
      thrown instanceof TooLarge
        ? problemAt([], 'too-large', `${limit} values`)
        : problemAt([], 'unreadable');
    return { value: undefined, problems: [problem] };
  }
}

function copy(walk: Walk, value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : value; // -0 is written 0 in JSON
  if (typeof value !== 'object' || value === null) return value;
  if (walk.path.length >= MAX_DEPTH) {
    walk.problems.push(problemAt(walk.path, 'too-deep', String(MAX_DEPTH)));
    return undefined;
  }
  return Array.isArray(value) ? copyList(walk, value) : copyObject(walk, value);
}

function copyList(walk: Walk, list: readonly unknown[]): unknown[] {
  const { length } = list;
  spend(walk, length);
  const made: unknown[] = [];
  for (let i = 0; i < length; i += 1) made.push(copyMember(walk, list, i));
  return made;
}

function copyObject(walk: Walk, object: object): unknown {
  // Binary data has a member for each byte.
  const keys = ArrayBuffer.isView(object) ? [] : Object.keys(object);
  if (keys.length === 0 && Object.prototype.toString.call(object) !== '[object Object]') {
    // A date, a map, a promise …: what it holds would be lost.
    walk.problems.push(problemAt(walk.path, 'not-json'));
    return undefined;
  }
  spend(walk, keys.length);
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    if (key === '__proto__') walk.problems.push(problemAt([...walk.path, key], 'unknown-field'));
    else if (walk.path.length === 0 && walk.unread.includes(key)) made[key] = undefined;
    else made[key] = copyMember(walk, object, key);
  }
  return made;
}

function copyMember(walk: Walk, of: object, key: string | number): unknown {
  walk.path.push(key);
  const depth = walk.path.length;
  try {
    return copy(walk, (of as Record<string | number, unknown>)[key]);
  } catch (thrown) {
    if (thrown instanceof TooLarge) throw thrown;
    walk.problems.push(problemAt(walk.path.slice(0, depth), 'unreadable'));
    return undefined;
  } finally {
    walk.path.length = depth - 1;
  }
}

/** A proxy may claim any length, which need not be a number from 0. */
function spend(walk: Walk, values: number): void {
  walk.left -= values;
  if (!(values >= 0 && walk.left >= 0)) throw new TooLarge();
}
