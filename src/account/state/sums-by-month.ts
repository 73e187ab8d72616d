import { eachMonth, type Monthly } from '../../values/monthly.js';
import { folded, type OpenedAccount } from './account.js';

/** What an account earned, was corrected by and redeemed in a month. */
type Sums = { earned: number; corrected: number; redeemed: number };

/** What an account earned, was corrected by and redeemed in each month, by the month's number. */
export function sumsByMonth(account: OpenedAccount): Map<number, Sums> {
  const { items, correctedIn, redeemedIn } = folded(account);
  const months = new Map<number, Sums>();
  const add = (of: Monthly, figure: keyof Sums): void => {
    eachMonth(of, (month, amount) => {
      const sums = months.get(month) ?? { earned: 0, corrected: 0, redeemed: 0 };
      sums[figure] += amount;
      months.set(month, sums);
    });
  };
  for (const item of Object.values(items)) add(item.months, 'earned');
  add(correctedIn, 'corrected');
  add(redeemedIn, 'redeemed');
  return months;
}
