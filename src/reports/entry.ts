import type { BankEvent, EventType, RedeemedLine } from '../account/events/event.js';
import type { Clause } from '../rules/rule-set.js';
import type { CalendarDate, Month } from '../values/calendar.js';
import type { Mutable } from '../values/mutable.js';
import type { Text } from '../values/text.js';
import { copyOf } from './account-facts.js';
import { dayOf, isEarning } from './figures.js';
import type { LapsedPoints } from './lapse.js';

/** Which event an entry is made from, so that it can be looked up, explained (`explain`) or corrected. */
export type EventReference = {
  /** Its place, from 0, among the events that the report was given. */
  readonly index: number;
  /** The matter, post, redemption or correction; of an opening its day, which is how a correction names it. */
  readonly id: string;
  /** What it was credited under; absent for redemptions and corrections. */
  readonly item?: string;
};

/** One line of a report. */
export type ReportEntry = {
  /** The day it counts on. */
  readonly on: CalendarDate;
  /** The day a correction was made, where it counts on another. */
  readonly madeOn?: CalendarDate;
  /** The event's type; `PointsLapsed` for points that lapsed unspent, which no event writes down. */
  readonly type: EventType | 'PointsLapsed';
  readonly clause: Clause;
  /** The item's title; absent for redemptions, corrections and points that lapsed: `explain` has words for them all. */
  readonly title?: Text;
  /** What was redeemed. */
  readonly rewards?: readonly { readonly title: Text; readonly quantity: number }[];
  /** The first and the last month in which points that lapsed were earned. */
  readonly earned?: { readonly from: Month; readonly to: Month };
  /** A correction's reason, or the note of an activity, as it was written. */
  readonly note?: string;
  /** What it moved the redeemable balance by, in points with their sign. */
  readonly points: number;
  /** What it moved the assessment by, in points with their sign. */
  readonly assessed: number;
  /** Absent for points that lapsed. */
  readonly event?: EventReference;
};

/** The line of an event. */
export function entryOf(event: BankEvent, index: number): ReportEntry {
  const { data } = event;
  const on = dayOf(event);
  const note = event.type === 'ScoreCorrected' ? event.data.reason : 'note' in data ? data.note : undefined;
  // 0 − 0 is 0, where −0 would be told from it.
  const points = event.type === 'PointsRedeemed' ? 0 - event.data.deducted : event.data.points;
  const id = idOf(event);
  const entry: Mutable<ReportEntry> = {
    on,
    type: event.type,
    clause: data.clause,
    points,
    assessed: event.type === 'PointsRedeemed' ? 0 : points,
    event: isEarning(event) ? { index, id, item: event.data.item } : { index, id },
  };
  // Set one by one: what is spread takes ten times as long to freeze.
  if (isEarning(event)) entry.title = copyOf(event.data.title);
  if (event.type === 'PointsRedeemed') entry.rewards = event.data.lines.map(rewardOf);
  if (on !== data.on) entry.madeOn = data.on;
  if (note !== undefined) entry.note = note;
  return entry;
}

/** The line of points that lapsed. */
export function lapseEntry({ on, points, earnedFrom, earnedTo }: LapsedPoints, clause: Clause): ReportEntry {
  const earned = { from: earnedFrom, to: earnedTo };
  return { on, type: 'PointsLapsed', clause, earned, points: 0 - points, assessed: 0 };
}

/** The event's own id, by which commands name it. */
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
