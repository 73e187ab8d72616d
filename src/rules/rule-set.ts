import type { CalendarDate, MonthDay } from '../values/calendar.js';
import type { Json } from '../values/json.js';
import type { Text } from '../values/text.js';
import type { Calendar, CalendarWindow, LimitSpan, WindowKind } from '../values/window.js';
import type { Clause } from './clause.js';
import type {
  Condition,
  LevelCondition,
  LimitMeasure,
  Mark,
  RedemptionMeasure,
  Sentence,
  TransferMeasure,
} from './sentence.js';

export type { Clause };

/** An office that enters commands. */
export type OfficeRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Whose accounts it acts on: those of the one community that it names with each command, or everybody's. */
  readonly acts: 'own-community' | 'everywhere';
};

/** The commands that a rule set gives to offices. */
export type CommandType =
  | 'OpenAccount'
  | 'ReportIn'
  | 'ClaimPost'
  | 'ReleasePost'
  | 'CreditActivity'
  | 'VerifyEntry'
  | 'RedeemPoints'
  | 'CorrectScore'
  | 'ReverseEntry'
  | 'TransferPoints'
  | 'ReceivePoints'
  | 'BarAccount'
  | 'CloseAccount';

/** How many points one entry scores before any limit. Points below 0 are a deduction. */
export type Scoring =
  | {
      /** The same points for every entry. */
      readonly by: 'fixed';
      readonly points: number;
    }
  | {
      /** Points by difficulty tier; the mildest is the base. The tiers are named in {@link RuleSet.difficulties}. */
      readonly by: 'difficulty';
      readonly points: { readonly [tier: string]: number };
    }
  | (CountedBy & {
      /** `points` for every `each` units of the quantity, up to `maximum` units. */
      readonly by: 'quantity';
      readonly points: number;
      readonly each: number;
      /** How a remainder smaller than `each` is rounded. */
      readonly rounding: Rounding;
    })
  | (CountedBy & {
      /** Points by the band that the quantity lies in; below the first band, none. */
      readonly by: 'bands';
      /** The bands, the lowest first. */
      readonly bands: readonly Band[];
      /** How a remainder smaller than a band's `each` is rounded: down if absent. */
      readonly rounding?: Rounding;
    })
  | {
      /** A deduction of everything that the account holds on the entry's day and has neither spent nor lost since. */
      readonly by: 'balance';
    };

/** How a remainder is rounded. */
export type Rounding = 'down' | 'up' | 'nearest';

/** What is counted of an entry, and how it adds up. */
export type CountedBy = {
  /** What is counted, such as `hour`. Quantities of one unit are added up. */
  readonly unit: string;
  readonly unitTitle: Text;
  /** The largest quantity that scores, of one entry or of what adds up; the rest is recorded and scores nothing. */
  readonly maximum?: number;
  /**
   * Present if the quantities of the item's entries add up in each window before they become points: an entry scores what the sum scores
   * with it, less what the window's standing entries have scored by the sum, before factors and limits. Where an earlier entry was
   * reversed, they may have scored more than that: then it scores nothing, and the points that stand are kept. What a closed account
   * handed on has scored as its sum does.
   */
  readonly over?: WindowKind;
  /** Present if the quantity is taken off the sum of its unit, as hours of service received are off those of service given. */
  readonly lowers?: true;
};

/** From a quantity on: `points` for the entry, or `points` for every `each` units of the whole quantity. */
export type Band = { readonly from: number; readonly points: number; readonly each?: number };

/** A scoring of items whose entries state a quantity. */
export type QuantityScoring = Extract<Scoring, { readonly unit: string }>;

/** Points are multiplied by `times` on the days from `from` to `until`. */
export type FactorRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** At most two decimals. What it scores is rounded down to whole points. */
  readonly times: number;
  readonly from: CalendarDate;
  /** The last day. */
  readonly until: CalendarDate;
};

/** The bar that an entry of an item sets: on a ground of the rules, from the entry's own day. */
export type ItemBar = {
  /** A ground among {@link RuleSet.ineligibility}. */
  readonly ground: string;
  /** How long: through the window of the entry's day and `periods` windows more; without end if absent. */
  readonly lasts?: Lapse;
};

/** Something that earns or costs a role points. */
export type ItemRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Which command enters it: a report-in, a claim of a post or project, or an activity. */
  readonly entry: 'registration' | 'claim' | 'activity';
  /** Activities only: the offices that credit it, of those that credit activities; any of them if absent. */
  readonly offices?: readonly string[];
  readonly scoring: Scoring;
  /** Report-ins only: at most one in each window, of which `twelve-months` runs from the last one. How often other entries score, limits say. */
  readonly once?: {
    readonly per: WindowKind | 'twelve-months';
    /** Whether opening the account is the first report-in. */
    readonly opening?: 'counts' | 'apart';
  };
  /** Report-ins only: present if each needs the completed form, and not the opening alone. */
  readonly form?: 'each-time';
  /** Activities only: serving in one post scores once in each window; each time if absent. */
  readonly perPost?: CalendarWindow;
  /** Claims only: whether the same post may be claimed again in the window of the claims' limit. */
  readonly again?: 'refused' | 'scores';
  /** Activities only: whether serving in a post under this item needs the claim of it, as the role's `service` says. */
  readonly needsClaim?: true;
  /**
   * Activities only: whether serving in one's post and taking part are one entry of a matter, two entries that score together up to
   * `mostPerMatter`, or two matters.
   */
  readonly serviceAndAttendance?: 'one-matter' | 'together' | 'two-matters';
  /** The most that the entries of one matter score together. */
  readonly mostPerMatter?: number;
  /** What an account needs by the day of an entry; an entry without it is refused. */
  readonly requires?: { readonly [condition: string]: Condition };
  /** Days on which the points are multiplied; where several apply, the largest factor counts. */
  readonly factors?: { readonly [factor: string]: FactorRule };
  /** Activities only: present if an entry bars the account. Undoing the entry lifts the bar. */
  readonly bars?: ItemBar;
};

/**
 * A cap over a window: on the points, deductions, entries or quantities of some items, or on the balance that is held. One on the balance
 * that names no items is for points of other accounts too: they are received only where all of them fit.
 */
export type LimitRule = Omit<Sentence, 'counts' | 'per' | 'rewards'> & {
  readonly counts: LimitMeasure;
  readonly per: LimitSpan;
  readonly maximum: number;
  /**
   * What happens to an entry that exceeds it: `trim` credits what still fits, even 0 points; `trim-then-refuse` trims, but refuses once
   * nothing fits; `refuse` refuses whatever does not fit whole. Of a quantity, all of it is recorded and what fits scores.
   */
  readonly beyond: 'trim' | 'trim-then-refuse' | 'refuse';
};

/** One role: its account, what it earns points by, and what its yearly feedback is for. */
export type RoleRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly account: {
    readonly clause: Clause;
    readonly colour: string;
    readonly title: Text;
    /** Whether redeemed points leave the account's balance. */
    readonly deducts: boolean;
  };
  readonly opening: {
    readonly clause: Clause;
    /** The form that has to be completed; nothing has to be if absent. */
    readonly form?: Text;
    /** The item that the opening points are booked under. */
    readonly item: string;
    readonly points: number;
  };
  /** What serving in a post needs: a claim of the post at any time, a claim by that day, or nothing. */
  readonly service: { readonly clause: Clause; readonly claimed: 'ever' | 'by-that-day' | 'not-needed' };
  readonly items: { readonly [item: string]: ItemRule };
  readonly limits: { readonly [limit: string]: LimitRule };
  readonly feedback: {
    readonly clause: Clause;
    readonly recipients: readonly NamedPart[];
    readonly uses: readonly NamedPart[];
  };
};

/** A part with an id and a name only. */
export type NamedPart = { readonly id: string; readonly title: Text };

/** Something that an account's points stand for. */
export type UseOfPoints = NamedPart & { readonly clause: Clause };

/**
 * What a limit means by a period: a calendar window, so many months from a visit on, or an opening. Between openings nothing is redeemed; how
 * often in a period, the limits say.
 */
export type RedemptionPeriod =
  | { readonly kind: 'calendar'; readonly window: CalendarWindow }
  | { readonly kind: 'rolling'; readonly months: number }
  | {
      readonly kind: 'openings';
      readonly openings: readonly { readonly from: MonthDay; readonly to: MonthDay }[];
    };

/** What the rule set says of spending. */
export type RedemptionRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly period: RedemptionPeriod;
  /** The kinds of reward that need consent, and whether a standing consent is enough. */
  readonly consent: {
    readonly clause: Clause;
    readonly kinds: readonly RewardKind[];
    readonly basis: 'each-reward' | 'standing';
    /** How long a consent lasts that names no end; without end if absent. */
    readonly lasts?: ConsentTerm;
  };
  /** Present if no honours are given; a handbook may have them if absent. */
  readonly honours?: 'none';
  /** How often the handbook is brought up to date; absent if nobody asks. */
  readonly handbook?: HandbookRule;
  /**
   * What a redemption is covered by: what was held on its day and has been neither spent nor taken since (so if absent), or whatever the
   * account holds when it is entered.
   */
  readonly covered?: 'on-its-day' | 'when-entered';
  /** Present if points can be spent from the window after the one in which they were earned. */
  readonly spendableAfter?: CalendarWindow;
  /** How long after that window's end they can be spent; from its end on if absent. */
  readonly spendableWait?: Term;
  /** What an account needs by the day of a redemption; a redemption without it is refused. */
  readonly requires?: { readonly [condition: string]: Condition };
  /** How often and how much an account may redeem: in one visit, in each period, or over any window. */
  readonly limits?: { readonly [limit: string]: RedemptionLimit };
  /** Whether somebody else may collect rewards for the holder; nobody may if absent. */
  readonly proxy?: 'allowed';
  /** Present if points are redeemed at any community, from the handbook of the one; only at the account's own if absent. */
  readonly at?: 'any-community';
  /**
   * How far an account may fall below 0 by redeeming or sending points; not at all if absent. Points that wait and are spent count as owed
   * until they have waited.
   */
  readonly overdraft?: OverdraftRule;
  readonly carryOver: CarryOverRule;
};

/** A cap on what an account redeems over a window, of some rewards or of all: points that leave the balance, visits, rewards, or lines. */
export type RedemptionLimit = Omit<Sentence, 'counts' | 'per' | 'items' | 'unit' | 'each'> & {
  readonly counts: RedemptionMeasure;
  readonly per: RedemptionSpan;
  readonly maximum: number;
};

/** The window of a limit on redeeming: a stretch of days, the period of the rules ({@link RedemptionRule.period}), or one visit. */
export type RedemptionSpan = LimitSpan | 'period' | 'visit';

/** The most points that an account may owe. */
export type OverdraftRule = { readonly clause: Clause; readonly points: number };

/** A consent lasts for these months; afterwards there is a warning, or it does not count any more. */
export type ConsentTerm = { readonly months: number; readonly late: 'warn' | 'refuse' };

/** An edition of the handbook is old these months after its publication; redeeming from an old one gives a warning. */
export type HandbookRule = { readonly clause: Clause; readonly months: number };

/** What becomes of points left over: they stay, unless a part says otherwise. The oldest lapse first, and a debt does not lapse. */
export type CarryOverRule = {
  readonly clause: Clause;
  /** For how many windows points are good; for ever if absent. */
  readonly lapse?: Lapse;
  /** How long points are good after the day on which they were earned; for ever if absent. */
  readonly goodFor?: Term;
  /** How many points carry over into the next window; all if absent. */
  readonly keeps?: Keeps;
  /** Present if all points lapse so long after the latest entry under an item. */
  readonly inactivity?: Term;
};

/** Points are good in the window in which they were earned and for `periods` windows more. */
export type Lapse = { readonly window: CalendarWindow; readonly periods: number };

/** So many months or days after a day, the last one included: `{ last: 1, of: 'months' }` from 10 January is up to 10 February. */
export type Term = { readonly last: number; readonly of: 'months' | 'days' };

/**
 * What carries over at the end of each window: a share of what is held, rounded down; of that at most a number of points; of those whole
 * steps.
 */
export type Keeps = {
  readonly per: CalendarWindow;
  readonly percent?: number;
  readonly atMost?: number;
  readonly inStepsOf?: number;
};

/** A service, goods, or an honour, which has no price. */
export type RewardKind = 'service' | 'goods' | 'honour';

/** Whether a figure may fall below 0: allowed, refused for the assessment or the balance, or cut so that the balance stops at 0. */
export type Floor = 'none' | 'refuse-assessment' | 'refuse-balance' | 'stop-at-zero';

/** What the rule set says of corrections. */
export type CorrectionRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Whether a correction may take a figure below 0. */
  readonly floor: Floor;
  /** The date that decides in which year a correction counts: its own, or the matter's. */
  readonly counts: 'own-date' | 'matter-date';
  /**
   * How far a correction of a matter goes: never below what the matter holds, and up to any height with a warning above the item's
   * maximum (`matter`), or never above that maximum (`item`). Without a bound if absent.
   */
  readonly bound?: 'matter' | 'item';
  /** The offices that correct slips in matters alone, and so name the matter; none if absent. */
  readonly mattersOnly?: readonly string[];
  /** Whether taking points from a matter frees room under its limits. */
  readonly freesRoom: boolean;
};

/** What the rule set says of undoing slips; absent, they are undone under the clause on entries, without an end. */
export type ReversalRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** The offices that undo slips only until the feedback of the entry's year is due; the others do without an end. */
  readonly untilFeedback?: readonly string[];
};

/** What a closing does with what the account holds. */
export type ClosingReason = { readonly title: Text; readonly holdings: 'handed-on' | 'forfeited' };

/** What the rule set says of closing accounts and of continuing closed ones. */
export type ClosingRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly reasons: { readonly [reason: string]: ClosingReason };
};

/** A question that the text leaves open, its possible answers, and the answer chosen. */
export type Reading = {
  readonly clause: Clause;
  readonly question: Text;
  /** The answer chosen. */
  readonly chosen: string;
  /** The answer the rule set came with. */
  readonly default: string;
  /** Who chose an answer other than the default, by name, and when: whoever has the last word, if the rules say who ({@link RuleSet.interpretation}). */
  readonly ruled?: { readonly by: string; readonly on: CalendarDate };
  readonly answers: { readonly [answer: string]: ReadingAnswer };
};

/** An answer in words, and the merge patch (RFC 7396) that puts it into the rules. */
export type ReadingAnswer = { readonly title: Text; readonly patch: { readonly [part: string]: Json } };

/** A rule that a derived rule set may not loosen. */
export type Bound =
  | {
      readonly kind: 'points-per-entry';
      readonly clause: Clause;
      readonly title: Text;
      readonly maximum: number;
    }
  | { readonly kind: 'limit'; readonly clause: Clause; readonly title: Text; readonly limit: string }
  | { readonly kind: 'redemption'; readonly clause: Clause; readonly title: Text };

/** A level of recognition: all that it needs has to be there. It counts what was earned, whether spent or not. */
export type RecognitionRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** The points that have to be earned; none if absent. */
  readonly points?: number;
  /** The window whose points count; the whole life if absent. */
  readonly per?: WindowKind;
  /** What else is needed, such as hours. */
  readonly requires?: { readonly [condition: string]: LevelCondition };
  /** The roles whose accounts can reach it; all roles if absent. */
  readonly roles?: readonly string[];
};

/** What a ground can bar an account from. */
export type Barred = 'recognition' | 'redeeming' | 'earning';

/** A ground that bars a volunteer for a time, from recognition if it does not say from what. */
export type IneligibilityRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly bars?: readonly Barred[];
  /** Present if the ground holds by itself, from the day on which an account falls below the mark until it is back. */
  readonly below?: Mark;
};

/** A part of the rules that is there or not, and says no more. */
export type PlainRule = { readonly clause: Clause; readonly title: Text };

/** What the rule set says of sending points to another account. */
export type TransferRule = PlainRule & {
  /** What the sender needs by the day of sending; a sending without it is refused. */
  readonly requires?: { readonly [condition: string]: Condition };
  /** How much an account may send over any window. */
  readonly limits?: { readonly [limit: string]: TransferLimit };
};

/**
 * A cap on what an account sends over a window: points, or sendings. What was sent counts on its own day, whether it was received or not;
 * a sending that was reversed does not count. What a closed account handed on counts for the account that continues it: its points day by
 * day, and its sendings of one day as one.
 */
export type TransferLimit = Pick<Sentence, 'clause' | 'title'> & {
  readonly counts: TransferMeasure;
  readonly per: LimitSpan;
  readonly maximum: number;
};

/** How often the register is published: by the last day of each window. */
export type PublicationRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly every: CalendarWindow;
};

/** A community's own measures, filed with the supervising office. */
export type FilingRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Days after publication. */
  readonly withinDays: number;
  /** Present if only working days count; natural days if absent. */
  readonly days?: 'working';
  /** Present if the first edition alone is filed; each new edition if absent. */
  readonly editions?: 'first';
  /** Whether redeeming from a handbook that was not filed in time is warned of or refused. */
  readonly late: 'warn' | 'refuse';
};

/** An entry or a kind of the catalogue. */
export type CataloguePart = { readonly clause: Clause; readonly title: Text };

/** Something that points stand for, and the roles whose points do: every role's if it names none. */
export type UseRule = CataloguePart & { readonly roles?: readonly string[] };

/** An entry of the catalogue, and the roles that it is for: every role if it names none. */
export type CatalogueEntry = CataloguePart & { readonly roles?: readonly string[] };

/**
 * A scheme's rules as data: JSON that can be stored, compared and shown. It holds no `null`, so that a merge patch (RFC 7396)
 * can express every change, including removal.
 */
export type RuleSet = {
  /** The form of the data itself. */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** The languages of its texts (BCP 47), the main one first: every text of the rule set has these and no others. */
  readonly locales: readonly string[];
  readonly title: Text;
  readonly source?: {
    readonly document: string;
    readonly issuedOn: CalendarDate;
    readonly issuer: Text;
    /** How the document itself writes a clause: `4.2` as 四 2. A clause that is not listed goes by its id. */
    readonly numbering?: { readonly [clause: Clause]: string };
  };
  /** The clauses on roles, accounts, entries and the catalogue in general. */
  readonly clauses: {
    readonly roles: Clause;
    readonly accounts: Clause;
    readonly entries: Clause;
    readonly catalogue: Clause;
  };
  /** The days on which entries may be dated; unbounded if absent. */
  readonly inForce: { readonly clause: Clause; readonly from?: CalendarDate; readonly until?: CalendarDate };
  /** Who has the last word on what the text means, and so rules on open questions; anybody may if absent. */
  readonly interpretation?: { readonly clause: Clause; readonly by: Text };
  /** The scheme's own years and weeks; absent if they are those of the calendar. */
  readonly calendar?: Calendar;
  /**
   * Present if points come in parts: 2 for halves, 4 for quarters. Every number of points in the rules, in handbooks and in
   * events is then a number of parts; words show points.
   */
  readonly points?: { readonly scale: number };
  readonly difficulties: { readonly [tier: string]: Text };
  readonly roles: { readonly [role: string]: RoleRule };
  readonly offices: { readonly [office: string]: OfficeRule };
  readonly authority: {
    readonly clause: Clause;
    /** The offices that enter each command. What no office has is refused. */
    readonly offices: { readonly [C in CommandType]?: readonly string[] };
    /** Whether recorders may enter commands for their own accounts. If not, the recorder has to be named. */
    readonly self: 'allowed' | 'refused';
    /** Whether a second person has to approve. If so, both have to be named. */
    readonly approval: 'one-person' | 'two-person';
  };
  readonly entries: {
    readonly clause: Clause;
    /**
     * Whether one matter is entered under one item alone, or under several of which the highest counts; under as many as have it, each
     * with its points, if absent.
     */
    readonly matters?: 'under-one-item' | 'highest';
    /** Present if claims and activities of a window need its report-in. */
    readonly reportIn?: 'needed';
    /** Whether an entry may be dated before the latest one. */
    readonly order: 'any' | 'never-back';
    /** Whether a deduction may take a figure below 0; it may if absent. */
    readonly floor?: Floor;
    /**
     * Whose difficulty counts where a programme says how hard a matter is: the programme's, one for everybody (so if absent), or that of
     * the command, which judges by person.
     */
    readonly difficulty?: 'by-person';
  };
  readonly redemption: RedemptionRule;
  readonly correction: CorrectionRule;
  readonly reversal?: ReversalRule;
  readonly closing?: ClosingRule;
  /** Present if a person who has an open account gets no other one, at any community. Which there are, the opening says. */
  readonly oneAccount?: PlainRule;
  /** Present if entries count only once they are verified, apart from being entered. */
  readonly verification?: PlainRule;
  /** The clause on sending points to another account, what the sender needs, and how much may be sent. */
  readonly transfer?: TransferRule;
  /** The assessment, and what the year's mark is out of, if there is one. */
  readonly assessment: {
    readonly clause: Clause;
    readonly title: Text;
    readonly mark?: { readonly outOf: number };
    /** Present if the year's highest assessment is the full mark, and the others are in proportion; the mark stops there if absent. */
    readonly scale?: 'to-highest';
  };
  /** Absent if nothing has to be filed. */
  readonly filing?: FilingRule;
  /** The yearly feedback and the day by which it is due. A year that starts on 12-01 is named after the year in which it ends. */
  readonly feedback: {
    readonly clause: Clause;
    readonly title: Text;
    readonly due: MonthDay;
    readonly yearStarts: '01-01' | '12-01';
  };
  /** What points stand for. */
  readonly uses: { readonly [use: string]: UseRule };
  readonly catalogue: {
    readonly [kind: string]: CataloguePart & {
      readonly entries: { readonly [entry: string]: CatalogueEntry };
    };
  };
  readonly recognition: { readonly [level: string]: RecognitionRule };
  readonly ineligibility: { readonly [ground: string]: IneligibilityRule };
  readonly publication?: PublicationRule;
  /** The rules that a derived rule set may not loosen, and whether looser ones are refused or allowed. */
  readonly bounds: {
    readonly clause: Clause;
    readonly looser: 'refused' | 'allowed';
    readonly held: { readonly [bound: string]: Bound };
  };
  readonly readings: { readonly [reading: string]: Reading };
};

/** The readings of a rule set with literal ids: for each reading, its answers. */
export type ReadingsOf<Answers extends { readonly [reading: string]: string }> = {
  readonly [Id in keyof Answers]: Omit<Reading, 'chosen' | 'default' | 'answers'> & {
    readonly chosen: Answers[Id];
    readonly default: Answers[Id];
    readonly answers: { readonly [Answer in Answers[Id]]: ReadingAnswer };
  };
};

/**
 * The type of a rule set with literal ids: the items of each role, the difficulty tiers, the answers of each reading, the limits of
 * each role, the offices and whose accounts they act on.
 */
export type RuleSetOf<
  Items extends { readonly [role: string]: string },
  Difficulty extends string,
  Answers extends { readonly [reading: string]: string },
  Limits extends { readonly [role in keyof Items]: string } = { readonly [role in keyof Items]: string },
  Offices extends ActsOfOffices = ActsOfOffices,
> = Omit<RuleSet, 'difficulties' | 'roles' | 'offices' | 'readings'> & {
  readonly difficulties: { readonly [Tier in Difficulty]: Text };
  readonly roles: {
    readonly [Role in keyof Items]: Omit<RoleRule, 'items' | 'limits'> & {
      readonly items: { readonly [Item in Items[Role]]: ItemRule };
      readonly limits: { readonly [Limit in Limits[Role]]: LimitRule };
    };
  };
  readonly offices: { readonly [Office in keyof Offices]: OfficeRule & { readonly acts: Offices[Office] } };
  readonly readings: ReadingsOf<Answers>;
};

/** Whose accounts each office of a rule set acts on. */
export type ActsOfOffices = { readonly [office: string]: OfficeRule['acts'] };

/** The ids of a rule set's roles, as literal types. */
export type RoleIdOf<R extends RuleSet> = keyof R['roles'] & string;

/** The ids of a rule set's items, as literal types. */
export type ItemIdOf<R extends RuleSet> = {
  [Role in keyof R['roles']]: keyof R['roles'][Role]['items'];
}[keyof R['roles']] &
  string;

/** The difficulty tiers of a rule set, as literal types. */
export type DifficultyOf<R extends RuleSet> = keyof R['difficulties'] & string;

/** The ids of a rule set's readings, as literal types. */
export type ReadingIdOf<R extends RuleSet> = keyof R['readings'] & string;

/** The answers to one reading of a rule set, as literal types. */
export type AnswerOf<R extends RuleSet, Id extends ReadingIdOf<R>> = keyof R['readings'][Id]['answers'] &
  string;

/** The rule set that an event was decided by. */
export type RuleSetReference = { readonly id: string; readonly version: string; readonly digest: string };
