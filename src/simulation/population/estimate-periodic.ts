import type { RedemptionRule } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import type { LedgerRole } from './ledger-role.js';
import type { RedeemingBehaviour } from './population.js';
import { share } from './rates.js';

/** Periods in which the cheapest reward could not be afforded tell nothing of the will to redeem. */
export function estimateRedeeming(
  { idle, visits, volunteers }: LedgerRole,
  redemption: RedemptionRule,
  to: string,
): RedeemingBehaviour | undefined {
  if (visits.made === 0) return undefined;
  const last = Math.floor(monthNumber(to) / periodMonths(redemption));
  let chances = volunteers.reduce((sum, { visited }) => sum + visited, 0);
  for (const [balance, periods] of idle) if (balance >= visits.cheapest) chances += periods;
  for (const { balance, lastPeriod } of volunteers)
    if (balance >= visits.cheapest) chances += Math.max(0, last - lastPeriod);
  return {
    probability: share(visits.made, chances * (redemption.visits ?? 1)),
    rewards: Object.fromEntries([...visits.of].sort(([a], [b]) => (a < b ? -1 : 1))),
    another: share(visits.rewards - visits.made, visits.rewards),
  };
}

/** How many months a period of redemption has; openings share the year among them. */
export function periodMonths({ period }: RedemptionRule): number {
  if (period.kind === 'calendar') return WINDOW_MONTHS[period.window];
  return period.kind === 'rolling' ? period.months : Math.max(1, Math.floor(12 / period.openings.length));
}
