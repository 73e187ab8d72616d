import type { CarryOverRule, Keeps, Term } from '../../rules/rule-set.js';
import {
  addDays,
  addMonths,
  type DayNumber,
  dayFromNumber,
  dayNumber,
  lastDayOfMonth,
  monthOfDay,
} from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';

/** Later than every day. */
export const NO_END: DayNumber = Number.POSITIVE_INFINITY;

/** Whether all points are good for ever. */
export function isKeptForEver({ lapse, goodFor, keeps, inactivity }: CarryOverRule): boolean {
  return (lapse ?? goodFor ?? keeps ?? inactivity) === undefined;
}

/** The last day on which the points of a day are good by their age. */
export function goodThrough(day: DayNumber, { lapse, goodFor }: CarryOverRule): DayNumber {
  const window = lapse === undefined ? NO_END : endOfWindow(day, lapse.window, lapse.periods);
  return Math.min(window, termAfter(day, goodFor));
}

/** The last day on which points are good if a day's entry is the last one. */
export function idleThrough(day: DayNumber, { inactivity }: CarryOverRule): DayNumber {
  return termAfter(day, inactivity);
}

/** The last day of the window at whose end something of what is held may lapse. */
export function keptThrough(day: DayNumber, { keeps }: CarryOverRule): DayNumber {
  return keeps === undefined ? NO_END : endOfWindow(day, keeps.per, 0);
}

/** Of the points held at the end of a window, those that carry over. */
export function kept(points: number, { percent = 100, atMost = points, inStepsOf = 1 }: Keeps): number {
  // Hundreds apart from the rest, so that the product stays exact.
  const share = Math.floor(points / 100) * percent + Math.floor(((points % 100) * percent) / 100);
  const most = Math.min(share, atMost);
  return most - (most % inStepsOf);
}

/** The first day after another one. */
export function dayAfter(day: DayNumber): DayNumber {
  return dayNumber(addDays(dayFromNumber(day), 1));
}

function termAfter(day: DayNumber, term: Term | undefined): DayNumber {
  if (term === undefined) return NO_END;
  const after = term.of === 'months' ? addMonths : addDays;
  return dayNumber(after(dayFromNumber(day), term.last));
}

/** The last day of the window that is so many windows after that of a day. */
function endOfWindow(day: DayNumber, window: Keeps['per'], after: number): DayNumber {
  const length = WINDOW_MONTHS[window];
  const month = monthOfDay(day);
  return lastDayOfMonth(month - (month % length) + length * (after + 1) - 1);
}
