/** Whether a value is a list, or anything else that can be gone through at once. A text is none: nobody lists something as its letters. */
export function isList(given: unknown): given is Iterable<unknown> {
  return (
    typeof given === 'object' &&
    given !== null &&
    typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function'
  );
}
