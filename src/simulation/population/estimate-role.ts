import type { ItemRule, RedemptionRule, RoleRule } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { estimateRedeeming, estimateReportIns } from './estimate-periodic.js';
import { type EntryCount, estimateZeal } from './estimate-zeal.js';
import type { LedgerItem, LedgerRole } from './ledger-role.js';
import type { ItemBehaviour, RoleBehaviour } from './population.js';
import { exposureOf, monthsBetween, rateByMonth, rounded, share, weightsOf } from './rates.js';

/** The first and the last day of a ledger. */
export type LedgerPeriod = { readonly from: string; readonly to: string };

/** Estimates a role's behaviour from its ledger. */
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
  const zeal = estimateZeal(entryCounts(ledger, months, to));
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

function entryCounts({ volunteers }: LedgerRole, months: number, to: string): readonly EntryCount[] {
  const entries = volunteers.reduce((sum, volunteer) => sum + volunteer.entries, 0);
  return volunteers.map((volunteer) => ({
    entries: volunteer.entries,
    expected: (entries / months) * monthsBetween(volunteer.openedOn, to),
  }));
}

/** Estimates how often an item was done while it could be, and how much of it. */
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
