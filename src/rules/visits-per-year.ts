import { WINDOW_MONTHS } from '../values/window.js';
import type { RedemptionRule } from './rule-set.js';

/** How many visits a year the redemption rule gives at most. */
export function visitsPerYear({
  period,
  visits = Number.POSITIVE_INFINITY,
}: Pick<RedemptionRule, 'period' | 'visits'>): number {
  if (period.kind === 'openings') return period.openings.length * visits;
  return (12 / (period.kind === 'rolling' ? period.months : WINDOW_MONTHS[period.window])) * visits;
}
