import type { RedemptionLimit, RuleSet } from '../../../rules/rule-set.js';
import { dayAfterWindow, isRolling, leavesOn, spanOn, type Window } from '../../../values/window.js';
import type { HeldLine, OpenedAccount } from '../../state/account.js';
import { daysCounted, fullestOn } from '../../state/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';

/** Lines of a visit that are redeemed, each with the points that leave the balance for one. */
export type AskedLines = {
  readonly on: string;
  readonly lines: readonly HeldLine[];
  /** What else of the visit stands already: the rest, where some lines are put back. */
  readonly beside?: readonly HeldLine[];
};

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

/** The first later day on which there is room for the redemption; `undefined` if no window will have it. */
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
  if (isRolling(per)) days = daysCounted(account, limit).map((day) => leavesOn(per, day));
  else {
    days = [dayAfterWindow(window)];
    // Later windows may be used up already.
    for (const day of daysCounted(account, limit)) {
      days.push(dayAfterWindow(spanOn(per, day, account.openedOn, ruleSet.calendar)));
    }
  }
  return days
    .filter((day) => day !== undefined && day > on)
    .sort()
    .find((day) => fullestOn(account, limit, day as string, ruleSet).used + asked <= limit.maximum);
}
