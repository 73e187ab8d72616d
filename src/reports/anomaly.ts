import type { Clause } from '../rules/rule-set.js';
import type { CalendarDate } from '../values/calendar.js';
import type { Text } from '../values/text.js';
import type { Deviation } from './statistics.js';

/** What every finding has. It is a reason to look, not a verdict. */
export type Found = {
  readonly clause: Clause;
};

/** What was measured, by which measure, and when it is worth a look. */
export type Measured = Deviation & {
  readonly value: number;
  readonly direction: 'above' | 'below';
  /** The score from which it was found, whatever its sign. */
  readonly threshold: number;
  /** How many others it was held beside. */
  readonly peers: number;
};

/** An account far from the other accounts of its role. */
export type OutlyingAccount = Found &
  Measured & {
    readonly kind: 'outlying-account';
    readonly accountId: string;
    readonly communityId: string;
    readonly role: string;
    readonly roleTitle: Text;
    /** `value` is points that count in the assessment, or points earned, in the period. */
    readonly measure: 'assessment' | 'earned';
  };

/** An account with many entries that bear one day. */
export type EntriesOnADay = Found & {
  readonly kind: 'entries-on-a-day';
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly on: CalendarDate;
  /** Claims and activities of that day. */
  readonly value: number;
  /** What they scored. */
  readonly points: number;
  /** The number of entries from which a day was found. */
  readonly threshold: number;
  /** Of the entries on the days on which accounts of the role have any. */
  readonly median: number;
  /** How many other days of accounts of the role that is the median of. */
  readonly peers: number;
};

/** A community that issues points unlike the others. */
export type OutlyingIssuer = Found &
  Measured & {
    readonly kind: 'outlying-issuer';
    readonly communityId: string;
    /** `value` is points for each entry, or entries for each account. */
    readonly measure: 'points-per-entry' | 'entries-per-account';
    readonly entries: number;
    readonly points: number;
    readonly accounts: number;
  };

/** Something for the street office to look into (clause 2.5). */
export type Anomaly = OutlyingAccount | EntriesOnADay | OutlyingIssuer;
