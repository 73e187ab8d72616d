import { addMonths } from '../../values/calendar.js';
import type { RedeemingModel, ReportInModel, ReportInPeriod } from './periodic-models.js';
import { dayOfMonth, dayWithin, happens, type Planning, rollErrors } from './planning.js';
import { outcomeOf } from './random.js';
import type { RunDays, RunMonth } from './run-days.js';

/** Plans report-ins: at most one in each period, and none in the period of an opening that counts as one. */
export function planReportIns(planning: Planning): void {
  const { days, dice, joined, planned, role } = planning;
  const model = role.reportIn;
  if (model === undefined) return;
  let last = model.openingCounts ? joined : undefined;
  for (const period of model.periods) {
    const reportsIn = dice() < model.rolls;
    const month = days.months[period.first + outcomeOf(period.month, dice())] as RunMonth;
    const day = dayOfMonth(month, dice());
    const errors = rollErrors(planning);
    if (!reportsIn || opensIn(period, model, planning)) continue;
    const entered =
      model.twelveMonths && last !== undefined ? Math.max(day, dayMonthsAfter(days, last, 12)) : day;
    if (!happens(planning, entered)) continue;
    last = entered;
    planned.push({ kind: 'report-in', entered, errors });
  }
}

function opensIn(
  { first, end }: ReportInPeriod,
  { openingCounts }: ReportInModel,
  { days, joined }: Planning,
): boolean {
  const start = days.months[first] as RunMonth;
  const last = days.months[end - 1] as RunMonth;
  return openingCounts && joined >= start.first && joined < last.first + last.length;
}

/** Plans visits to redeem: as many in a period as the rules allow, each with its probability. */
export function planVisits(planning: Planning): void {
  const { joined, redeeming: model } = planning;
  if (model === undefined) return;
  const from = Math.max(joined, model.from);
  if (model.periods === undefined) {
    planRollingVisits(planning, model, from);
    return;
  }
  for (const { first, end } of model.periods) {
    for (let i = 0; i < model.visits; i += 1) planVisit(planning, model, Math.max(first, from), end);
  }
}

/** Plans visits in rolling periods: the account's next period starts a number of months after its last visit. */
function planRollingVisits(planning: Planning, model: RedeemingModel, from: number): void {
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

/** Plans one visit and returns its day; `undefined` if the volunteer does not come. */
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

/** The number of the day some months later; the number of days in the run if that is after its end. */
function dayMonthsAfter({ dates, numberFrom }: RunDays, day: number, months: number): number {
  return numberFrom(addMonths(dates[day] as string, months));
}
