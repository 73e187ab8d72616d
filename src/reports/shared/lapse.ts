import type { BankEvent } from '../../account/events/event.js';
import type { Lapse } from '../../rules/rule-set.js';
import { type CalendarDate, monthFromNumber, monthNumber } from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import { book, dayOf, emptyTally, type Tally } from './turnover.js';

/** The turnover of each month, by the month's number. Points lapse only at the end of a month. */
export type Months = Map<number, Tally>;

/** The parts of {@link Months} that affect lapsing. */
type MonthlyTurnover = ReadonlyMap<number, Pick<Tally, 'earned' | 'corrected' | 'redeemed'>>;

/** Points that lapsed unspent. */
export type LapsedPoints = {
  /** The first day on which they could no longer be redeemed. */
  readonly on: CalendarDate;
  readonly points: number;
  /** The first month in which they were earned, `YYYY-MM`. */
  readonly earnedFrom: string;
  /** The last month in which they were earned, `YYYY-MM`. */
  readonly earnedTo: string;
};

/** Unspent points of one window. */
type Batch = { readonly window: number; left: number };

/** Adds an event to the month in which it counts. */
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
 * The points that lapsed by a day, window by window. Points are valid in the window in which they were earned and in the next
 * `periods` windows, and the oldest are spent first. The entries of one month count together, and so do its corrections. A debt does
 * not lapse: the next points earned pay it off.
 *
 * @param through - the last day; `months` must hold nothing later
 */
export function lapsedBy(
  months: MonthlyTurnover,
  { window, periods }: Lapse,
  through: CalendarDate,
): LapsedPoints[] {
  const length = WINDOW_MONTHS[window];
  const lapsed: LapsedPoints[] = [];
  const valid: Batch[] = [];
  let debt = 0;
  const lapseUpTo = (month: number): void => {
    for (let first = valid[0]; first !== undefined; first = valid[0]) {
      const lapsesIn = (first.window + periods + 1) * length;
      if (lapsesIn > month) return;
      lapsed.push(lapsedBatch(first, length, lapsesIn));
      valid.shift();
    }
  };
  for (const [number, { earned, corrected, redeemed }] of [...months].sort(([a], [b]) => a - b)) {
    lapseUpTo(number);
    const net = earned + Math.max(corrected, 0);
    const gained = Math.max(net, 0);
    const paid = Math.min(gained, debt);
    debt -= paid;
    addBatch(valid, Math.floor(number / length), gained - paid);
    debt += spendOldest(valid, redeemed + Math.max(-corrected, 0) + Math.max(-net, 0));
  }
  lapseUpTo(monthNumber(through));
  return lapsed;
}

function lapsedBatch({ window, left }: Batch, length: number, lapsesIn: number): LapsedPoints {
  const first = window * length;
  return {
    on: `${monthFromNumber(lapsesIn)}-01`,
    points: left,
    earnedFrom: monthFromNumber(first),
    earnedTo: monthFromNumber(first + length - 1),
  };
}

function addBatch(valid: Batch[], window: number, points: number): void {
  if (points === 0) return;
  const last = valid.at(-1);
  if (last?.window === window) last.left += points;
  else valid.push({ window, left: points });
}

/** Takes points, the oldest first, and returns the number that could not be taken. */
function spendOldest(valid: Batch[], points: number): number {
  let owed = points;
  for (let first = valid[0]; owed > 0 && first !== undefined; first = valid[0]) {
    const taken = Math.min(owed, first.left);
    owed -= taken;
    first.left -= taken;
    if (first.left === 0) valid.shift();
  }
  return owed;
}
