import { requireRuleSet } from '../../../rules/require-rule-set.js';
import type { RuleSet } from '../../../rules/rule-set.js';
import { type CalendarDate, type DayNumber, dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { requireDate } from '../../../values/require-date.js';
import { undisturbed } from '../../../values/undisturbed.js';
import { type Account, type OpenedAccount, redeemable } from '../account.js';
import { requireAccount } from '../require-account.js';
import { goodThrough, isKeptForEver } from './carry-over.js';
import { Lots, type OnLapse } from './lots.js';
import { type DayMoves, firstDayOf, lastCorrectedDay, movesOf } from './moves.js';

/**
 * The points that an account held on a day: those of entries dated by then, without what was spent or had lapsed by then. Spending takes
 * the oldest points first. Below 0 it is a debt, which does not lapse; what is earned next makes it up. An account that was closed holds
 * nothing from that day on. For what was known on an earlier day, fold the events that `eventsKnownOn` of `points-bank/reports` gives.
 *
 * @param on - the day, `YYYY-MM-DD`
 * @throws {@link NotAnAccountError}, {@link NotARuleSetError}, {@link NotADateError} where something else is given
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
  return undisturbed(() => balanceAt(account, on, ruleSet));
}

function balanceAt(account: Account, on: CalendarDate, ruleSet: RuleSet): number {
  requireAccount(account);
  requireRuleSet(ruleSet);
  requireDate(on);
  if (account.status === 'unopened') return 0;
  if (account.closed !== undefined && account.closed.on <= on) return 0;
  if (account.closed === undefined && isAllThereOn(account, on, ruleSet)) return redeemable(account);
  return heldOn(movesOf(account), dayNumber(on), ruleSet);
}

/** Whether nothing of an account counts on a later day: a correction may count on the day of its matter. */
function seesAll(account: OpenedAccount, on: CalendarDate): boolean {
  return on >= account.latestOn && lastCorrectedDay(account) <= dayNumber(on);
}

/** Whether a day sees every entry of an account, and nothing has lapsed by then: the balance is what the account adds up to. */
function isAllThereOn(account: OpenedAccount, on: CalendarDate, ruleSet: RuleSet): boolean {
  if (!seesAll(account, on)) return false;
  if (isKeptForEver(ruleSet)) return true;
  const { inactivity, keeps } = ruleSet.redemption.carryOver;
  if ((inactivity ?? keeps) !== undefined) return false;
  return goodThrough(firstDayOf(account), ruleSet) >= dayNumber(on);
}

/**
 * The points that can leave the balance on a day: what was held on that day and has been neither spent nor taken since. It is the most
 * that could have been spent then without leaving a later day short.
 *
 * @param owed - how far that day and later ones may fall below 0
 */
export function takeableOn(account: OpenedAccount, on: CalendarDate, ruleSet: RuleSet, owed = 0): number {
  // Nothing dated later can be in the way.
  if (isAllThereOn(account, on, ruleSet)) return redeemable(account) + owed;
  const moves = movesOf(account);
  const day = dayNumber(on);
  return isKeptForEver(ruleSet) ? leastSince(moves, day) + owed : mostSpendable(moves, day, ruleSet, owed);
}

/** The most that an account holds on a day or on any day after it that is on record: what is added on the day adds to all of them. */
export function mostHeldFrom(account: OpenedAccount, on: CalendarDate, ruleSet: RuleSet): number {
  if (seesAll(account, on)) return balanceAt(account, on, ruleSet);
  const moves = movesOf(account);
  const day = dayNumber(on);
  const lots = lotsOn(moves, day, ruleSet);
  let most = lots.heldOn(day);
  for (const of of moves) {
    if (of.day <= day) continue;
    lots.move(of);
    most = Math.max(most, lots.heldOn(of.day));
  }
  return most;
}

/** The points that an account holds once everything on record has happened, whatever the days. */
export function heldInTheEnd(account: OpenedAccount, on: CalendarDate, ruleSet: RuleSet): number {
  if (isKeptForEver(ruleSet)) return redeemable(account);
  const latest = on > account.latestOn ? on : account.latestOn;
  return heldOn(movesOf(account), dayNumber(latest), ruleSet);
}

/**
 * Of the points held on a day, those that were earned before another day. Where an account may owe, what it spent of later points it
 * owes to these.
 */
export function heldBeforeOn(
  account: OpenedAccount,
  before: DayNumber,
  on: CalendarDate,
  ruleSet: RuleSet,
): number {
  const day = dayNumber(on);
  const lots = lotsOn(movesOf(account), day, ruleSet);
  const held = lots.heldOn(day, before);
  return ruleSet.redemption.overdraft === undefined ? held : held - lots.spentFrom(before);
}

/** The earliest day, from a given one on, of whose points an account still holds some on a later day. */
export function earliestHeldFrom(
  account: OpenedAccount,
  from: DayNumber,
  on: CalendarDate,
  ruleSet: RuleSet,
): DayNumber | undefined {
  return lotsOn(movesOf(account), dayNumber(on), ruleSet).earliestFrom(from);
}

/** Points that lapsed, and the first day without the latest of them. */
export type Lapsed = { readonly points: number; readonly on: CalendarDate };

/** The points of an account that lapsed after one day and by another. */
export function lapsedBetween(
  account: OpenedAccount,
  after: CalendarDate,
  by: CalendarDate,
  ruleSet: RuleSet,
): Lapsed | undefined {
  if (isKeptForEver(ruleSet)) return undefined;
  let lapsed: Lapsed | undefined;
  const lots = lotsOn(movesOf(account), dayNumber(by), ruleSet, (points, day) => {
    const on = dayFromNumber(day);
    if (on > after) lapsed = { points: points + (lapsed?.points ?? 0), on };
  });
  lots.heldOn(dayNumber(by));
  return lapsed;
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
function mostSpendable(moves: readonly DayMoves[], day: DayNumber, ruleSet: RuleSet, owed: number): number {
  const most = heldOn(moves, day, ruleSet) + owed;
  if (most <= 0 || moves.every((of) => of.day <= day)) return most;
  const debts = debtsAfter(moves, day, 0, ruleSet);
  const isCovered = (points: number): boolean =>
    debtsAfter(moves, day, points, ruleSet).every((debt, i) => debt <= Math.max(debts[i] as number, owed));
  let [covered, uncovered] = [0, most + 1];
  while (uncovered - covered > 1) {
    const points = Math.floor((covered + uncovered) / 2);
    if (isCovered(points)) covered = points;
    else uncovered = points;
  }
  return covered;
}

/** The debt of each day with moves after a day on which some points more are spent. */
function debtsAfter(moves: readonly DayMoves[], day: DayNumber, points: number, ruleSet: RuleSet): number[] {
  const lots = lotsOn(moves, day, ruleSet);
  lots.spend(day, points);
  return moves.flatMap((of) => {
    if (of.day <= day) return [];
    lots.move(of);
    return [lots.debt];
  });
}

function heldOn(moves: readonly DayMoves[], day: DayNumber, ruleSet: RuleSet): number {
  return lotsOn(moves, day, ruleSet).heldOn(day);
}

/** The points as the moves of a day and of those before it left them. */
function lotsOn(moves: readonly DayMoves[], day: DayNumber, ruleSet: RuleSet, onLapse?: OnLapse): Lots {
  const lots = new Lots(ruleSet, onLapse);
  for (const of of moves) if (of.day <= day) lots.move(of);
  return lots;
}
