import type { EntryMeasure, ItemModel } from './item-model.js';
import type { RedeemingModel } from './periodic-models.js';
import { planDepartures, planUndoings } from './plan-later.js';
import { planReportIns, planVisits } from './plan-periodic.js';
import { dayOfMonth, dayWithin, happens, type PlannedAction, type Planning, rollErrors } from './planning.js';
import { below, type Chances, type Dice, outcomeOf } from './random.js';
import type { RoleModel } from './role-model.js';
import type { RunDays, RunMonth } from './run-days.js';

/** Everything that a volunteer intends to do in a run. */
export type Plan = {
  /** The number of the day of joining. */
  readonly joined: number;
  /** In the order in which it is recorded. */
  readonly planned: readonly PlannedAction[];
};

/**
 * Rolls a volunteer's plan. The rolls do not depend on later decisions.
 *
 * @param member - the volunteer's number within the role, from 0
 */
export function planOf(
  role: RoleModel,
  redeeming: RedeemingModel | undefined,
  days: RunDays,
  member: number,
  dice: Dice,
): Plan {
  const { first, length } = days.months[outcomeOf(role.joining, dice())] as RunMonth;
  const joined = dayWithin(Math.max(first, 0), Math.min(first + length, days.dates.length), dice());
  const planning: Planning = { role, redeeming, days, dice, joined, planned: [] };
  const group = member % role.zealGroups;
  for (const item of role.items) planItem(planning, item, item.counts[group] as readonly Chances[]);
  planReportIns(planning);
  planCorrections(planning);
  planVisits(planning);
  // These come last, so that a population without them has the same plans as one that knows nothing of them.
  planUndoings(planning);
  planDepartures(planning);
  // The sort is stable: actions of one day stay in the order in which they were rolled.
  return { joined, planned: planning.planned.sort((a, b) => a.entered - b.entered) };
}

function planItem(planning: Planning, item: ItemModel, counts: readonly Chances[]): void {
  const { dice, days, joined } = planning;
  for (const month of days.months) {
    if (month.first + month.length <= joined) continue;
    let left = outcomeOf(counts[month.ofYear] as Chances, dice());
    for (; left > 0; left -= 1) planEntry(planning, item, month);
  }
}

function planEntry(planning: Planning, item: ItemModel, month: RunMonth): void {
  const {
    dice,
    role: { late },
    planned,
  } = planning;
  const on = dayOfMonth(month, dice());
  const measure = item.measures[outcomeOf(item.measure, dice())] as EntryMeasure;
  const serves = dice() < item.served;
  const served = dice();
  const isLate = dice() < late.rolls;
  const lateness = dice();
  const entered = isLate ? on + 1 + below(late.days, lateness) : on;
  const errors = rollErrors(planning);
  if (!happens(planning, on) || !happens(planning, entered)) return;
  planned.push({
    kind: 'entry',
    entered,
    on,
    item,
    measure,
    served: serves ? served : undefined,
    errors,
  });
}

function planCorrections(planning: Planning): void {
  const { days, dice, joined, planned, role } = planning;
  const model = role.corrections;
  if (model === undefined) return;
  for (const month of days.months) {
    if (month.first + month.length <= joined) continue;
    for (let left = outcomeOf(model.aMonth, dice()); left > 0; left -= 1) {
      const entered = dayOfMonth(month, dice());
      const points = model.points[outcomeOf(model.sizes, dice())] as number;
      const names = dice() < model.named;
      const named = dice();
      if (!happens(planning, entered)) continue;
      planned.push({ kind: 'correction', entered, points, ...(names ? { named } : {}) });
    }
  }
}
