import type {
  AccountOpened,
  ActivityCredited,
  Continued,
  EntryVerified,
  PointsRedeemed,
  PostClaimed,
  RedeemedLine,
} from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { AccountHistory, TrackedEntry } from './account-history.js';
import type { Entry } from './event-names.js';
import { fateOf, isKnown, type Return } from './fate.js';
import type { HandedVisit } from './handed-on.js';

/** An event that stands, and the day on which it counts. */
export type StandingEvent = {
  readonly event: Entry;
  readonly index: number;
  readonly on: CalendarDate;
};

/**
 * What stands of an account's history, as if what was undone had never been. All figures of all reports are made from it.
 *
 * - An event that came on record after `knownOn` is not there.
 * - An entry that was reversed is not there, nor are reversals; one whose reversal was itself reversed is.
 * - A redemption has the lines that were not returned.
 * - An entry that was verified has its verified points, on its own day; one that waits is not there.
 *
 * @param knownOn - the last day on which an event came on record; everything if absent
 */
export function standingEvents(history: AccountHistory, knownOn?: CalendarDate): StandingEvent[] {
  const standing: StandingEvent[] = [];
  for (const recorded of history.events) {
    if (!isKnown(recorded, knownOn)) continue;
    const { event, index, on } = recorded;
    if (event.type === 'EntryReversed' || event.type === 'EntryVerified') continue;
    const stands =
      event.type === 'AccountOpened'
        ? standingOpening(event, history, knownOn)
        : standingEntry(event, history.trackOf(recorded), knownOn);
    if (stands !== undefined) standing.push({ event: stands, index, on });
  }
  return standing;
}

function standingEntry(
  event: Exclude<Entry, AccountOpened>,
  tracked: TrackedEntry | undefined,
  knownOn: CalendarDate | undefined,
): Exclude<Entry, AccountOpened> | undefined {
  const isPending = 'pending' in event.data && event.data.pending === true;
  if (tracked === undefined) return isPending ? undefined : event;
  const { reversal, verified, returns } = fateOf(tracked, knownOn);
  if (reversal !== undefined) return undefined;
  if (isPending) return verified === undefined ? undefined : asVerified(event as PostClaimed, verified);
  return event.type === 'PointsRedeemed' && returns.length > 0 ? withoutLines(event, returns) : event;
}

/** The entry with the points that it was verified with. */
function asVerified(
  entry: PostClaimed | ActivityCredited,
  { data: verified }: EntryVerified,
): PostClaimed | ActivityCredited {
  const { pending: _pending, limits: _limits, ...data } = entry.data;
  const { base, scored, points, limits } = verified;
  const counted = { ...data, base, scored, points, ...(limits === undefined ? {} : { limits }) };
  return { ...entry, data: counted } as PostClaimed | ActivityCredited;
}

/** The redemption without the lines that were returned; `undefined` if none is left. */
function withoutLines(redemption: PointsRedeemed, returns: readonly Return[]): PointsRedeemed | undefined {
  const { data } = redemption;
  const lines: RedeemedLine[] = linesLeft(data.lines, returns).map((line) => ({
    ...line,
    points: line.price * line.quantity,
  }));
  if (lines.length === 0) return undefined;
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  return { ...redemption, data: { ...data, lines, points, deducted: data.deducted === 0 ? 0 : points } };
}

/** The lines that were not returned, with what is left of each. */
function linesLeft<L extends { readonly rewardId: string; readonly quantity: number }>(
  lines: readonly L[],
  returns: readonly Return[],
): L[] {
  const back = new Map<string, number>();
  for (const { rewardId, quantity } of returns.flatMap(({ data }) => data.lines)) {
    back.set(rewardId, (back.get(rewardId) ?? 0) + quantity);
  }
  return lines.flatMap((line) => {
    const returned = Math.min(back.get(line.rewardId) ?? 0, line.quantity);
    back.set(line.rewardId, (back.get(line.rewardId) ?? 0) - returned);
    return returned === line.quantity ? [] : [{ ...line, quantity: line.quantity - returned }];
  });
}

/** The opening, with what stands of the visits and bars that it took up. */
function standingOpening(
  opened: AccountOpened,
  history: AccountHistory,
  knownOn: CalendarDate | undefined,
): AccountOpened {
  const { continues } = opened.data;
  if (continues === undefined) return opened;
  const standing = continues.map(({ handedOn, ...of }): Continued => {
    const visits = handedOn.visits.flatMap((visit) => standingVisit(visit, history, knownOn));
    const bars = handedOn.bars.filter((bar) => fateOf(history.trackOf(bar), knownOn).reversal === undefined);
    return { ...of, handedOn: { ...handedOn, visits, bars } };
  });
  return { ...opened, data: { ...opened.data, continues: standing } };
}

function standingVisit(
  visit: HandedVisit,
  history: AccountHistory,
  knownOn: CalendarDate | undefined,
): HandedVisit[] {
  const { reversal, returns } = fateOf(history.trackOf(visit), knownOn);
  if (reversal !== undefined) return [];
  return [{ ...visit, lines: linesLeft(visit.lines, returns) }];
}
