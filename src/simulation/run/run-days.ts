import {
  addDays,
  type CalendarDate,
  daysInMonth,
  isCalendarDate,
  type Month,
  monthFromNumber,
  monthNumber,
} from '../../values/calendar.js';
import { SimulationError } from '../simulation-error.js';

/** A month of a run. Days are numbered from 0, the first day of the run. */
export type RunMonth = {
  readonly month: Month;
  /** The month of the year; 0 is January. */
  readonly ofYear: number;
  /** The number of the month's first day; negative if the run starts later in the month. */
  readonly first: number;
  /** The number of days in the whole month. */
  readonly length: number;
};

/** The days of a run. */
export type RunDays = {
  readonly dates: readonly CalendarDate[];
  readonly months: readonly RunMonth[];
  /** The number of the run's first day on or after a date; the number of days in the run if there is none. */
  readonly numberFrom: (date: CalendarDate) => number;
};

/** The days of a run, from the first to the last inclusive. */
export function runDays(from: CalendarDate, to: CalendarDate): RunDays {
  for (const [name, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!isCalendarDate(date))
      throw new SimulationError('not-a-date', `not a date written YYYY-MM-DD: ${String(date)}`, name);
  }
  if (from > to)
    throw new SimulationError('period-backwards', `the run ends on ${to}, before it starts on ${from}`);
  const dates: CalendarDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  const numbers = new Map(dates.map((date, number) => [date, number]));
  return {
    dates,
    months: monthsOf(from, to),
    numberFrom: (date) => (date <= from ? 0 : (numbers.get(date) ?? dates.length)),
  };
}

function monthsOf(from: CalendarDate, to: CalendarDate): RunMonth[] {
  const months: RunMonth[] = [];
  let first = 1 - Number(from.slice(8));
  for (let number = monthNumber(from); number <= monthNumber(to); number += 1) {
    const ofYear = number % 12;
    const length = daysInMonth(Math.floor(number / 12), ofYear + 1);
    months.push({ month: monthFromNumber(number), ofYear, first, length });
    first += length;
  }
  return months;
}
