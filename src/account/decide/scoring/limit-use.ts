import type { NamedLimit } from '../../../rules/compiled.js';
import type { LimitRule, RuleSet } from '../../../rules/rule-set.js';
import { type DayNumber, dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { dayAfterWindow, inAnyOf, isRolling, leavesOn, spanOn } from '../../../values/window.js';
import type { OpenedAccount } from '../../state/account.js';
import { mostHeldFrom } from '../../state/figures/balance.js';
import {
  daysCounted,
  firstEntryFrom,
  fullestOn,
  type LimitUse,
  using,
} from '../../state/figures/measured.js';

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

/** What an entry makes of a limit: how much it adds to what is used, and how much may be used for the limit to have room again. */
export type LimitAsked = {
  readonly on: string;
  readonly memberId: string | undefined;
  /** 0 of an entry that is refused. */
  readonly added: number;
  readonly hasRoom: (used: number) => boolean;
};

/** The first later day on which a limit has room again; `undefined` if there is none. */
export function roomAgainOn(
  account: OpenedAccount,
  limit: NamedLimit,
  { on, memberId, added, hasRoom }: LimitAsked,
  { window }: LimitUse,
  ruleSet: RuleSet,
): string | undefined {
  const { counts, per } = limit;
  if (!isRolling(per) || counts === 'balance') return dayAfterWindow(window);
  const usedOn = using(account, limit, ruleSet, memberId);
  const entered = dayNumber(on);
  const isFull = ({ window: { first }, used }: LimitUse): boolean =>
    !hasRoom(used + (first <= entered ? added : 0));
  // An entry that comes late lies in windows of later days as well.
  const later = on < account.latestOn ? daysCounted(account, limit).filter((day) => day > on) : [];
  const isInFull = inAnyOf(
    later
      .map(usedOn)
      .filter(isFull)
      .map(({ window }) => window),
  );
  for (const day of daysThatLeave(account, limit, usedOn(on).window.first, entered)) {
    const again = leavesOn(per, dayFromNumber(day));
    if (again === undefined) return undefined;
    if (again > on && !isInFull(again) && !isFull(usedOn(again))) return again;
  }
  return undefined;
}

/** The days from a first on that have entries under a limit, with that of a new one, the earliest first. */
function* daysThatLeave(
  account: OpenedAccount,
  { items }: NamedLimit,
  first: DayNumber,
  entered: DayNumber,
): Generator<DayNumber, void, undefined> {
  const nextFrom = (from: DayNumber): DayNumber => {
    const next = firstEntryFrom(account, items, from);
    return from <= entered ? Math.min(next, entered) : next;
  };
  for (let day = nextFrom(first); day < Number.POSITIVE_INFINITY; day = nextFrom(day + 1)) yield day;
}
