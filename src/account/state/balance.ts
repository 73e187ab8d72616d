import type { Lapse, RuleSet } from '../../rules/rule-set.js';
import {
  type CalendarDate,
  type DayNumber,
  dayNumber,
  lastDayOfMonth,
  monthOfDay,
} from '../../values/calendar.js';
import { WINDOW_MONTHS } from '../../values/window.js';
import { type Account, type OpenedAccount, redeemable } from './account.js';
import { type DayMoves, movesOf } from './moves.js';

/**
 * The points that an account held on a day: those of entries dated by then, without what was spent or had lapsed by then. Spending takes
 * the oldest points first. Below 0 it is a debt, which does not lapse; what is earned next makes it up. An account that was closed holds
 * nothing from that day on.
 *
 * @param on - the day, `YYYY-MM-DD`
 *
 * @example
 * ```ts
 * import { balanceOn, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(balanceOn(initialAccount, '2023-06-30', renfa2022)) // → 0
 * ```
 */
export function balanceOn(account: Account, on: CalendarDate, ruleSet: RuleSet): number {
  if (account.status === 'unopened') return 0;
  if (account.closed !== undefined && account.closed.on <= on) return 0;
  const { lapse } = ruleSet.redemption.carryOver;
  return heldOn(movesOf(account), dayNumber(on), lapse);
}

/**
 * The points that can leave the balance on a day: what was held on that day and has been neither spent nor taken since. It is the most
 * that could have been spent then without leaving a later day short.
 */
export function takeableOn(account: OpenedAccount, on: CalendarDate, lapse?: Lapse): number {
  // Without lapses, nothing dated later than the account's latest entry can be in the way.
  if (lapse === undefined && on >= account.latestOn) return redeemable(account);
  const moves = movesOf(account);
  const day = dayNumber(on);
  return lapse === undefined ? leastSince(moves, day) : mostSpendable(moves, day, lapse);
}

/** The points that an account holds once everything on record has happened, whatever the days. */
export function heldInTheEnd(account: OpenedAccount, on: CalendarDate, lapse?: Lapse): number {
  if (lapse === undefined) return redeemable(account);
  const latest = on > account.latestOn ? on : account.latestOn;
  return heldOn(movesOf(account), dayNumber(latest), lapse);
}

/** The least balance of a day and of all days after it. */
function leastSince(moves: readonly DayMoves[], day: DayNumber): number {
  let balance = 0;
  let least: number | undefined;
  for (const { day: moved, gained, spent } of moves) {
    if (moved > day) least = Math.min(least ?? balance, balance);
    balance += gained - spent;
  }
  return Math.min(least ?? balance, balance);
}

/** The most points that can be spent on a day without making the debt of any later day larger. */
function mostSpendable(moves: readonly DayMoves[], day: DayNumber, lapse: Lapse): number {
  const held = heldOn(moves, day, lapse);
  if (held <= 0 || moves.every((of) => of.day <= day)) return held;
  const debts = debtsAfter(moves, day, 0, lapse);
  const isCovered = (points: number): boolean =>
    debtsAfter(moves, day, points, lapse).every((debt, i) => debt <= (debts[i] as number));
  let [covered, uncovered] = [0, held + 1];
  while (uncovered - covered > 1) {
    const points = Math.floor((covered + uncovered) / 2);
    if (isCovered(points)) covered = points;
    else uncovered = points;
  }
  return covered;
}

/** The debt of each day with moves after a day on which some points more are spent. */
function debtsAfter(moves: readonly DayMoves[], day: DayNumber, points: number, lapse: Lapse): number[] {
  const lots = new Lots(lapse);
  const debts: number[] = [];
  let isSpent = false;
  for (const of of moves) {
    if (of.day > day && !isSpent) {
      lots.spend(day, points);
      isSpent = true;
    }
    lots.move(of);
    if (of.day > day) debts.push(lots.debt);
  }
  return debts;
}

function heldOn(moves: readonly DayMoves[], day: DayNumber, lapse: Lapse | undefined): number {
  const lots = new Lots(lapse);
  for (const of of moves) if (of.day <= day) lots.move(of);
  return lots.heldOn(day);
}

type Lot = { readonly goodThrough: DayNumber; points: number };

/** Points by the day until which they are good, the oldest first. */
class Lots {
  readonly #lapse: Lapse | undefined;
  readonly #lots: Lot[] = [];
  /** The oldest lot that still holds points. */
  #first = 0;
  /** Points spent that nothing covered; what is earned next makes it up. */
  debt = 0;

  constructor(lapse: Lapse | undefined) {
    this.#lapse = lapse;
  }

  /** A day's gains, and then what the day spent. */
  move({ day, gained, spent }: DayMoves): void {
    const madeUp = Math.min(gained, this.debt);
    this.debt -= madeUp;
    if (gained > madeUp)
      this.#lots.push({ goodThrough: goodThrough(day, this.#lapse), points: gained - madeUp });
    this.spend(day, spent);
  }

  spend(day: DayNumber, points: number): void {
    let left = points;
    for (let lot = this.#oldest(day); left > 0 && lot !== undefined; lot = this.#oldest(day)) {
      const taken = Math.min(left, lot.points);
      lot.points -= taken;
      left -= taken;
    }
    this.debt += left;
  }

  heldOn(day: DayNumber): number {
    let held = 0;
    for (const { goodThrough, points } of this.#lots.slice(this.#first))
      if (goodThrough >= day) held += points;
    return held - this.debt;
  }

  /** The oldest lot that holds points that are still good on a day. */
  #oldest(day: DayNumber): Lot | undefined {
    for (; this.#first < this.#lots.length; this.#first += 1) {
      const lot = this.#lots[this.#first] as Lot;
      if (lot.points > 0 && lot.goodThrough >= day) return lot;
    }
    return undefined;
  }
}

/** The last day on which the points of a day are good. */
function goodThrough(day: DayNumber, lapse: Lapse | undefined): DayNumber {
  if (lapse === undefined) return Number.POSITIVE_INFINITY;
  const length = WINDOW_MONTHS[lapse.window];
  const month = monthOfDay(day);
  return lastDayOfMonth(month - (month % length) + length * (lapse.periods + 1) - 1);
}
