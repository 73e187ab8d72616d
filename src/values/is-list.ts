/** Whether a value is a list, or anything else that can be gone through at once. A text is none: nobody lists something as its letters. */
export function isList(given: unknown): given is Iterable<unknown> {
  if (typeof given !== 'object' || given === null) return false;
  try {
    return typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function';
  } catch {
    // It does not even say whether it is a list.
    return false;
  }
}
