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

/** Something for the supervising office to look into. */
export type Anomaly = OutlyingAccount | EntriesOnADay | OutlyingIssuer;
