import type { CommandType, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { ClosedAccount, OtherAccount, SentPoints } from './carried-event.js';

/**
 * Who enters a command: a community's points centre, or the supervising office. The persons there are named by ids of the host's if the
 * rules ask for them, and events keep them as given.
 */
export type By = (
  | { readonly office: 'community'; readonly communityId: string }
  | { readonly office: 'street' }
) & {
  /** The person who enters it. */
  readonly recorder?: string;
  /** The second person, who approved it. */
  readonly approvedBy?: string;
};

/** What every command says: whose account, when it happened, who enters it, and when it was written up. */
export type EveryCommand = {
  readonly accountId: string;
  /** The day it happened, `YYYY-MM-DD`. It decides year, half-year and window. */
  readonly on: CalendarDate;
  readonly by: By;
  /** The day it was written up; the same as `on` where it is left out, and never before it. */
  readonly recordedOn?: CalendarDate;
};

/** Opens an account on a completed form; the role decides its colour (clause 2.2). */
export type OpenAccount<Role extends string = string> = {
  readonly type: 'OpenAccount';
  readonly data: EveryCommand & {
    readonly role: Role;
    readonly communityId: string;
    /** Whether the form is complete, where the rules ask for one. */
    readonly formComplete?: boolean;
    /** The colour the form states; it has to be the role's. */
    readonly colour?: string;
    /** The person whose account it is, where that is not the account's own id. */
    readonly memberId?: string;
    /** The closed accounts that it continues: what they handed on, as their closings tell it. */
    readonly continues?: readonly ClosedAccount[];
    /** The person's other open accounts, as far as the host knows them. */
    readonly otherAccounts?: readonly OtherAccount[];
  };
};

/** The yearly report-in (clauses 2.3.1.1, 2.3.2.1, 2.3.3.1). */
export type ReportIn = {
  readonly type: 'ReportIn';
  // `EveryCommand` written out, so that the compiler's error on a surplus field lists the fields that there are.
  readonly data: {
    readonly accountId: string;
    readonly on: CalendarDate;
    readonly by: By;
    readonly recordedOn?: CalendarDate;
    /** Whether the form was completed once more, where the rules ask for it each time. */
    readonly formComplete?: boolean;
    /** Who of a household reports in, if that is not the holder of the account. */
    readonly memberId?: string;
  };
};

/** Claims a post or a project (clauses 2.3.1.2, 2.3.2.2, 2.3.3.2). */
export type ClaimPost<Difficulty extends string = string> = {
  readonly type: 'ClaimPost';
  readonly data: EveryCommand & {
    readonly postId: string;
    readonly kind: 'post' | 'project';
    /** The tier, where claims are scored by difficulty. */
    readonly difficulty?: Difficulty;
    /** An entry of the rule set's catalogue. */
    readonly catalogue?: string;
  };
};

/** Credits a matter under an item: an activity, a co-building project, community affairs, another matter (clause 2.3). */
export type CreditActivity<Item extends string = string, Difficulty extends string = string> = {
  readonly type: 'CreditActivity';
  readonly data: EveryCommand & {
    readonly item: Item;
    /** What was done; it is credited once under an item. */
    readonly matterId: string;
    /** The tier, for items scored by difficulty. */
    readonly difficulty?: Difficulty;
    /** How much, for items scored by quantity: at most two decimals. */
    readonly quantity?: number;
    /** The claimed post that was served in. */
    readonly postId?: string;
    /** An entry of the rule set's catalogue. */
    readonly catalogue?: string;
    /** The clause that the register cites; it has to be the item's for the account's role. */
    readonly clause?: string;
    readonly note?: string;
    /** Who of a household did it, if that is not the holder of the account. */
    readonly memberId?: string;
  };
};

/** One line of a redemption: so many of one reward of the handbook. */
export type RedemptionLine = { readonly rewardId: string; readonly quantity: number };

/** One visit to redeem points, for one or several rewards, all or nothing (clause 4.2). */
export type RedeemPoints = {
  readonly type: 'RedeemPoints';
  readonly data: EveryCommand & {
    readonly redemptionId: string;
    /** Where it is redeemed: at the account's own community. */
    readonly communityId: string;
    readonly lines: readonly RedemptionLine[];
    /** Who collects the rewards, if that is not the holder of the account. */
    readonly collectedBy?: string;
  };
};

/** A correction of the score, up or down (clause 3). */
export type CorrectScore = {
  readonly type: 'CorrectScore';
  readonly data: EveryCommand & {
    readonly correctionId: string;
    /** Signed, whole, not 0. */
    readonly points: number;
    readonly reason: string;
    /** The matter it corrects: a `matterId`, a `postId`, or the day of a report-in or of the opening. */
    readonly corrects?: string;
    /** The item that the matter was credited under; needed where the same id stands under several. */
    readonly item?: string;
  };
};

/** Gives up a post or project: nobody serves in it from that day on, and its points stay. */
export type ReleasePost = {
  readonly type: 'ReleasePost';
  readonly data: EveryCommand & { readonly postId: string };
};

/** The kinds of entries that can be reversed. A report-in's id is its day. */
export type ReversibleKind =
  | 'matter'
  | 'report-in'
  | 'claim'
  | 'redemption'
  | 'correction'
  | 'bar'
  | 'transfer'
  | 'reversal';

/** Names the entry that a reversal undoes. */
export type ReversedEntry = {
  readonly kind: ReversibleKind;
  readonly id: string;
  /** The item of a matter; needed where the same id stands under several. */
  readonly item?: string;
  /** In which capacity the matter was entered; needed where it stands in both. */
  readonly capacity?: 'service' | 'attendance';
};

/** Undoes a slip: the entry named is as if it had never been (clause 2.3). */
export type ReverseEntry = {
  readonly type: 'ReverseEntry';
  readonly data: EveryCommand & {
    readonly reversalId: string;
    readonly reverses: ReversedEntry;
    /** Of a redemption, what comes back; all of it where it is left out. */
    readonly lines?: readonly RedemptionLine[];
    readonly reason: string;
  };
};

/** Verifies an entry that waits for it, under rules that verify apart from entering (clause 2.3). */
export type VerifyEntry = {
  readonly type: 'VerifyEntry';
  readonly data: EveryCommand & {
    readonly verifies: {
      readonly kind: 'matter' | 'report-in' | 'claim';
      readonly id: string;
      readonly item?: string;
      readonly capacity?: 'service' | 'attendance';
    };
  };
};

/** Closes an account, for one of the reasons of the rules. What it holds is handed on or forfeited, as they say. */
export type CloseAccount<Reason extends string = string> = {
  readonly type: 'CloseAccount';
  readonly data: EveryCommand & {
    readonly reason: Reason;
    /** The account in which its holder goes on, where that is known. */
    readonly continuedBy?: string;
  };
};

/** Sends points to another account, under rules that allow it. */
export type TransferPoints = {
  readonly type: 'TransferPoints';
  readonly data: EveryCommand & {
    readonly transferId: string;
    /** The account that receives them. */
    readonly to: string;
    readonly points: number;
  };
};

/** Receives points that another account sent: the command carries the sender's event. */
export type ReceivePoints = {
  readonly type: 'ReceivePoints';
  readonly data: EveryCommand & { readonly sent: SentPoints };
};

/** Bars an account on a ground of the rules, from a day to a day. */
export type BarAccount<Ground extends string = string> = {
  readonly type: 'BarAccount';
  readonly data: EveryCommand & {
    readonly barId: string;
    readonly ground: Ground;
    readonly from: CalendarDate;
    /** The last day; without end where it is left out. */
    readonly until?: CalendarDate;
    readonly reason: string;
  };
};

/** A command to one account, with ids as any text. */
export type Command =
  | OpenAccount
  | ReportIn
  | ClaimPost
  | ReleasePost
  | CreditActivity
  | VerifyEntry
  | RedeemPoints
  | CorrectScore
  | ReverseEntry
  | TransferPoints
  | ReceivePoints
  | BarAccount
  | CloseAccount;

/**
 * The data of each command of one rule set, by the command's type. The ids are written out, and not by `RoleIdOf` and its like, since
 * compilers name an alias in their errors where they would list the ids.
 */
export type CommandData<R extends RuleSet> = {
  readonly OpenAccount: OpenAccount<keyof R['roles'] & string>['data'];
  readonly ReportIn: ReportIn['data'];
  readonly ClaimPost: ClaimPost<keyof R['difficulties'] & string>['data'];
  readonly CreditActivity: CreditActivity<
    { [Role in keyof R['roles']]: keyof R['roles'][Role]['items'] }[keyof R['roles']] & string,
    keyof R['difficulties'] & string
  >['data'];
  readonly RedeemPoints: RedeemPoints['data'];
  readonly CorrectScore: CorrectScore['data'];
  readonly ReleasePost: ReleasePost['data'];
  readonly ReverseEntry: ReverseEntry['data'];
  readonly VerifyEntry: VerifyEntry['data'];
  readonly CloseAccount: CloseAccount<keyof NonNullable<R['closing']>['reasons'] & string>['data'];
  readonly TransferPoints: TransferPoints['data'];
  readonly ReceivePoints: ReceivePoints['data'];
  readonly BarAccount: BarAccount<keyof R['ineligibility'] & string>['data'];
};

/**
 * A command of one rule set, of any type or of the types given: roles, items and difficulties that the rule set does not have do not
 * compile.
 */
export type CommandFor<R extends RuleSet, Type extends CommandType = CommandType> = {
  [T in Type]: { readonly type: T; readonly data: CommandData<R>[T] };
}[Type];
