/*
 * Readers take well-formed data in one pass: each member is read once, judged, and put into a frozen copy. Everything else, and
 * everything unusual, is left to parsing, which names every problem. No code is made from text.
 */

/** What a reader gives for a value that it leaves to parsing. */
export const UNREAD: unique symbol = Symbol('unread');

/** Gives a frozen copy of a value, or {@link UNREAD}. Getters and proxies of the input may throw. */
export type Reader = (value: unknown) => unknown;

/** The longest list, and the most members of a map, that are read: far below what may be parsed. */
const MOST = 100;

/** Whether it is an object as literals and JSON make them. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Reads what is no object. */
export function leafReader(is: (value: unknown) => boolean): Reader {
  // JSON writes -0 as 0.
  return (value) => (typeof value !== 'object' && !Object.is(value, -0) && is(value) ? value : UNREAD);
}

/** Reads a list with at least and at most a number of members. */
export function listReader(member: Reader, least: number, most: number): Reader {
  const longest = Math.min(most, MOST);
  return (value) => {
    if (!Array.isArray(value)) return UNREAD;
    const { length } = value;
    // A proxy may claim any length.
    if (!(length >= least && length <= longest)) return UNREAD;
    const copy: unknown[] = [];
    for (let i = 0; i < length; i += 1) {
      const read = member(value[i]);
      if (read === UNREAD) return UNREAD;
      copy.push(read);
    }
    return Object.freeze(copy);
  };
}

/** Reads an object whose members have names of their own. */
export function mapReader(name: Reader, member: Reader, least: number): Reader {
  return (value) => {
    if (!isPlain(value)) return UNREAD;
    const copy: Record<string, unknown> = {};
    let count = 0;
    for (const key in value) {
      count += 1;
      // Set by name, `__proto__` would be the copy's prototype.
      if (count > MOST || key === '__proto__' || name(key) === UNREAD) return UNREAD;
      const read = member(value[key]);
      if (read === UNREAD) return UNREAD;
      copy[key] = read;
    }
    return count < least ? UNREAD : Object.freeze(copy);
  };
}

/** A member that an object may have. */
export type Member = { readonly read: Reader; readonly required: boolean };

/** Reads an object with these members and no other. */
export function objectReader(members: ReadonlyMap<string, Member>): Reader {
  const required = [...members.values()].filter((member) => member.required).length;
  return (value) => {
    if (!isPlain(value)) return UNREAD;
    const copy: Record<string, unknown> = {};
    let missing = required;
    for (const name in value) {
      const member = members.get(name);
      if (member === undefined) return UNREAD;
      const read = member.read(value[name]);
      if (read === UNREAD) return UNREAD;
      copy[name] = read;
      if (member.required) missing -= 1;
    }
    return missing === 0 ? Object.freeze(copy) : UNREAD;
  };
}

/** So many of the latest objects are known again. */
const KEPT = 8;

/**
 * Reads objects that hold no others. Titles, offices and rule sets come again and again: an object that is equal to one of the latest,
 * its members in the same order, is given as that one, so that it is judged, frozen and kept once.
 */
export function repeatedReader(read: Reader): Reader {
  const latest: { readonly members: readonly unknown[]; readonly copy: unknown }[] = [];
  let count = 0;
  return (value) => {
    if (!isPlain(value)) return UNREAD;
    // The values first: they differ more often than the names.
    const members: unknown[] = [];
    for (const name in value) members.push(value[name], name);
    for (const one of latest) if (isSame(one.members, members)) return one.copy;
    const copy = read(objectOf(members));
    if (copy !== UNREAD) {
      latest[count % KEPT] = { members, copy };
      count += 1;
    }
    return copy;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i += 1) if (some[i] !== others[i]) return false;
  return true;
}

function objectOf(members: readonly unknown[]): unknown {
  const made: Record<string, unknown> = {};
  for (let i = 0; i < members.length; i += 2) {
    const name = members[i + 1] as string;
    // Set by name, it would be the object's prototype.
    if (name === '__proto__') return UNREAD;
    made[name] = members[i];
  }
  return made;
}
