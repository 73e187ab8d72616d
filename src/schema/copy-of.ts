/**
 * A copy, one level deep, of an object as literals and JSON make them; `undefined` for everything else. Each member is read once, and
 * those under symbols are left behind.
 *
 * @param unread - a member that is left out without being read
 */
export function copyOf(value: unknown, unread: string): Record<string, unknown> | undefined {
  if (!isPlain(value)) return undefined;
  const made: Record<string, unknown> = {};
  // Member by member: to spread, and to look for symbols after it, takes longer.
  for (const key in value) {
    if (key === unread) continue;
    // Set by name, it would be the copy's prototype.
    if (key === '__proto__') return undefined;
    made[key] = value[key];
  }
  return made;
}

/** Whether it is an object as literals and JSON make them. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
