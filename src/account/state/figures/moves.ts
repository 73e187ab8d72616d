import { type DayNumber, dayNumber } from '../../../values/calendar.js';
import { type Daily, eachDay, firstDayIn, lastDayOf } from '../../../values/daily.js';
import { folded, type OpenedAccount } from '../account.js';

/** What a day added to the balance and took from it. */
export type DayMoves = {
  readonly day: DayNumber;
  /** The number of entries under items. */
  entries: number;
  /** Points earned, corrections upwards, points received. */
  gained: number;
  /** Redemptions, deductions, corrections downwards, points sent. */
  spent: number;
};

/** What moved the balance of an account, day by day, the earliest first. */
export function movesOf(account: OpenedAccount): readonly DayMoves[] {
  const { items, raisedOn, loweredOn, receivedOn, sentOn, redeemedOn } = folded(account);
  const moves = new Map<DayNumber, DayMoves>();
  const move = (day: DayNumber, points: number, entries: number): void => {
    const of = moves.get(day) ?? { day, entries: 0, gained: 0, spent: 0 };
    of.entries += entries;
    if (points > 0) of.gained += points;
    else of.spent -= points;
    moves.set(day, of);
  };
  const add = (daily: Daily, sign: 1 | -1): void =>
    eachDay(daily, (day, points) => move(day, sign * points, 0));
  for (const { days } of Object.values(items)) eachDay(days, move);
  for (const daily of [raisedOn, loweredOn, receivedOn, sentOn]) add(daily, 1);
  add(redeemedOn, -1);
  return [...moves.values()].sort((a, b) => a.day - b.day);
}

/** The first day of which an account has anything: points handed on to it may be of days before its opening. */
export function firstDayOf(account: OpenedAccount): DayNumber {
  const { items, raisedOn, receivedOn } = folded(account);
  let first = Math.min(dayNumber(account.openedOn), firstDayIn(raisedOn), firstDayIn(receivedOn));
  for (const { days } of Object.values(items)) first = Math.min(first, firstDayIn(days));
  return first;
}

/** The last day on which a correction counts; earlier than every day where there is none. */
export function lastCorrectedDay(account: OpenedAccount): DayNumber {
  const { raisedOn, loweredOn } = folded(account);
  return Math.max(lastDayOf(raisedOn), lastDayOf(loweredOn));
}

/** Visits each day on which corrections count, with their points: upwards and downwards apart. */
export function eachCorrectedDay(
  account: OpenedAccount,
  visit: (day: DayNumber, points: number) => void,
): void {
  const { raisedOn, loweredOn } = folded(account);
  eachDay(raisedOn, visit);
  eachDay(loweredOn, visit);
}
