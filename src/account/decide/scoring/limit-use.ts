import type { NamedLimit } from '../../../rules/compiled.js';
import type { LimitRule, RuleSet } from '../../../rules/rule-set.js';
import { dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { dayAfterWindow, isRolling, leavesOn, spanOn, type Window } from '../../../values/window.js';
import type { OpenedAccount } from '../../state/account.js';
import { mostHeldFrom } from '../../state/figures/balance.js';
import { firstEntryFrom, fullestOn, type LimitUse } from '../../state/figures/measured.js';

/** How much of a limit is used in the fullest of its windows that hold a day; of a limit on the balance, how much is held. */
export function useOn(
  account: OpenedAccount,
  limit: LimitRule,
  on: string,
  ruleSet: RuleSet,
  member?: string,
): LimitUse {
  if (limit.counts !== 'balance') return fullestOn(account, limit, on, ruleSet, member);
  const window = spanOn(limit.per, on, account.openedOn, ruleSet.calendar);
  return { window, used: mostHeldFrom(account, on, ruleSet) };
}

/** The first day on which a limit has room again, as far as its window tells; `undefined` if there is none. */
export function roomAgainOn(
  account: OpenedAccount,
  limit: NamedLimit,
  on: string,
  window: Window,
): string | undefined {
  if (!isRolling(limit.per)) return dayAfterWindow(window);
  const earliest = firstEntryFrom(account, limit.items, window.first);
  return leavesOn(limit.per, dayFromNumber(Math.min(earliest, dayNumber(on))));
}
