import type { RuleSet } from '../../../rules/rule-set.js';
import type { Measure, RedemptionMeasure } from '../../../rules/sentence.js';
import type { Text } from '../../../values/text.js';
import { dayAfterWindow, inAnyOf, isRolling, type LimitSpan, leavesOn } from '../../../values/window.js';
import type { OpenedAccount } from '../../state/account.js';
import { type Counted, daysCounted, type LimitUse, using } from '../../state/figures/measured.js';
import type { NoRoom } from '../refusal.js';

/** What a refusal says of a limit that leaves no room for what is asked. */
export function noRoom<Counts extends Measure | RedemptionMeasure>(
  limit: string,
  { counts, maximum, title }: { readonly counts: Counts; readonly maximum: number; readonly title: Text },
  { asked, used }: { readonly asked: number; readonly used: number },
  again: string | undefined,
): NoRoom<Counts> {
  const next = again === undefined ? {} : { again };
  return { limit, title: { ...title }, counts, asked, used, maximum, ...next };
}

/** A limit over stretches of days: on redeeming, of the rules or of a handbook, or on sending points. */
type Limit = Counted & { readonly per: LimitSpan; readonly maximum: number };

/**
 * The first later day on which a limit leaves room for what is asked; `undefined` if no window will have it.
 *
 * @param openFrom - the first day from one on when it may be asked at all; every day if absent
 */
export function roomFrom(
  account: OpenedAccount,
  limit: Limit,
  asked: number,
  on: string,
  ruleSet: RuleSet,
  openFrom: (day: string) => string | undefined = (day) => day,
): string | undefined {
  const { per, maximum } = limit;
  if (asked > maximum) return undefined;
  const usedOn = using(account, limit, ruleSet);
  const isFull = ({ used }: LimitUse): boolean => used + asked > maximum;
  const days = daysCounted(account, limit);
  const isInFull = inAnyOf(
    days
      .map(usedOn)
      .filter(isFull)
      .map(({ window }) => window),
  );
  const ends = isRolling(per)
    ? days.map((day) => leavesOn(per, day))
    : // Later windows may be used up already.
      [on, ...days].map((day) => dayAfterWindow(usedOn(day).window));
  const open = ends.map((day) => (day === undefined ? undefined : openFrom(day)));
  const later = open.filter((day) => day !== undefined).filter((day) => day > on);
  return later.sort().find((day) => !isInFull(day) && !isFull(usedOn(day)));
}
