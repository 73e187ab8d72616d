import { type CalendarDate, dayFromNumber, dayNumber, yearOfDay } from '../values/calendar.js';
import { undisturbed } from '../values/undisturbed.js';
import { windowNumber, windowNumbered } from '../values/window.js';
import { requireRuleSet } from './require-rule-set.js';
import type { RuleSet } from './rule-set.js';

/**
 * The days of a year by which the register has to be published: the last day of each window, such as a month or a quarter, as the rule
 * set says. Empty if it says nothing.
 *
 * @throws RangeError unless the year is a whole number from 1900 to 9999
 *
 * @example
 * ```ts
 * import { publicationDays } from 'points-bank'
 * import { luohe } from 'points-bank/rule-sets'
 *
 * console.log(publicationDays(luohe, 2024).join(', ')) // → 2024-03-31, 2024-06-30, 2024-09-30, 2024-12-31
 * ```
 */
export function publicationDays(ruleSet: RuleSet, year: number): CalendarDate[] {
  return undisturbed(() => daysOfPublication(ruleSet, year));
}

function daysOfPublication(ruleSet: RuleSet, year: number): CalendarDate[] {
  requireRuleSet(ruleSet);
  const { calendar, publication } = ruleSet;
  if (!Number.isInteger(year) || year < 1900 || year > 9999) {
    throw new RangeError(`not a year from 1900 to 9999: ${String(year)}`);
  }
  if (publication === undefined) return [];
  const { every } = publication;
  const numberOn = (day: CalendarDate): number => windowNumber(every, dayNumber(day), calendar);
  const first = numberOn(`${year}-01-01`);
  const windows = numberOn(`${year}-12-31`) - first + 1;
  return Array.from({ length: windows }, (_, later) => windowNumbered(every, first + later, calendar).last)
    .filter((last) => yearOfDay(last) === year)
    .map(dayFromNumber);
}
