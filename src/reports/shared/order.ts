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

/** How many values of a list are of a kind, if all of that kind come before all others. */
export function countFirst<T>(list: readonly T[], isFirst: (value: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isFirst(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
