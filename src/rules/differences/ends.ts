import { type DayNumber, daysOfMonths } from '../../values/calendar.js';
import { type Calendar, windowAfter } from '../../values/window.js';
import { daysAllTold } from '../reach/days-all-told.js';
import type { Lapse, Term } from '../rule-set.js';
import { directionOf, type Verdict } from './direction.js';

/** How some windows and as many further ones differ: looser where what begins on a day ends earlier for none of them, and later for some. */
export function judgeLapse(
  was: Lapse,
  is: Lapse,
  calendars: { readonly was: Calendar | undefined; readonly is: Calendar | undefined },
): Exclude<Verdict, 'new'> {
  const through = ({ window, periods }: Lapse, day: DayNumber, calendar: Calendar | undefined): DayNumber =>
    windowAfter(window, day, periods, calendar).last;
  return directionOf(
    daysAllTold().map((day) => through(is, day, calendars.is) - through(was, day, calendars.was)),
  );
}

/** How terms differ: looser where the one is as long at least as the other can be, whichever day they begin on. */
export function judgeTerm(was: Term, is: Term): Exclude<Verdict, 'new'> {
  const [before, after] = [daysOf(was), daysOf(is)];
  const isNeverShorter = after.least >= before.most;
  if (isNeverShorter === after.most <= before.least) return 'other';
  return isNeverShorter ? 'looser' : 'stricter';
}

/** The fewest and the most days that a term has. */
function daysOf({ last, of }: Term): { readonly least: number; readonly most: number } {
  return of === 'months' ? daysOfMonths(last) : { least: last, most: last };
}
