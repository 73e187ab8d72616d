import { goodThrough, keptThrough } from '../../account/state/carry-over.js';
import type { CarryOverRule, Keeps, RedemptionRule } from '../../rules/rule-set.js';
import { addTerm, type DayNumber, dayAfter, dayFromNumber, dayNumber } from '../../values/calendar.js';
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
  const { carryOver, spendableAfter } = redemption;
  const { lapse, goodFor } = carryOver;
  const rules = (of: Pick<CarryOverRule, 'lapse' | 'goodFor' | 'keeps'>) => ({
    ...(calendar && { calendar }),
    redemption: { ...redemption, carryOver: { clause: carryOver.clause, ...of } },
  });
  if (lapse !== undefined && goodFor !== undefined) {
    const [byWindow, byAge] = [rules({ lapse }), rules({ goodFor })];
    if (isSoEachDay((day) => goodThrough(day, byWindow) <= goodThrough(day, byAge)))
      context.report([...AT, 'goodFor'], 'no-effect', 'lapse');
    else if (isSoEachDay((day) => goodThrough(day, byAge) <= goodThrough(day, byWindow)))
      context.report([...AT, 'lapse'], 'no-effect', 'goodFor');
  }
  if (spendableAfter === undefined) return;
  const all = rules(carryOver);
  const isGone = keeps !== undefined && keepsNothing(keeps);
  const heldThrough = (day: DayNumber): DayNumber =>
    Math.min(goodThrough(day, all), isGone ? keptThrough(day, all) : Number.POSITIVE_INFINITY);
  const spendableFrom = (day: DayNumber): DayNumber => {
    const { first } = windowAfter(spendableAfter, day, 1, calendar);
    const { spendableWait } = redemption;
    return spendableWait === undefined ? first : dayNumber(addTerm(dayFromNumber(first), spendableWait));
  };
  if (isSoEachDay((day) => heldThrough(day) < spendableFrom(day))) {
    const ends = (['lapse', 'goodFor', 'keeps'] as const).filter((part) => carryOver[part] !== undefined);
    context.report(['redemption', 'spendableAfter'], 'never-spendable', ends.join(', '));
  }
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

/** After so many years the days of the week and the leap years are as they were. */
const YEARS_ALL_TOLD = 28;
const FIRST = 2001;

/** Whether something is so on each day that points can be earned. */
function isSoEachDay(isSo: (day: DayNumber) => boolean): boolean {
  const last = dayNumber(`${FIRST + YEARS_ALL_TOLD - 1}-12-31`);
  for (let day = dayNumber(`${FIRST}-01-01`); day <= last; day = dayAfter(day)) {
    if (!isSo(day)) return false;
  }
  return true;
}
