import type { BankEvent } from '../../account/events/event.js';
import type { Lapse } from '../../rules/rule-set.js';
import { type CalendarDate, monthFromNumber, monthNumber } from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import { book, dayOf, emptyTally, type Tally } from './turnover.js';

/** What an account moved in each month, by the month's number. A lapse is only ever at the end of a month. */
export type Months = Map<number, Tally>;

/** As much of {@link Months} as bears on what lapses. */
type MovedMonths = ReadonlyMap<number, Pick<Tally, 'earned' | 'corrected' | 'redeemed'>>;

/** Points that lapsed unspent. */
export type LapsedPoints = {
  /** The first day on which they could no longer be redeemed. */
  readonly on: CalendarDate;
  readonly points: number;
  /** The months they were earned in, `YYYY-MM`. */
  readonly earnedFrom: string;
  readonly earnedTo: string;
};

/** Points of one window that are not spent yet. */
type Batch = { readonly window: number; left: number };

/** Adds an event to the month that it counts in. */
export function bookMonth(months: Months, event: BankEvent): void {
  const number = monthNumber(dayOf(event));
  let month = months.get(number);
  if (month === undefined) {
    month = emptyTally();
    months.set(number, month);
  }
  book(month, event);
}

/**
 * What lapsed by a day, window by window. Points are good in the window they were earned in and in `periods` more, and what was
 * earned longest ago is spent first. A month's entries are taken together, and so are its corrections. A debt does not lapse: what
 * is earned next pays it.
 *
 * @param through - the last day to look at; `months` holds nothing later
 */
export function lapsedBy(
  months: MovedMonths,
  { window, periods }: Lapse,
  through: CalendarDate,
): LapsedPoints[] {
  const length = WINDOW_MONTHS[window];
  const lapsed: LapsedPoints[] = [];
  const good: Batch[] = [];
  let debt = 0;
  const lapseUpTo = (month: number): void => {
    for (let first = good[0]; first !== undefined; first = good[0]) {
      const goneFrom = (first.window + periods + 1) * length;
      if (goneFrom > month) return;
      lapsed.push(lapsedBatch(first, length, goneFrom));
      good.shift();
    }
  };
  for (const [number, { earned, corrected, redeemed }] of [...months].sort(([a], [b]) => a - b)) {
    lapseUpTo(number);
    const net = earned + Math.max(corrected, 0);
    const gained = Math.max(net, 0);
    const paid = Math.min(gained, debt);
    debt -= paid;
    addBatch(good, Math.floor(number / length), gained - paid);
    debt += spendOldest(good, redeemed + Math.max(-corrected, 0) + Math.max(-net, 0));
  }
  lapseUpTo(monthNumber(through));
  return lapsed;
}

function lapsedBatch({ window, left }: Batch, length: number, goneFrom: number): LapsedPoints {
  const first = window * length;
  return {
    on: `${monthFromNumber(goneFrom)}-01`,
    points: left,
    earnedFrom: monthFromNumber(first),
    earnedTo: monthFromNumber(first + length - 1),
  };
}

function addBatch(good: Batch[], window: number, points: number): void {
  if (points === 0) return;
  const last = good.at(-1);
  if (last?.window === window) last.left += points;
  else good.push({ window, left: points });
}

/** Takes points from the oldest on, and answers what could not be taken. */
function spendOldest(good: Batch[], points: number): number {
  let owed = points;
  for (let first = good[0]; owed > 0 && first !== undefined; first = good[0]) {
    const taken = Math.min(owed, first.left);
    owed -= taken;
    first.left -= taken;
    if (first.left === 0) good.shift();
  }
  return owed;
}
