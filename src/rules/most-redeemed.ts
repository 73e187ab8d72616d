import type { Calendar, LimitSpan } from '../values/window.js';
import type { RedemptionLimit, RedemptionPeriod, RedemptionRule } from './rule-set.js';
import { windowsIn } from './windows-in.js';

/** What the rules say of how often and how much an account redeems. */
export type Redeeming = Pick<RedemptionRule, 'period' | 'visits' | 'rewardsPerVisit' | 'limits' | 'requires'>;

/** What is counted of redemptions, and over which window. */
type Counting = Pick<RedemptionLimit, 'counts' | 'rewards' | 'per'>;

/**
 * The most visits, rewards or points that redemptions can come to in one of a sentence's windows, by the visits of each period and by
 * the limits; `Infinity` if these tell no end.
 *
 * @param except - the limit that the sentence is, if it is one
 */
export function mostRedeemed(
  redemption: Redeeming,
  { counts, rewards, per }: Counting,
  calendar: Calendar | undefined,
  except?: RedemptionLimit,
): number {
  const bounds = Object.values(redemption.limits ?? {})
    .filter((limit) => limit !== except && limit.counts === counts && holdsAll(limit, rewards))
    .map((limit) => times(limit.maximum, windowsIn(limit.per, per, calendar)));
  if (counts === 'visits') {
    const { period, visits } = redemption;
    if (visits !== undefined) bounds.push(times(visits, periodsIn(period, per, calendar)));
    return least(bounds);
  }
  const visits = mostRedeemed(redemption, { counts: 'visits', per, ...(rewards && { rewards }) }, calendar);
  if (visits === 0) return 0;
  if (counts === 'rewards') bounds.push((redemption.rewardsPerVisit ?? Number.POSITIVE_INFINITY) * visits);
  return least(bounds);
}

/** How many periods of redemption a window touches, at most. */
function periodsIn(period: RedemptionPeriod, per: LimitSpan, calendar: Calendar | undefined): number {
  switch (period.kind) {
    case 'calendar':
      return windowsIn(period.window, per, calendar);
    case 'rolling':
      return windowsIn({ last: period.months, of: 'months' }, per, calendar);
    case 'openings':
      return period.openings.length * windowsIn('calendar-year', per, calendar);
  }
}

/** Whether a limit counts all that a sentence counts. */
function holdsAll(limit: RedemptionLimit, rewards: readonly string[] | undefined): boolean {
  return limit.rewards === undefined || rewards?.every((reward) => limit.rewards?.includes(reward)) === true;
}

function least(bounds: readonly number[]): number {
  return Math.min(Number.POSITIVE_INFINITY, ...bounds);
}

/** A product in which nothing, however often, is nothing. */
export function times(amount: number, count: number): number {
  return amount === 0 ? 0 : amount * count;
}
