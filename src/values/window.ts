import {
  addDays,
  addMonths,
  type CalendarDate,
  type DayNumber,
  dayAfter,
  dayBefore,
  dayFromEpoch,
  dayFromNumber,
  dayNumber,
  daysOfMonths,
  epochDays,
  firstDayOfMonth,
  lastDayOfMonth,
  type MonthDay,
  monthFromNumber,
  monthOfDay,
  yearOfDay,
} from './calendar.js';
import { isRecord } from './json.js';
import { isPositiveWhole } from './points.js';
import { requireDate } from './require-date.js';

/** A kind of window that repeats with the calendar. */
export type CalendarWindow = 'year' | 'calendar-year' | 'half-year' | 'quarter' | 'month' | 'week' | 'day';

/** A stretch of the calendar that something is counted over. `life` never ends. */
export type WindowKind = 'life' | CalendarWindow;

/**
 * The window that a sentence of the rules counts over, seen from a day: the calendar window of that day, the account's own year, the
 * days or months that end with it, or the calendar window before that of the day.
 */
export type WindowSpan =
  | WindowKind
  | 'account-year'
  | { readonly last: number; readonly of: 'days' | 'months' }
  | { readonly before: CalendarWindow };

/** The window of a limit: one that holds the day itself. */
export type LimitSpan = Exclude<WindowSpan, { readonly before: unknown }>;

/** A day of the week. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A scheme's own calendar. Half-years and quarters follow the year; months are those of the calendar, and so are calendar years. */
export type Calendar = {
  /** The first day of a year; 1 January if absent. */
  readonly yearStarts?: MonthDay;
  /** The first day of a week; Monday if absent. */
  readonly weekStarts?: Weekday;
};

/** A window: its name, its first day and its last. Windows of one kind neither overlap nor leave gaps. */
export type Window = {
  /** `life`, `2023`, `2023-H1`, `2023-Q3`, `2023-05`, `2024-W07`, `2024-02-29`, or first and last: `2024-04..2025-03`. */
  readonly key: string;
  readonly first: DayNumber;
  readonly last: DayNumber;
};

/** Every {@link Weekday}, Monday first. */
export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** How many windows of each kind a year has at most. */
export const WINDOWS_A_YEAR: { readonly [Kind in CalendarWindow]: number } = {
  year: 1,
  'calendar-year': 1,
  'half-year': 2,
  quarter: 4,
  month: 12,
  week: 53,
  day: 366,
};

/** Every {@link CalendarWindow}, longest first. */
export const CALENDAR_WINDOWS = /* @__PURE__ */ Object.keys(WINDOWS_A_YEAR) as readonly CalendarWindow[];

/** Every {@link WindowKind}, longest first. */
export const WINDOW_KINDS: readonly WindowKind[] = /* @__PURE__ */ ['life' as WindowKind].concat(
  CALENDAR_WINDOWS,
);

const LAST_DATE: CalendarDate = '9999-12-31';
const LAST_DAY: DayNumber = /* @__PURE__ */ dayNumber(LAST_DATE);

const LIFE: Window = { key: 'life', first: 0, last: LAST_DAY };

/** The window of this kind that contains a day. */
export function windowOf(kind: WindowKind, date: CalendarDate, calendar: Calendar | undefined): Window {
  return kind === 'life' ? LIFE : windowAfter(kind, dayNumber(date), 0, calendar);
}

/** The window a number of windows later than that of a day; earlier if below 0. */
export function windowAfter(
  kind: CalendarWindow,
  day: DayNumber,
  later: number,
  calendar: Calendar | undefined,
): Window {
  return windowNumbered(kind, windowNumber(kind, day, calendar) + later, calendar);
}

/** The number of the window that contains a day. Windows of one kind are numbered one after the other. */
export function windowNumber(kind: CalendarWindow, day: DayNumber, calendar: Calendar | undefined): number {
  if (kind === 'day') return epochDays(day);
  if (kind === 'week') return Math.floor((epochDays(day) - weekOffset(calendar)) / 7);
  const { months, month, dayOfMonth } = yearStart(kind, calendar);
  const current = monthOfDay(day);
  const hasBegun = dayOfMonth === 0 || day >= startInMonth(current, dayOfMonth);
  return Math.floor((current - month - (hasBegun ? 0 : 1)) / months);
}

/** The window that a span means on a day, for an account that was opened on another. */
export function spanOn(
  span: WindowSpan,
  on: CalendarDate,
  openedOn: CalendarDate,
  calendar: Calendar | undefined,
): Window {
  if (span === 'account-year') return accountYear(on, openedOn);
  if (typeof span === 'string') return windowOf(span, on, calendar);
  if ('before' in span) return windowAfter(span.before, dayNumber(on), -1, calendar);
  const first = span.of === 'days' ? addDays(on, 1 - span.last) : addDays(addMonths(on, -span.last), 1);
  return stretch(dayNumber(first), dayNumber(on));
}

/** Whether a value is a span of windows. Takes anything. */
export function isSpan(value: unknown): value is WindowSpan {
  if (typeof value === 'string')
    return value === 'account-year' || WINDOW_KINDS.some((kind) => kind === value);
  if (!isRecord(value)) return false;
  const { last, of, before } = value;
  switch (Object.keys(value).sort().join()) {
    case 'before':
      return CALENDAR_WINDOWS.some((kind) => kind === before);
    case 'last,of':
      return isPositiveWhole(last) && last <= MOST_BACK && (of === 'days' || of === 'months');
    default:
      return false;
  }
}

/** The most days or months that a window is counted back: some three years, or a century. */
export const MOST_BACK = 1200;

/** Whether every window of `than` lies in one of the span. */
export function isAsLong(span: LimitSpan, than: LimitSpan, calendar: Calendar | undefined): boolean {
  if (span === 'life' || nameOfSpan(span) === nameOfSpan(than) || daysAtMost(than) === 1) return true;
  if (isRolling(span)) return isRollingAsLong(span, than, calendar);
  if (!isOfMonths(span) || !isOfMonths(than)) return false;
  const [long, short] = [yearStart(span, calendar), yearStart(than, calendar)];
  return (
    long.months >= short.months &&
    long.dayOfMonth === short.dayOfMonth &&
    (long.month - short.month) % short.months === 0
  );
}

function isRollingAsLong(
  span: Extract<WindowSpan, { last: number }>,
  than: LimitSpan,
  calendar: Calendar | undefined,
): boolean {
  if (span.of === 'days') return span.last >= daysAtMost(than);
  if (isRolling(than) && than.of === 'months') return span.last >= than.last;
  if (!isOfMonths(than)) return daysOfMonths(span.last).least >= daysAtMost(than);
  const { months, dayOfMonth } = yearStart(than, calendar);
  // A half-year from the last of August begins on the last of February: it has a day more than six months counted back.
  const isUneven = dayOfMonth >= SHORTEST_MONTH && months < MONTHS.year;
  return isUneven ? span.last > months : span.last >= months;
}

const SHORTEST_MONTH = 28;

/** The most days that a window has. */
export function daysAtMost(span: LimitSpan): number {
  if (span === 'life') return Number.POSITIVE_INFINITY;
  if (span === 'account-year') return DAYS_AT_MOST.year;
  if (typeof span === 'string') return DAYS_AT_MOST[span];
  return span.of === 'days' ? span.last : daysOfMonths(span.last).most;
}

const DAYS_AT_MOST = {
  year: 366,
  'calendar-year': 366,
  'half-year': 184,
  quarter: 92,
  month: 31,
  week: 7,
  day: 1,
} as const;

/** Whether windows of a kind are made of months. */
export function isOfMonths(span: LimitSpan): span is keyof typeof MONTHS {
  return typeof span === 'string' && span in MONTHS;
}

function nameOfSpan(span: LimitSpan): string {
  return typeof span === 'string' ? span : `${span.last} ${span.of}`;
}

/** Whether a span is counted back from each day, so that every day has a window of its own. */
export function isRolling(span: WindowSpan): span is Extract<WindowSpan, { last: number }> {
  return typeof span !== 'string' && 'last' in span;
}

/** The first day on which the days or months that end with it hold another day no longer; `undefined` if there is none. */
export function leavesOn(
  span: Extract<WindowSpan, { last: number }>,
  day: CalendarDate,
): CalendarDate | undefined {
  let later = span.of === 'days' ? addDays(day, span.last) : addMonths(day, span.last);
  // A day that the month of the end lacks leaves with the next one.
  while (span.of === 'months' && later < LAST_DATE && addMonths(later, -span.last) < day)
    later = addDays(later, 1);
  return later < LAST_DATE ? later : undefined;
}

/**
 * Tells whether days that are asked for one after another, the earliest first, lie in any of some windows.
 *
 * @param windows - those with the earliest last day first, which have the earliest first day first as well
 */
export function inAnyOf(windows: readonly Window[]): (day: CalendarDate) => boolean {
  let at = 0;
  return (day) => {
    const number = dayNumber(day);
    while (at < windows.length && (windows[at] as Window).last < number) at += 1;
    return at < windows.length && (windows[at] as Window).first <= number;
  };
}

/** Whether two days lie in one window of a span: for windows counted back, whether that of the later day holds the earlier one. */
export function shareWindow(
  span: WindowSpan,
  one: CalendarDate,
  other: CalendarDate,
  openedOn: CalendarDate,
  calendar: Calendar | undefined,
): boolean {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  return spanOn(span, later, openedOn, calendar).first <= dayNumber(earlier);
}

/** The first day after the window that contains a day, or `undefined` if there is none. */
export function resetsOn(
  kind: WindowKind,
  date: CalendarDate,
  calendar: Calendar | undefined,
): CalendarDate | undefined {
  return dayAfterWindow(windowOf(kind, date, calendar));
}

/** The first day after a window, or `undefined` if there is none. */
export function dayAfterWindow({ last }: Window): CalendarDate | undefined {
  return last >= LAST_DAY ? undefined : dayFromNumber(dayAfter(last));
}

/**
 * The half-year of the calendar that contains a day, such as `2023-H1`.
 *
 * @throws {@link NotADateError} for what is no day
 */
export function halfOf(date: CalendarDate): string {
  requireDate(date);
  return windowOf('half-year', date, undefined).key;
}

/** The first and last day of a calendar year. */
export function daysOfYear(year: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const y = String(year).padStart(4, '0');
  return { from: `${y}-01-01`, to: `${y}-12-31` };
}

/** The kinds of window that are made of months. */
const MONTHS = { year: 12, 'calendar-year': 12, 'half-year': 6, quarter: 3, month: 1 } as const;

/** How long the windows of a kind are, and the month (from 0) and the day (from 0) on which one of them starts. */
function yearStart(
  kind: keyof typeof MONTHS,
  calendar: Calendar | undefined,
): { readonly months: number; readonly month: number; readonly dayOfMonth: number } {
  const months = MONTHS[kind];
  const starts = kind === 'month' || kind === 'calendar-year' ? undefined : calendar?.yearStarts;
  if (starts === undefined) return { months, month: 0, dayOfMonth: 0 };
  return { months, month: Number(starts.slice(0, 2)) - 1, dayOfMonth: Number(starts.slice(3)) - 1 };
}

/** The day of a month on which a window starts: its last, if it is shorter. */
function startInMonth(month: number, dayOfMonth: number): DayNumber {
  return Math.min(firstDayOfMonth(month) + dayOfMonth, lastDayOfMonth(month));
}

/** By how many days weeks start later than the epoch did, a Thursday. */
function weekOffset(calendar: Calendar | undefined): number {
  return WEEKDAYS.indexOf(calendar?.weekStarts ?? 'monday') - 3;
}

/** The window of this number (see {@link windowNumber}). */
export function windowNumbered(kind: CalendarWindow, number: number, calendar: Calendar | undefined): Window {
  if (kind === 'day') {
    const day = dayFromEpoch(number);
    return { key: dayFromNumber(day), first: day, last: day };
  }
  if (kind === 'week') {
    const start = number * 7 + weekOffset(calendar);
    const [first, last] = [dayFromEpoch(start), Math.min(dayFromEpoch(start + 6), LAST_DAY)];
    return (calendar?.weekStarts ?? 'monday') === 'monday'
      ? { key: isoWeek(start), first, last }
      : stretch(first, last);
  }
  const { months, month, dayOfMonth } = yearStart(kind, calendar);
  const start = month + number * months;
  const first = startInMonth(start, dayOfMonth);
  const last = Math.min(dayBefore(startInMonth(start + months, dayOfMonth)), LAST_DAY);
  const isPlain = dayOfMonth === 0 && month === 0;
  return isPlain ? { key: plainName(kind, start, months), first, last } : stretch(first, last);
}

/** The name of a window that follows the calendar, from its first month. */
function plainName(kind: keyof typeof MONTHS, first: number, months: number): string {
  const month = monthFromNumber(first);
  if (kind === 'month') return month;
  const year = month.slice(0, 4);
  if (kind === 'year' || kind === 'calendar-year') return year;
  return `${year}-${kind === 'quarter' ? 'Q' : 'H'}${(first % 12) / months + 1}`;
}

/** The name of the week that starts on a Monday, as ISO 8601 gives it: it belongs to the year of its Thursday. */
function isoWeek(monday: number): string {
  const year = yearOfDay(dayFromEpoch(monday + 3));
  const newYear = epochDays(firstDayOfMonth(year * 12));
  const week = Math.floor((monday + 3 - newYear) / 7) + 1;
  return `${monthFromNumber(year * 12).slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** A window named by its first and last month, or by its days if it is not made of whole months. */
export function stretch(first: DayNumber, last: DayNumber): Window {
  const isMonths = first === firstDayOfMonth(monthOfDay(first)) && last === lastDayOfMonth(monthOfDay(last));
  const length = isMonths ? 'YYYY-MM'.length : 'YYYY-MM-DD'.length;
  const [from, to] = [dayFromNumber(first).slice(0, length), dayFromNumber(last).slice(0, length)];
  return { key: from === to ? from : `${from}..${to}`, first, last };
}

/** The year of an account that contains a day: it starts on the day of the opening and on each of its anniversaries. */
function accountYear(on: CalendarDate, openedOn: CalendarDate): Window {
  const years = Number(on.slice(0, 4)) - Number(openedOn.slice(0, 4));
  const year = addMonths(openedOn, years * 12) <= on ? years : years - 1;
  const first = dayNumber(addMonths(openedOn, year * 12));
  const next = addMonths(openedOn, (year + 1) * 12);
  return stretch(first, next > LAST_DATE ? LAST_DAY : dayBefore(dayNumber(next)));
}

/** What the name of a window says: its kind, year and place in the year, or its first and last month or day. */
export type NamedWindow =
  | { readonly kind: NamedKind; readonly year: number; readonly place: number }
  | { readonly kind: 'stretch'; readonly first: string; readonly last: string };

/** The kinds of window that a name tells. A day is its own name, and a calendar year has that of a year. */
type NamedKind = Exclude<WindowKind, 'day' | 'calendar-year'>;

/** How the name of a window is recognised: its year and, if the year has several such windows, its place in it. */
const NAMES: readonly (readonly [kind: NamedKind, pattern: RegExp])[] = [
  ['year', /^(\d{4})$/],
  ['half-year', /^(\d{4})-H(\d)$/],
  ['quarter', /^(\d{4})-Q(\d)$/],
  ['month', /^(\d{4})-(\d{2})$/],
  ['week', /^(\d{4})-W(\d{2})$/],
];

/** The window with this name; `undefined` for a day, which is its own name, and for anything else. */
export function windowNamed(name: string): NamedWindow | undefined {
  if (name === 'life') return { kind: 'life', year: 0, place: 0 };
  for (const [kind, pattern] of NAMES) {
    const [, year, place = '1'] = pattern.exec(name) ?? [];
    if (year !== undefined) return { kind, year: Number(year), place: Number(place) };
  }
  const [, first, last] = /^([\d-]{7,10})\.\.([\d-]{7,10})$/.exec(name) ?? [];
  return first === undefined || last === undefined ? undefined : { kind: 'stretch', first, last };
}
