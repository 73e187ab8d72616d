import type { AccountClosed } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { AccountHistory } from './account-history.js';
import { isKnown } from './fate.js';
import { daysOf, isAssessed, lapsedBy, letsPointsLapse, takenUpOf } from './lapse.js';
import type { Movement } from './movement.js';
import { earlier } from './order.js';
import { standingEvents } from './standing-events.js';
import { book, emptyTally, redeemableOf } from './turnover.js';

/** What is known, up to which day, and by which rules points may lapse. */
export type Knowledge = {
  /** What came on record later is not there; everything is if absent. */
  readonly knownOn?: CalendarDate | undefined;
  /** The last day that counts. */
  readonly through: CalendarDate;
  readonly ruleSet?: RuleSet | undefined;
};

/** What moved the figures of an account, as known on a day: entries in the order in which they were recorded, then the rest by day. */
export function movementsOf(history: AccountHistory, { knownOn, through, ruleSet }: Knowledge): Movement[] {
  const standing = standingEvents(history, knownOn).filter(({ on }) => on <= through);
  const movements: Movement[] = standing.map(({ event, index, on }) => ({ kind: 'entry', event, index, on }));
  const [opening] = standing;
  if (opening?.event.type !== 'AccountOpened') return [];
  const closing = closingBy(history, { knownOn, through });
  const last = closing === undefined ? through : earlier(closing.data.on, through);
  const lapses =
    ruleSet !== undefined && letsPointsLapse(ruleSet) ? lapsedBy(daysOf(standing), ruleSet, last) : [];
  if (opening.event.data.continues !== undefined) {
    const taken = takenUpOf(opening.event);
    // What had lapsed before the opening was not taken up.
    const lost = lapses.filter(({ on }) => on <= opening.on);
    movements.push({
      kind: 'taken-up',
      on: opening.on,
      points: sumOf(taken) - sumOf(lost),
      assessed: sumOf(taken.filter(isAssessed)),
    });
  }
  for (const lapsed of lapses)
    if (lapsed.on > opening.on) movements.push({ kind: 'lapsed', on: lapsed.on, lapsed });
  if (closing !== undefined) {
    const { on } = closing.data;
    // As long as it is not known that an entry of a later day was undone, its points are on record of a closed account.
    const before = movements.filter((movement) => movement.on <= on);
    movements.push({ kind: 'closed', on, points: balanceOf(before) });
  }
  return movements;
}

/** The closing, if the account was closed by a day and that was on record. */
export function closingBy(
  { closing }: AccountHistory,
  { knownOn, through }: Knowledge,
): AccountClosed | undefined {
  return closing !== undefined && closing.on <= through && isKnown(closing, knownOn)
    ? closing.event
    : undefined;
}

/** The balance that movements add up to. */
function balanceOf(movements: readonly Movement[]): number {
  const tally = emptyTally();
  for (const movement of movements) book(tally, movement);
  return redeemableOf(tally);
}

/** The assessment that was taken up with an opening. */
export function assessmentTakenUp(movements: readonly Movement[]): number {
  return movements.reduce((sum, one) => (one.kind === 'taken-up' ? sum + one.assessed : sum), 0);
}

function sumOf(parts: readonly { readonly points: number }[]): number {
  return parts.reduce((sum, { points }) => sum + points, 0);
}
