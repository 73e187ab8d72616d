/*
 * 4.2: what is left carries over by itself; or, under other readings, for a time only.
 */
import { monthCount } from './calendar.js';
import { type Account, add, countsOn } from './ledger.js';
import type { Readings } from './readings.js';

/** The last month in which what was earned in a month is good. */
function goodUntil(month: number, carryOver: Readings['carry-over']): number {
  if (carryOver === 'year-end') return month - (month % 12) + 11;
  if (carryOver === 'two-periods') return month - (month % 6) + 17;
  return Number.POSITIVE_INFINITY;
}

/**
 * What can be redeemed on a day. Points that lapse are spent in the order in which they lapse. The text says nothing of days within
 * a month: the entries of a month are taken together, and so are its corrections, as a gain or a loss of that month. What was spent
 * without cover is a debt, which does not lapse.
 */
export function balanceOn(account: Account, day: string, readings: Readings): number {
  const carryOver = readings['carry-over'];
  if (carryOver === 'all') {
    const { earned, corrected, redeemed } = add(account);
    return earned + corrected - redeemed;
  }
  const months = new Set(account.entries.map((entry) => monthCount(countsOn(entry))));
  const lots: { until: number; left: number }[] = [];
  const losses: { month: number; points: number }[] = [];
  for (const month of months) {
    const { earned, corrected, redeemed } = add(account, (entry) => monthCount(countsOn(entry)) === month);
    lots.push({ until: goodUntil(month, carryOver), left: earned + Math.max(corrected, 0) });
    losses.push({ month, points: redeemed + Math.max(-corrected, 0) });
  }
  lots.sort((a, b) => a.until - b.until);
  losses.sort((a, b) => a.month - b.month);
  let debt = 0;
  for (const { month, points } of losses) {
    let due = points;
    for (const lot of lots.filter(({ until }) => until >= month)) {
      const taken = Math.min(lot.left, due);
      lot.left -= taken;
      due -= taken;
    }
    debt += due;
  }
  const good = lots.filter(({ until }) => until >= monthCount(day));
  return good.reduce((sum, { left }) => sum + left, 0) - debt;
}
