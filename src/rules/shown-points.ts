import { isRecord } from '../values/json.js';
import { undisturbed } from '../values/undisturbed.js';
import { NotARuleSetError } from './require-rule-set.js';

/**
 * Points as the scheme's people write them. Where a rule set counts halves or quarters (`points.scale`), rules, events, accounts and
 * reports hold whole numbers of them; only what is shown is divided.
 *
 * @param ruleSet - whose points they are, or no more of it than its `points`
 * @throws {@link NotARuleSetError} where it is none
 *
 * @example
 * ```ts
 * import { shownPoints } from 'points-bank'
 *
 * console.log(shownPoints(5, { points: { scale: 4 } })) // → 1.25
 * ```
 */
export function shownPoints(
  points: number,
  ruleSet: { readonly points?: { readonly scale: number } },
): number {
  return undisturbed(() => {
    if (!isRecord(ruleSet)) throw new NotARuleSetError();
    return points / (ruleSet.points?.scale ?? 1);
  });
}
