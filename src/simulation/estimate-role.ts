import type { ItemRule, RedemptionRule, RoleRule } from '../rules/rule-set.js';
import { monthNumber } from '../values/calendar.js';
import { own } from '../values/json.js';
import { WINDOW_MONTHS } from '../values/window.js';
import { rateByMonth, rounded, share } from './estimate-numbers.js';
import { estimateZeal } from './estimate-zeal.js';
import { exposureOf, monthsBetween } from './ledger-exposure.js';
import type { LedgerItem, LedgerRole } from './ledger-role.js';
import type { ItemBehaviour, RedeemingBehaviour, RoleBehaviour } from './population.js';

/** From when to when a ledger goes. */
export type LedgerPeriod = { readonly from: string; readonly to: string };

/** The behaviour that a role's ledger tells of. */
export function estimateRole(
  ledger: LedgerRole,
  role: RoleRule,
  redemption: RedemptionRule,
  { from, to }: LedgerPeriod,
): RoleBehaviour {
  const { volunteers, late, corrections } = ledger;
  const exposure = exposureOf(
    volunteers.map(({ openedOn }) => openedOn),
    to,
  );
  const months = exposure.reduce((sum, part) => sum + part, 0);
  const zeal = estimateZeal(doingsOf(ledger, months, to));
  const redeeming = estimateRedeeming(ledger, redemption, to);
  return {
    volunteers: volunteers.length,
    joining: joiningOf(ledger, from),
    ...(zeal === undefined ? {} : { zeal }),
    ...estimateReportIns(ledger, role, exposure, to),
    items: Object.fromEntries(
      [...ledger.items]
        .filter(([id]) => own(role.items, id) !== undefined)
        .map(([id, item]) => [id, estimateItem(item, role.items[id] as ItemRule, exposure)]),
    ),
    ...(late.late === 0
      ? {}
      : {
          late: {
            probability: share(late.late, late.entries),
            days: Math.max(1, Math.round((2 * late.days) / late.late) - 1),
          },
        }),
    ...(corrections.made === 0
      ? {}
      : {
          corrections: {
            perYear: rounded((12 * corrections.made) / months),
            points: weightsOf(corrections.points).map(([points, weight]) => ({ points, weight })),
            named: share(corrections.named, corrections.made),
          },
        }),
    ...(redeeming === undefined ? {} : { redeeming }),
  };
}

function weightsOf(counts: ReadonlyMap<number, number>): [number, number][] {
  return [...counts].sort(([a], [b]) => a - b);
}

function joiningOf({ volunteers }: LedgerRole, from: string): number[] {
  const first = monthNumber(from);
  const joining: number[] = [];
  for (const { openedOn } of volunteers) {
    const month = Math.max(0, monthNumber(openedOn) - first);
    while (joining.length <= month) joining.push(0);
    joining[month] = (joining[month] ?? 0) + 1;
  }
  return joining.length === 0 ? [1] : joining;
}

function doingsOf(
  { volunteers }: LedgerRole,
  months: number,
  to: string,
): Parameters<typeof estimateZeal>[0] {
  const entries = volunteers.reduce((sum, volunteer) => sum + volunteer.entries, 0);
  return volunteers.map((volunteer) => ({
    entries: volunteer.entries,
    expected: (entries / months) * monthsBetween(volunteer.openedOn, to),
  }));
}

function estimateItem(
  item: LedgerItem,
  { scoring, entry }: ItemRule,
  exposure: readonly number[],
): ItemBehaviour {
  const tiers =
    scoring.by === 'difficulty'
      ? [...item.tiers].filter(([tier]) => Object.hasOwn(scoring.points, tier))
      : [];
  const quantities = scoring.by === 'quantity' ? weightsOf(item.quantities) : [];
  return {
    ...rateByMonth(item.ofYear, exposure),
    ...(tiers.length === 0 ? {} : { tiers: Object.fromEntries(tiers.sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(quantities.length === 0
      ? {}
      : { quantities: quantities.map(([quantity, weight]) => ({ quantity, weight })) }),
    ...(entry === 'claim' ? {} : { served: share(item.served, item.entries) }),
  };
}

function estimateReportIns(
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

/** Periods in which the cheapest reward could not be afforded tell nothing of the will to redeem. */
function estimateRedeeming(
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
