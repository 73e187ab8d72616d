/** A copy of plain data, so that freezing what is made of it leaves the host's own alone. */
export function copied<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied) as T;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copied(member)])) as T;
}
