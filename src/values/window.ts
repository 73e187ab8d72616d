import type { CalendarDate, Month } from './calendar.js';
import { lastDayOf, monthFromNumber, monthNumber } from './calendar.js';

/** A stretch of the calendar that a limit counts over. `life` never ends. */
export type WindowKind = 'life' | 'year' | 'half-year' | 'quarter' | 'month';

/** Each kind of window by its length: the number of months, without end for `life`. */
const LENGTHS: { readonly [Kind in WindowKind]: number } = {
  life: Number.POSITIVE_INFINITY,
  year: 12,
  'half-year': 6,
  quarter: 3,
  month: 1,
};

/** The number of months of each calendar window. */
export const WINDOW_MONTHS: { readonly [Kind in Exclude<WindowKind, 'life'>]: number } = LENGTHS;

/** Every {@link WindowKind}, longest first. */
export const WINDOW_KINDS: readonly WindowKind[] = Object.keys(LENGTHS) as WindowKind[];

/** A window: its name (`life`, `2023`, `2023-H1`, `2023-Q3`, `2023-05`), its first month and its last. */
export type Window = {
  readonly key: string;
  readonly first: Month;
  readonly last: Month;
};

const LIFE: Window = { key: 'life', first: '0000-01', last: '9999-12' };

/** The name of each kind of calendar window, from its year, its place in the year (from 1) and its first month. */
const NAMES: {
  readonly [Kind in Exclude<WindowKind, 'life'>]: (year: string, index: number, first: number) => string;
} = {
  year: (year) => year,
  'half-year': (year, index) => `${year}-H${index}`,
  quarter: (year, index) => `${year}-Q${index}`,
  month: (_year, _index, first) => monthFromNumber(first),
};

/** The window of this kind that contains a day. Windows of one kind neither overlap nor leave gaps. */
export function windowOf(kind: WindowKind, date: CalendarDate): Window {
  if (kind === 'life') return LIFE;
  const months = WINDOW_MONTHS[kind];
  const number = monthNumber(date);
  const first = number - (number % months);
  return {
    key: NAMES[kind](monthFromNumber(first).slice(0, 4), (first % 12) / months + 1, first),
    first: monthFromNumber(first),
    last: monthFromNumber(first + months - 1),
  };
}

/** The first day after the window that contains a day, or `undefined` if the window never ends. */
export function resetsOn(kind: WindowKind, date: CalendarDate): CalendarDate | undefined {
  if (kind === 'life') return undefined;
  const { last } = windowOf(kind, date);
  return last === '9999-12' ? undefined : `${monthFromNumber(monthNumber(last) + 1)}-01`;
}

/** The half-year that contains a day, such as `2023-H1`. */
export function halfOf(date: CalendarDate): string {
  return windowOf('half-year', date).key;
}

/** The last day of the window that contains a day, or `undefined` for `life`. */
export function lastDayOfWindow(kind: WindowKind, date: CalendarDate): CalendarDate | undefined {
  return kind === 'life' ? undefined : lastDayOf(windowOf(kind, date).last);
}

/** The first and last day of a calendar year. */
export function daysOfYear(year: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const y = String(year).padStart(4, '0');
  return { from: `${y}-01-01`, to: `${y}-12-31` };
}
