import type { CommandType, OfficeRule, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { ClosedAccount, OtherAccount, SentPoints } from './carried-event.js';

/**
 * Who enters a command: an office of the rules. The persons there are named by ids of the host's if the rules ask for them, and events
 * keep them as given.
 */
export type By = Persons & {
  readonly office: string;
  /** The community whose office it is, if it acts on the accounts of its own community. */
  readonly communityId?: string;
};

/** The persons at an office. */
export type Persons = {
  /** The person who enters it. */
  readonly recorder?: string;
  /** The second person, who approved it. */
  readonly approvedBy?: string;
};

/** Who enters a command under one rule set: an office that acts on its own community's accounts names the community, and no other does. */
export type ByFor<R extends RuleSet> = string extends keyof R['offices']
  ? By
  : ByOwnCommunity<OfficeThatActs<R, 'own-community'>> | ByOffice<OfficeThatActs<R, 'everywhere'>>;

type OfficeThatActs<R extends RuleSet, Acts extends OfficeRule['acts']> = {
  [Office in keyof R['offices'] & string]: R['offices'][Office]['acts'] extends Acts ? Office : never;
}[keyof R['offices'] & string];

/** An office that acts everywhere, and the persons there. An interface, unlike a type, keeps its name in errors. */
export interface ByOffice<Office extends string> {
  readonly office: Office;
  /** The person who enters it. */
  readonly recorder?: string;
  /** The second person, who approved it. */
  readonly approvedBy?: string;
}

/** An office that acts on the accounts of its own community, and the persons there. */
export interface ByOwnCommunity<Office extends string> {
  readonly office: Office;
  readonly communityId: string;
  /** The person who enters it. */
  readonly recorder?: string;
  /** The second person, who approved it. */
  readonly approvedBy?: string;
}

/** What every command says: whose account, when it happened, who enters it, and when it was written up. */
export type EveryCommand<B extends By = By> = {
  readonly accountId: string;
  /** The day it happened, `YYYY-MM-DD`. It decides year, half-year and window. */
  readonly on: CalendarDate;
  readonly by: B;
  /** The day it was written up; the same as `on` where it is left out, and never before it. */
  readonly recordedOn?: CalendarDate;
};

/** Opens an account on a completed form; the role decides its colour. */
export type OpenAccount<Role extends string = string, B extends By = By> = {
  readonly type: 'OpenAccount';
  readonly data: EveryCommand<B> & {
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

/** A report-in after the opening, such as that of each year. */
export type ReportIn<B extends By = By> = {
  readonly type: 'ReportIn';
  // `EveryCommand` written out, so that the compiler's error on a surplus field lists the fields that there are.
  readonly data: {
    readonly accountId: string;
    readonly on: CalendarDate;
    readonly by: B;
    readonly recordedOn?: CalendarDate;
    /** Whether the form was completed once more, where the rules ask for it each time. */
    readonly formComplete?: boolean;
    /** Who of a household reports in, if that is not the holder of the account. */
    readonly memberId?: string;
  };
};

/** Claims a post or a project. */
export type ClaimPost<Difficulty extends string = string, B extends By = By> = {
  readonly type: 'ClaimPost';
  readonly data: EveryCommand<B> & {
    readonly postId: string;
    readonly kind: 'post' | 'project';
    /** The tier, where claims are scored by difficulty. */
    readonly difficulty?: Difficulty;
    /** An entry of the rule set's catalogue. */
    readonly catalogue?: string;
  };
};

/** Credits a matter under one of the role's items. */
export type CreditActivity<
  Item extends string = string,
  Difficulty extends string = string,
  B extends By = By,
> = {
  readonly type: 'CreditActivity';
  readonly data: EveryCommand<B> & {
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

/** One line of a redemption: a reward of the handbook, and how many of it. */
export type RedemptionLine = { readonly rewardId: string; readonly quantity: number };

/** One visit to redeem points, for one or several rewards, all or nothing. */
export type RedeemPoints<B extends By = By> = {
  readonly type: 'RedeemPoints';
  readonly data: EveryCommand<B> & {
    readonly redemptionId: string;
    /** Where it is redeemed: at the account's own community. */
    readonly communityId: string;
    readonly lines: readonly RedemptionLine[];
    /** Who collects the rewards, if that is not the holder of the account. */
    readonly collectedBy?: string;
  };
};

/** A correction of the score, up or down. */
export type CorrectScore<Item extends string = string, B extends By = By> = {
  readonly type: 'CorrectScore';
  readonly data: EveryCommand<B> & {
    readonly correctionId: string;
    /** Signed, whole, not 0. */
    readonly points: number;
    readonly reason: string;
    /** The matter it corrects: a `matterId`, a `postId`, or the day of a report-in or of the opening. */
    readonly corrects?: string;
    /**
     * The item that the matter was credited under; needed where the same id stands under several. A correction under an item that the rules
     * no longer have goes to `decideUnknown`.
     */
    readonly item?: Item;
  };
};

/** Gives up a post or project: nobody serves in it from that day on, and its points stay. */
export type ReleasePost<B extends By = By> = {
  readonly type: 'ReleasePost';
  readonly data: EveryCommand<B> & { readonly postId: string };
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
export type ReversedEntry<Item extends string = string> = {
  readonly kind: ReversibleKind;
  readonly id: string;
  /** The item of a matter; needed where the same id stands under several. */
  readonly item?: Item;
  /** In which capacity the matter was entered; needed where it stands in both. */
  readonly capacity?: 'service' | 'attendance';
  /** The day of the entry; tells the claims of one post apart, of which the latest is meant where it is left out. */
  readonly on?: CalendarDate;
};

/** Undoes a slip: the entry named is as if it had never been. */
export type ReverseEntry<Item extends string = string, B extends By = By> = {
  readonly type: 'ReverseEntry';
  readonly data: EveryCommand<B> & {
    readonly reversalId: string;
    readonly reverses: ReversedEntry<Item>;
    /** Of a redemption, what comes back; all of it where it is left out. */
    readonly lines?: readonly RedemptionLine[];
    readonly reason: string;
  };
};

/** Verifies an entry that waits for it, under rules that verify apart from entering. */
export type VerifyEntry<Item extends string = string, B extends By = By> = {
  readonly type: 'VerifyEntry';
  readonly data: EveryCommand<B> & {
    readonly verifies: {
      readonly kind: 'matter' | 'report-in' | 'claim';
      readonly id: string;
      readonly item?: Item;
      readonly capacity?: 'service' | 'attendance';
      /** The day of the entry; needed where the post has other claims. */
      readonly on?: CalendarDate;
    };
  };
};

/** Closes an account, for one of the reasons of the rules. What it holds is handed on or forfeited, as they say. */
export type CloseAccount<Reason extends string = string, B extends By = By> = {
  readonly type: 'CloseAccount';
  readonly data: EveryCommand<B> & {
    readonly reason: Reason;
    /** The account in which its holder goes on, where that is known. */
    readonly continuedBy?: string;
  };
};

/** Sends points to another account, under rules that allow it. */
export type TransferPoints<B extends By = By> = {
  readonly type: 'TransferPoints';
  readonly data: EveryCommand<B> & {
    readonly transferId: string;
    /** The account that receives them. */
    readonly to: string;
    readonly points: number;
  };
};

/** Receives points that another account sent: the command carries the sender's event. */
export type ReceivePoints<B extends By = By> = {
  readonly type: 'ReceivePoints';
  readonly data: EveryCommand<B> & { readonly sent: SentPoints };
};

/** Bars an account on a ground of the rules, from a day to a day. */
export type BarAccount<Ground extends string = string, B extends By = By> = {
  readonly type: 'BarAccount';
  readonly data: EveryCommand<B> & {
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
  readonly OpenAccount: OpenAccount<keyof R['roles'] & string, ByFor<R>>['data'];
  readonly ReportIn: ReportIn<ByFor<R>>['data'];
  readonly ClaimPost: ClaimPost<keyof R['difficulties'] & string, ByFor<R>>['data'];
  readonly CreditActivity: CreditActivity<
    { [Role in keyof R['roles']]: keyof R['roles'][Role]['items'] }[keyof R['roles']] & string,
    keyof R['difficulties'] & string,
    ByFor<R>
  >['data'];
  readonly RedeemPoints: RedeemPoints<ByFor<R>>['data'];
  readonly CorrectScore: CorrectScore<
    { [Role in keyof R['roles']]: keyof R['roles'][Role]['items'] }[keyof R['roles']] & string,
    ByFor<R>
  >['data'];
  readonly ReleasePost: ReleasePost<ByFor<R>>['data'];
  readonly ReverseEntry: ReverseEntry<
    { [Role in keyof R['roles']]: keyof R['roles'][Role]['items'] }[keyof R['roles']] & string,
    ByFor<R>
  >['data'];
  readonly VerifyEntry: VerifyEntry<
    { [Role in keyof R['roles']]: keyof R['roles'][Role]['items'] }[keyof R['roles']] & string,
    ByFor<R>
  >['data'];
  readonly CloseAccount: CloseAccount<keyof NonNullable<R['closing']>['reasons'] & string, ByFor<R>>['data'];
  readonly TransferPoints: TransferPoints<ByFor<R>>['data'];
  readonly ReceivePoints: ReceivePoints<ByFor<R>>['data'];
  readonly BarAccount: BarAccount<keyof R['ineligibility'] & string, ByFor<R>>['data'];
};

/**
 * A command of one rule set, of any type or of the types given: roles, items and difficulties that the rule set does not have do not
 * compile.
 */
export type CommandFor<R extends RuleSet, Type extends CommandType = CommandType> = {
  [T in Type]: { readonly type: T; readonly data: CommandData<R>[T] };
}[Type];
