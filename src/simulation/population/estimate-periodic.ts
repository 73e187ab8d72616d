import type { RoleRule, RuleSet } from '../../rules/rule-set.js';
import { dayNumber, monthNumber } from '../../values/calendar.js';
import { windowNumber } from '../../values/window.js';
import { visitsAPeriod } from '../run/periodic-models.js';
import type { LedgerRole } from './ledger-role.js';
import type { DelayedChance, RedeemingBehaviour, RoleBehaviour } from './population.js';
import { rateByMonth, share } from './rates.js';

/** Estimates the share of periods in which a volunteer who could report in did. */
export function estimateReportIns(
  { reportIns, volunteers }: LedgerRole,
  { items, opening }: RoleRule,
  exposure: readonly number[],
  to: string,
  calendar: RuleSet['calendar'],
): Pick<RoleBehaviour, 'reportIn'> {
  const made = reportIns.reduce((sum, count) => sum + count, 0);
  if (made === 0) return {};
  const once = items[opening.item]?.once;
  const per = once?.per ?? 'year';
  const window = per === 'twelve-months' ? 'year' : per;
  const periodOf = (date: string): number =>
    window === 'life' ? 0 : windowNumber(window, dayNumber(date), calendar);
  const firstPeriod = once?.opening === 'counts' ? 0 : 1;
  let periods = 0;
  for (const { openedOn, closedOn = to } of volunteers) {
    periods += periodOf(closedOn) - periodOf(openedOn) + firstPeriod;
  }
  return {
    reportIn: { probability: share(made, periods), season: rateByMonth(reportIns, exposure).season },
  };
}

/** Estimates redeeming. Periods in which an account could not afford the cheapest reward say nothing and are left out. */
export function estimateRedeeming(
  { idle, visits, volunteers, returns }: LedgerRole,
  ruleSet: RuleSet,
  to: string,
): RedeemingBehaviour | undefined {
  if (visits.made === 0) return undefined;
  const last = redemptionPeriods(ruleSet)(to);
  let periods = volunteers.reduce((sum, { visited }) => sum + visited, 0);
  for (const [balance, count] of idle) if (balance >= visits.cheapest) periods += count;
  for (const { balance, closedOn, lastPeriod } of volunteers)
    if (balance >= visits.cheapest && closedOn === undefined) periods += Math.max(0, last - lastPeriod);
  return {
    probability: share(visits.made, periods * visitsAPeriod(ruleSet.redemption, ruleSet.calendar)),
    rewards: Object.fromEntries([...visits.of].sort(([a], [b]) => (a < b ? -1 : 1))),
    another: share(visits.rewards - visits.made, visits.rewards),
    ...(returns.made === 0 ? {} : { returns: delayOf(returns, visits.made) }),
  };
}

/** How often something followed, and within how many days: evenly drawn from 1, their mean is half of the most and one. */
export function delayOf(
  { made, days }: { readonly made: number; readonly days: number },
  of: number,
): DelayedChance {
  return { probability: share(made, of), days: Math.max(1, Math.round((2 * days) / made) - 1) };
}

/** Numbers the redemption periods by the days in them; openings share the year equally. */
export function redemptionPeriods({ calendar, redemption }: RuleSet): (date: string) => number {
  const { period } = redemption;
  if (period.kind === 'calendar') return (date) => windowNumber(period.window, dayNumber(date), calendar);
  const months =
    period.kind === 'rolling' ? period.months : Math.max(1, Math.floor(12 / period.openings.length));
  return (date) => Math.floor(monthNumber(date) / months);
}
