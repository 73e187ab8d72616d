import { below, type Dice } from './dice.js';
import type { ItemModel, Measure } from './item-model.js';
import type { RedeemingModel } from './periodic-models.js';
import { planVisits } from './plan-periodic.js';
import { planReportIns } from './plan-report-ins.js';
import type { Planned } from './planned.js';
import { dayOfMonth, dayWithin, happens, type Planning, slipsOf } from './planning.js';
import { type Chances, outcomeOf } from './random.js';
import type { RoleModel } from './role-model.js';
import type { RunDays, RunMonth } from './run-days.js';

/** What a volunteer means to do in a run. */
export type Plan = {
  /** The number of the day of joining. */
  readonly joined: number;
  /** In the order of the days on which it is entered. */
  readonly planned: readonly Planned[];
};

/**
 * Rolls all that a volunteer means to do. What is rolled does not depend on what is decided later.
 *
 * @param member - which volunteer of the role it is, from 0
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
  return { joined, planned: inOrder(planning.planned) };
}

/** By the days on which they are entered, those of one day as they were rolled. Numbers alone are sorted, without a function that compares. */
function inOrder(planned: readonly Planned[]): Planned[] {
  const { length } = planned;
  const order = new Float64Array(length);
  for (let i = 0; i < length; i += 1) order[i] = (planned[i] as Planned).entered * length + i;
  order.sort();
  return Array.from(order, (place) => planned[place % length] as Planned);
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
  const measure = item.measures[outcomeOf(item.measure, dice())] as Measure;
  const serves = dice() < item.served;
  const served = dice();
  const isLate = dice() < late.rolls;
  const lateness = dice();
  const entered = isLate ? on + 1 + below(late.days, lateness) : on;
  const slips = slipsOf(planning);
  if (!happens(planning, on) || !happens(planning, entered)) return;
  planned.push({
    kind: 'entry',
    entered,
    on,
    item,
    measure,
    served: serves ? served : undefined,
    slips,
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
