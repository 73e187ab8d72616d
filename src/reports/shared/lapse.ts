import type { AccountOpened } from '../../account/events/event.js';
import type { Lapsing } from '../../rules/lapsing.js';
import { type CalendarDate, dayFromNumber, dayNumber, monthOf } from '../../values/calendar.js';
import { windowNumber, windowNumbered } from '../../values/window.js';
import { handedOnTo } from './handed-on.js';
import { ascendingBy } from './order.js';
import type { StandingEvent } from './standing-events.js';

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

/** What a day added to the balance and took from it, by what did: an item, corrections either way, transfers either way, redemptions. */
export type Day = { readonly on: CalendarDate; readonly signed: ReadonlyMap<string, number> };

/** Unspent points of one window. */
type Batch = { readonly window: number; left: number };

/** Points that moved the balance: on which day, and by what they count together. */
export type Move = { readonly on: CalendarDate; readonly by: string; readonly points: number };

/** What moved the balance, day by day, the earliest first. What was taken up from other accounts stands on the days it bore there. */
export function daysOf(standing: readonly StandingEvent[]): Day[] {
  const days = new Map<CalendarDate, Map<string, number>>();
  for (const { on, by, points } of standing.flatMap(movesOf)) {
    const day = days.get(on) ?? new Map<string, number>();
    days.set(on, day.set(by, (day.get(by) ?? 0) + points));
  }
  return [...days].map(([on, signed]) => ({ on, signed })).sort(ascendingBy(({ on }) => on));
}

function movesOf({ event, on }: StandingEvent): Move[] {
  switch (event.type) {
    case 'AccountOpened':
      return [earned(on, event.data), ...takenUpOf(event)];
    case 'PostClaimed':
    case 'ActivityCredited':
      return [earned(on, event.data)];
    case 'PointsRedeemed':
      return [{ on, by: 'redeemed', points: -event.data.deducted }];
    case 'ScoreCorrected':
      return [corrected(on, event.data)];
    case 'PointsSent':
      return [{ on, by: 'sent', points: -event.data.points }];
    case 'PointsReceived':
      return [{ on, by: 'received', points: event.data.points }];
    case 'PostReleased':
    case 'AccountBarred':
    case 'AccountClosed':
      return [];
  }
}

/** What an opening took up from the accounts that it continues, on the days that it bore there. */
export function takenUpOf(opened: AccountOpened): Move[] {
  return handedOnTo(opened).flatMap((handed): Move[] => [
    ...handed.items.map((one) => earned(one.on, one)),
    ...handed.corrected.map((one) => corrected(one.on, one)),
    ...handed.transferred.map(({ on, points }) => ({ on, by: points > 0 ? 'received' : 'sent', points })),
    ...handed.visits.map(({ on, lines }) => ({
      on,
      by: 'redeemed',
      points: -lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    })),
  ]);
}

type Earned = { readonly item: string; readonly points: number };

function earned(on: CalendarDate, { item, points }: Earned): Move {
  return { on, by: `item ${item}`, points };
}

/** Corrections upwards and downwards count apart: one down takes the oldest points, whatever else is corrected on the day. */
function corrected(on: CalendarDate, { points }: { readonly points: number }): Move {
  return { on, by: points > 0 ? 'raised' : 'lowered', points };
}

/** Whether points taken up count in the assessment. */
export function isAssessed({ by }: Move): boolean {
  return by !== 'redeemed' && by !== 'received' && by !== 'sent';
}

/**
 * The points that lapsed by a day, window by window. Points are good in the window in which they were earned and in the next `periods`
 * windows, and the oldest are spent first. Of one day, the entries of an item count together; what the day added comes before what it
 * took. A debt does not lapse: the next points earned pay it off.
 *
 * @param days - the earliest first, none after `through`
 * @param through - the last day
 */
export function lapsedBy(days: readonly Day[], lapse: Lapsing, through: CalendarDate): LapsedPoints[] {
  const numberOf = (on: CalendarDate): number => windowNumber(lapse.window, dayNumber(on), lapse.calendar);
  const lapsed: LapsedPoints[] = [];
  const good: Batch[] = [];
  let debt = 0;
  const lapseUpTo = (window: number): void => {
    for (let first = good[0]; first !== undefined; first = good[0]) {
      if (first.window + lapse.periods + 1 > window) return;
      lapsed.push(lapsedBatch(first, lapse));
      good.shift();
    }
  };
  for (const { on, signed } of days) {
    const window = numberOf(on);
    lapseUpTo(window);
    let gained = 0;
    let spent = 0;
    for (const points of signed.values()) {
      if (points > 0) gained += points;
      else spent -= points;
    }
    const paid = Math.min(gained, debt);
    debt -= paid;
    addBatch(good, window, gained - paid);
    debt += spendOldest(good, spent);
  }
  lapseUpTo(numberOf(through));
  return lapsed;
}

function lapsedBatch(batch: Batch, { window, periods, calendar }: Lapsing): LapsedPoints {
  const earnedIn = windowNumbered(window, batch.window, calendar);
  return {
    on: dayFromNumber(windowNumbered(window, batch.window + periods + 1, calendar).first),
    points: batch.left,
    earnedFrom: monthOf(dayFromNumber(earnedIn.first)),
    earnedTo: monthOf(dayFromNumber(earnedIn.last)),
  };
}

function addBatch(good: Batch[], window: number, points: number): void {
  if (points === 0) return;
  const last = good.at(-1);
  if (last?.window === window) last.left += points;
  else good.push({ window, left: points });
}

/** Takes points, the oldest first, and returns the number that could not be taken. */
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
