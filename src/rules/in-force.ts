import type { CalendarDate } from '../values/calendar.js';
import { own } from '../values/json.js';
import { requireDate } from '../values/require-date.js';
import { undisturbed } from '../values/undisturbed.js';
import { requireRuleSet, requireRuleSets } from './require-rule-set.js';
import type { RuleSet } from './rule-set.js';

/** Whether a rule set is in force on a day. */
export function isInForce(ruleSet: RuleSet, on: CalendarDate): boolean {
  const from = own(ruleSet.inForce, 'from');
  const until = own(ruleSet.inForce, 'until');
  return (from === undefined || on >= from) && (until === undefined || on <= until);
}

/**
 * The version of a community's rules that is in force on a day: of those whose `inForce` contains the day, the one that begins last.
 * `undefined` if there is none.
 *
 * @param on - the day, `YYYY-MM-DD`
 * @throws {@link NotARuleSetError}, {@link NotADateError} where something else is given
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
  return undisturbed(() => latestInForce(ruleSets, on));
}

function latestInForce<R extends RuleSet>(ruleSets: Iterable<R>, on: CalendarDate): R | undefined {
  requireDate(on);
  requireRuleSets(ruleSets);
  let found: R | undefined;
  for (const ruleSet of ruleSets) {
    requireRuleSet(ruleSet);
    if (!isInForce(ruleSet, on)) continue;
    if (found === undefined || beginOf(ruleSet) >= beginOf(found)) found = ruleSet;
  }
  return found;
}

/** The day from which a rule set is in force; empty where it always was. */
function beginOf({ inForce }: RuleSet): string {
  return own(inForce, 'from') ?? '';
}
