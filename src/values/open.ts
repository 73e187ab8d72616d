/**
 * Gives a part open to change. A recipe that opens every part before it changes it, and keeps what it was given in the part's place,
 * can be run on a private copy, whose parts are changed as they are, and on something shared, of which only what changes is copied.
 */
export type Open = <Part extends object>(part: Part) => Opened<Part>;

/** A part that may be changed, one level deep. */
export type Opened<Part> = Part extends readonly (infer Member)[]
  ? Member[]
  : { -readonly [Key in keyof Part]: Part[Key] };

/** On a private copy: every part is open. */
export const inPlace: Open = (part) => part as Opened<typeof part>;

/** On something shared: a copy of the part, one level deep. */
export const onCopies: Open = (part) => {
  // Frozen lists are spread many times as fast as they are sliced.
  if (Array.isArray(part)) return [...part] as Opened<typeof part>;
  const copy: Record<string, unknown> = {};
  // And objects that were spread take ten times as long to freeze as those whose members were set one by one.
  for (const name of Object.keys(part)) copy[name] = (part as Record<string, unknown>)[name];
  return copy as Opened<typeof part>;
};
