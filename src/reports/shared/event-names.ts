import type { AffectedEntry, BankEvent, EntryReversed, EntryVerified } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { handedOnTo } from './handed-on.js';
import { ReportError } from './report-error.js';

/** An event that is not about an earlier entry. */
export type Entry = Exclude<BankEvent, EntryReversed | EntryVerified>;

/**
 * What of an event a reversal or a verification can name: the event as it was recorded, or the visits and bars that an opening took up.
 */
export function reversibleOf(
  recorded: object,
  event: BankEvent,
): (readonly [subject: object, as: AffectedEntry])[] {
  const { on } = event.data;
  const id = idOf(event);
  switch (event.type) {
    case 'ActivityCredited': {
      const { entry, item, capacity } = event.data;
      const kind = entry === 'registration' ? 'report-in' : 'matter';
      return [[recorded, { kind, id, item, on, ...(capacity === undefined ? {} : { capacity }) }]];
    }
    case 'PostClaimed':
      return [[recorded, { kind: 'claim', id, item: event.data.item, on }]];
    case 'PointsRedeemed':
      return [[recorded, { kind: 'redemption', id, on }]];
    case 'ScoreCorrected':
      return [[recorded, { kind: 'correction', id, on }]];
    case 'AccountBarred':
      return [[recorded, { kind: 'bar', id, on }]];
    case 'PointsSent':
    case 'PointsReceived':
      return [[recorded, { kind: 'transfer', id, on }]];
    case 'AccountOpened':
      return handedOnTo(event).flatMap(({ closedOn, visits, bars }) => [
        ...visits.map(
          (visit) => [visit, { kind: 'redemption', id: visit.redemptionId, on: visit.on }] as const,
        ),
        ...bars.map((bar) => [bar, { kind: 'bar', id: bar.barId, on: closedOn }] as const),
      ]);
    case 'PostReleased':
    case 'EntryVerified':
    case 'EntryReversed':
    case 'AccountClosed':
      return [];
  }
}

/**
 * The id by which commands and reports name an event: of its matter, post, redemption, correction, reversal, transfer or bar, or the day of an
 * opening or closing. Others of its account may have it too, under another item or on another day.
 */
export function idOf(event: BankEvent): string {
  switch (event.type) {
    case 'ActivityCredited':
      return event.data.matterId;
    case 'PostClaimed':
    case 'PostReleased':
      return event.data.postId;
    case 'PointsRedeemed':
      return event.data.redemptionId;
    case 'ScoreCorrected':
      return event.data.correctionId;
    case 'EntryReversed':
      return event.data.reversalId;
    case 'EntryVerified':
      return event.data.verifies.id;
    case 'AccountBarred':
      return event.data.barId;
    case 'PointsSent':
    case 'PointsReceived':
      return event.data.transferId;
    case 'AccountOpened':
    case 'AccountClosed':
      return event.data.on;
  }
}

/** The name of an entry, which no other has that stands at the same time. */
export function nameOf({ kind, id, item, capacity, on }: AffectedEntry): string {
  return JSON.stringify([kind, id, item ?? '', capacity ?? '', on]);
}

/**
 * The day on which an entry counts: its own day, or for a correction its `countsOn`, which is the day of the corrected matter if the
 * rules say so.
 */
export function dayOf(event: Entry): CalendarDate {
  switch (event.type) {
    case 'AccountOpened':
    case 'PostClaimed':
    case 'PostReleased':
    case 'ActivityCredited':
    case 'PointsRedeemed':
    case 'PointsSent':
    case 'PointsReceived':
    case 'AccountBarred':
    case 'AccountClosed':
      return event.data.on;
    case 'ScoreCorrected':
      return event.data.countsOn;
    default:
      throw unknownType(event);
  }
}

/** No event that compiles comes here; one from a store may. */
function unknownType(event: never): ReportError {
  return new ReportError(
    'broken-history',
    `unknown event type '${String((event as { type: unknown }).type)}'`,
  );
}
