import type { ReadingsUsed } from '../../rules/readings-used.js';
import type { Barred, Clause, CommandType, OfficeRule, RedemptionSpan } from '../../rules/rule-set.js';
import type { Measure, RedemptionMeasure, TransferMeasure } from '../../rules/sentence.js';
import type { CalendarDate, MonthDay } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import type { WindowKind } from '../../values/window.js';
import type { ReversibleKind } from '../commands/command.js';
import type { LimitApplied } from '../events/event.js';

/** What is wrong with a field of a command. */
export type FieldProblem =
  | 'not-an-object'
  | 'unknown-type'
  | 'missing'
  | 'unknown-field'
  | 'not-an-id'
  | 'not-a-slug'
  | 'not-a-date'
  | 'not-a-whole-number'
  | 'not-a-quantity'
  | 'not-a-text'
  | 'not-a-boolean'
  | 'not-one-of'
  | 'not-a-list'
  | 'too-many'
  | 'unreadable';

/** The field in which a command differs from the programme, and what the programme says. */
export type ProgrammeDifference =
  | {
      readonly field: 'item' | 'difficulty' | 'kind' | 'postId' | 'catalogue';
      readonly given: string;
      readonly expected: string;
    }
  | { readonly field: 'quantity'; readonly given: number; readonly expected: number }
  | { readonly field: 'role'; readonly given: string; readonly expected: readonly string[] }
  | {
      readonly field: 'on';
      readonly given: CalendarDate;
      /** The days on which it is. */
      readonly expected: {
        readonly from?: CalendarDate;
        readonly until?: CalendarDate;
        readonly days?: readonly CalendarDate[];
      };
    };

/** A correction that raises a matter above what its item can score. */
export type AboveItemMaximum = {
  readonly matterId: string;
  readonly item: string;
  readonly title: Text;
  readonly points: number;
  /** What the matter scored, with the corrections of it. */
  readonly holds: number;
  /** The most that an entry of the item scores, or that a limit leaves. */
  readonly maximum: number;
};

/** A measure outside of its range: how much is missing up to the least, or how much is above the most. */
export type RangeMissed =
  | { readonly minimum: number; readonly missing: number; readonly maximum?: never; readonly above?: never }
  | { readonly maximum: number; readonly above: number; readonly minimum?: never; readonly missing?: never };

/** A limit on redeeming or on sending points that leaves no room for what is asked. */
export type NoRoom<Counts extends Measure | RedemptionMeasure> = {
  readonly limit: string;
  readonly title: Text;
  readonly counts: Counts;
  /** What the redemption, or the sending, would add to what is counted. */
  readonly asked: number;
  /** What was used in the window before, or in the same visit. */
  readonly used: number;
  readonly maximum: number;
  /** The first day on which there is room for it. */
  readonly again?: CalendarDate;
};

/**
 * The facts of each refusal, by its code. The codes are listed in the order in which a command meets them: where several things
 * are wrong, the first in this list is the one that is said.
 */
export type RefusalFacts = {
  /** The command is not one: the first field that is wrong, as a path, and what is wrong with it. */
  'invalid-command': { readonly field: string; readonly problem: FieldProblem; readonly given: string };
  /** The account has not been opened. */
  'account-not-open': { readonly accountId: string };
  /** The account handed over is another one than the command names. */
  'wrong-account': { readonly accountId: string; readonly loaded: string };
  /** The rule set has no such role. */
  'unknown-role': { readonly role: string; readonly known: readonly string[] };
  /** The rule set gives this command to another office. */
  'office-not-entitled': {
    readonly command: CommandType;
    readonly office: string;
    readonly entitled: readonly string[];
  };
  /** The office acts on the accounts of its own community and names none, or acts everywhere and names one. */
  'community-of-office': { readonly office: string; readonly acts: OfficeRule['acts'] };
  /** A community acts on its own accounts, and points are redeemed at one's own community. */
  'wrong-community': { readonly communityId: string; readonly own: string };
  /** The rules ask who entered it, and nobody is named. */
  'recorder-not-named': { readonly command: CommandType; readonly accountId: string };
  /** The person who entered it, or who approved it, is the one whose account it is. */
  'self-issue': { readonly memberId: string; readonly person: 'recorder' | 'approver' };
  /** The rules ask for the approval of a second person, and nobody is named. */
  'approval-missing': { readonly recorder: string };
  /** The person who entered it cannot be the second person as well. */
  'approval-by-recorder': { readonly recorder: string };
  /** The role has no such item. */
  'unknown-item': {
    readonly item: string;
    readonly role: string;
    readonly roleTitle: Text;
    readonly known: readonly string[];
  };
  /** The item is entered by another command. */
  'wrong-command': { readonly item: string; readonly title: Text; readonly command: CommandType };
  /** The clause cited is not the item's for this role. */
  'wrong-clause': {
    readonly clause: string;
    readonly expected: Clause;
    readonly item: string;
    readonly title: Text;
  };
  /** The item is credited by other offices. */
  'not-theirs-to-credit': {
    readonly item: string;
    readonly title: Text;
    readonly office: string;
    readonly entitled: readonly string[];
  };
  /** The account is open already, and this is not the same opening sent again. */
  'account-already-open': { readonly accountId: string; readonly openedOn: CalendarDate };
  /** The post was claimed already, and this is not the same claim sent again. */
  'duplicate-claim': { readonly postId: string; readonly on: CalendarDate; readonly window: string };
  /** The matter was credited already under this item, and this is not the same entry sent again. */
  'duplicate-matter': {
    readonly item: string;
    readonly title: Text;
    readonly matterId: string;
    readonly on: CalendarDate;
    readonly points: number;
  };
  /** The redemption's id was used already, with other content. */
  'duplicate-redemption': { readonly redemptionId: string; readonly on: CalendarDate };
  /** The correction's id was used already, with other content. */
  'duplicate-correction': { readonly correctionId: string };
  /** The bar's id was used already, with other content. */
  'duplicate-bar': { readonly barId: string };
  /** The transfer's id was used already, with other content. */
  'duplicate-transfer': { readonly transferId: string; readonly on: CalendarDate };
  /** The reversal's id was used already, with other content. */
  'duplicate-reversal': { readonly reversalId: string; readonly on: CalendarDate };
  /** The account was closed. */
  'account-closed': {
    readonly accountId: string;
    readonly closedOn: CalendarDate;
    readonly reason: string;
    /** The account in which its holder goes on. */
    readonly continuedBy?: string;
  };
  /** It was written up before it happened. */
  'recorded-before': { readonly on: CalendarDate; readonly recordedOn: CalendarDate };
  /** The rules are not in force on that day. */
  'not-in-force': { readonly on: CalendarDate; readonly from?: CalendarDate; readonly until?: CalendarDate };
  /** The day is before the account was opened. */
  'before-opening': { readonly on: CalendarDate; readonly openedOn: CalendarDate };
  /** The rules take entries in the order of their days only. */
  'date-goes-back': { readonly on: CalendarDate; readonly latestOn: CalendarDate };
  /** The account is barred from it on that day. */
  barred: {
    /** Absent if the ground holds by itself. */
    readonly barId?: string;
    readonly ground: string;
    readonly title: Text;
    /** What it is barred from. */
    readonly bars: Barred;
    /** Present if the account fell below the ground's mark: how much it is now short of it. */
    readonly missing?: number;
    readonly from: CalendarDate;
    /** The last day. */
    readonly until?: CalendarDate;
  };
  /** The colour stated is not the role's. */
  'wrong-colour': { readonly colour: string; readonly expected: string };
  /** The form is not complete. */
  'form-incomplete': { readonly form: Text };
  /** The person has another open account, and the rules give each person one. */
  'another-account-open': { readonly accountId: string; readonly communityId: string };
  /** The account that it would continue cannot be continued by it. */
  'cannot-continue': {
    readonly accountId: string;
    readonly because:
      | 'same-account'
      | 'twice'
      | 'closed-later'
      | 'nothing-handed-on'
      | 'another-continues-it'
      | 'another-member';
    readonly closedOn: CalendarDate;
  };
  /** The rules do not close accounts for this reason. */
  'unknown-reason': { readonly reason: string; readonly known: readonly string[] };
  /** The account has entries dated after the day of the closing. */
  'entries-after-closing': { readonly on: CalendarDate; readonly latestOn: CalendarDate };
  /** The rules have no such ground. */
  'unknown-ground': { readonly ground: string; readonly known: readonly string[] };
  /** The last day is before the first. */
  'ends-before-it-begins': { readonly from: CalendarDate; readonly until: CalendarDate };
  /** Points are not sent to the account that they come from. */
  'transfer-to-itself': { readonly accountId: string };
  /** The points were sent to another account. */
  'not-the-receiver': { readonly transferId: string; readonly to: string; readonly accountId: string };
  /** The points were sent only after that day. */
  'before-it-was-sent': {
    readonly transferId: string;
    readonly on: CalendarDate;
    readonly sentOn: CalendarDate;
  };
  /** A limit on what is held leaves no room for all of the points; none is lost, they can be received once there is room. */
  'no-room-to-receive': {
    readonly transferId: string;
    readonly points: number;
    readonly limit: string;
    readonly title: Text;
    readonly maximum: number;
    /** The most that is held on the day or any later one. */
    readonly held: number;
  };
  /** The account has no such entry, or it does not stand any more. */
  'unknown-entry': { readonly kind: ReversibleKind; readonly id: string; readonly item?: string };
  /** The office corrects only a matter that it names. */
  'matter-needed': { readonly correctionId: string; readonly office: string };
  /** The account has no such matter. */
  'unknown-matter': { readonly matterId: string; readonly item?: string };
  /** The matter stands under several items. */
  'ambiguous-matter': { readonly matterId: string; readonly items: readonly string[] };
  /** The post has several claims, and the verification does not say of which day. */
  'ambiguous-claim': { readonly postId: string; readonly days: readonly CalendarDate[] };
  /** Fewer of the reward were redeemed, or are left to come back. */
  'not-redeemed': { readonly rewardId: string; readonly quantity: number; readonly left: number };
  /** The entry is undone by those who may enter it, and not by this office. */
  'not-theirs-to-reverse': {
    readonly kind: ReversibleKind;
    readonly id: string;
    readonly office: string;
    readonly entitled: readonly string[];
  };
  /** The feedback of the entry's year is due: from then on, other offices undo it. */
  'too-late-to-reverse': {
    readonly kind: ReversibleKind;
    readonly id: string;
    readonly on: CalendarDate;
    /** The last day on which this office could. */
    readonly due: CalendarDate;
    readonly entitled: readonly string[];
  };
  /** The day is before that of the entry it is about. */
  'before-its-entry': {
    readonly kind: ReversibleKind;
    readonly id: string;
    readonly on: CalendarDate;
    readonly entryOn: CalendarDate;
  };
  /** Other entries stand on it. */
  'stands-under-others': {
    readonly kind: ReversibleKind;
    readonly id: string;
    readonly others: readonly {
      readonly kind: ReversibleKind;
      readonly id: string;
      readonly item?: string;
    }[];
  };
  /** Nothing is entered for the window before its report-in. */
  'no-report-in': { readonly on: CalendarDate; readonly per: WindowKind; readonly window: string };
  /** The programme is another community's. */
  'wrong-programme': { readonly communityId: string; readonly own: string };
  /** The programme has no such post or matter. */
  'not-in-programme': {
    readonly kind: 'post' | 'matter';
    readonly id: string;
    /** Ids that differ from it in one character. */
    readonly near: readonly string[];
  };
  /** The programme says something else of the post or matter. */
  'programme-differs': {
    readonly kind: 'post' | 'matter';
    /** Its id in the programme. */
    readonly id: string;
    readonly title: Text;
  } & ProgrammeDifference;
  /** The entry of the catalogue is for other roles. */
  'catalogue-for-others': {
    readonly catalogue: string;
    readonly title: Text;
    readonly roleTitle: Text;
    readonly roleTitles: readonly Text[];
  };
  /** The catalogue has no such entry. */
  'unknown-catalogue-entry': { readonly catalogue: string };
  /** Reported in already. */
  'already-reported-in': {
    readonly on: CalendarDate;
    readonly last: CalendarDate;
    /** The first day on which it is possible again. */
    readonly again?: CalendarDate;
  };
  /** The matter stands under another item. */
  'matter-under-another-item': {
    readonly matterId: string;
    readonly item: string;
    readonly title: Text;
    readonly on: CalendarDate;
    readonly points: number;
  };
  /** Serving in the post scores once in each window. */
  'once-per-period': {
    readonly item: string;
    readonly title: Text;
    readonly postId: string;
    readonly per: WindowKind;
    readonly window: string;
  };
  /** Serving in a post needs the claim of it. */
  'post-not-claimed': {
    readonly postId: string;
    readonly on: CalendarDate;
    /** The day on which it was given up. */
    readonly releasedOn?: CalendarDate;
  };
  /** The account does not have what the entry needs by its day, or has more than it may. */
  'condition-not-met': RangeMissed & {
    readonly condition: string;
    readonly title: Text;
    /** The item that needs it; absent if it is redeeming or sending. */
    readonly item?: string;
    readonly itemTitle?: Text;
    /** Present if sending points needs it. */
    readonly sending?: true;
    readonly counts: Measure;
    readonly unit?: string;
    /** Present if each member of a household needs it. */
    readonly each?: 'member';
    /** How much the account has in the window by that day. */
    readonly measured: number;
    readonly on: CalendarDate;
    /** The window's last day, where that is before the day. */
    readonly through?: CalendarDate;
    /** The window's name. */
    readonly window: string;
  };
  /** The matter's other entry leaves no points for this one. */
  'matter-used-up': {
    readonly item: string;
    readonly title: Text;
    readonly matterId: string;
    readonly held: number;
    readonly maximum: number;
  };
  /** The item is measured otherwise: by difficulty, by quantity, or not at all. */
  'wrong-measure': {
    readonly item: string;
    readonly title: Text;
    readonly measure: 'difficulty' | 'quantity' | 'none';
    readonly field: string;
  };
  /** The item has no such difficulty for this role. */
  'unknown-difficulty': {
    readonly difficulty: string;
    readonly item: string;
    readonly title: Text;
    readonly known: readonly string[];
  };
  /** A limit leaves no room for the entry. */
  'limit-reached': {
    readonly item: string;
    readonly title: Text;
    readonly scored: number;
    readonly limit: LimitApplied;
  };
  /** No handbook was given to the bank. */
  'no-handbook': Record<never, never>;
  /** The handbook is another community's than that at which the points are redeemed. */
  'wrong-handbook': {
    readonly communityId: string;
    readonly own: string;
    /** The community at which the points are redeemed, if that is not the account's own. */
    readonly at?: string;
  };
  /** The handbook was not published by that day. */
  'handbook-not-published': { readonly on: CalendarDate; readonly published: CalendarDate };
  /** The handbook was not filed in time, and the rules do not let it be used. */
  'handbook-not-filed': { readonly on: CalendarDate; readonly due: CalendarDate };
  /** Redemption is not open on that day. */
  'not-an-opening-day': {
    readonly on: CalendarDate;
    readonly openings: readonly { readonly from: MonthDay; readonly to: MonthDay }[];
  };
  /** The period's redemption was made already. */
  'already-redeemed': {
    readonly period: string;
    readonly on: CalendarDate;
    readonly visits: number;
    readonly again?: CalendarDate;
  };
  /** Nobody but the holder collects rewards. */
  'proxy-not-allowed': { readonly collectedBy: string };
  /** The handbook has no such reward. */
  'unknown-reward': { readonly rewardId: string };
  /** The reward is an honour, and the rules give none. */
  'honours-not-given': { readonly rewardId: string; readonly title: Text };
  /** The reward needs consent by that day. */
  'consent-missing': {
    readonly rewardId: string;
    readonly title: Text;
    readonly on: CalendarDate;
    readonly consent?: CalendarDate;
  };
  /** The consent to the reward has ended. */
  'consent-ended': {
    readonly rewardId: string;
    readonly title: Text;
    readonly on: CalendarDate;
    readonly consent: CalendarDate;
    /** The last day on which it counted. */
    readonly until: CalendarDate;
  };
  /** Fewer are left than asked for. */
  'out-of-stock': {
    readonly rewardId: string;
    readonly title: Text;
    readonly quantity: number;
    readonly stock: number;
  };
  /** The handbook's limit for this reward is used up. */
  'reward-limit-reached': {
    readonly rewardId: string;
    readonly title: Text;
    readonly quantity: number;
    readonly used: number;
    readonly maximum: number;
    readonly per: RedemptionSpan;
    /** The window in which they were taken; none of one visit. */
    readonly window?: string;
    /** The first day on which there is room for them. */
    readonly again?: CalendarDate;
  };
  /** A limit of the rules on redeeming leaves no room. */
  'redemption-limit-reached': NoRoom<RedemptionMeasure> & {
    /** The window's name; absent if the limit is one on each visit. */
    readonly window?: string;
  };
  /** A limit of the rules on sending points leaves no room. */
  'transfer-limit-reached': NoRoom<TransferMeasure> & {
    /** The window's name. */
    readonly window: string;
  };
  /** The balance is too low, or negative. */
  'insufficient-points': {
    readonly price: number;
    /** The points that can be spent on the day. */
    readonly balance: number;
    /** The points held on the day, where not all of them can be spent. */
    readonly held?: number;
    /** The first day on which more of them can be spent, where the rules let points wait. */
    readonly spendableFrom?: CalendarDate;
    /** The points that lapsed since the last redemption; absent if none did. */
    readonly lapsed?: number;
    /** The first day on which the latest of those could no longer be spent. */
    readonly lapsedOn?: CalendarDate;
    /** The most points that the account may owe; absent if the rules let it owe none. */
    readonly overdraft?: number;
  };
  /** A correction takes no more from a matter than it holds. */
  'more-than-matter-holds': {
    readonly matterId: string;
    readonly item: string;
    readonly points: number;
    /** What the matter scored, with the corrections of it. */
    readonly holds: number;
  };
  /** A correction raises no matter above what its item can score, as the rules bound that. */
  'above-item-maximum': AboveItemMaximum;
  /** The rules do not let the figure fall below 0. */
  'below-zero': {
    readonly figure: 'assessment' | 'balance';
    readonly before: number;
    readonly points: number;
    /** The most points that the account may owe; absent if the rules let it owe none. */
    readonly overdraft?: number;
  };
  /** The sum would be larger than can be held exactly. */
  'out-of-range': {
    readonly figure: 'earned' | 'corrected' | 'redeemed' | 'assessment' | 'balance';
    readonly before: number;
    readonly points: number;
  };
};

/** The closed list of reasons for which a command is refused. */
export type RefusalCode = keyof RefusalFacts;

/** Why a command was refused: nothing was changed by it. A value, never thrown by `decide`. */
export type RefusalOf<C extends RefusalCode> = {
  readonly code: C;
  /** The clause that it rests on; the one on entries at large where only the form of the command is wrong. */
  readonly clause: Clause;
  readonly facts: RefusalFacts[C];
  /** The readings of open questions that it rests on. */
  readonly readings: ReadingsUsed;
};

/** Any refusal; its `code` tells the type of its `facts`. */
export type Refusal = { [C in RefusalCode]: RefusalOf<C> }[RefusalCode];

/** The facts of each warning, by its code, in the order in which they are given. */
export type WarningFacts = {
  /** The correction raises a matter above what its item can score. */
  'correction-above-item': AboveItemMaximum;
  /** The handbook was not filed in time. */
  'handbook-overdue': {
    readonly on: CalendarDate;
    readonly due: CalendarDate;
    readonly filed?: CalendarDate;
  };
  /** No edition of the handbook was published for longer than the rules say. */
  'handbook-old': {
    readonly on: CalendarDate;
    readonly published: CalendarDate;
    /** The last day on which the edition was not old. */
    readonly due: CalendarDate;
  };
  /** The consent to the reward is older than the rules say. */
  'consent-old': {
    readonly rewardId: string;
    readonly title: Text;
    readonly on: CalendarDate;
    readonly consent: CalendarDate;
    /** The last day on which it was not old. */
    readonly due: CalendarDate;
  };
};

/** What can be warned of. */
export type WarningCode = keyof WarningFacts;

/** A warning with one code. */
export type WarningOf<C extends WarningCode> = {
  readonly code: C;
  readonly clause: Clause;
  readonly facts: WarningFacts[C];
  readonly readings: ReadingsUsed;
};

/** Something to be said beside an accepted command; its `code` tells the type of its `facts`. */
export type Warning = { [C in WarningCode]: WarningOf<C> }[WarningCode];
