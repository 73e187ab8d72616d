import { goodThrough, type Lapsing, lapsingOf } from '../../rules/lapsing.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, type DayNumber, dayNumber } from '../../values/calendar.js';
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
  return heldOn(movesOf(account), dayNumber(on), lapsingOf(ruleSet));
}

/**
 * The points that can leave the balance on a day: what was held on that day and has been neither spent nor taken since. It is the most
 * that could have been spent then without leaving a later day short.
 */
export function takeableOn(account: OpenedAccount, on: CalendarDate, lapse?: Lapsing): number {
  // Without lapses, nothing dated later than the account's latest entry can be in the way.
  if (lapse === undefined && on >= account.latestOn) return redeemable(account);
  const moves = movesOf(account);
  const day = dayNumber(on);
  return lapse === undefined ? leastSince(moves, day) : mostSpendable(moves, day, lapse);
}

/** The points that an account holds once everything on record has happened, whatever the days. */
export function heldInTheEnd(account: OpenedAccount, on: CalendarDate, lapse?: Lapsing): number {
  if (lapse === undefined) return redeemable(account);
  const latest = on > account.latestOn ? on : account.latestOn;
  return heldOn(movesOf(account), dayNumber(latest), lapse);
}

/** Of the points held on a day, those that were earned before another day. */
export function heldBeforeOn(
  account: OpenedAccount,
  before: DayNumber,
  on: CalendarDate,
  lapse?: Lapsing,
): number {
  const lots = new Lots(lapse);
  const day = dayNumber(on);
  for (const of of movesOf(account)) if (of.day <= day) lots.move(of);
  return lots.heldOn(day, before);
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
function mostSpendable(moves: readonly DayMoves[], day: DayNumber, lapse: Lapsing): number {
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
function debtsAfter(moves: readonly DayMoves[], day: DayNumber, points: number, lapse: Lapsing): number[] {
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

function heldOn(moves: readonly DayMoves[], day: DayNumber, lapse: Lapsing | undefined): number {
  const lots = new Lots(lapse);
  for (const of of moves) if (of.day <= day) lots.move(of);
  return lots.heldOn(day);
}

type Lot = { readonly earnedOn: DayNumber; readonly goodThrough: DayNumber; points: number };

/** Points by the day until which they are good, the oldest first. */
class Lots {
  readonly #lapse: Lapsing | undefined;
  readonly #lots: Lot[] = [];
  /** The oldest lot that still holds points. */
  #first = 0;
  /** Points spent that nothing covered; what is earned next makes it up. */
  debt = 0;

  constructor(lapse: Lapsing | undefined) {
    this.#lapse = lapse;
  }

  /** A day's gains, and then what the day spent. */
  move({ day, gained, spent }: DayMoves): void {
    const madeUp = Math.min(gained, this.debt);
    this.debt -= madeUp;
    if (gained > madeUp)
      this.#lots.push({ earnedOn: day, goodThrough: this.#goodThrough(day), points: gained - madeUp });
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

  /** What is held on a day; of it what was earned before another day, if one is given. */
  heldOn(day: DayNumber, before = Number.POSITIVE_INFINITY): number {
    let held = 0;
    for (const { earnedOn, goodThrough, points } of this.#lots.slice(this.#first)) {
      if (goodThrough >= day && earnedOn < before) held += points;
    }
    return held - this.debt;
  }

  #goodThrough(day: DayNumber): DayNumber {
    if (this.#lapse === undefined) return Number.POSITIVE_INFINITY;
    return goodThrough(day, this.#lapse);
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
