/**
 * A name as it is compared with others: without spaces, in one width and case, so that `３．５ 义诊` and `3.5义诊` are the same. It is
 * for comparison alone and never stored.
 */
export function foldedName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase().normalize('NFKC');
}

/** Whether two names differ in one character: another one, one more, or one less. */
export function isOneCharacterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = short.length === long.length ? at + 1 : at;
  return short.slice(rest) === long.slice(at + 1);
}
