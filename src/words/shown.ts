/** A figure in at most two decimals, for reading. */
export function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const MOST_PARTS = 5;

/** The first few parts of a list, and a sign that there are more. */
export function firstOf(parts: readonly string[], separator: string): string {
  const first = parts.slice(0, MOST_PARTS).join(separator);
  return parts.length > MOST_PARTS ? `${first} …` : first;
}
