import type { RoleRule } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import type { LedgerRole } from './ledger-role.js';
import type { RoleBehaviour } from './population.js';
import { rateByMonth, share } from './rates.js';

/** In how many of the periods in which they could have been made report-ins were made. */
export function estimateReportIns(
  { reportIns, volunteers }: LedgerRole,
  { items, opening }: RoleRule,
  exposure: readonly number[],
  to: string,
): Pick<RoleBehaviour, 'reportIn'> {
  const made = reportIns.reduce((sum, count) => sum + count, 0);
  if (made === 0) return {};
  const once = items[opening.item]?.once;
  const per = once?.per ?? 'year';
  const length =
    per === 'twelve-months' ? 12 : per === 'life' ? Number.POSITIVE_INFINITY : WINDOW_MONTHS[per];
  const periodOf = (date: string): number => Math.floor(monthNumber(date) / length);
  const apart = once?.opening === 'counts' ? 0 : 1;
  let periods = 0;
  for (const { openedOn } of volunteers) periods += periodOf(to) - periodOf(openedOn) + apart;
  return {
    reportIn: { probability: share(made, periods), season: rateByMonth(reportIns, exposure).season },
  };
}
