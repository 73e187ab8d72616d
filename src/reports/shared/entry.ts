import type { BankEvent, EntryReversed, EventType } from '../../account/events/event.js';
import type { Clause } from '../../rules/rule-set.js';
import type { Mutable } from '../../values/mutable.js';
import { copyOf } from './account-details.js';
import type { RecordedEvent } from './account-history.js';
import { effectOf } from './event-effect.js';
import { idOf } from './event-names.js';
import type { Fate } from './fate.js';
import type { LapsedPoints } from './lapse.js';
import type { EventReference, ReportEntry, ReversedBy } from './report-entry.js';

/** The line of an event; only lapsed points have a line without one. */
export type EventEntry = ReportEntry & { readonly type: EventType; readonly event: EventReference };

/** The line of an event, without what an opening took up and what a closing took. */
export function entryOf(
  { event, index, on }: RecordedEvent,
  { reversal, verified, returns }: Fate,
): Mutable<EventEntry> {
  const { data } = event;
  const { balance, assessed } = effectOf(event);
  const entry: Mutable<EventEntry> = {
    on,
    type: event.type,
    clause: data.clause,
    points: balance,
    assessed,
    event: referenceTo(event, index),
  };
  if (on !== data.on) entry.madeOn = data.on;
  if (data.recordedOn !== undefined) entry.recordedOn = data.recordedOn;
  if ('pending' in data && verified === undefined && reversal === undefined) entry.pending = true;
  const reversals = reversal === undefined ? returns : [...returns, reversal];
  if (reversals.length > 0) entry.reversedBy = reversals.map(reversedBy) as Mutable<ReversedBy>[];
  addParticulars(entry, event);
  return entry;
}

/** The line of lapsed points. */
export function lapseEntry({ on, points, earnedFrom, earnedTo }: LapsedPoints, clause: Clause): ReportEntry {
  const earned = { from: earnedFrom, to: earnedTo };
  return { on, type: 'PointsLapsed', clause, earned, points: 0 - points, assessed: 0 };
}

/** Adds what only the lines of one type of event say. */
function addParticulars(entry: Mutable<EventEntry>, event: BankEvent): void {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'EntryVerified':
      entry.title = copyOf(event.data.title);
      break;
    case 'ActivityCredited': {
      const { title, note, memberId } = event.data;
      entry.title = copyOf(title);
      if (note !== undefined) entry.note = note;
      if (memberId !== undefined) entry.memberId = memberId;
      break;
    }
    case 'PointsRedeemed':
      entry.rewards = event.data.lines.map(({ title, quantity }) => ({ title: copyOf(title), quantity }));
      break;
    case 'ScoreCorrected':
      entry.note = event.data.reason;
      break;
    case 'EntryReversed': {
      const { entry: reversed, entryIs, reason } = event.data;
      entry.note = reason;
      entry.reverses = { ...reversed, entryIs };
      break;
    }
    case 'PointsSent':
      entry.otherAccount = event.data.to;
      break;
    case 'PointsReceived':
      entry.otherAccount = event.data.from;
      break;
    case 'AccountBarred': {
      const { title, reason, from, until } = event.data;
      entry.title = copyOf(title);
      entry.note = reason;
      entry.barred = { from, ...(until === undefined ? {} : { until }) };
      break;
    }
    case 'AccountClosed': {
      const { reason, reasonTitle, handedOn, continuedBy } = event.data;
      const title = copyOf(reasonTitle);
      entry.title = title;
      entry.closing = {
        reason,
        title,
        holdings: handedOn === undefined ? 'forfeited' : 'handed-on',
        ...(continuedBy === undefined ? {} : { continuedBy }),
      };
      break;
    }
    case 'PostReleased':
      break;
  }
}

/** The place of the event, its id and its item. */
function referenceTo(event: BankEvent, index: number): EventReference {
  const id = idOf(event);
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'ActivityCredited':
    case 'EntryVerified':
      return { index, id, item: event.data.item };
    default:
      return { index, id };
  }
}

function reversedBy({ data: { reversalId, on, lines } }: EntryReversed): ReversedBy {
  if (lines === undefined) return { reversalId, on };
  return { reversalId, on, rewards: lines.map(({ rewardId, quantity }) => ({ rewardId, quantity })) };
}
