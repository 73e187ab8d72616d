import type { Clause, NamedPart } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { AccountDetails } from '../shared/account-details.js';
import type { ReportEntry } from '../shared/entry.js';
import type { ItemFigures } from '../shared/items.js';

/** The year's mark: the assessment of the year, kept between 0 and `outOf`. */
export type Mark = { readonly points: number; readonly outOf: number };

/** Entries of the year that were not in the feedback and are to be sent later. */
export type FeedbackSupplement = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly assessment: number;
  /** Sorted by the day on which they count. */
  readonly entries: readonly ReportEntry[];
};

/** An account's figures of one year, as reported to the recipients that the rules name. */
export type AnnualFeedback = AccountDetails & {
  readonly year: number;
  readonly clause: Clause;
  /** The first day of the feedback year. */
  readonly from: CalendarDate;
  /** The last day of the feedback year. */
  readonly to: CalendarDate;
  /** The last day on which the feedback is in time. */
  readonly dueOn: CalendarDate;
  /** The day on which it is sent. Later entries do not count. */
  readonly asOf: CalendarDate;
  /** Whether `asOf` is not after `dueOn`. */
  readonly onTime: boolean;
  /** The recipients; may be empty. */
  readonly recipients: readonly NamedPart[];
  /** The uses that the rules name. */
  readonly uses: readonly NamedPart[];
  /** Points earned in the year up to `asOf`. */
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly lapsed: number;
  /** The assessment of the year up to `asOf`: earned + corrected. */
  readonly assessment: number;
  /** The redeemable balance, from the whole history, at the end of `asOf` or of the year, whichever is earlier. */
  readonly redeemable: number;
  /** Absent if the rules have no mark. */
  readonly mark?: Mark;
  /** The parts of `earned`, sorted by item id. */
  readonly byItem: readonly ItemFigures[];
  readonly supplement: FeedbackSupplement;
};
