import type { CalendarDate } from '../../values/calendar.js';

/** Compares texts by UTF-16 units, which gives the same order on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Compares values by a text of each. */
export function ascendingBy<T>(textOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => byText(textOf(a), textOf(b));
}

/** The earlier of two days. */
export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return byText(a, b) <= 0 ? a : b;
}

/** The later of two days. */
export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return byText(a, b) >= 0 ? a : b;
}
