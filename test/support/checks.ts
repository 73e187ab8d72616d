/** Freezes a value and everything in it, so that whoever writes to it throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key of Reflect.ownKeys(value)) frozen((value as Record<PropertyKey, unknown>)[key]);
  }
  return value;
}

/** The paths of what is not frozen in a value. */
export function openParts(value: unknown, path = '$'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, member]) => openParts(member, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

/** Every number in a value. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** A copy by way of JSON, as a store makes it. */
export function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Whether no half of a character stands alone in a text. */
export function isWellFormed(value: string): boolean {
  return !/\p{Surrogate}/u.test(value);
}
