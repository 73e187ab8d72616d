import { type CalendarDate, type DayNumber, dayFromNumber } from '../values/calendar.js';
import { FIELDS, type LimitedEntries } from './account.js';

/** Each entry that uses room under a limit. */
export function* limitedEntries(
  entries: LimitedEntries,
): Generator<{ readonly id: string; readonly on: CalendarDate; readonly points: number }> {
  for (let at = 0; at < entries.length; at += FIELDS.limited) {
    yield {
      id: entries[at] as string,
      on: dayFromNumber(entries[at + 1] as DayNumber),
      points: entries[at + 2] as number,
    };
  }
}

/** The place of the latest entry of an id on a day, where its id is; -1 where there is none. */
export function lastLimited(entries: LimitedEntries, id: string, day: DayNumber): number {
  for (let at = entries.length - FIELDS.limited; at >= 0; at -= FIELDS.limited) {
    if (entries[at] === id && entries[at + 1] === day) return at;
  }
  return -1;
}
