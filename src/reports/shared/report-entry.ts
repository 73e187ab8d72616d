import type { AffectedEntry, EntryReversed, EventType } from '../../account/events/event.js';
import type { Clause } from '../../rules/rule-set.js';
import type { CalendarDate, Month } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';

/** A reference to the event of an entry, to look it up, explain it (`explain`), correct it or reverse it. */
export type EventReference = {
  /** The event's place among the events given to the report, from 0; in a yearly feedback, among those of its account. */
  readonly index: number;
  /**
   * The id of the matter, post, redemption, correction, reversal, transfer or bar. Corrections name an opening by its day, so for an
   * opening this is its day, and likewise for a closing.
   */
  readonly id: string;
  /** The item; absent for what has none, such as redemptions and corrections. */
  readonly item?: string;
};

/** Rewards of a redemption, by title. */
export type RewardCount = { readonly title: Text; readonly quantity: number };

/** A reversal that is in force, on the line of the entry that it is about. */
export type ReversedBy = {
  readonly reversalId: string;
  /** The day of the reversal. */
  readonly on: CalendarDate;
  /** Of a redemption, what came back; absent if all of it did. */
  readonly rewards?: readonly { readonly rewardId: string; readonly quantity: number }[];
};

/** What a reversal is about, on its own line. */
export type Reverses = AffectedEntry & {
  /** Whether the reversal took the entry out, or put it back. */
  readonly entryIs: EntryReversed['data']['entryIs'];
};

/** What an account took up from the accounts that it continues. */
export type TakenUpSummary = {
  readonly accountIds: readonly string[];
  /** The balance taken up. */
  readonly points: number;
  /** The assessment taken up. */
  readonly assessed: number;
};

/** Why an account was closed, and what became of its balance. */
export type ClosingSummary = {
  readonly reason: string;
  readonly title: Text;
  readonly holdings: 'handed-on' | 'forfeited';
  /** The account in which its holder goes on, if the closing names it. */
  readonly continuedBy?: string;
};

/** One line of a report. */
export type ReportEntry = {
  /** The day on which it counts. A reversal and a verification count on the day of their entry. */
  readonly on: CalendarDate;
  /** The day of a correction, reversal or verification that counts on another day. */
  readonly madeOn?: CalendarDate;
  /** The day it was written up, if that was later than the day it happened. */
  readonly recordedOn?: CalendarDate;
  /** The event's type; `PointsLapsed` for points that lapsed unspent, which no event records. */
  readonly type: EventType | 'PointsLapsed';
  readonly clause: Clause;
  /** The title of the item, of a bar's ground or of a closing's reason; absent for what has none. */
  readonly title?: Text;
  /** What was redeemed. */
  readonly rewards?: readonly RewardCount[];
  /** The first and the last month in which the lapsed points were earned. */
  readonly earned?: { readonly from: Month; readonly to: Month };
  /** The reason of a correction, reversal or bar, or the note of an activity, as written. */
  readonly note?: string;
  /** Who of a household did it. */
  readonly memberId?: string;
  /** The change of the redeemable balance, in signed points. */
  readonly points: number;
  /** The change of the assessment, in signed points. */
  readonly assessed: number;
  /** Present while the entry waits to be verified; it counts nowhere until then. */
  readonly pending?: true;
  /** The reversals that took the entry out, or parts of it; they are lines of their own, with the opposite points. */
  readonly reversedBy?: readonly ReversedBy[];
  /** What a reversal is about. */
  readonly reverses?: Reverses;
  /** The account that points were sent to or received from. */
  readonly otherAccount?: string;
  /** What an opening took up; its points are among those of the line. */
  readonly takenUp?: TakenUpSummary;
  readonly closing?: ClosingSummary;
  /** The days of a bar; without end if `until` is absent. */
  readonly barred?: { readonly from: CalendarDate; readonly until?: CalendarDate };
  /** Absent for points that lapsed. */
  readonly event?: EventReference;
};
