import type { Fault } from './faults.js';
import type { Path } from './problem.js';
import { MOST_FAULTS, type ProblemCode } from './problem-code.js';

/** How deep data may be nested. */
export const MAX_DEPTH = 64;

/** A private copy of data with what had to be left out of it; or why there is none. */
export type PlainCopy = {
  readonly copied: boolean;
  readonly value: unknown;
  readonly faults: readonly Fault[];
};

/** Thrown and caught in this file alone: there is no use in going on. */
class CopyStoppedError extends Error {
  override readonly name = 'CopyStoppedError';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Whether a member of the object at a path means nothing, and is left out without being read. */
export type IsUnread = (of: Path, name: string) => boolean;

type Walk = {
  readonly faults: Fault[];
  /** The way to the value at hand. */
  readonly path: (string | number)[];
  readonly limit: number;
  /** How many more values there may be. */
  left: number;
  readonly isUnread: IsUnread;
};

/**
 * Copies data from anything: plain objects, lists and what they hold. Each member is read once, so that nothing that the input does
 * later changes what was checked. Getters and proxies that throw, and members named `__proto__`, become faults; data that is too deep
 * (cycles are) or too large is refused as soon as that is seen. Members that are `undefined` stay, to be told apart from unknown ones.
 * Never throws.
 *
 * @param limit - the most values there may be, all levels counted
 * @param isUnread - tells the members that are left out without being read
 */
export function plainCopy(input: unknown, limit: number, isUnread: IsUnread = () => false): PlainCopy {
  const walk: Walk = { faults: [], path: [], limit, left: limit, isUnread };
  const { faults } = walk;
  try {
    const value = copy(walk, input);
    return { copied: value !== undefined || faults.length === 0, value, faults };
  } catch (thrown) {
    const fault = thrown instanceof CopyStoppedError ? thrown.fault : faultAt([], 'unreadable');
    return { copied: false, value: undefined, faults: [fault, ...faults] };
  }
}

/** The fault of data with more values than there may be. */
export function tooLarge(limit: number): Fault {
  return faultAt([], 'too-large', `${limit} values`);
}

function faultAt(path: Fault['path'], code: ProblemCode, detail = ''): Fault {
  return { path: [...path], code, detail };
}

function copy(walk: Walk, value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : value; // -0 is written 0 in JSON
  if (typeof value !== 'object' || value === null) return value;
  if (walk.path.length >= MAX_DEPTH)
    throw new CopyStoppedError(faultAt(walk.path, 'too-deep', String(MAX_DEPTH)));
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
    if (walk.isUnread(walk.path, key)) continue;
    const member = copyMember(walk, object, key);
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
    if (thrown instanceof CopyStoppedError) throw thrown;
    return leftOut(walk, 'unreadable');
  } finally {
    walk.path.pop();
  }
}

/** A proxy may claim any length, which need not be a number from 0. */
function spend(walk: Walk, values: number): void {
  walk.left -= values;
  if (!(values >= 0 && walk.left >= 0)) {
    throw new CopyStoppedError(tooLarge(walk.limit));
  }
}

/** Notes a fault; the value itself is left out. */
function leftOut(walk: Walk, code: ProblemCode): undefined {
  const fault = faultAt(walk.path, code);
  if (walk.faults.length >= MOST_FAULTS) throw new CopyStoppedError(fault);
  walk.faults.push(fault);
}
