import type { Lapse, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, monthNumber } from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import { type Account, type OpenedAccount, redeemable } from './account.js';
import { sumsByMonth } from './sums-by-month.js';

/** What a month added to the balance and took from it. */
type MonthMoves = {
  readonly month: number;
  readonly gained: number;
  /** The last month in which the gain is still good. */
  readonly goodThrough: number;
  /** Redemptions, deductions, and corrections downwards. */
  readonly spent: number;
};

/**
 * The points that can be redeemed on a day. If points lapse, the oldest are spent first and expired ones do not count; no event records
 * a lapse, since the dates say it. Without a lapse this is {@link redeemable}: an entry counts as soon as it is made, whatever its day.
 *
 * Spending needs points that are still good on its day. So for each month up to the day asked about: the points still good in that
 * month, less all spending since. The least of these is the balance; below 0 it is a debt, which does not lapse. The same holds for a
 * day in the past, on which nothing may be spent that later visits have already spent.
 *
 * @param lapse - how long points stay good, from `ruleSet.redemption.carryOver.lapse`; forever if left out
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

/** The moves of each month, the latest first. */
function movedByMonth(account: OpenedAccount, lapse: Lapse): MonthMoves[] {
  return [...sumsByMonth(account)]
    .map(([month, { earned, corrected, redeemed }]): MonthMoves => {
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

/** The last month in which a month's points are good. */
function goodThrough(month: number, { window, periods }: Lapse): number {
  const length = WINDOW_MONTHS[window];
  return month - (month % length) + length * (periods + 1) - 1;
}

/**
 * The balance of an account on a day: the points that can be redeemed under the rule set, without lapsed ones.
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
