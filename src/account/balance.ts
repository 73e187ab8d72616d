import type { Lapse, RuleSet } from '../rules/rule-set.js';
import { type CalendarDate, type Month, monthNumber } from '../values/calendar.js';
import { WINDOW_MONTHS } from '../values/window.js';
import { type Account, type OpenedAccount, redeemable } from './account.js';

/**
 * Points that can be redeemed on a day. Where the rules let points lapse, what was earned longest ago is spent first, and what is
 * past its time is left out; nothing is written down for that, since the dates say it. Without a lapse it is
 * {@link redeemable}: every entry counts as soon as it is made, whatever day it bears.
 *
 * @param lapse - how long points stay good, from `ruleSet.redemption.carryOver.lapse`; without end where left out
 */
export function redeemableOn(account: OpenedAccount, on: CalendarDate, lapse?: Lapse): number {
  if (lapse === undefined) return redeemable(account);
  let balance = 0;
  // Points still good, oldest first; a debt is kept at the head and eats what is earned next.
  const good: { points: number; lastMonth: number }[] = [];
  const today = monthNumber(on);
  const months = Object.entries(account.months).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [month, tally] of months) {
    const now = monthNumber(month);
    dropLapsed(good, now);
    const gained = pointsOf(tally.items) + Math.max(tally.corrected, 0);
    if (gained > 0) good.push({ points: gained, lastMonth: lastMonthOf(month, lapse) });
    spend(
      good,
      tally.redeemed - Math.min(tally.corrected, 0) - Math.min(gained, 0),
      lastMonthOf('9999-12', lapse),
    );
  }
  dropLapsed(good, today);
  for (const { points } of good) balance += points;
  return balance;
}

function pointsOf(items: OpenedAccount['months'][string]['items']): number {
  let points = 0;
  for (const item of Object.values(items)) points += item.points;
  return points;
}

/** The last month in which points of a month are good. */
function lastMonthOf(month: Month, { window, periods }: Lapse): number {
  const length = WINDOW_MONTHS[window];
  const number = monthNumber(month);
  return number - (number % length) + length * (periods + 1) - 1;
}

function dropLapsed(good: { points: number; lastMonth: number }[], now: number): void {
  // A debt does not lapse: it has to be made up.
  for (let i = good.length - 1; i >= 0; i -= 1) {
    const batch = good[i] as { points: number; lastMonth: number };
    if (batch.points > 0 && batch.lastMonth < now) good.splice(i, 1);
  }
}

function spend(good: { points: number; lastMonth: number }[], points: number, never: number): void {
  const debt = good[0] !== undefined && good[0].points < 0 ? -(good.shift()?.points ?? 0) : 0;
  let left = points + debt;
  while (left > 0 && good[0] !== undefined) {
    const taken = Math.min(left, good[0].points);
    good[0].points -= taken;
    left -= taken;
    if (good[0].points === 0) good.shift();
  }
  if (left > 0) good.unshift({ points: -left, lastMonth: never });
}

/**
 * What an account has on a day: the balance that can be redeemed under the rule set, lapsed points left out.
 *
 * @param on - the day, `YYYY-MM-DD`
 *
 * @example
 * ```ts
 * import { balanceOn, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(balanceOn(initialAccount, '2023-06-30', renfa2022)) // → 0
 * ```
 */
export function balanceOn(account: Account, on: CalendarDate, ruleSet: RuleSet): number {
  return account.status === 'open' ? redeemableOn(account, on, ruleSet.redemption.carryOver.lapse) : 0;
}
