import type { CalendarDate } from '../../values/calendar.js';

/** Orders texts by their UTF-16 units: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Orders by a text of each. */
export function by<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => byText(textOf(a), textOf(b));
}

/** The earlier of two days. */
export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return byText(a, b) <= 0 ? a : b;
}
