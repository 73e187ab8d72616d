import type { EventType } from '../../account/events/event.js';
import type { Clause } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import type { ModifiedZScore } from './statistics.js';

/** The common part of all findings. A finding is a reason to look, not a verdict. */
export type Finding = {
  readonly clause: Clause;
};

/** A value that lies far from those of its peers, and how it was measured. */
export type OutlierMeasure = ModifiedZScore & {
  readonly value: number;
  readonly direction: 'above' | 'below';
  /** The absolute score from which a value counts as an outlier. */
  readonly threshold: number;
  /** The number of peers it was compared with. */
  readonly peers: number;
};

/** An account far from the other accounts of its role. */
export type OutlyingAccount = Finding &
  OutlierMeasure & {
    readonly kind: 'outlying-account';
    readonly accountId: string;
    readonly communityId: string;
    readonly role: string;
    readonly roleTitle: Text;
    /** The meaning of `value`: points of the assessment, or points earned, in the period. */
    readonly measure: 'assessment' | 'earned';
  };

/** An account with many entries on one day. */
export type EntriesOnADay = Finding & {
  readonly kind: 'entries-on-a-day';
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly on: CalendarDate;
  /** The number of claims and activities on that day. */
  readonly value: number;
  /** Their points. */
  readonly points: number;
  /** The number of entries from which a day is reported. */
  readonly threshold: number;
  /** The median number of entries on the days on which accounts of the role have any. */
  readonly median: number;
  /** The number of other such days. */
  readonly peers: number;
};

/** A community that issues points unlike the others. */
export type OutlyingIssuer = Finding &
  OutlierMeasure & {
    readonly kind: 'outlying-issuer';
    readonly communityId: string;
    /** The meaning of `value`. */
    readonly measure: 'points-per-entry' | 'entries-per-account';
    readonly entries: number;
    readonly points: number;
    readonly accounts: number;
  };

/** Several open accounts of one person, in one community or in several. */
export type SameMember = Finding & {
  readonly kind: 'same-member';
  readonly memberId: string;
  /** The accounts, sorted by id. */
  readonly accounts: readonly {
    readonly accountId: string;
    readonly communityId: string;
    readonly role: string;
    readonly roleTitle: Text;
    readonly openedOn: CalendarDate;
  }[];
};

/** An entry that was written up long after its day. */
export type WrittenUpLate = Finding & {
  readonly kind: 'written-up-late';
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  /** What it is: the event's type, and the id and item by which commands name it. */
  readonly entry: {
    readonly type: EventType;
    readonly id: string;
    readonly item?: string;
    readonly title?: Text;
  };
  /** The day on which it happened. */
  readonly on: CalendarDate;
  readonly recordedOn: CalendarDate;
  /** The days between the two. */
  readonly value: number;
  /** The number of days from which an entry is reported. */
  readonly threshold: number;
};

/** Entries of a year that came on record after the year's feedback was due, so that it did not have them. */
export type EntriesAfterFeedback = Finding & {
  readonly kind: 'entries-after-feedback';
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly year: number;
  /** The last day on which the feedback was in time. */
  readonly dueOn: CalendarDate;
  /** The number of entries, corrections, reversals and verifications dated by then and recorded later. */
  readonly value: number;
  /** What they change in the year's assessment. */
  readonly points: number;
};

/** A recorder, or a community that names none, whose entries were often reversed. */
export type OftenReversed = Finding & {
  readonly kind: 'often-reversed';
  /** The community in whose name the entries were made; absent for those of the supervising office. */
  readonly communityId?: string;
  /** Absent if no recorder is named. */
  readonly recorder?: string;
  /** The number of reversed entries. */
  readonly value: number;
  /** The number of all entries. */
  readonly entries: number;
  /** The number of reversed entries from which they are reported. */
  readonly threshold: number;
};

/** A role with too few accounts to be compared: that nothing was found among them says nothing. */
export type TooFewToCompare = Finding & {
  readonly kind: 'too-few-to-compare';
  readonly role: string;
  readonly roleTitle: Text;
  /** The number of accounts. */
  readonly value: number;
  /** The fewest accounts that are compared. */
  readonly minimum: number;
};

/** Something for the supervising office to look into. */
export type Anomaly =
  | OutlyingAccount
  | EntriesOnADay
  | OutlyingIssuer
  | SameMember
  | WrittenUpLate
  | EntriesAfterFeedback
  | OftenReversed
  | TooFewToCompare;
