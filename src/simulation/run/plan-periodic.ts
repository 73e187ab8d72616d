import type { RedeemingModel } from './periodic-models.js';
import { dayMonthsAfter } from './plan-report-ins.js';
import { dayWithin, type Planning } from './planning.js';

/** Rolls the visits to redeem: as many in a period as the rules allow, each with its probability. */
export function planVisits(planning: Planning): void {
  const { joined, redeeming: model } = planning;
  if (model === undefined) return;
  const from = Math.max(joined, model.from);
  if (model.periods === undefined) {
    planRolling(planning, model, from);
    return;
  }
  for (const { first, end } of model.periods) {
    for (let i = 0; i < model.visits; i += 1) planVisit(planning, model, Math.max(first, from), end);
  }
}

/** Periods of the account's own: the next visit is not before so many months after the last. */
function planRolling(planning: Planning, model: RedeemingModel, from: number): void {
  const { days } = planning;
  let next = from;
  for (let first = from; first < days.dates.length; ) {
    const end = dayMonthsAfter(days, first, model.rollingMonths);
    let last: number | undefined;
    for (let i = 0; i < model.visits; i += 1) {
      last = planVisit(planning, model, Math.max(first, next), end) ?? last;
    }
    if (last !== undefined) next = dayMonthsAfter(days, last, model.rollingMonths);
    first = end;
  }
}

/** The day of the visit, where it is made. */
function planVisit(
  { dice, planned }: Planning,
  model: RedeemingModel,
  first: number,
  end: number,
): number | undefined {
  const comes = dice() < model.rolls;
  const day = dice();
  const roll = dice();
  if (!comes || first >= end) return undefined;
  const entered = dayWithin(first, end, day);
  planned.push({ kind: 'visit', entered, roll });
  return entered;
}
