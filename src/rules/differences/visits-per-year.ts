import { WINDOWS_A_YEAR } from '../../values/window.js';
import type { RedemptionLimit, RedemptionPeriod, RedemptionRule, RedemptionSpan } from '../rule-set.js';

/** How many visits a year the redemption rule gives at most. */
export function visitsPerYear({ limits = {}, period }: Pick<RedemptionRule, 'limits' | 'period'>): number {
  return Object.values(limits)
    .filter(limitsVisits)
    .reduce((least, { maximum, per }) => Math.min(least, maximum * spansPerYear(per, period)), NO_END);
}

const NO_END = Number.POSITIVE_INFINITY;

/** Whether a limit says how many visits there are, whatever is redeemed in them. */
export function limitsVisits({ counts, rewards }: RedemptionLimit): boolean {
  return counts === 'visits' && rewards === undefined;
}

/** How many periods of redemption a year has. */
export function periodsPerYear(period: RedemptionPeriod): number {
  if (period.kind === 'openings') return period.openings.length;
  return period.kind === 'rolling' ? 12 / period.months : WINDOWS_A_YEAR[period.window];
}

function spansPerYear(per: RedemptionSpan, period: RedemptionPeriod): number {
  switch (per) {
    case 'visit':
      return NO_END;
    case 'period':
      return periodsPerYear(period);
    case 'life':
    case 'account-year':
      return 1;
    default:
      if (typeof per === 'string') return WINDOWS_A_YEAR[per];
      return (per.of === 'months' ? 12 : DAYS_A_YEAR) / per.last;
  }
}

const DAYS_A_YEAR = 365;
