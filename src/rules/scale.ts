import type { RuleSet } from './rule-set.js';

/**
 * Points as the scheme's people write them. Where a rule set counts halves or quarters (`points.scale`), rules, events, accounts and
 * reports hold whole numbers of them; only what is shown is divided.
 *
 * @example
 * ```ts
 * import { shownPoints } from 'points-bank'
 *
 * console.log(shownPoints(5, { points: { scale: 4 } })) // → 1.25
 * ```
 */
export function shownPoints(points: number, ruleSet: Pick<RuleSet, 'points'>): number {
  return points / (ruleSet.points?.scale ?? 1);
}
