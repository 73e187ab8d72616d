import type { AccountOpened } from '../../account/events/event.js';
import type { Keeps, RuleSet } from '../../rules/rule-set.js';
import {
  addDays,
  addTerm,
  type CalendarDate,
  dayFromNumber,
  dayNumber,
  type Month,
  monthOf,
  NEVER,
} from '../../values/calendar.js';
import { windowNumber, windowNumbered, windowOf } from '../../values/window.js';
import { handedOnTo } from './handed-on.js';
import { ascendingBy, earlier } from './order.js';
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

/** Unspent points, the first and the last month in which they were earned, and the last day on which they are good by their age. */
type Lot = { readonly from: Month; readonly to: Month; readonly until: CalendarDate; left: number };

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

/** Whether an entry under an item moved the points. */
function isItem(by: string): boolean {
  return by.startsWith('item ');
}

/** Corrections upwards and downwards count apart: one down takes the oldest points, whatever else is corrected on the day. */
function corrected(on: CalendarDate, { points }: { readonly points: number }): Move {
  return { on, by: points > 0 ? 'raised' : 'lowered', points };
}

/** Whether points taken up count in the assessment. */
export function isAssessed({ by }: Move): boolean {
  return by !== 'redeemed' && by !== 'received' && by !== 'sent';
}

/** Whether the rules let any points lapse. */
export function letsPointsLapse({ redemption: { carryOver } }: RuleSet): boolean {
  return ['lapse', 'goodFor', 'keeps', 'inactivity'].some((part) => Object.hasOwn(carryOver, part));
}

/**
 * The points that lapsed by a day, as the rules say of what is left over. The oldest lapse first, as they are spent first. Of one day, the
 * entries of an item count together; what the day added comes before what it took. A debt does not lapse: the next points earned pay it
 * off.
 *
 * @param days - the earliest first, none after `through`
 * @param through - the last day
 */
export function lapsedBy(days: readonly Day[], ruleSet: RuleSet, through: CalendarDate): LapsedPoints[] {
  const { keeps, inactivity } = ruleSet.redemption.carryOver;
  const lapsed: LapsedPoints[] = [];
  const good = new UnspentPoints();
  let debt = 0;
  let idleAfter = NEVER;
  let cutAfter = NEVER;
  const lapseUpTo = (day: CalendarDate): void => {
    for (let first = good.oldest; first !== undefined; first = good.oldest) {
      const end = earlier(earlier(first.until, idleAfter), cutAfter);
      if (end >= day) break;
      const { held } = good;
      let left = held - good.endedBy(end);
      if (idleAfter <= end) left = 0;
      if (keeps !== undefined && cutAfter <= end) left = keptOf(left, keeps);
      const on = addDays(end, 1);
      // What one end of a window leaves whole, the next leaves whole as well.
      cutAfter = left === held ? NEVER : windowEnd(on, ruleSet);
      if (left < held) lapsed.push({ on, ...good.takeOldest(held - left) });
    }
    if (idleAfter < day) idleAfter = NEVER;
  };
  for (const { on, signed } of days) {
    lapseUpTo(on);
    if (inactivity !== undefined && [...signed.keys()].some(isItem)) idleAfter = addTerm(on, inactivity);
    cutAfter = windowEnd(on, ruleSet);
    let gained = 0;
    let spent = 0;
    for (const points of signed.values()) {
      if (points > 0) gained += points;
      else spent -= points;
    }
    const paid = Math.min(gained, debt);
    debt -= paid;
    if (gained > paid) good.add(lotOf(on, gained - paid, ruleSet));
    debt += spent - good.takeOldest(spent).points;
  }
  lapseUpTo(through);
  return lapsed;
}

/** Of the points left at the end of a window, those that carry over. */
function keptOf(points: number, { percent, atMost, inStepsOf }: Keeps): number {
  let left = points;
  // The product of points and percent may be too large to be exact.
  if (percent !== undefined) left = Number((BigInt(points) * BigInt(percent)) / 100n);
  if (atMost !== undefined && left > atMost) left = atMost;
  return inStepsOf === undefined ? left : left - (left % inStepsOf);
}

/** The last day of the window that a day lies in, if windows cut what is left. */
function windowEnd(on: CalendarDate, { calendar, redemption }: RuleSet): CalendarDate {
  const { keeps } = redemption.carryOver;
  return keeps === undefined ? NEVER : dayFromNumber(windowOf(keeps.per, on, calendar).last);
}

/** The points of a day, or of all days of a window where these lapse together. */
function lotOf(on: CalendarDate, left: number, { calendar, redemption }: RuleSet): Lot {
  const { lapse, goodFor } = redemption.carryOver;
  const until = goodFor === undefined ? NEVER : addTerm(on, goodFor);
  if (lapse === undefined) return { from: monthOf(on), to: monthOf(on), until, left };
  const earnedIn = windowNumber(lapse.window, dayNumber(on), calendar);
  const { first, last } = windowNumbered(lapse.window, earnedIn, calendar);
  const lastOfAll = windowNumbered(lapse.window, earnedIn + lapse.periods, calendar).last;
  return {
    from: monthOf(dayFromNumber(first)),
    to: monthOf(dayFromNumber(last)),
    until: earlier(until, dayFromNumber(lastOfAll)),
    left,
  };
}

/** Unspent points, the oldest first. None is good for longer than one that was earned later. */
class UnspentPoints {
  /** How many there are. */
  held = 0;
  readonly #lots: Lot[] = [];
  /** The lots before it are spent. */
  #first = 0;

  get oldest(): Lot | undefined {
    return this.#lots[this.#first];
  }

  add(lot: Lot): void {
    const last = this.#first < this.#lots.length ? this.#lots.at(-1) : undefined;
    this.held += lot.left;
    if (last?.from === lot.from && last.to === lot.to && last.until === lot.until) last.left += lot.left;
    else this.#lots.push(lot);
  }

  /** How many are good until a day at the latest. */
  endedBy(day: CalendarDate): number {
    let ended = 0;
    for (let at = this.#first; at < this.#lots.length; at += 1) {
      const { left, until } = this.#lots[at] as Lot;
      if (until > day) break;
      ended += left;
    }
    return ended;
  }

  /** Takes the oldest points, as many as there are, and tells when they were earned. */
  takeOldest(points: number): Omit<LapsedPoints, 'on'> {
    const earnedFrom = this.oldest?.from ?? '';
    let earnedTo = earnedFrom;
    let taken = 0;
    for (let first = this.oldest; taken < points && first !== undefined; first = this.oldest) {
      const some = Math.min(points - taken, first.left);
      taken += some;
      first.left -= some;
      earnedTo = first.to;
      if (first.left === 0) this.#first += 1;
    }
    this.held -= taken;
    return { points: taken, earnedFrom, earnedTo };
  }
}
