import type { LimitRule, RuleSet } from '../../../rules/rule-set.js';
import { dayFromNumber } from '../../../values/calendar.js';
import { dayAfterWindow, isRolling, leavesOn, spanOn, type Window } from '../../../values/window.js';
import type { OpenedAccount } from '../../state/account.js';
import { balanceOn } from '../../state/balance.js';
import { daysCounted, fullestOn, type Use } from '../../state/measured.js';
import { movesOf } from '../../state/moves.js';

/** How much of a limit is used in the fullest of its windows that hold a day; of a limit on the balance, how much is held. */
export function useOn(
  account: OpenedAccount,
  limit: LimitRule,
  on: string,
  ruleSet: RuleSet,
  member?: string,
): Use {
  if (limit.counts !== 'balance') return fullestOn(account, limit, on, ruleSet, member);
  const window = spanOn(limit.per, on, account.openedOn, ruleSet.calendar);
  return { window, used: mostHeldSince(account, on, ruleSet) };
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
  const earliest = daysCounted(account, limit).find((day) => day >= first) ?? on;
  return leavesOn(limit.per, earliest < on ? earliest : on);
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
