/*
 * 4.2: what is left carries over by itself; or, under other readings, for a time only.
 */
import { monthCount } from './calendar.js';
import { type Account, costOf, countsOn, type Entry, isScoring } from './ledger.js';
import type { Readings } from './readings.js';

/** The last month in which what was earned in a month is good. */
function goodUntil(month: number, carryOver: Readings['carry-over']): number {
  if (carryOver === 'year-end') return month - (month % 12) + 11;
  if (carryOver === 'two-periods') return month - (month % 6) + 17;
  return Number.POSITIVE_INFINITY;
}

/** What an entry moves the balance by. */
export function movedBy(entry: Entry): number {
  if (entry.what === 'visit') return 0 - costOf(entry);
  if (entry.what === 'correction' || entry.what === 'transfer' || entry.what === 'handed')
    return entry.points;
  return isScoring(entry) ? entry.points : 0;
}

type State = { readonly held: number; readonly debt: number };

/** Point by point and day by day: what comes on a day, then what goes on it, the oldest point first. */
function stateOn(
  moves: readonly (readonly [on: string, points: number])[],
  day: string,
  readings: Readings,
  /** Only what was earned before counts as held. */
  before = '9999-12-31',
): State {
  let points: { readonly until: number; readonly on: string }[] = [];
  let debt = 0;
  const days = [...new Set(moves.map(([on]) => on))].filter((on) => on <= day).sort();
  for (const on of days) {
    const ofDay = moves.filter(([other]) => other === on).map(([, moved]) => moved);
    const month = monthCount(on);
    points = points.filter(({ until }) => until >= month);
    for (const moved of ofDay.filter((one) => one > 0)) {
      for (let i = 0; i < moved; i += 1) {
        if (debt > 0) debt -= 1;
        else points.push({ until: goodUntil(month, readings['carry-over']), on });
      }
    }
    for (const moved of ofDay.filter((one) => one < 0)) {
      for (let i = 0; i > moved; i -= 1) if (points.shift() === undefined) debt += 1;
    }
  }
  const good = points.filter(({ until, on }) => until >= monthCount(day) && on < before);
  return { held: good.length - debt, debt };
}

function movesOf({ entries }: Pick<Account, 'entries'>): [on: string, points: number][] {
  return entries.map((entry) => [countsOn(entry), movedBy(entry)]);
}

/** What some entries leave on a day. */
export function heldOf(entries: Entry[], day: string, readings: Readings): number {
  return stateOn(movesOf({ entries }), day, readings).held;
}

/** What is held on a day; a closed account holds nothing. */
export function balanceOn(account: Account, day: string, readings: Readings): number {
  if (account.closed !== undefined && account.closed.on <= day) return 0;
  return stateOn(movesOf(account), day, readings).held;
}

/**
 * What an account holds after its closing, as far as is known: what was entered of later days, and struck out before the closing was
 * entered, is on record until the striking out is.
 */
export function movedAfterItsEnd({ closed }: Account, entries: readonly Entry[]): number {
  const later = entries.filter((entry) => closed !== undefined && countsOn(entry) > closed.on);
  return later.reduce((sum, entry) => sum + movedBy(entry), 0);
}

/** What can be taken on a day: held then, and neither spent nor taken since. */
export function takeableOn(account: Account, day: string, readings: Readings): number {
  const moves = movesOf(account);
  const { held } = stateOn(moves, day, readings);
  const later = [...new Set(moves.map(([on]) => on))].filter((on) => on > day);
  if (readings['carry-over'] === 'all') {
    return Math.min(held, ...later.map((on) => stateOn(moves, on, readings).held));
  }
  if (held <= 0) return held;
  const fits = (points: number): boolean =>
    later.every(
      (on) => stateOn([...moves, [day, -points]], on, readings).debt <= stateOn(moves, on, readings).debt,
    );
  let most = held;
  while (most > 0 && !fits(most)) most -= 1;
  return most;
}

/** What a redemption of a day may cost. */
export function coveredOn(account: Account, day: string, readings: Readings): number {
  const covered = coveredOnItsDay(account, day, readings);
  if (readings['spendable-from'] === 'this-half') return covered;
  const first = `${day.slice(0, 5)}${day.slice(5, 7) <= '06' ? '01' : '07'}-01`;
  return Math.min(covered, stateOn(movesOf(account), day, readings, first).held);
}

function coveredOnItsDay(account: Account, day: string, readings: Readings): number {
  if (readings['redemption-day'] === 'held-on-its-day') return takeableOn(account, day, readings);
  const latest = account.latest > day ? account.latest : day;
  return stateOn(movesOf(account), latest, readings).held;
}
