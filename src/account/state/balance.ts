import type { CarryOverRule, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, type DayNumber, dayNumber } from '../../values/calendar.js';
import { type Account, type OpenedAccount, redeemable } from './account.js';
import { isKeptForEver } from './carry-over.js';
import { Lots } from './lots.js';
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
  return heldOn(movesOf(account), dayNumber(on), ruleSet.redemption.carryOver);
}

/**
 * The points that can leave the balance on a day: what was held on that day and has been neither spent nor taken since. It is the most
 * that could have been spent then without leaving a later day short.
 *
 * @param owed - how far that day and later ones may fall below 0
 */
export function takeableOn(account: OpenedAccount, on: CalendarDate, ruleSet: RuleSet, owed = 0): number {
  const { carryOver } = ruleSet.redemption;
  // Where nothing lapses, nothing dated later than the account's latest entry can be in the way.
  if (isKeptForEver(carryOver) && on >= account.latestOn) return redeemable(account) + owed;
  const moves = movesOf(account);
  const day = dayNumber(on);
  return isKeptForEver(carryOver)
    ? leastSince(moves, day) + owed
    : mostSpendable(moves, day, carryOver, owed);
}

/** The points that an account holds once everything on record has happened, whatever the days. */
export function heldInTheEnd(account: OpenedAccount, on: CalendarDate, ruleSet: RuleSet): number {
  const { carryOver } = ruleSet.redemption;
  if (isKeptForEver(carryOver)) return redeemable(account);
  const latest = on > account.latestOn ? on : account.latestOn;
  return heldOn(movesOf(account), dayNumber(latest), carryOver);
}

/** Of the points held on a day, those that were earned before another day. */
export function heldBeforeOn(
  account: OpenedAccount,
  before: CalendarDate,
  on: CalendarDate,
  { redemption }: RuleSet,
): number {
  const day = dayNumber(on);
  return lotsOn(movesOf(account), day, redemption.carryOver).heldOn(day, dayNumber(before));
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

/** The most points that can be spent on a day without making the debt of any later day larger than it is, or than may be owed. */
function mostSpendable(
  moves: readonly DayMoves[],
  day: DayNumber,
  carryOver: CarryOverRule,
  owed: number,
): number {
  const most = heldOn(moves, day, carryOver) + owed;
  if (most <= 0 || moves.every((of) => of.day <= day)) return most;
  const debts = debtsAfter(moves, day, 0, carryOver);
  const isCovered = (points: number): boolean =>
    debtsAfter(moves, day, points, carryOver).every((debt, i) => debt <= Math.max(debts[i] as number, owed));
  let [covered, uncovered] = [0, most + 1];
  while (uncovered - covered > 1) {
    const points = Math.floor((covered + uncovered) / 2);
    if (isCovered(points)) covered = points;
    else uncovered = points;
  }
  return covered;
}

/** The debt of each day with moves after a day on which some points more are spent. */
function debtsAfter(
  moves: readonly DayMoves[],
  day: DayNumber,
  points: number,
  carryOver: CarryOverRule,
): number[] {
  const lots = lotsOn(moves, day, carryOver);
  lots.spend(day, points);
  return moves.flatMap((of) => {
    if (of.day <= day) return [];
    lots.move(of);
    return [lots.debt];
  });
}

function heldOn(moves: readonly DayMoves[], day: DayNumber, carryOver: CarryOverRule): number {
  return lotsOn(moves, day, carryOver).heldOn(day);
}

/** The points as the moves of a day and of those before it left them. */
function lotsOn(moves: readonly DayMoves[], day: DayNumber, carryOver: CarryOverRule): Lots {
  const lots = new Lots(carryOver);
  for (const of of moves) if (of.day <= day) lots.move(of);
  return lots;
}
