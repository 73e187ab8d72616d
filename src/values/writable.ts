/** A part that may be changed, one level deep. */
export type Writable<Part> = Part extends readonly (infer Member)[]
  ? Member[]
  : { -readonly [Key in keyof Part]: Part[Key] };

/**
 * Returns a writable version of a part: itself if private, a shallow copy if shared. A change asks for each part that it writes to or
 * adds, and puts the answer in the part's place, so the same change runs on private copies and on shared data.
 */
export type MakeWritable = <Part extends object>(part: Part) => Writable<Part>;

/** On private data: the part itself. */
export const inPlace: MakeWritable = (part) => part as Writable<typeof part>;

/**
 * On shared data: a shallow copy of the part.
 *
 * @param copies - takes in every copy, so that they can be frozen once the change is made
 */
export function copyOnWrite(copies: object[]): MakeWritable {
  return (part) => {
    const copy = shallowCopy(part);
    copies.push(copy);
    return copy;
  };
}

function shallowCopy<Part extends object>(part: Part): Writable<Part> {
  // Spreading a frozen list is many times as fast as slicing it.
  if (Array.isArray(part)) return [...part] as Writable<Part>;
  // An object filled member by member freezes ten times as fast as one that was spread.
  const copy: Record<string, unknown> = {};
  for (const name in part) {
    if (Object.hasOwn(part, name)) copy[name] = (part as Record<string, unknown>)[name];
  }
  return copy as Writable<Part>;
}
