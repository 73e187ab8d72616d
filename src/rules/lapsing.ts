import type { DayNumber } from '../values/calendar.js';
import { type Calendar, windowAfter } from '../values/window.js';
import type { Lapse, RuleSet } from './rule-set.js';

/** How points lapse, by the scheme's own calendar. */
export type Lapsing = Lapse & { readonly calendar?: Calendar };

/** How points lapse by a rule set; `undefined` if they do not. */
export function lapsingOf({ redemption, calendar }: RuleSet): Lapsing | undefined {
  const { lapse } = redemption.carryOver;
  return lapse === undefined || calendar === undefined ? lapse : { ...lapse, calendar };
}

/** The last day on which the points of a day are good. */
export function goodThrough(day: DayNumber, { window, periods, calendar }: Lapsing): DayNumber {
  return windowAfter(window, day, periods, calendar).last;
}
