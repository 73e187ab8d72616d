import { goodThrough, keptThrough } from '../../account/state/figures/carry-over.js';
import { daysAllTold } from '../../rules/reach/days-all-told.js';
import type { CarryOverRule, Keeps, RedemptionRule } from '../../rules/rule-set.js';
import { addTerm, type DayNumber, dayFromNumber, dayNumber } from '../../values/calendar.js';
import { type Calendar, windowAfter } from '../../values/window.js';
import type { CheckContext } from '../check-context.js';

const AT = ['redemption', 'carryOver'] as const;

/** Checks what becomes of points left over: something can carry over and be spent, and each way to lapse takes points some day. */
export function checkCarryOver(context: CheckContext): void {
  const keeps = context.part<Keeps>([...AT, 'keeps']);
  if (keeps !== undefined) checkKeeps(context, keeps);
  const redemption = context.part<RedemptionRule>(['redemption']);
  if (redemption === undefined) return;
  const calendar = context.part<Calendar>(['calendar']);
  const idle = idleWayToLapse(redemption.carryOver, calendar);
  if (idle !== undefined) context.report([...AT, idle], 'no-effect', idle === 'lapse' ? 'goodFor' : 'lapse');
  if (isNeverSpendable(redemption, calendar)) {
    const ends = (['lapse', 'goodFor', 'keeps'] as const).filter((part) => redemption.carryOver[part]);
    context.report(['redemption', 'spendableAfter'], 'never-spendable', ends.join(', '));
  }
}

/** Of two ways to lapse by age, the one by which no points lapse, since they have lapsed by the other; `undefined` if there is none. */
export function idleWayToLapse(
  { clause, lapse, goodFor }: CarryOverRule,
  calendar: Calendar | undefined,
): 'lapse' | 'goodFor' | undefined {
  if (lapse === undefined || goodFor === undefined) return undefined;
  const byWindow = (day: DayNumber) => goodThrough(day, rulesOf({ clause, lapse }, calendar));
  const byAge = (day: DayNumber) => goodThrough(day, rulesOf({ clause, goodFor }, calendar));
  if (daysAllTold().every((day) => byWindow(day) <= byAge(day))) return 'goodFor';
  return daysAllTold().every((day) => byAge(day) <= byWindow(day)) ? 'lapse' : undefined;
}

function isNeverSpendable(
  { carryOver, spendableAfter, spendableWait }: RedemptionRule,
  calendar: Calendar | undefined,
): boolean {
  if (spendableAfter === undefined) return false;
  const rules = rulesOf(carryOver, calendar);
  const isCleared = carryOver.keeps !== undefined && keepsNothing(carryOver.keeps);
  return daysAllTold().every((day) => {
    const { first } = windowAfter(spendableAfter, day, 1, calendar);
    const from =
      spendableWait === undefined ? first : dayNumber(addTerm(dayFromNumber(first), spendableWait));
    return from > goodThrough(day, rules) || (isCleared && from > keptThrough(day, rules));
  });
}

function rulesOf(
  carryOver: CarryOverRule,
  calendar: Calendar | undefined,
): Parameters<typeof goodThrough>[1] {
  return { redemption: { carryOver }, ...(calendar && { calendar }) };
}

function checkKeeps(context: CheckContext, keeps: Keeps): void {
  const { atMost, inStepsOf, percent } = keeps;
  if ((percent ?? atMost ?? inStepsOf) === undefined) context.report([...AT, 'keeps'], 'empty');
  if (inStepsOf !== undefined && keepsNothing(keeps))
    context.report([...AT, 'keeps', 'atMost'], 'never-carries', String(inStepsOf));
}

/** Whether nothing ever carries over. */
function keepsNothing({ atMost = Number.POSITIVE_INFINITY, inStepsOf = 1 }: Keeps): boolean {
  return atMost < inStepsOf;
}
