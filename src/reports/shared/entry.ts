import type { BankEvent, EventType, RedeemedLine } from '../../account/events/event.js';
import type { Clause } from '../../rules/rule-set.js';
import type { CalendarDate, Month } from '../../values/calendar.js';
import type { Mutable } from '../../values/mutable.js';
import type { Text } from '../../values/text.js';
import { copyOf } from './account-details.js';
import type { LapsedPoints } from './lapse.js';
import { dayOf, effectOf, isEarning } from './turnover.js';

/** A reference to the event of an entry, to look it up, explain it (`explain`) or correct it. */
export type EventReference = {
  /** The event's place among the events given to the report, from 0. */
  readonly index: number;
  /** The id of the matter, post, redemption or correction. Corrections name an opening by its day, so for an opening this is its day. */
  readonly id: string;
  /** The item; absent for redemptions and corrections. */
  readonly item?: string;
};

/** One line of a report. */
export type ReportEntry = {
  /** The day on which it counts. */
  readonly on: CalendarDate;
  /** The day on which a correction was made, if it counts on another day. */
  readonly madeOn?: CalendarDate;
  /** The event's type; `PointsLapsed` for points that lapsed unspent, which no event records. */
  readonly type: EventType | 'PointsLapsed';
  readonly clause: Clause;
  /** The item's title; absent for redemptions, corrections and lapsed points, for which `explain` has words. */
  readonly title?: Text;
  /** What was redeemed. */
  readonly rewards?: readonly { readonly title: Text; readonly quantity: number }[];
  /** The first and the last month in which the lapsed points were earned. */
  readonly earned?: { readonly from: Month; readonly to: Month };
  /** The reason of a correction or the note of an activity, as written. */
  readonly note?: string;
  /** The change of the redeemable balance, in signed points. */
  readonly points: number;
  /** The change of the assessment, in signed points. */
  readonly assessed: number;
  /** Absent for points that lapsed. */
  readonly event?: EventReference;
};

/** The line of an event. */
export function entryOf(event: BankEvent, index: number): ReportEntry {
  const { data } = event;
  const on = dayOf(event);
  const note = event.type === 'ScoreCorrected' ? event.data.reason : 'note' in data ? data.note : undefined;
  const { balance, assessed } = effectOf(event);
  const id = idOf(event);
  const entry: Mutable<ReportEntry> = {
    on,
    type: event.type,
    clause: data.clause,
    points: balance,
    assessed,
    event: isEarning(event) ? { index, id, item: event.data.item } : { index, id },
  };
  if (isEarning(event)) entry.title = copyOf(event.data.title);
  if (event.type === 'PointsRedeemed') entry.rewards = event.data.lines.map(rewardOf);
  if (on !== data.on) entry.madeOn = data.on;
  if (note !== undefined) entry.note = note;
  return entry;
}

/** The line of lapsed points. */
export function lapseEntry({ on, points, earnedFrom, earnedTo }: LapsedPoints, clause: Clause): ReportEntry {
  const earned = { from: earnedFrom, to: earnedTo };
  return { on, type: 'PointsLapsed', clause, earned, points: 0 - points, assessed: 0 };
}

/** The id by which commands name the event. */
function idOf(event: BankEvent): string {
  switch (event.type) {
    case 'AccountOpened':
      return event.data.on;
    case 'PostClaimed':
      return event.data.postId;
    case 'ActivityCredited':
      return event.data.matterId;
    case 'PointsRedeemed':
      return event.data.redemptionId;
    case 'ScoreCorrected':
      return event.data.correctionId;
  }
}

function rewardOf({ title, quantity }: RedeemedLine): { title: Text; quantity: number } {
  return { title: copyOf(title), quantity };
}
