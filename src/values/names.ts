/**
 * A name as it is compared with others: without spaces, in one width and case, so that `３．５ 义诊` and `3.5义诊` are the same. It is
 * for comparison alone and never stored.
 */
export function foldedName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase().normalize('NFKC');
}

/** Whether two names, as they are compared, differ in so many characters or fewer: another one, one more, or one less. */
function areWithin(a: string, b: string, characters: number): boolean {
  if (Math.abs(a.length - b.length) > characters) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  const [restOfA, restOfB] = [a.slice(at), b.slice(at)];
  if (restOfA === '' && restOfB === '') return true;
  if (characters === 0) return false;
  const [nextOfA, nextOfB] = [restOfA.slice(1), restOfB.slice(1)];
  return [
    [nextOfA, nextOfB],
    [nextOfA, restOfB],
    [restOfA, nextOfB],
  ].some(([one = '', other = '']) => areWithin(one, other, characters - 1));
}

const MOST_NEAR = 5;

/** What is called by the names nearest to one that there is not: those that differ from it in so many characters or fewer. */
export function namedNear<Part>(
  name: string,
  parts: Iterable<readonly [folded: string, part: Part]>,
  characters = 1,
): readonly Part[] {
  const folded = foldedName(name);
  const near: Part[] = [];
  for (const [other, part] of parts) {
    if (near.length < MOST_NEAR && areWithin(folded, other, characters)) near.push(part);
  }
  return near;
}

/** A name that is shorter has too many others two characters away. */
const LONG = 5;

/** So many names are compared with those that there are not; to tell what was meant helps, but it is not worth more. */
const MOST_COMPARED = 300_000;

/** Tells the name that may have been meant by one that there is not: the nearest of those that there are, if any is near. */
export type NameMeant = (name: string, known: Iterable<string>) => string | undefined;

/** {@link NameMeant} for all names that some data gets wrong; nothing is meant any more where very many were compared. */
export function namesMeant(): NameMeant {
  const foldedOf = new Map<Iterable<string>, readonly (readonly [folded: string, name: string])[]>();
  let left = MOST_COMPARED;
  return (name, known) => {
    if (left <= 0) return undefined;
    const names = foldedOf.get(known) ?? [...known].map((other) => [foldedName(other), other] as const);
    foldedOf.set(known, names);
    left -= names.length;
    const [nearest] = namedNear(name, names);
    return nearest ?? (name.length < LONG ? undefined : namedNear(name, names, 2)[0]);
  };
}
