import { firstDayOfMonth, lastDayOfMonth, type Month, monthNumber } from '../../../values/calendar.js';
import { amountIn, countIn } from '../../../values/daily.js';
import { undisturbed } from '../../../values/undisturbed.js';
import { type Account, folded } from '../account.js';
import { requireAccount } from '../require-account.js';

/** What an account earned, was corrected by and redeemed over some months. */
export type Figures = {
  /** Points credited; of one item if one was asked for. */
  readonly earned: number;
  readonly entries: number;
  /** Corrections that count in these months; 0 if one item was asked for. */
  readonly corrected: number;
  /** Points that left the balance in these months; 0 if one item was asked for. */
  readonly redeemed: number;
  /** `earned` + `corrected`. */
  readonly assessment: number;
};

/**
 * The figures of an account over some months, or over its whole life.
 *
 * @param over - `from` and `to`: the first and last month, `YYYY-MM`; `item`: one item only
 *
 * @example
 * ```ts
 * import { figures, initialAccount } from 'points-bank'
 *
 * console.log(figures(initialAccount, { from: '2023-01', to: '2023-12' }).earned) // → 0
 * ```
 */
export function figures(
  account: Account,
  over: { readonly from?: Month; readonly to?: Month; readonly item?: string } = {},
): Figures {
  return undisturbed(() => figuresOver(account, over));
}

function figuresOver(
  account: Account,
  over: { readonly from?: Month; readonly to?: Month; readonly item?: string },
): Figures {
  requireAccount(account);
  const { from = '0000-01', to = '9999-12', item } = over;
  let earned = 0;
  let entries = 0;
  let corrected = 0;
  let redeemed = 0;
  if (account.status !== 'unopened') {
    const { items, raisedOn, loweredOn, redeemedOn } = folded(account);
    const [first, last] = [firstDayOfMonth(monthNumber(from)), lastDayOfMonth(monthNumber(to))];
    for (const [id, { days }] of Object.entries(items)) {
      if (item !== undefined && id !== item) continue;
      earned += amountIn(days, first, last);
      entries += countIn(days, first, last);
    }
    if (item === undefined) {
      corrected = amountIn(raisedOn, first, last) + amountIn(loweredOn, first, last);
      redeemed = amountIn(redeemedOn, first, last);
    }
  }
  return { earned, entries, corrected, redeemed, assessment: earned + corrected };
}
