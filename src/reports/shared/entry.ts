import type { BankEvent, EntryReversed, EventType } from '../../account/events/event.js';
import type { Clause } from '../../rules/rule-set.js';
import type { Mutable } from '../../values/mutable.js';
import { copyOf } from './account-details.js';
import type { RecordedEvent } from './account-history.js';
import { effectOf } from './event-effect.js';
import type { Fate } from './fate.js';
import type { LapsedPoints } from './lapse.js';
import type { EventReference, ReportEntry, ReversedBy } from './report-entry.js';

/** The line of an event; only lapsed points have a line without one. */
export type EventEntry = ReportEntry & { readonly type: EventType; readonly event: EventReference };

/** The line of an event, without what an opening took up and what a closing took. */
export function entryOf(
  { event, index, on }: RecordedEvent,
  { reversal, verified, returns }: Fate,
): EventEntry {
  const { data } = event;
  const { balance, assessed } = effectOf(event);
  const entry: Mutable<EventEntry> = {
    on,
    type: event.type,
    clause: data.clause,
    points: balance,
    assessed,
    event: { index, ...nameOf(event) },
  };
  if (on !== data.on) entry.madeOn = data.on;
  if (data.recordedOn !== undefined) entry.recordedOn = data.recordedOn;
  if ('pending' in data && verified === undefined && reversal === undefined) entry.pending = true;
  const reversals = reversal === undefined ? returns : [...returns, reversal];
  if (reversals.length > 0) entry.reversedBy = reversals.map(reversedBy) as Mutable<ReversedBy>[];
  return Object.assign(entry, particularsOf(event));
}

/** The line of lapsed points. */
export function lapseEntry({ on, points, earnedFrom, earnedTo }: LapsedPoints, clause: Clause): ReportEntry {
  const earned = { from: earnedFrom, to: earnedTo };
  return { on, type: 'PointsLapsed', clause, earned, points: 0 - points, assessed: 0 };
}

/** What only the lines of one type of event say. */
function particularsOf(event: BankEvent): Partial<ReportEntry> {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'EntryVerified':
      return { title: copyOf(event.data.title) };
    case 'ActivityCredited': {
      const { title, note, memberId } = event.data;
      return {
        title: copyOf(title),
        ...(note === undefined ? {} : { note }),
        ...(memberId === undefined ? {} : { memberId }),
      };
    }
    case 'PointsRedeemed':
      return { rewards: event.data.lines.map(({ title, quantity }) => ({ title: copyOf(title), quantity })) };
    case 'ScoreCorrected':
      return { note: event.data.reason };
    case 'EntryReversed': {
      const { entry, entryIs, reason } = event.data;
      return { note: reason, reverses: { ...entry, entryIs } };
    }
    case 'PointsSent':
      return { otherAccount: event.data.to };
    case 'PointsReceived':
      return { otherAccount: event.data.from };
    case 'AccountBarred': {
      const { title, reason, from, until } = event.data;
      return {
        title: copyOf(title),
        note: reason,
        barred: { from, ...(until === undefined ? {} : { until }) },
      };
    }
    case 'AccountClosed': {
      const { reason, reasonTitle, handedOn, continuedBy } = event.data;
      const title = copyOf(reasonTitle);
      const holdings = handedOn === undefined ? 'forfeited' : 'handed-on';
      const closing = {
        reason,
        title,
        holdings,
        ...(continuedBy === undefined ? {} : { continuedBy }),
      } as const;
      return { title, closing };
    }
    case 'PostReleased':
      return {};
  }
}

/** The id by which commands name the event, and its item. */
function nameOf(event: BankEvent): { readonly id: string; readonly item?: string } {
  switch (event.type) {
    case 'AccountOpened':
      return { id: event.data.on, item: event.data.item };
    case 'PostClaimed':
      return { id: event.data.postId, item: event.data.item };
    case 'ActivityCredited':
      return { id: event.data.matterId, item: event.data.item };
    case 'EntryVerified':
      return { id: event.data.verifies.id, item: event.data.item };
    case 'PointsRedeemed':
      return { id: event.data.redemptionId };
    case 'ScoreCorrected':
      return { id: event.data.correctionId };
    case 'EntryReversed':
      return { id: event.data.reversalId };
    case 'PostReleased':
      return { id: event.data.postId };
    case 'PointsSent':
    case 'PointsReceived':
      return { id: event.data.transferId };
    case 'AccountBarred':
      return { id: event.data.barId };
    case 'AccountClosed':
      return { id: event.data.on };
  }
}

function reversedBy({ data: { reversalId, on, lines } }: EntryReversed): ReversedBy {
  if (lines === undefined) return { reversalId, on };
  return { reversalId, on, rewards: lines.map(({ rewardId, quantity }) => ({ rewardId, quantity })) };
}
