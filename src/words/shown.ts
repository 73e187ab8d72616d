import type { Names } from './pack.js';

/** A figure in at most two decimals, for reading. */
export function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const MOST_PARTS = 5;

/** The first few parts of a list, and what says that there are more. */
export function firstOf(parts: readonly string[], separator: string, more = ' …'): string {
  const first = parts.slice(0, MOST_PARTS).join(separator);
  return parts.length > MOST_PARTS ? `${first}${more}` : first;
}

/** An item in a list, unless several titles could be meant. */
export function itemNamed(item: string | undefined, { certainItem }: Names): string[] {
  const title = item === undefined ? undefined : certainItem(item);
  return title === undefined ? [] : [title];
}
