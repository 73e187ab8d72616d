import {
  addMonths,
  type CalendarDate,
  type DayNumber,
  dayAfter,
  dayBefore,
  dayFromNumber,
  dayNumber,
  type MonthDay,
} from '../../values/calendar.js';
import { type Calendar, windowAfter } from '../../values/window.js';
import { daysAllTold } from '../reach/days-all-told.js';
import type { RedemptionPeriod } from '../rule-set.js';
import type { Verdict } from './direction.js';

/** Tells the last day of the period that begins with a day or holds it; `undefined` where nothing is possible on it. */
export type PeriodThrough = (day: DayNumber) => DayNumber | undefined;

/** Until when a period of redemption goes on. */
export function periodThrough(period: RedemptionPeriod, calendar: Calendar | undefined): PeriodThrough {
  if (period.kind === 'openings') return (day) => openThrough(period.openings, dayFromNumber(day));
  if (period.kind === 'rolling')
    return (day) => dayBefore(dayNumber(addMonths(dayFromNumber(day), period.months)));
  return (day) => windowAfter(period.window, day, 0, calendar).last;
}

function openThrough(
  openings: readonly { readonly from: MonthDay; readonly to: MonthDay }[],
  date: CalendarDate,
): DayNumber | undefined {
  const [year, day] = [date.slice(0, 4), date.slice(5)];
  const opening = openings.find(({ from, to }) => from <= day && day <= to);
  return opening && dayNumber(`${year}-${opening.to}`);
}

/** How periods differ: stricter where no day is possible that was not, nor any two days apart that shared a period. */
export function judgePeriods(was: PeriodThrough, is: PeriodThrough): Verdict {
  const isStricter = holdsBack(is, was);
  if (isStricter === holdsBack(was, is)) return 'other';
  return isStricter ? 'stricter' : 'looser';
}

/** Whether periods allow nothing that others do not. */
function holdsBack(is: PeriodThrough, was: PeriodThrough): boolean {
  // Many days share one last day.
  const nextAfter = new Map<DayNumber, DayNumber>();
  return daysAllTold().every((day) => {
    const [last, lastBefore] = [is(day), was(day)];
    if (last === undefined) return true;
    const next = nextAfter.get(last) ?? nextPossible(is, last);
    nextAfter.set(last, next);
    return lastBefore !== undefined && next > lastBefore;
  });
}

/** The first day after another on which something is possible; there is one each year. */
function nextPossible(is: PeriodThrough, last: DayNumber): DayNumber {
  let next = dayAfter(last);
  while (is(next) === undefined) next = dayAfter(next);
  return next;
}
