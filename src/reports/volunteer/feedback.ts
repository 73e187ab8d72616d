import type { Clause, NamedPart } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { AccountFacts } from '../shared/account-details.js';
import type { ReportEntry } from '../shared/entry.js';
import type { ItemFigures } from '../shared/items.js';

/** The year's mark: the assessment of the year, never below 0 nor above `outOf`. */
export type Mark = { readonly points: number; readonly outOf: number };

/** What belongs to the year and was not in the feedback, to be sent later. */
export type FeedbackSupplement = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly assessment: number;
  /** By the day they count on. */
  readonly entries: readonly ReportEntry[];
};

/** The year's account, as it is fed back to the member and to the member's party organisation (clause 4.1). */
export type AnnualFeedback = AccountFacts & {
  readonly year: number;
  readonly clause: Clause;
  /** The first and the last day of the feedback year. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The last day on which it is in time. */
  readonly dueOn: CalendarDate;
  /** The day it is sent, and up to which it counts. */
  readonly asOf: CalendarDate;
  /** Whether `asOf` is not after `dueOn`. */
  readonly onTime: boolean;
  /** Who gets it; empty where nobody does. */
  readonly recipients: readonly NamedPart[];
  /** What it is for. */
  readonly uses: readonly NamedPart[];
  /** Points of the year up to `asOf`. */
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly lapsed: number;
  /** Points of the year up to `asOf` that count in the assessment: earned + corrected. */
  readonly assessment: number;
  /** The balance at the end of `asOf`, or of the year where that comes first, out of all history. */
  readonly redeemable: number;
  /** Absent where the rules have no mark. */
  readonly mark?: Mark;
  /** What `earned` is made of, by item id. */
  readonly byItem: readonly ItemFigures[];
  readonly supplement: FeedbackSupplement;
};
