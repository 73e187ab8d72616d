import { monthNumber } from '../../../values/calendar.js';
import { amountIn, sumOfAmounts } from '../../../values/monthly.js';
import { assessment, type FoldedAccount, redeemable } from '../../state/account.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/*
 * Every figure that can be asked of an account stays a whole number that JavaScript holds exactly: the totals, and the sums of any
 * stretch of months.
 */

/** Points credited leave every sum exact. */
export function requireExactCredit({ account }: AccountContext, clause: string, points: number): void {
  const most = account.earned + points + gainedByCorrections(account);
  if (Number.isSafeInteger(account.earned + points) && most <= Number.MAX_SAFE_INTEGER) return;
  refuse('out-of-range', clause, { figure: 'earned', before: account.earned, points });
}

/** A correction leaves every sum exact. */
export function requireExactCorrection(
  { account, rules }: AccountContext,
  countsOn: string,
  points: number,
): void {
  const month = monthNumber(countsOn);
  const ofMonth = amountIn(account.correctedIn, month, month);
  const score = assessment(account);
  const figures = [
    ['corrected', account.corrected, account.corrected + points],
    ['assessment', score, score + points],
    ['balance', redeemable(account), redeemable(account) + points],
    ['corrected', ofMonth, ofMonth + points],
    ['assessment', score, account.earned + gainedByCorrections(account) + Math.max(points, 0)],
    ['assessment', score, lostByCorrections(account) + Math.min(points, 0)],
  ] as const;
  for (const [figure, before, after] of figures) {
    if (Number.isSafeInteger(after)) continue;
    refuse('out-of-range', rules.ruleSet.correction.clause, { figure, before, points });
  }
}

/** The sum of the months in which corrections raised the score. */
function gainedByCorrections({ correctedIn }: FoldedAccount): number {
  return sumOfAmounts(correctedIn, (amount) => amount > 0);
}

/** The sum of the months in which corrections lowered the score. */
function lostByCorrections({ correctedIn }: FoldedAccount): number {
  return sumOfAmounts(correctedIn, (amount) => amount < 0);
}
