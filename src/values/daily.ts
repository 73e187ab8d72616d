import { type DayNumber, yearOfDay } from './calendar.js';
import type { MakeWritable } from './writable.js';

/** What the days of one year hold. */
export type YearOfDays = {
  readonly year: number;
  /** The sum of the year's amounts. */
  readonly amount: number;
  /** The number of the year's entries. */
  readonly count: number;
  /** One flat list: a day, its amount, its number of entries, then the next day, in the order of the calendar. */
  readonly days: readonly number[];
};

/**
 * Amounts by day, from which the sum of any stretch of days is made. The years come in their order, so that the same entries give the
 * same value whatever the order in which they were added, and adding one copies one year at most.
 */
export type Daily = readonly YearOfDays[];

/** The number of fields of a day. */
export const DAY_FIELDS = 3;

/** Adds one entry's amount to a day. */
export function addTo(daily: Daily, day: DayNumber, amount: number, writable: MakeWritable): Daily {
  return changed(daily, day, amount, 1, writable);
}

/** Adds the amount of several entries to a day. */
export function addEntries(
  daily: Daily,
  day: DayNumber,
  amount: number,
  entries: number,
  writable: MakeWritable,
): Daily {
  return changed(daily, day, amount, entries, writable);
}

/** Takes one entry's amount from a day. A day without entries is no longer held. */
export function takeFrom(daily: Daily, day: DayNumber, amount: number, writable: MakeWritable): Daily {
  return changed(daily, day, -amount, -1, writable);
}

/** Changes a day's amount by something that is no entry of its own. The day has to have an entry. */
export function adjust(daily: Daily, day: DayNumber, amount: number, writable: MakeWritable): Daily {
  return changed(daily, day, amount, 0, writable);
}

function changed(
  daily: Daily,
  day: DayNumber,
  amount: number,
  entries: number,
  writable: MakeWritable,
): Daily {
  const years = writable(daily);
  const year = yearOfDay(day);
  let at = years.length;
  // Most entries are of the latest year.
  while (at > 0 && (years[at - 1] as YearOfDays).year >= year) at -= 1;
  if (years[at]?.year !== year) years.splice(at, 0, { year, amount: 0, count: 0, days: [] });
  const of = writable(years[at] as YearOfDays);
  years[at] = of;
  of.amount += amount;
  of.count += entries;
  of.days = withDay(writable(of.days), day, amount, entries);
  if (of.count === 0) years.splice(at, 1);
  return years;
}

function withDay(days: number[], day: DayNumber, amount: number, entries: number): number[] {
  let at = days.length;
  while (at > 0 && (days[at - DAY_FIELDS] as number) >= day) at -= DAY_FIELDS;
  if (days[at] !== day) {
    if (at === days.length) days.push(day, amount, entries);
    else days.splice(at, 0, day, amount, entries);
    return days;
  }
  days[at + 1] = (days[at + 1] as number) + amount;
  days[at + 2] = (days[at + 2] as number) + entries;
  if (days[at + 2] === 0) days.splice(at, DAY_FIELDS);
  return days;
}

/** The sum of the amounts from the first day to the last, inclusive. */
export function amountIn(daily: Daily, first: DayNumber, last: DayNumber): number {
  return sumOf(daily, 'amount', first, last);
}

/** The number of entries from the first day to the last, inclusive. */
export function countIn(daily: Daily, first: DayNumber, last: DayNumber): number {
  return sumOf(daily, 'count', first, last);
}

function sumOf(daily: Daily, figure: 'amount' | 'count', first: DayNumber, last: DayNumber): number {
  const [firstYear, lastYear] = [yearOfDay(first), yearOfDay(last)];
  let sum = 0;
  for (const of of daily) {
    if (of.year < firstYear || of.year > lastYear) continue;
    const { days } = of;
    // A year that lies in the stretch as a whole need not be looked through.
    if ((days[0] as number) >= first && (days[days.length - DAY_FIELDS] as number) <= last) {
      sum += of[figure];
      continue;
    }
    const field = figure === 'amount' ? 1 : 2;
    for (let at = days.length - DAY_FIELDS; at >= 0 && (days[at] as number) >= first; at -= DAY_FIELDS) {
      if ((days[at] as number) <= last) sum += days[at + field] as number;
    }
  }
  return sum;
}

/** The first day with entries from a day on; `undefined` where there is none. */
export function firstDayFrom(daily: Daily, first: DayNumber): DayNumber | undefined {
  for (const { days } of daily) {
    if ((days[days.length - DAY_FIELDS] as number) < first) continue;
    let at = 0;
    while ((days[at] as number) < first) at += DAY_FIELDS;
    return days[at];
  }
  return undefined;
}

/** The first day with entries; later than every day where there is none. */
export function firstDayIn(daily: Daily): DayNumber {
  return daily[0]?.days[0] ?? Number.POSITIVE_INFINITY;
}

/** The last day with entries; earlier than every day where there is none. */
export function lastDayOf(daily: Daily): DayNumber {
  return daily.at(-1)?.days.at(-DAY_FIELDS) ?? Number.NEGATIVE_INFINITY;
}

/** The sum of all amounts. */
export function sumOfAmounts(daily: Daily): number {
  let sum = 0;
  for (const { amount } of daily) sum += amount;
  return sum;
}

/** The sum of the days that add something. */
export function gainsIn(daily: Daily): number {
  let gains = 0;
  for (const { days } of daily) {
    for (let at = 1; at < days.length; at += DAY_FIELDS) gains += Math.max(days[at] as number, 0);
  }
  return gains;
}

/** Visits each day with its amount and its number of entries, in the order of the calendar. */
export function eachDay(daily: Daily, visit: (day: DayNumber, amount: number, count: number) => void): void {
  for (const { days } of daily) {
    for (let at = 0; at < days.length; at += DAY_FIELDS) {
      visit(days[at] as DayNumber, days[at + 1] as number, days[at + 2] as number);
    }
  }
}
