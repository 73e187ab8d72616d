import { firstDayOfMonth, lastDayOfMonth, type Month, monthNumber } from '../../../values/calendar.js';
import { amountIn, countIn } from '../../../values/daily.js';
import { fromHundredths } from '../../../values/points.js';
import { undisturbed } from '../../../values/undisturbed.js';
import { type Account, folded } from '../account.js';
import { requireAccount } from '../require-account.js';

/** Quantities by unit, such as `{ hour: 12.5 }`. Plain JSON, frozen. */
export type Quantities = { readonly [unit: string]: number };

/**
 * The quantities of an account's entries, such as hours, over some months or over its whole life. Quantities stand apart from points:
 * no maximum, limit, redemption, correction or lapse changes them.
 *
 * @param over - `from` and `to`: the first and last month, `YYYY-MM`; `item`: one item only
 *
 * @example
 * ```ts
 * import { createBank, evolve, initialAccount, quantities } from 'points-bank'
 * import { hailin } from 'points-bank/rule-sets'
 *
 * const bank = createBank(hailin)
 * const by = { office: 'community', communityId: 'c1' } as const
 * let account = bank.decider.decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'volunteer', communityId: 'c1', on: '2024-01-02', formComplete: true, by } },
 *   initialAccount,
 * ).reduce(evolve, initialAccount)
 * account = bank.decider.decide(
 *   { type: 'CreditActivity', data: { accountId: 'v1', item: 'service', matterId: 'clean-up', quantity: 3.5, on: '2024-01-05', by } },
 *   account,
 * ).reduce(evolve, account)
 *
 * console.log(account.earned, quantities(account)) // → 2 { hour: 3.5 }
 * ```
 */
export function quantities(
  account: Account,
  over: { readonly from?: Month; readonly to?: Month; readonly item?: string } = {},
): Quantities {
  return undisturbed(() => quantitiesOver(account, over));
}

function quantitiesOver(
  account: Account,
  over: { readonly from?: Month; readonly to?: Month; readonly item?: string },
): Quantities {
  requireAccount(account);
  const { from = '0000-01', to = '9999-12', item } = over;
  const [first, last] = [firstDayOfMonth(monthNumber(from)), lastDayOfMonth(monthNumber(to))];
  const hundredths: { [unit: string]: number } = {};
  const items = account.status !== 'unopened' ? Object.entries(folded(account).items) : [];
  for (const [id, { quantities: counted = {} }] of items) {
    if (item !== undefined && id !== item) continue;
    for (const [unit, days] of Object.entries(counted)) {
      const more = amountIn(days, first, last);
      if (countIn(days, first, last) > 0) hundredths[unit] = (hundredths[unit] ?? 0) + more;
    }
  }
  return Object.freeze(
    Object.fromEntries(Object.entries(hundredths).map(([unit, of]) => [unit, fromHundredths(of)])),
  );
}
