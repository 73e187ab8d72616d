import { type FoldedAccount, folded, type OpenedAccount } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import { isKeptForEver } from '../../account/state/figures/carry-over.js';
import { eachCorrectedDay, movesOf } from '../../account/state/figures/moves.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { lastDayOf, monthFromNumber, monthNumber, monthOfDay } from '../../values/calendar.js';
import { eachDay } from '../../values/daily.js';
import type { FinishedAccount } from '../run/volunteer.js';
import { count, type MonthTally, type RoleTally, type RunTally } from './tally.js';

/** Adds an account once its volunteer's run is over. One that another account continues is counted there. */
export function addAccount(
  tally: RunTally,
  role: RoleTally,
  ruleSet: RuleSet,
  to: string,
  { account, balanceAtClosing, isContinued }: FinishedAccount,
): void {
  if (account.status === 'unopened') return;
  if (account.closed !== undefined) count(role.closed, account.closed.reason);
  if (isContinued) return;
  role.accounts += 1;
  const { earned, corrected, redeemed, transferred, closed } = account;
  let lapsed = 0;
  for (const [number, points] of lapsedIn(account, ruleSet, closed?.on ?? to)) {
    lapsed += points;
    const month = tally.months.get(number);
    if (month !== undefined) month.lapsed += points;
  }
  if (closed !== undefined) {
    const month = tally.months.get(monthNumber(closed.on));
    if (month !== undefined) month.closed += balanceAtClosing;
  }
  count(role.earned, earned);
  count(role.assessment, earned + corrected);
  count(role.redeemable, closed === undefined ? earned + corrected - redeemed + transferred - lapsed : 0);
  addMonths(tally.months, folded(account));
  addYears(role, ruleSet.feedback.yearStarts, to, account);
}

/** Adds the windows that a volunteer filled, and clears them for the next one. */
export function addFilledWindows(role: RoleTally): void {
  for (const limit of role.limits.values()) {
    if (limit.filled.size === 0) continue;
    limit.accounts += 1;
    limit.windows += limit.filled.size;
    limit.filled.clear();
  }
}

function addMonths(months: RunTally['months'], account: FoldedAccount): void {
  const { items, redeemedOn } = account;
  for (const [id, { days }] of Object.entries(items)) {
    eachDay(days, (day, points, entries) => {
      const month = months.get(monthOfDay(day));
      if (month !== undefined) addItem(month, id, points, entries);
    });
  }
  eachCorrectedDay(account, (day, points) => {
    const month = months.get(monthOfDay(day));
    if (month !== undefined) month.corrected += points;
  });
  eachDay(redeemedOn, (day, points) => {
    const month = months.get(monthOfDay(day));
    if (month !== undefined) month.redeemed += points;
  });
}

function addItem({ items }: MonthTally, id: string, points: number, entries: number): void {
  const item = items.get(id);
  if (item === undefined) items.set(id, { points, entries });
  else {
    item.points += points;
    item.entries += entries;
  }
}

/** The points that lapsed at the start of each month, by its number: what the month before left and the month does not have. */
function lapsedIn(account: OpenedAccount, ruleSet: RuleSet, to: string): [month: number, points: number][] {
  if (isKeptForEver(ruleSet)) return [];
  const open: OpenedAccount = { ...account, status: 'open' };
  delete (open as { closed?: unknown }).closed;
  const moved = new Map<number, number>();
  const moves = movesOf(account);
  for (const { day, gained, spent } of moves) {
    const month = monthOfDay(day);
    moved.set(month, (moved.get(month) ?? 0) + gained - spent);
  }
  const lapsed: [number, number][] = [];
  let held = 0;
  const first = moves[0] === undefined ? monthNumber(to) : monthOfDay(moves[0].day);
  for (let month = first; month <= monthNumber(to); month += 1) {
    const now = balanceOn(open, lastDayOf(monthFromNumber(month)), ruleSet);
    const points = held + (moved.get(month) ?? 0) - now;
    if (points !== 0) lapsed.push([month, points]);
    held = now;
  }
  return lapsed;
}

/** Adds the assessment of each year since the opening; 0 for a year without entries. */
function addYears(role: RoleTally, starts: '01-01' | '12-01', to: string, account: OpenedAccount): void {
  // A year that starts on 1 December is named for the year in which it ends.
  const yearOfMonth = (number: number): number => Math.floor((number + (starts === '12-01' ? 1 : 0)) / 12);
  const years = new Map<number, number>();
  const last = yearOfMonth(monthNumber(account.closed?.on ?? to));
  for (let year = yearOfMonth(monthNumber(account.openedOn)); year <= last; year += 1) years.set(year, 0);
  const add = (day: number, points: number): void => {
    const year = yearOfMonth(monthOfDay(day));
    years.set(year, (years.get(year) ?? 0) + points);
  };
  for (const { days } of Object.values(folded(account).items)) eachDay(days, add);
  eachCorrectedDay(account, add);
  for (const [year, assessment] of years) {
    const key = String(year);
    let histogram = role.years.get(key);
    if (histogram === undefined) {
      histogram = new Map();
      role.years.set(key, histogram);
    }
    count(histogram, assessment);
  }
}
