import type { LimitRule, RuleSet } from '../../../rules/rule-set.js';
import { dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { eachDay } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import { dayAfterWindow, isRolling, leavesOn, spanOn, type Window } from '../../../values/window.js';
import { folded, type OpenedAccount } from '../../state/account.js';
import { balanceOn } from '../../state/balance.js';
import { measuredIn } from '../../state/measured.js';
import { movesOf } from '../../state/moves.js';

/** A window that a limit counts over, and how much of the limit is used in it. */
export type LimitUse = { readonly window: Window; readonly used: number };

/** Of the windows of a limit that hold a day, the fullest: the days or months that end later than the day hold it as well. */
export function useOn(
  account: OpenedAccount,
  limit: LimitRule,
  on: string,
  ruleSet: RuleSet,
  member?: string,
): LimitUse {
  const windowOn = (day: string): Window => spanOn(limit.per, day, account.openedOn, ruleSet.calendar);
  const useIn = (window: Window): LimitUse => ({
    window,
    used: measuredIn(account, limit, window, ruleSet, member),
  });
  if (limit.counts === 'balance') return { window: windowOn(on), used: mostHeldSince(account, on, ruleSet) };
  let fullest = useIn(windowOn(on));
  if (!isRolling(limit.per)) return fullest;
  for (const day of daysUnder(account, limit)) {
    if (day <= on) continue;
    const window = windowOn(day);
    if (window.first > dayNumber(on)) continue;
    const use = useIn(window);
    if (use.used > fullest.used) fullest = use;
  }
  return fullest;
}

/** The first day on which a limit has room again, as far as its window tells; `undefined` if there is none. */
export function roomAgainOn(
  account: OpenedAccount,
  limit: LimitRule,
  on: string,
  window: Window,
): string | undefined {
  if (!isRolling(limit.per)) return dayAfterWindow(window);
  const first = dayFromNumber(window.first);
  const earliest = daysUnder(account, limit).find((day) => day >= first) ?? on;
  return leavesOn(limit.per, earliest < on ? earliest : on);
}

/** The days with entries under a limit, the earliest first. */
function daysUnder(account: OpenedAccount, { items }: LimitRule): string[] {
  const held = folded(account).items;
  const days = new Set<number>();
  for (const item of items ?? Object.keys(held)) {
    eachDay(own(held, item)?.days ?? [], (day) => days.add(day));
  }
  return [...days].sort((a, b) => a - b).map(dayFromNumber);
}

/** The most that is held on a day or on any day after it that is on record: what is added on the day adds to all of them. */
function mostHeldSince(account: OpenedAccount, on: string, ruleSet: RuleSet): number {
  let most = balanceOn(account, on, ruleSet);
  if (on >= account.latestOn) return most;
  for (const { day } of movesOf(account)) {
    const date = dayFromNumber(day);
    if (date > on) most = Math.max(most, balanceOn(account, date, ruleSet));
  }
  return most;
}
