import type { ItemRule, RedemptionRule, RoleRule } from '../../rules/rule-set.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { estimateItem } from './estimate-item.js';
import { estimateRedeeming } from './estimate-periodic.js';
import { estimateReportIns } from './estimate-report-ins.js';
import { type Doings, estimateZeal } from './estimate-zeal.js';
import { exposureOf, monthsBetween } from './ledger-exposure.js';
import type { LedgerRole } from './ledger-role.js';
import type { RoleBehaviour } from './population.js';
import { rounded, share, weightsOf } from './rates.js';

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

function doingsOf({ volunteers }: LedgerRole, months: number, to: string): readonly Doings[] {
  const entries = volunteers.reduce((sum, volunteer) => sum + volunteer.entries, 0);
  return volunteers.map((volunteer) => ({
    entries: volunteer.entries,
    expected: (entries / months) * monthsBetween(volunteer.openedOn, to),
  }));
}
