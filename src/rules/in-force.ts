import type { CalendarDate } from '../values/calendar.js';
import type { RuleSet } from './rule-set.js';

/** Whether a rule set's own bounds let an entry bear this date. */
export function isInForce(ruleSet: RuleSet, on: CalendarDate): boolean {
  const { from, until } = ruleSet.inForce;
  return (from === undefined || on >= from) && (until === undefined || on <= until);
}

/**
 * The version in force on a day, of several versions of a community's rules: the one whose `inForce` holds that day and begins
 * last. `undefined` where none does.
 *
 * @param on - the day, `YYYY-MM-DD`
 *
 * @example
 * ```ts
 * import { ruleSetOn } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(ruleSetOn([renfa2022], '2023-05-04')?.id) // → renfa-2022-31
 * ```
 */
export function ruleSetOn<R extends RuleSet>(ruleSets: Iterable<R>, on: CalendarDate): R | undefined {
  let found: R | undefined;
  for (const ruleSet of ruleSets) {
    if (!isInForce(ruleSet, on)) continue;
    if (found === undefined || (ruleSet.inForce.from ?? '') >= (found.inForce.from ?? '')) found = ruleSet;
  }
  return found;
}
