import type { CalendarDate, DayNumber, Month } from './calendar.js';
import { firstDayOfMonth, lastDayOf, lastDayOfMonth, monthFromNumber, monthNumber } from './calendar.js';

/** A stretch of the calendar that a limit counts over. `life` never ends. */
export type WindowKind = 'life' | 'year' | 'half-year' | 'quarter' | 'month';

/** A kind of window that repeats with the calendar. */
type CalendarWindow = Exclude<WindowKind, 'life'>;

/** Each kind of calendar window, longest first: its months, its name, and how the name is recognised. */
const CALENDAR: {
  readonly [Kind in CalendarWindow]: {
    readonly months: number;
    /** The name, from the year, the window's place in the year (from 1) and its first month. */
    readonly name: (year: string, place: number, first: number) => string;
    /** The name's year and, if the year has several such windows, the window's place in it. */
    readonly pattern: RegExp;
  };
} = {
  year: { months: 12, name: (year) => year, pattern: /^(\d{4})$/ },
  'half-year': { months: 6, name: (year, place) => `${year}-H${place}`, pattern: /^(\d{4})-H(\d)$/ },
  quarter: { months: 3, name: (year, place) => `${year}-Q${place}`, pattern: /^(\d{4})-Q(\d)$/ },
  month: { months: 1, name: (_year, _place, first) => monthFromNumber(first), pattern: /^(\d{4})-(\d{2})$/ },
};

const CALENDAR_WINDOWS = Object.keys(CALENDAR) as readonly CalendarWindow[];

/** Every {@link WindowKind}, longest first. */
export const WINDOW_KINDS: readonly WindowKind[] = ['life', ...CALENDAR_WINDOWS];

/** The number of months of each kind of calendar window. */
export const WINDOW_MONTHS: { readonly [Kind in CalendarWindow]: number } = Object.fromEntries(
  CALENDAR_WINDOWS.map((kind) => [kind, CALENDAR[kind].months]),
) as { [Kind in CalendarWindow]: number };

/** A window: its name (`life`, `2023`, `2023-H1`, `2023-Q3`, `2023-05`), its first month and its last. */
export type Window = {
  readonly key: string;
  readonly first: Month;
  readonly last: Month;
};

const LIFE: Window = { key: 'life', first: '0000-01', last: '9999-12' };

/** The window of this kind that contains a day. Windows of one kind neither overlap nor leave gaps. */
export function windowOf(kind: WindowKind, date: CalendarDate): Window {
  if (kind === 'life') return LIFE;
  const months = WINDOW_MONTHS[kind];
  const number = monthNumber(date);
  const first = number - (number % months);
  return {
    key: CALENDAR[kind].name(monthFromNumber(first).slice(0, 4), (first % 12) / months + 1, first),
    first: monthFromNumber(first),
    last: monthFromNumber(first + months - 1),
  };
}

/** The first and the last day of a window, as numbers. */
export function daysOf({ first, last }: Window): { readonly first: DayNumber; readonly last: DayNumber } {
  return { first: firstDayOfMonth(monthNumber(first)), last: lastDayOfMonth(monthNumber(last)) };
}

/** The kind, year and place in the year of the window with this name; `undefined` for anything else. */
export function windowNamed(
  name: string,
): { readonly kind: WindowKind; readonly year: number; readonly place: number } | undefined {
  if (name === 'life') return { kind: 'life', year: 0, place: 0 };
  for (const kind of CALENDAR_WINDOWS) {
    const [, year, place = '1'] = CALENDAR[kind].pattern.exec(name) ?? [];
    if (year !== undefined) return { kind, year: Number(year), place: Number(place) };
  }
  return undefined;
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
