import type { RedemptionLimit, RuleSet } from '../../../rules/rule-set.js';
import { dayNumber } from '../../../values/calendar.js';
import { dayAfterWindow, isRolling, leavesOn, spanOn, type Window } from '../../../values/window.js';
import type { HeldLine, OpenedAccount } from '../../state/account.js';
import { linesLeft } from '../../state/handing-on.js';
import { measuredIn } from '../../state/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/** Lines of a visit that are redeemed, each with the points that leave the balance for one. */
export type AskedLines = {
  readonly on: string;
  readonly lines: readonly HeldLine[];
  /** What else of the visit stands already: the rest, where some lines are put back. */
  readonly beside?: readonly HeldLine[];
};

/** How much of a limit is used in one of its windows. */
type Use = { readonly window: Window; readonly used: number };

/** Every limit on redeeming leaves room for the lines, in every window that holds their day. */
export function requireRedemptionLimits({ account, rules }: AccountContext, visit: AskedLines): void {
  const { ruleSet } = rules;
  const { on } = visit;
  for (const [id, limit] of Object.entries(ruleSet.redemption.limits ?? {})) {
    const { clause, counts, maximum, title } = limit;
    const asked = amountOf(limit, visit);
    const { used, window } = fullestOn(account, limit, on, ruleSet);
    if (asked === 0 || used + asked <= maximum) continue;
    const again = roomFrom(account, limit, asked, { on, window }, ruleSet);
    const facts = {
      limit: id,
      title: { ...title },
      counts,
      asked,
      used,
      maximum,
      window: window.key,
      ...(again === undefined ? {} : { again }),
    };
    refuse('redemption-limit-reached', clause, facts, rules.readingsOf(`redemption.limits.${id}`));
  }
}

/** What some lines add to what a limit counts. */
function amountOf({ counts, rewards }: RedemptionLimit, { lines, beside = [] }: AskedLines): number {
  const counted = (some: readonly HeldLine[]): readonly HeldLine[] =>
    some.filter(({ rewardId }) => rewards?.includes(rewardId) ?? true);
  const of = counted(lines);
  switch (counts) {
    case 'visits':
      return of.length > 0 && counted(beside).length === 0 ? 1 : 0;
    case 'rewards':
      return of.reduce((sum, { quantity }) => sum + quantity, 0);
    case 'redeemed':
      return of.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  }
}

/** Of the windows of a limit that hold a day, the fullest: one that is counted back may end on any later visit. */
function fullestOn(account: OpenedAccount, limit: RedemptionLimit, on: string, ruleSet: RuleSet): Use {
  const useOn = (day: string): Use => {
    const window = spanOn(limit.per, day, account.openedOn, ruleSet.calendar);
    return { window, used: measuredIn(account, limit, window, ruleSet) };
  };
  const later = isRolling(limit.per) ? visitDays(account).filter((day) => day > on) : [];
  return later
    .map(useOn)
    .filter(({ window }) => window.first <= dayNumber(on))
    .reduce((fullest, use) => (use.used > fullest.used ? use : fullest), useOn(on));
}

/** The first later day on which so much more can be redeemed; `undefined` if no window will have the room. */
function roomFrom(
  account: OpenedAccount,
  limit: RedemptionLimit,
  asked: number,
  { on, window }: { readonly on: string; readonly window: Window },
  ruleSet: RuleSet,
): string | undefined {
  const { per } = limit;
  if (asked > limit.maximum) return undefined;
  let days: (string | undefined)[];
  if (isRolling(per)) days = visitDays(account).map((day) => leavesOn(per, day));
  else {
    days = [dayAfterWindow(window)];
    // Later windows may be used up already.
    for (const day of visitDays(account)) {
      days.push(dayAfterWindow(spanOn(per, day, account.openedOn, ruleSet.calendar)));
    }
  }
  return days
    .filter((day) => day !== undefined && day > on)
    .sort()
    .find((day) => fullestOn(account, limit, day as string, ruleSet).used + asked <= limit.maximum);
}

/** The days of visits that were not returned whole, the earliest first. */
function visitDays({ redemptions }: OpenedAccount): string[] {
  return redemptions
    .filter((visit) => linesLeft(visit).length > 0)
    .map(({ on }) => on)
    .sort();
}
