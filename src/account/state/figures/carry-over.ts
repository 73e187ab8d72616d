import type { Keeps, RuleSet, Term } from '../../../rules/rule-set.js';
import { addTerm, type DayNumber, dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { windowAfter } from '../../../values/window.js';

/** What the rules say of points left over, and their calendar. */
type CarryingOver = Pick<RuleSet, 'calendar'> & {
  readonly redemption: Pick<RuleSet['redemption'], 'carryOver'>;
};

/** Later than every day. */
export const NO_END: DayNumber = Number.POSITIVE_INFINITY;

/** Whether all points are good for ever. */
export function isKeptForEver({ redemption }: RuleSet): boolean {
  const { lapse, goodFor, keeps, inactivity } = redemption.carryOver;
  return (lapse ?? goodFor ?? keeps ?? inactivity) === undefined;
}

/** The last day on which the points of a day are good by their age. */
export function goodThrough(day: DayNumber, { calendar, redemption }: CarryingOver): DayNumber {
  const { lapse, goodFor } = redemption.carryOver;
  const window = lapse === undefined ? NO_END : windowAfter(lapse.window, day, lapse.periods, calendar).last;
  return Math.min(window, termAfter(day, goodFor));
}

/** The last day on which points are good if the day's entry is the last one. */
export function idleThrough(day: DayNumber, { redemption }: RuleSet): DayNumber {
  return termAfter(day, redemption.carryOver.inactivity);
}

/** The last day of the window at whose end some of what is held may lapse. */
export function keptThrough(day: DayNumber, { calendar, redemption }: CarryingOver): DayNumber {
  const { keeps } = redemption.carryOver;
  return keeps === undefined ? NO_END : windowAfter(keeps.per, day, 0, calendar).last;
}

/** Of the points held at the end of a window, those that carry over. */
export function kept(points: number, { percent = 100, atMost = points, inStepsOf = 1 }: Keeps): number {
  // Hundreds apart from the rest, so that the product stays exact.
  const share = Math.floor(points / 100) * percent + Math.floor(((points % 100) * percent) / 100);
  const most = Math.min(share, atMost);
  return most - (most % inStepsOf);
}

function termAfter(day: DayNumber, term: Term | undefined): DayNumber {
  return term === undefined ? NO_END : dayNumber(addTerm(dayFromNumber(day), term));
}
