import { addMonths } from '../../values/calendar.js';
import { dayOfMonth, happens, type Planning, slipsOf } from './planning.js';
import { outcomeOf } from './random.js';
import type { ReportInModel, ReportInPeriod } from './report-in-model.js';
import type { RunDays, RunMonth } from './run-days.js';

/** Rolls the report-ins: one at most in each period, and none in the period of an opening that is one. */
export function planReportIns(planning: Planning): void {
  const { days, dice, joined, planned, role } = planning;
  const model = role.reportIn;
  if (model === undefined) return;
  let last = model.openingCounts ? joined : undefined;
  for (const period of model.periods) {
    const reportsIn = dice() < model.rolls;
    const month = days.months[period.first + outcomeOf(period.month, dice())] as RunMonth;
    const day = dayOfMonth(month, dice());
    const slips = slipsOf(planning);
    if (!reportsIn || opensIn(period, model, planning)) continue;
    const entered =
      model.twelveMonths && last !== undefined ? Math.max(day, dayMonthsAfter(days, last, 12)) : day;
    if (!happens(planning, entered)) continue;
    last = entered;
    planned.push({ kind: 'report-in', entered, slips });
  }
}

function opensIn(
  { first, end }: ReportInPeriod,
  { openingCounts }: ReportInModel,
  planning: Planning,
): boolean {
  const { days, joined } = planning;
  const start = days.months[first] as RunMonth;
  const last = days.months[end - 1] as RunMonth;
  return openingCounts && joined >= start.first && joined < last.first + last.length;
}

/** The number of the same day so many months later; the number of days in the run where it is past it. */
export function dayMonthsAfter({ dates, numberFrom }: RunDays, day: number, months: number): number {
  return numberFrom(addMonths(dates[day] as string, months));
}
