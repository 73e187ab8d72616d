import type { Clause, NamedPart, UseOfPoints } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { AccountDetails } from '../shared/account-details.js';
import type { ItemFigures } from '../shared/items.js';
import type { ReportEntry } from '../shared/report-entry.js';

/**
 * The year's mark: the assessment of the year, kept between 0 and `outOf`. Where the rules make the year's highest assessment the full
 * mark, it is in proportion to that, rounded to a whole number.
 */
export type Mark = { readonly points: number; readonly outOf: number };

/** The points of a year, or of a part of it. */
export type YearFigures = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  /** Points received from other accounts less those sent to them; they do not count in the assessment. */
  readonly transferred: number;
  /** What the accounts that it continues had in the year's assessment. */
  readonly takenUp: number;
  /** The assessment: earned + corrected + takenUp. */
  readonly assessment: number;
};

/**
 * What of the year was not in the feedback and is to be sent later: entries after the last day, and entries, corrections, reversals and
 * verifications that came on record later. Its figures and those of the feedback add up to the whole year.
 */
export type FeedbackSupplement = YearFigures & {
  /** Sorted by the day on which they count. */
  readonly entries: readonly ReportEntry[];
};

/** An account's figures of one year, as reported to the recipients that the rules name. */
export type AnnualFeedback = AccountDetails &
  YearFigures & {
    readonly year: number;
    readonly clause: Clause;
    /** The first day of the feedback year. */
    readonly from: CalendarDate;
    /** The last day of the feedback year. */
    readonly to: CalendarDate;
    /** The last day on which the feedback is in time. */
    readonly dueOn: CalendarDate;
    /** The day on which it is sent. Later entries, and entries that came on record later, are in the supplement. */
    readonly sentOn: CalendarDate;
    /** Whether `sentOn` is not after `dueOn`. */
    readonly onTime: boolean;
    /** Whether the account was on record by then. If not, nothing was sent, and everything is in the supplement. */
    readonly sent: boolean;
    /** The recipients; may be empty. */
    readonly recipients: readonly NamedPart[];
    /** What the feedback is used for. */
    readonly uses: readonly NamedPart[];
    /** What the account's points stand for. */
    readonly standsFor: readonly UseOfPoints[];
    readonly lapsed: number;
    /** The redeemable balance, from the whole history, at the end of `sentOn` or of the year, whichever is earlier. */
    readonly redeemable: number;
    /** Absent if the rules have no mark. */
    readonly mark?: Mark;
    /** The parts of `earned`, sorted by item id. */
    readonly byItem: readonly ItemFigures[];
    readonly supplement: FeedbackSupplement;
  };
