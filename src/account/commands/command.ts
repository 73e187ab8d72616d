import type { CommandType, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';

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

/** Opens an account on a completed form; the role decides its colour (clause 2.2). */
export type OpenAccount<Role extends string = string> = {
  readonly type: 'OpenAccount';
  readonly data: {
    readonly accountId: string;
    readonly role: Role;
    readonly communityId: string;
    /** The day of opening, `YYYY-MM-DD`. */
    readonly on: CalendarDate;
    readonly formComplete: boolean;
    readonly by: By;
    /** The colour the form states; it has to be the role's. */
    readonly colour?: string;
    /** The person whose account it is, where that is not the account's own id. */
    readonly memberId?: string;
  };
};

/** The yearly report-in (clauses 2.3.1.1, 2.3.2.1, 2.3.3.1). */
export type ReportIn = {
  readonly type: 'ReportIn';
  readonly data: { readonly accountId: string; readonly on: CalendarDate; readonly by: By };
};

/** Claims a post or a project (clauses 2.3.1.2, 2.3.2.2, 2.3.3.2). */
export type ClaimPost<Difficulty extends string = string> = {
  readonly type: 'ClaimPost';
  readonly data: {
    readonly accountId: string;
    readonly postId: string;
    readonly kind: 'post' | 'project';
    /** The tier, where claims are scored by difficulty. */
    readonly difficulty?: Difficulty;
    readonly on: CalendarDate;
    readonly by: By;
    /** An entry of the rule set's catalogue. */
    readonly catalogue?: string;
  };
};

/** Credits a matter under an item: an activity, a co-building project, community affairs, another matter (clause 2.3). */
export type CreditActivity<Item extends string = string, Difficulty extends string = string> = {
  readonly type: 'CreditActivity';
  readonly data: {
    readonly accountId: string;
    readonly item: Item;
    /** What was done; it is credited once under an item. */
    readonly matterId: string;
    /** The tier, for items scored by difficulty. */
    readonly difficulty?: Difficulty;
    /** How much, for items scored by quantity: at most two decimals. */
    readonly quantity?: number;
    readonly on: CalendarDate;
    readonly by: By;
    /** The claimed post that was served in. */
    readonly postId?: string;
    /** An entry of the rule set's catalogue. */
    readonly catalogue?: string;
    /** The clause that the register cites; it has to be the item's for the account's role. */
    readonly clause?: string;
    readonly note?: string;
  };
};

/** One line of a redemption: so many of one reward of the handbook. */
export type RedemptionLine = { readonly rewardId: string; readonly quantity: number };

/** One visit to redeem points, for one or several rewards, all or nothing (clause 4.2). */
export type RedeemPoints = {
  readonly type: 'RedeemPoints';
  readonly data: {
    readonly accountId: string;
    readonly redemptionId: string;
    /** Where it is redeemed: at the account's own community. */
    readonly communityId: string;
    readonly lines: readonly RedemptionLine[];
    readonly on: CalendarDate;
    readonly by: By;
  };
};

/** A correction of the score, up or down (clause 2.5). */
export type CorrectScore = {
  readonly type: 'CorrectScore';
  readonly data: {
    readonly accountId: string;
    readonly correctionId: string;
    /** Signed, whole, not 0. */
    readonly points: number;
    readonly reason: string;
    readonly on: CalendarDate;
    readonly by: By;
    /** The matter it corrects: a `matterId`, a `postId`, or the day of a report-in or of the opening. */
    readonly corrects?: string;
    /** The item that the matter was credited under; needed where the same id stands under several. */
    readonly item?: string;
  };
};

/** A command to one account, with ids as any text. */
export type Command = OpenAccount | ReportIn | ClaimPost | CreditActivity | RedeemPoints | CorrectScore;

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
};

/**
 * A command of one rule set, of any type or of the types given: roles, items and difficulties that the rule set does not have do not
 * compile.
 */
export type CommandFor<R extends RuleSet, Type extends CommandType = CommandType> = {
  [T in Type]: { readonly type: T; readonly data: CommandData<R>[T] };
}[Type];
