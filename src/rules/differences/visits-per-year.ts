import { WINDOWS_A_YEAR } from '../../values/window.js';
import type { RedemptionRule } from '../rule-set.js';

/** How many visits a year the redemption rule gives at most. */
export function visitsPerYear({
  period,
  visits = Number.POSITIVE_INFINITY,
}: Pick<RedemptionRule, 'period' | 'visits'>): number {
  if (period.kind === 'openings') return period.openings.length * visits;
  return (period.kind === 'rolling' ? 12 / period.months : WINDOWS_A_YEAR[period.window]) * visits;
}
