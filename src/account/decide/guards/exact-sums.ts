import { sumOfAmounts } from '../../../values/daily.js';
import { assessment, type FoldedAccount, redeemable } from '../../state/account.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/*
 * Every figure that can be asked of an account stays a whole number that JavaScript holds exactly: the totals, and the sums of any
 * stretch of days.
 */

/** Points credited leave every sum exact. */
export function requireExactCredit({ account }: AccountContext, clause: string, points: number): void {
  const most = account.earned + points + gainedBeside(account);
  if (Number.isSafeInteger(account.earned + points) && most <= Number.MAX_SAFE_INTEGER) return;
  refuse('out-of-range', clause, { figure: 'earned', before: account.earned, points });
}

/** A correction leaves every sum exact. */
export function requireExactCorrection({ account, rules }: AccountContext, points: number): void {
  const score = assessment(account);
  const figures = [
    ['corrected', account.corrected, account.corrected + points],
    ['assessment', score, score + points],
    ['balance', redeemable(account), redeemable(account) + points],
    ['assessment', score, account.earned + gainedBeside(account) + Math.max(points, 0)],
    ['assessment', score, lostByCorrections(account) + Math.min(points, 0)],
  ] as const;
  for (const [figure, before, after] of figures) {
    if (Number.isSafeInteger(after)) continue;
    refuse('out-of-range', rules.ruleSet.correction.clause, { figure, before, points });
  }
}

/** The sum of everything gained beside entries: corrections upwards, and points received. */
export function gainedBeside({ raisedOn, receivedOn }: FoldedAccount): number {
  return sumOfAmounts(raisedOn) + sumOfAmounts(receivedOn);
}

/** The sum of all corrections downwards. */
function lostByCorrections({ loweredOn }: FoldedAccount): number {
  return sumOfAmounts(loweredOn);
}
