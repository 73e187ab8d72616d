import type { ItemRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { delayOf, estimateRedeeming, estimateReportIns } from './estimate-periodic.js';
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
  ruleSet: RuleSet,
  { from, to }: LedgerPeriod,
): RoleBehaviour {
  const { volunteers, late, corrections } = ledger;
  const exposure = exposureOf(volunteers, to);
  const months = exposure.reduce((sum, part) => sum + part, 0);
  const zeal = estimateZeal(entryCounts(ledger, months, to));
  const redeeming = estimateRedeeming(ledger, ruleSet, to);
  return {
    volunteers: volunteers.filter(({ continues }) => !continues).length,
    joining: joiningOf(ledger, from),
    ...(zeal === undefined ? {} : { zeal }),
    ...estimateReportIns(ledger, role, exposure, to, ruleSet.calendar),
    items: Object.fromEntries(
      [...ledger.items]
        .filter(([id]) => own(role.items, id) !== undefined)
        .map(([id, item]) => [id, estimateItem(item, role.items[id] as ItemRule, exposure)]),
    ),
    ...(late.late === 0
      ? {}
      : {
          late: delayOf({ made: late.late, days: late.days }, late.entries),
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
    ...(ledger.slips.made === 0 ? {} : { slips: delayOf(ledger.slips, late.entries) }),
    ...estimateDepartures(ledger, months),
  };
}

/** Estimates how often volunteers left, and how often they changed their role. */
function estimateDepartures(
  { closings, changes, changedTo }: LedgerRole,
  months: number,
): Pick<RoleBehaviour, 'leaving' | 'changing'> {
  const left = [...closings].map(([reason, made]): [string, number] => [
    reason,
    made - (changes.get(reason) ?? 0),
  ]);
  const reasons = left.filter(([, made]) => made > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const [reason] = [...changes].sort(([, a], [, b]) => b - a).map(([of]) => of);
  return {
    ...(reasons.length === 0
      ? {}
      : { leaving: { perYear: yearly(reasons, months), reasons: Object.fromEntries(reasons) } }),
    ...(reason === undefined
      ? {}
      : {
          changing: {
            perYear: yearly([...changes], months),
            reason,
            to: Object.fromEntries([...changedTo].sort(([a], [b]) => (a < b ? -1 : 1))),
          },
        }),
  };
}

function yearly(counts: readonly (readonly [string, number])[], months: number): number {
  return rounded((12 * counts.reduce((sum, [, made]) => sum + made, 0)) / months);
}

function joiningOf({ volunteers }: LedgerRole, from: string): number[] {
  const first = monthNumber(from);
  const joining: number[] = [];
  for (const { openedOn, continues } of volunteers) {
    if (continues) continue;
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
    expected: (entries / months) * monthsBetween(volunteer.openedOn, volunteer.closedOn ?? to),
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
