import type { RedemptionLimit, RuleSet } from '../../../rules/rule-set.js';
import type { Measure, Sentence } from '../../../rules/sentence.js';
import { dayNumber } from '../../../values/calendar.js';
import type { Text } from '../../../values/text.js';
import { dayAfterWindow, isRolling, type LimitSpan, leavesOn } from '../../../values/window.js';
import type { HeldLine, OpenedAccount } from '../../state/account.js';
import { amountOfVisit, daysCounted, fullestOn, type LimitUse, using } from '../../state/figures/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import type { NoRoom } from '../refusal.js';

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
    const { clause, maximum } = limit;
    const asked = amountAsked(limit, visit);
    const { used, window } = fullestOn(account, limit, on, ruleSet);
    if (asked === 0 || used + asked <= maximum) continue;
    const again = roomFrom(account, limit, asked, on, ruleSet);
    const facts = noRoom(id, limit, { asked, used, window }, again);
    refuse('redemption-limit-reached', clause, facts, rules.readingsOf(`redemption.limits.${id}`));
  }
}

/** What some lines add to what a limit counts; to a visit that counts already they add none. */
function amountAsked(limit: RedemptionLimit, { lines, beside = [] }: AskedLines): number {
  const isCounted = limit.counts === 'visits' && amountOfVisit(limit, beside) > 0;
  return isCounted ? 0 : amountOfVisit(limit, lines);
}

/** What a refusal says of a limit that leaves no room for what is asked. */
export function noRoom<Counts extends Measure>(
  limit: string,
  { counts, maximum, title }: { readonly counts: Counts; readonly maximum: number; readonly title: Text },
  { asked, used, window }: { readonly asked: number } & LimitUse,
  again: string | undefined,
): NoRoom<Counts> {
  const next = again === undefined ? {} : { again };
  return { limit, title: { ...title }, counts, asked, used, maximum, window: window.key, ...next };
}

/** A limit on redeeming, of the rules or of a handbook, or on sending points. */
type Limit = Pick<Sentence, 'counts' | 'rewards'> & { readonly per: LimitSpan; readonly maximum: number };

/** The first later day on which a limit leaves room for what is asked; `undefined` if no window will have it. */
export function roomFrom(
  account: OpenedAccount,
  limit: Limit,
  asked: number,
  on: string,
  ruleSet: RuleSet,
): string | undefined {
  const { per, maximum } = limit;
  if (asked > maximum) return undefined;
  const useOn = using(account, limit, ruleSet);
  const isFull = ({ used }: LimitUse): boolean => used + asked > maximum;
  const days = daysCounted(account, limit);
  const full = days.map(useOn).filter(isFull);
  const ends = isRolling(per)
    ? days.map((day) => leavesOn(per, day))
    : // Later windows may be used up already.
      [on, ...days].map((day) => dayAfterWindow(useOn(day).window));
  const later = ends.filter((day) => day !== undefined).filter((day) => day > on);
  let at = 0;
  return later.sort().find((day) => {
    const number = dayNumber(day);
    while (at < full.length && (full[at] as LimitUse).window.last < number) at += 1;
    return !isFull(useOn(day)) && !(at < full.length && (full[at] as LimitUse).window.first <= number);
  });
}
