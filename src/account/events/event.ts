import type { ReadingsUsed } from '../../rules/readings-used.js';
import type {
  Barred,
  Clause,
  NamedPart,
  RewardKind,
  RuleSetReference,
  UseOfPoints,
} from '../../rules/rule-set.js';
import type { LimitMeasure } from '../../rules/sentence.js';
import type { CalendarDate, MonthDay } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import type { WindowKind } from '../../values/window.js';
import type { HandedOn, OtherAccount } from '../commands/carried-event.js';
import type { By, RedemptionLine, ReversedEntry, ReversibleKind, VerifyEntry } from '../commands/command.js';

/** What every event says: whose account, when, by whom, and under which clause, rules and readings. */
export type Decided = {
  readonly accountId: string;
  /** The account's community. */
  readonly communityId: string;
  /** The day it happened, `YYYY-MM-DD`. It decides year, half-year and window. */
  readonly on: CalendarDate;
  /** The day it was written up, if that was later. */
  readonly recordedOn?: CalendarDate;
  readonly by: By;
  readonly clause: Clause;
  readonly ruleSet: RuleSetReference;
  /** The readings of open questions that the decision used. */
  readonly readings: ReadingsUsed;
};

/** An earlier entry that used room under a limit. */
export type LimitEntry = {
  readonly item: string;
  /** The matter, or the post. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly points: number;
};

/** How a limit affected an entry. */
export type LimitApplied = {
  readonly limit: string;
  readonly clause: Clause;
  readonly title: Text;
  readonly counts: LimitMeasure;
  /** The unit of a limit on quantities. */
  readonly unit?: string;
  /** Present if the limit holds for each member of a household. */
  readonly each?: 'member';
  readonly maximum: number;
  /** The kind of window; `rolling` for so many days or months that end with a day. */
  readonly per: WindowKind | 'account-year' | 'rolling';
  /** The window's name: `life`, `2023`, `2023-H1`, `2024-02-29`, `2024-04..2025-03` … */
  readonly window: string;
  /** Points, entries or quantities used in the window before this entry; for the balance, the points held. */
  readonly used: number;
  /** Points that the limit took from this entry, or from its deduction. */
  readonly took: number;
  /** The first day of the next window, or on which a rolling one has room again; absent if there is none. */
  readonly resetsOn?: CalendarDate;
  /** The earlier entries with points that had used the room; present if the limit took something. */
  readonly usedBy?: readonly LimitEntry[];
};

/** How the other entry of the same matter affected an entry. */
export type MatterApplied = {
  readonly clause: Clause;
  /** The most that the entries of the matter score together. */
  readonly maximum: number;
  /** Points of the other entry, or of the others. */
  readonly held: number;
  /** Points that it took from this one. */
  readonly took: number;
  /** Present if the matter has entries under other items, of which the highest counts. */
  readonly highest?: true;
};

/** The bar that an entry sets. */
export type EntryBar = {
  readonly ground: string;
  /** The ground's own. */
  readonly clause: Clause;
  readonly title: Text;
  readonly bars: readonly Barred[];
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
};

/** The quantities of the entry's window to which it was added before they became points. */
export type AddedUp = {
  readonly per: WindowKind;
  /** The window's name: `life`, `2023`, `2023-H1` … */
  readonly window: string;
  /** The sum of the earlier entries. */
  readonly before: number;
};

/** A factor of the entry's day. */
export type FactorApplied = {
  readonly factor: string;
  readonly clause: Clause;
  readonly title: Text;
  readonly times: number;
  /** Points before it. */
  readonly scored: number;
};

/** How an entry came to its points. */
export type Scored = {
  readonly item: string;
  readonly title: Text;
  readonly difficulty?: string;
  readonly quantity?: number;
  /** What the quantity counts, such as `hour`. */
  readonly unit?: string;
  /** Present if the quantity was taken off the sum of its unit. */
  readonly lowers?: true;
  /** Present if the quantity was added up with earlier ones before it became points. */
  readonly addedUp?: AddedUp;
  /** Present if the entry takes everything that was held on its day. */
  readonly takesAll?: true;
  /** Points of the mildest tier, of one unit, or of the band. */
  readonly base: number;
  /** Present if the points count several times on that day. */
  readonly factor?: FactorApplied;
  /** Points by difficulty or quantity, and by the day's factor, before any limit. */
  readonly scored: number;
  /** Points credited. */
  readonly points: number;
  /** Present if the matter has another entry, as service or attendance, that it scores together with. */
  readonly matter?: MatterApplied;
  /** The limits that the entry counts against; absent if there are none. */
  readonly limits?: readonly LimitApplied[];
};

/** What the account's yearly feedback is for, by the rules in force at the opening. */
export type FeedbackTerms = {
  readonly clause: Clause;
  readonly due: MonthDay;
  readonly yearStarts: '01-01' | '12-01';
  readonly recipients: readonly NamedPart[];
  readonly uses: readonly NamedPart[];
  /** What the year's mark is out of, if there is one. */
  readonly outOf?: number;
  /** Present if the year's highest assessment is the full mark. */
  readonly scale?: 'to-highest';
};

/** A closed account that another one continues, and what it handed on. */
export type Continued = {
  readonly accountId: string;
  readonly communityId: string;
  readonly closedOn: CalendarDate;
  readonly reason: string;
  readonly handedOn: HandedOn;
};

/** An account was opened, and the opening scored. */
export type AccountOpened = {
  readonly type: 'AccountOpened';
  readonly data: Decided & {
    readonly role: string;
    readonly roleTitle: Text;
    readonly colour: string;
    readonly accountTitle: Text;
    readonly item: string;
    readonly title: Text;
    readonly points: number;
    /** Whether the opening is the first report-in. */
    readonly reportsIn: boolean;
    /** The person whose account it is, where that is not the account's own id. */
    readonly memberId?: string;
    readonly feedback: FeedbackTerms;
    /** What its points stand for, by the rules in force at the opening; absent if they name nothing. */
    readonly standsFor?: readonly UseOfPoints[];
    /** What closed accounts handed on to it. */
    readonly continues?: readonly Continued[];
    /** The person's other open accounts, as the host named them. */
    readonly otherAccounts?: readonly OtherAccount[];
  };
  readonly metadata?: EventMetadata;
};

/** A post or project was claimed; it is held even where the claim scored 0. */
export type PostClaimed = {
  readonly type: 'PostClaimed';
  readonly data: Decided &
    Scored & {
      readonly postId: string;
      readonly kind: 'post' | 'project';
      readonly catalogue?: string;
      /** Present if it counts nowhere until it is verified. */
      readonly pending?: true;
    };
  readonly metadata?: EventMetadata;
};

/** A matter was credited. A report-in is a matter named by its day. */
export type ActivityCredited = {
  readonly type: 'ActivityCredited';
  readonly data: Decided &
    Scored & {
      readonly entry: 'registration' | 'activity';
      readonly matterId: string;
      /** Report-ins only: present if the form was completed for it. */
      readonly formComplete?: true;
      /** Present if service and attendance are two matters. */
      readonly capacity?: 'service' | 'attendance';
      readonly postId?: string;
      readonly catalogue?: string;
      readonly note?: string;
      /** Who of a household did it. */
      readonly memberId?: string;
      /** The bar that the entry sets, for as long as it stands. */
      readonly bar?: EntryBar;
      /** Present if it counts nowhere until it is verified. */
      readonly pending?: true;
    };
  readonly metadata?: EventMetadata;
};

/** A reward given, with its price and consent in the handbook. */
export type RedeemedLine = {
  readonly rewardId: string;
  readonly title: Text;
  readonly kind: RewardKind;
  readonly quantity: number;
  /** Points for one. */
  readonly price: number;
  /** `price` × `quantity`. */
  readonly points: number;
  /** The day of the consent that it rests on. */
  readonly consent?: CalendarDate;
};

/** The state of a handbook's filing on a day; `not-needed` if the rules ask for none. */
export type FilingState = 'filed-in-time' | 'filed-late' | 'pending' | 'overdue' | 'not-needed';

/** Points were redeemed: all lines of one visit. */
export type PointsRedeemed = {
  readonly type: 'PointsRedeemed';
  readonly data: Decided & {
    readonly redemptionId: string;
    /** The community at which the points were redeemed, if it was not the account's own. */
    readonly at?: string;
    /** Who collected the rewards, if that was not the holder of the account. */
    readonly collectedBy?: string;
    readonly lines: readonly RedeemedLine[];
    /** What all lines cost. */
    readonly points: number;
    /** Points that left the balance: all, or 0 if redeeming does not reduce the role's account. */
    readonly deducted: number;
    /** The balance before it. */
    readonly balance: number;
    /** The period it used, such as `2023-H1`. */
    readonly period: string;
    readonly handbook: {
      readonly version: string;
      readonly published: CalendarDate;
      /** The day it was filed, if that was by then. */
      readonly filed?: CalendarDate;
      readonly filing: FilingState;
      /** The last day to file; absent if nothing has to be filed. */
      readonly filingDue?: CalendarDate;
    };
  };
  readonly metadata?: EventMetadata;
};

/** The matter that a correction corrects. */
export type CorrectedMatter = {
  readonly item: string;
  readonly id: string;
  readonly on: CalendarDate;
  readonly points: number;
};

/** The score was corrected: assessment and balance both moved. */
export type ScoreCorrected = {
  readonly type: 'ScoreCorrected';
  readonly data: Decided & {
    readonly correctionId: string;
    /** Signed: the change of both figures. */
    readonly points: number;
    /** The points asked for, if a floor cut them. */
    readonly requested?: number;
    readonly reason: string;
    /** The day that decides which year it counts in. */
    readonly countsOn: CalendarDate;
    readonly corrects?: CorrectedMatter;
    /** Whether it frees room under the limits of the matter's item. */
    readonly freesRoom: boolean;
  };
  readonly metadata?: EventMetadata;
};

/** A post was given up. */
export type PostReleased = {
  readonly type: 'PostReleased';
  readonly data: Decided & {
    readonly postId: string;
    /** The day of the claim that it ends. */
    readonly claimedOn: CalendarDate;
  };
  readonly metadata?: EventMetadata;
};

/** The entry that a reversal takes out or puts back. */
export type AffectedEntry = {
  readonly kind: Exclude<ReversibleKind, 'reversal'>;
  readonly id: string;
  readonly item?: string;
  readonly capacity?: 'service' | 'attendance';
  /** Its day. */
  readonly on: CalendarDate;
};

/** An entry was undone, or a reversal was, which puts its entry back. From here on it is as if the undone one had never been. */
export type EntryReversed = {
  readonly type: 'EntryReversed';
  readonly data: Decided & {
    readonly reversalId: string;
    readonly reverses: ReversedEntry;
    /** What comes back of a redemption; absent if all of it does. */
    readonly lines?: readonly RedemptionLine[];
    readonly reason: string;
    readonly entry: AffectedEntry;
    /** Whether the entry is out of the account now, or back in it. */
    readonly entryIs: 'out' | 'back';
    /** The change of the assessment, with its sign. */
    readonly assessment: number;
    /** The change of the balance, with its sign. */
    readonly balance: number;
  };
  readonly metadata?: EventMetadata;
};

/** An entry that waited was verified; it counts from now on, with these points, on its own day. */
export type EntryVerified = {
  readonly type: 'EntryVerified';
  readonly data: Decided &
    Scored & {
      readonly verifies: VerifyEntry['data']['verifies'];
      /** The day of the entry. */
      readonly entryOn: CalendarDate;
    };
  readonly metadata?: EventMetadata;
};

/** An account was closed. It takes no entries any more. */
export type AccountClosed = {
  readonly type: 'AccountClosed';
  readonly data: Decided & {
    readonly reason: string;
    readonly reasonTitle: Text;
    /** The balance on that day. */
    readonly balance: number;
    /** Points of the balance that are forfeited: all of it, or 0. */
    readonly forfeited: number;
    readonly memberId?: string;
    readonly continuedBy?: string;
    /** What the account that continues it takes up; absent if everything is forfeited. */
    readonly handedOn?: HandedOn;
  };
  readonly metadata?: EventMetadata;
};

/** Points were sent to another account. They leave the balance and go on counting in the assessment. */
export type PointsSent = {
  readonly type: 'PointsSent';
  readonly data: Decided & {
    readonly transferId: string;
    readonly to: string;
    readonly points: number;
    /** The balance before it. */
    readonly balance: number;
  };
  readonly metadata?: EventMetadata;
};

/** Points were received from another account. They add to the balance, and not to the assessment. */
export type PointsReceived = {
  readonly type: 'PointsReceived';
  readonly data: Decided & {
    readonly transferId: string;
    readonly from: string;
    readonly points: number;
    readonly sentOn: CalendarDate;
  };
  readonly metadata?: EventMetadata;
};

/** An account was barred from something, from a day to a day. */
export type AccountBarred = {
  readonly type: 'AccountBarred';
  readonly data: Decided & {
    readonly barId: string;
    readonly ground: string;
    readonly title: Text;
    readonly bars: readonly Barred[];
    readonly from: CalendarDate;
    readonly until?: CalendarDate;
    readonly reason: string;
  };
  readonly metadata?: EventMetadata;
};

/** What is stored beside an event. A host may add members of its own. */
export type EventMetadata = {
  /** The version of the event's form; 1 if absent. */
  readonly schemaVersion?: number;
  readonly [key: string]: unknown;
};

/** Everything that can happen to an account. */
export type BankEvent =
  | AccountOpened
  | PostClaimed
  | PostReleased
  | ActivityCredited
  | EntryVerified
  | PointsRedeemed
  | ScoreCorrected
  | EntryReversed
  | PointsSent
  | PointsReceived
  | AccountBarred
  | AccountClosed;

/** The type of an event. */
export type EventType = BankEvent['type'];

/** The version of each event's form that this library writes and folds. */
export const EVENT_VERSIONS: Readonly<Record<EventType, number>> = {
  AccountOpened: 1,
  PostClaimed: 1,
  PostReleased: 1,
  ActivityCredited: 1,
  EntryVerified: 1,
  PointsRedeemed: 2,
  ScoreCorrected: 1,
  EntryReversed: 1,
  PointsSent: 1,
  PointsReceived: 1,
  AccountBarred: 1,
  AccountClosed: 1,
};
