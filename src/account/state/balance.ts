import type { Lapse, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, monthNumber } from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import { type Account, type OpenedAccount, redeemable } from './account.js';
import { sumsByMonth } from './sums-by-month.js';

/** What one month moved. */
type Moved = {
  readonly month: number;
  readonly gained: number;
  /** The last month in which what was gained is good. */
  readonly goodThrough: number;
  /** What left: redemptions, and what deductions and corrections took. */
  readonly spent: number;
};

/**
 * Points that can be redeemed on a day. Where the rules let points lapse, what was earned longest ago is spent first, and what is
 * past its time is left out; nothing is written down for that, since the dates say it. Without a lapse it is
 * {@link redeemable}: every entry counts as soon as it is made, whatever day it bears.
 *
 * What is spent on a day needs points that are good on it or later, so for each month up to that day: what stays good in it, less
 * all that was spent since. The least of these is what is left. Where it is below 0 it is a debt, which does not lapse. It holds for
 * a day in the past too, on which nothing may be spent that later visits have spent already.
 *
 * @param lapse - how long points stay good, from `ruleSet.redemption.carryOver.lapse`; without end where left out
 */
export function redeemableOn(account: OpenedAccount, on: CalendarDate, lapse?: Lapse): number {
  if (lapse === undefined) return redeemable(account);
  const months = movedByMonth(account, lapse);
  const today = monthNumber(on);
  const spentBefore = months.filter(({ month, spent }) => month < today && spent > 0);
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  let gains = 0;
  let spends = 0;
  for (const from of [today, ...spentBefore.map(({ month }) => month)]) {
    for (let next = months[gains]; next !== undefined && next.goodThrough >= from; next = months[gains]) {
      sum += next.gained;
      gains += 1;
    }
    for (let next = months[spends]; next !== undefined && next.month >= from; next = months[spends]) {
      sum -= next.spent;
      spends += 1;
    }
    least = Math.min(least, sum);
  }
  return least;
}

/** What each month moved, the latest first. A month's entries are taken together, and so are its corrections. */
function movedByMonth(account: OpenedAccount, lapse: Lapse): Moved[] {
  return [...sumsByMonth(account)]
    .map(([month, { earned, corrected, redeemed }]): Moved => {
      const net = earned + Math.max(corrected, 0);
      return {
        month,
        gained: Math.max(net, 0),
        goodThrough: goodThrough(month, lapse),
        spent: redeemed + Math.max(-corrected, 0) + Math.max(-net, 0),
      };
    })
    .sort((a, b) => b.month - a.month);
}

/** The last month in which points of a month are good. */
function goodThrough(month: number, { window, periods }: Lapse): number {
  const length = WINDOW_MONTHS[window];
  return month - (month % length) + length * (periods + 1) - 1;
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
