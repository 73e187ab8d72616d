/** A day that exists, written `YYYY-MM-DD`, from 1900-01-01 to 9999-12-31. It has no time and no time zone. */
export type CalendarDate = string;
/** A month written `YYYY-MM`. */
export type Month = string;
/** A day of any year, written `MM-DD`. */
export type MonthDay = string;
/** A day as a small number: 31 for each month since year 0, plus the day of the month from 0. */
export type DayNumber = number;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Numbers reserved for the days of each month. */
const DAYS_KEPT = 31;
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

/** Whether the year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The number that two digits of `value` write, or -1. */
function twoDigits(value: string, at: number): number {
  const tens = value.charCodeAt(at) - 48;
  const units = value.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

/** Whether `value` is a day that exists. Takes anything. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || value.length !== 10) return false;
  if (value.charCodeAt(4) !== 45 || value.charCodeAt(7) !== 45) return false;
  const century = twoDigits(value, 0);
  const ofCentury = twoDigits(value, 2);
  if (century < 0 || ofCentury < 0) return false;
  const year = century * 100 + ofCentury;
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  return year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether `value` is a day of a year, `MM-DD`; 02-29 is not, since most years lack it. */
export function isMonthDay(value: unknown): value is MonthDay {
  return typeof value === 'string' && value.length === 5 && isCalendarDate(`2001-${value}`);
}

/** Two digits of a valid day, as a number. */
function digits(date: CalendarDate, at: number): number {
  return date.charCodeAt(at) * 10 + date.charCodeAt(at + 1) - 528;
}

/** The year of a day. */
export function yearOf(date: CalendarDate): number {
  return digits(date, 0) * 100 + digits(date, 2);
}

/** The month of a day, as `YYYY-MM`. */
export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** A day as a {@link DayNumber}. */
export function dayNumber(date: CalendarDate): DayNumber {
  return monthNumber(date) * DAYS_KEPT + digits(date, 8) - 1;
}

/** The inverse of {@link dayNumber}. */
export function dayFromNumber(number: DayNumber): CalendarDate {
  return `${monthFromNumber(monthOfDay(number))}-${pad((number % DAYS_KEPT) + 1, 2)}`;
}

/** The month of a {@link DayNumber}, as {@link monthNumber} counts months. */
export function monthOfDay(number: DayNumber): number {
  return Math.floor(number / DAYS_KEPT);
}

/** The year of a {@link DayNumber}. */
export function yearOfDay(number: DayNumber): number {
  return Math.floor(number / (DAYS_KEPT * 12));
}

/** The first day of a month, as {@link monthNumber} counts months. */
export function firstDayOfMonth(month: number): DayNumber {
  return month * DAYS_KEPT;
}

/** The last day of a month, as {@link monthNumber} counts months. */
export function lastDayOfMonth(month: number): DayNumber {
  return month * DAYS_KEPT + daysInMonth(Math.floor(month / 12), (month % 12) + 1) - 1;
}

/** The day after a day. */
export function dayAfter(day: DayNumber): DayNumber {
  const month = monthOfDay(day);
  return day < lastDayOfMonth(month) ? day + 1 : firstDayOfMonth(month + 1);
}

/** The day before a day. */
export function dayBefore(day: DayNumber): DayNumber {
  const month = monthOfDay(day);
  return day > firstDayOfMonth(month) ? day - 1 : lastDayOfMonth(month - 1);
}

/** Later than every valid day: what is due then never comes. */
export const NEVER: CalendarDate = '9999-12-32';

/** Months since year 0. */
export function monthNumber(date: CalendarDate | Month): number {
  return yearOf(date) * 12 + digits(date, 5) - 1;
}

/** The inverse of {@link monthNumber}. */
export function monthFromNumber(number: number): Month {
  let month = WRITTEN.get(number);
  if (month === undefined) {
    month = `${pad(Math.floor(number / 12), 4)}-${pad((number % 12) + 1, 2)}`;
    // Only valid months are remembered, since a number from outside may be anything.
    if (number >= FIRST_YEAR * 12 && number < (LAST_YEAR + 1) * 12) WRITTEN.set(number, month);
  }
  return month;
}

/** Months written before. The same few are needed again and again, and there are fewer than 100,000. */
const WRITTEN: Map<number, Month> = /* @__PURE__ */ new Map();

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function write(year: number, month: number, day: number): CalendarDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day that a term of days or months after a day ends on. */
export function addTerm(
  date: CalendarDate,
  { last, of }: { readonly last: number; readonly of: 'days' | 'months' },
): CalendarDate {
  return of === 'months' ? addMonths(date, last) : addDays(date, last);
}

/** The day `days` later (earlier if negative), but no later than 9999-12-31. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(Date.UTC(yearOf(date), digits(date, 5) - 1, digits(date, 8) + days));
  const year = moved.getUTCFullYear();
  return year > LAST_YEAR
    ? write(LAST_YEAR, 12, 31)
    : write(year, moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** The number of days from one day to another; below 0 if the other is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDays(dayNumber(to)) - epochDays(dayNumber(from));
}

const DAY_IN_MS = 86_400_000;

/** Days since 1970-01-01, a Thursday. They are counted without gaps, as a {@link DayNumber} is not. */
export function epochDays(day: DayNumber): number {
  const month = monthOfDay(day);
  return Date.UTC(Math.floor(month / 12), month % 12, (day % DAYS_KEPT) + 1) / DAY_IN_MS;
}

/** The inverse of {@link epochDays}. */
export function dayFromEpoch(days: number): DayNumber {
  const date = new Date(days * DAY_IN_MS);
  return (date.getUTCFullYear() * 12 + date.getUTCMonth()) * DAYS_KEPT + date.getUTCDate() - 1;
}

/**
 * The same day `months` later, or the last day of a shorter month: six months after 31 August is 28 February. {@link NEVER} past the
 * year 9999.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const number = monthNumber(date) + months;
  const year = Math.floor(number / 12);
  const month = (number % 12) + 1;
  if (year > LAST_YEAR) return NEVER;
  return write(year, month, Math.min(digits(date, 8), daysInMonth(year, month)));
}

/** After so many years the leap years, and the days of the week, are as they were. */
const CYCLE = 400;

/** The fewest and the most days from a day to the one so many months later, whichever the first is. */
export function daysOfMonths(months: number): { readonly least: number; readonly most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let month = FIRST_YEAR * 12; month < (FIRST_YEAR + CYCLE) * 12; month += 1) {
    const days = epochDays(firstDayOfMonth(month + months)) - epochDays(firstDayOfMonth(month));
    [least, most] = [Math.min(least, days), Math.max(most, days)];
  }
  return { least, most };
}

/** The last day of a month. */
export function lastDayOf(month: Month): CalendarDate {
  return `${month}-${pad(daysInMonth(yearOf(month), digits(month, 5)), 2)}`;
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(date: CalendarDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
