import { isPlain } from './copy-of.js';

/** What is not taken in one pass. It may still be well formed. */
export const NOT_TAKEN: unique symbol = Symbol('not taken');

/** Gives a frozen copy of what it takes, or {@link NOT_TAKEN}. Getters and proxies of the input may throw. */
export type Taker = (value: unknown) => unknown;

/** Judges a copy of its own, and freezes it; {@link NOT_TAKEN} where it is not taken. */
export type Sealer = (made: Record<string, unknown>) => unknown;

/** So many of the latest objects are known again. */
const KEPT = 8;

/** An object that was taken, and what it was made of: each name with its value after it. */
type Kept = { readonly members: readonly unknown[]; readonly taken: unknown };

/**
 * Takes objects that hold no others. One of the latest is given again where another has the same members in the same order: titles,
 * offices and rule sets come again and again, and are then judged and frozen once, and kept once. Each member is read once.
 */
export function flatTaker(seal: Sealer): Taker {
  const kept: Kept[] = [];
  let count = 0;
  return (value) => {
    if (!isPlain(value)) return NOT_TAKEN;
    const members: unknown[] = [];
    for (const name in value) members.push(name, value[name]);
    for (const one of kept) if (isSame(one.members, members)) return one.taken;
    const taken = sealed(seal, members);
    if (taken !== NOT_TAKEN) {
      kept[count % KEPT] = { members, taken };
      count += 1;
    }
    return taken;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  if (some.length !== others.length) return false;
  // The values differ more often than the names, and the first of them most often.
  for (let at = 1; at < some.length; at += 2) {
    if (some[at] !== others[at] || some[at - 1] !== others[at - 1]) return false;
  }
  return true;
}

function sealed(seal: Sealer, members: readonly unknown[]): unknown {
  const made: Record<string, unknown> = {};
  for (let at = 0; at < members.length; at += 2) {
    const name = members[at] as string;
    // Set by name, it would be the copy's prototype.
    if (name === '__proto__') return NOT_TAKEN;
    made[name] = members[at + 1];
  }
  return seal(made);
}
