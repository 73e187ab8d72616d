import { type Problem, problemAt } from './problem.js';
import type { ProblemCode } from './problem-code.js';

/** How deep data may be nested. */
export const MAX_DEPTH = 64;

/** A private copy of data, or what stopped it from being copied. */
export type PlainCopy =
  | { readonly copied: true; readonly value: unknown; readonly problems: readonly Problem[] }
  | { readonly copied: false; readonly problems: readonly Problem[] };

/** Most of what could not be copied is told; past this, copying stops. */
const MOST_PROBLEMS = 1000;

/** Thrown and caught inside this file only: there is no use in going on. */
class Stop {
  readonly problem: Problem;

  constructor(problem: Problem) {
    this.problem = problem;
  }
}

type Walk = {
  readonly problems: Problem[];
  /** The way to the value at hand. */
  readonly path: (string | number)[];
  readonly limit: number;
  /** How many more values there may be. */
  left: number;
  readonly unread: readonly string[];
};

/**
 * Copies data from anything: plain objects, lists and what they hold, each member read once, so that nothing that the input does
 * later can change what was checked. Proxies and getters that throw, and members named `__proto__`, become problems; data that is too
 * deep (cycles are) or too large is refused as soon as that is seen. Members that are `undefined` stay, to be told apart from unknown
 * ones. Never throws.
 *
 * @param limit - the most values there may be, all levels counted
 * @param unread - members of the outermost object that are only noted to be there
 */
export function plainCopy(input: unknown, limit: number, unread: readonly string[] = []): PlainCopy {
  const walk: Walk = { problems: [], path: [], limit, left: limit, unread };
  const { problems } = walk;
  try {
    const value = copy(walk, input);
    return value === undefined && problems.length > 0
      ? { copied: false, problems }
      : { copied: true, value, problems };
  } catch (thrown) {
    const problem = thrown instanceof Stop ? thrown.problem : problemAt([], 'unreadable');
    return { copied: false, problems: [problem, ...problems] };
  }
}

function copy(walk: Walk, value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : value; // -0 is written 0 in JSON
  if (typeof value !== 'object' || value === null) return value;
  if (walk.path.length >= MAX_DEPTH) throw new Stop(problemAt(walk.path, 'too-deep', String(MAX_DEPTH)));
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
    return leftOut(walk, 'not-json');
  }
  spend(walk, keys.length);
  const made: Record<string, unknown> = {};
  for (const key of keys) {
    const isUnread = walk.path.length === 0 && walk.unread.includes(key);
    const member = isUnread ? undefined : copyMember(walk, object, key);
    // Set by name, it would be the copy's prototype.
    if (key !== '__proto__') made[key] = member;
  }
  return made;
}

function copyMember(walk: Walk, of: object, key: string | number): unknown {
  walk.path.push(key);
  try {
    return key === '__proto__'
      ? leftOut(walk, 'unknown-field')
      : copy(walk, (of as Record<string | number, unknown>)[key]);
  } catch (thrown) {
    if (thrown instanceof Stop) throw thrown;
    return leftOut(walk, 'unreadable');
  } finally {
    walk.path.pop();
  }
}

/** A proxy may claim any length, which need not be a number from 0. */
function spend(walk: Walk, values: number): void {
  walk.left -= values;
  if (!(values >= 0 && walk.left >= 0)) throw new Stop(problemAt([], 'too-large', `${walk.limit} values`));
}

/** Notes a problem; the value itself is left out. */
function leftOut(walk: Walk, code: ProblemCode): undefined {
  if (walk.problems.length >= MOST_PROBLEMS) throw new Stop(problemAt(walk.path, code));
  walk.problems.push(problemAt(walk.path, code));
}
