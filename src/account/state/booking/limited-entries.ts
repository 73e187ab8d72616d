import type { DayNumber } from '../../../values/calendar.js';
import { FIELDS, type LimitedEntries } from '../account.js';

/** Visits the entries that use room under a limit, each with the points that it still uses. */
export function eachLimited(
  entries: LimitedEntries,
  visit: (id: string, day: DayNumber, points: number) => void,
): void {
  for (let at = 0; at < entries.length; at += FIELDS.limited) {
    visit(
      entries[at] as string,
      entries[at + 1] as DayNumber,
      (entries[at + 2] as number) - freedOf(entries, at),
    );
  }
}

/** The points of an entry that corrections freed: what they would free together, and never more than it holds. */
export function freedOf(entries: LimitedEntries, at: number): number {
  return Math.max(Math.min(entries[at + 3] as number, entries[at + 2] as number), 0);
}

/** The position of the latest entry with this id and day, or -1. */
export function lastLimited(entries: LimitedEntries, id: string, day: DayNumber): number {
  for (let at = entries.length - FIELDS.limited; at >= 0; at -= FIELDS.limited) {
    if (entries[at] === id && entries[at + 1] === day) return at;
  }
  return -1;
}

/** The position of the entry with this id, day and points, or -1. */
export function placeOfLimited(entries: LimitedEntries, id: string, day: DayNumber, points: number): number {
  for (let at = entries.length - FIELDS.limited; at >= 0; at -= FIELDS.limited) {
    if (entries[at] === id && entries[at + 1] === day && entries[at + 2] === points) return at;
  }
  return -1;
}
