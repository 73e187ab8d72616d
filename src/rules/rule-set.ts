import type { CalendarDate, MonthDay } from '../values/calendar.js';
import type { Json } from '../values/json.js';
import type { Text } from '../values/text.js';
import type { WindowKind } from '../values/window.js';

/** The id of a clause of the scheme's text, as a path of its own numbering: `2.3.1.2`. */
export type Clause = string;

/** Who acts: the community's points centre, or the street office. */
export type Office = 'community' | 'street';

/** The commands that a rule set gives to offices. */
export type CommandType =
  | 'OpenAccount'
  | 'ReportIn'
  | 'ClaimPost'
  | 'CreditActivity'
  | 'RedeemPoints'
  | 'CorrectScore';

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
  | {
      /** `points` for each `each` units of the quantity, of which no more than `maximum` is counted. */
      readonly by: 'quantity';
      /** What is counted, such as `hour`: quantities of one unit are added up. */
      readonly unit: string;
      readonly unitTitle: Text;
      readonly points: number;
      readonly each: number;
      /** What becomes of a part that is less than `each`. */
      readonly rounding: 'down' | 'up' | 'nearest';
      /** The largest quantity of one entry that scores; the rest of it is recorded and scores nothing. */
      readonly maximum?: number;
    };

/** One thing that earns (or costs) points for one role. */
export type ItemRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Which command enters it: a report-in, a claim of a post or project, or an activity. */
  readonly entry: 'registration' | 'claim' | 'activity';
  readonly scoring: Scoring;
  /** At most once in each window; `twelve-months` (report-ins only) is counted from the last one. */
  readonly once?: {
    readonly per: WindowKind | 'twelve-months';
    /** Report-ins only: whether opening the account is the first report-in. */
    readonly opening?: 'counts' | 'apart';
  };
  /** Claims only: the same post again within the window of the claim's limit. */
  readonly again?: 'refused' | 'scores';
  /** Activities only: whether serving in one's post at a matter and taking part in it are one matter or two. */
  readonly serviceAndAttendance?: 'one-matter' | 'two-matters';
};

/** A cap on the points, or on the number of entries, of some items over a window. */
export type LimitRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly items: readonly string[];
  readonly counts: 'points' | 'entries';
  readonly maximum: number;
  readonly per: WindowKind;
  /**
   * What happens past it: `trim` gives what still fits and records the entry even at 0 points; `trim-then-refuse` trims, and refuses
   * once nothing fits; `refuse` refuses an entry that does not fit whole.
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
    /** The form that has to be completed. */
    readonly form: Text;
    /** The item that the opening points are booked under. */
    readonly item: string;
    readonly points: number;
  };
  /** What naming a post in an activity asks for: a claim of that post at any time, one dated by that day, or nothing. */
  readonly service: { readonly clause: Clause; readonly claimed: 'ever' | 'by-that-day' | 'not-needed' };
  readonly items: { readonly [item: string]: ItemRule };
  readonly limits: { readonly [limit: string]: LimitRule };
  readonly feedback: {
    readonly clause: Clause;
    readonly recipients: readonly NamedPart[];
    readonly uses: readonly NamedPart[];
  };
};

/** A part that has only an id and a name. */
export type NamedPart = { readonly id: string; readonly title: Text };

/** When an account may redeem: once in each calendar window, once in so many months, or once at each opening. */
export type RedemptionPeriod =
  | { readonly kind: 'calendar'; readonly window: Exclude<WindowKind, 'life'> }
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
  /** Visits per account and period; any number where absent. */
  readonly visits?: number;
  /** Different lines in one visit; any number where absent. */
  readonly linesPerVisit?: number;
  /** Rewards in one visit, quantities added up; any number where absent. */
  readonly rewardsPerVisit?: number;
  /** Which kinds of reward need the meeting's consent, and whether one standing consent does for all. */
  readonly consent: {
    readonly clause: Clause;
    readonly kinds: readonly RewardKind[];
    readonly basis: 'each-reward' | 'standing';
  };
  /** What is left over: kept without end, or, with `lapse`, until the end of the `periods`-th window after the one it was earned in. */
  readonly carryOver: { readonly clause: Clause; readonly lapse?: Lapse };
};

/** Points stay good in the window they were earned in and in `periods` more; 0 is the window's own end. */
export type Lapse = { readonly window: Exclude<WindowKind, 'life'>; readonly periods: number };

/** A service, or goods (clause 4.2). */
export type RewardKind = 'service' | 'goods';

/** Below 0: allowed; refused where the assessment, or the balance, would be; or cut so that the balance stops at 0. */
export type Floor = 'none' | 'refuse-assessment' | 'refuse-balance' | 'stop-at-zero';

/** What the rule set says of corrections. */
export type CorrectionRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Whether a correction may take a figure below 0. */
  readonly floor: Floor;
  /** The date that decides which year a correction counts in: its own, or that of the matter it corrects. */
  readonly counts: 'own-date' | 'matter-date';
  /** Whether points taken from a matter free room under its limits. */
  readonly freesRoom: boolean;
};

/** Something that the text leaves open, the answers it can be read with, and the one chosen. */
export type Reading = {
  readonly clause: Clause;
  readonly question: Text;
  /** The answer chosen. */
  readonly chosen: string;
  /** The answer the rule set came with. */
  readonly default: string;
  /** Who chose otherwise than the default, and when. */
  readonly ruled?: { readonly by: string; readonly on: CalendarDate };
  readonly answers: { readonly [answer: string]: ReadingAnswer };
};

/** An answer: what it says, and the parts of the rule set that say so, as a merge patch (RFC 7396). */
export type ReadingAnswer = { readonly title: Text; readonly patch: { readonly [part: string]: Json } };

/** Something that a rule set derived from this one may not loosen. */
export type Bound =
  | {
      readonly kind: 'points-per-entry';
      readonly clause: Clause;
      readonly title: Text;
      readonly maximum: number;
    }
  | { readonly kind: 'limit'; readonly clause: Clause; readonly title: Text; readonly limit: string }
  | { readonly kind: 'redemption'; readonly clause: Clause; readonly title: Text };

/** A level of recognition, reached by what was earned, never lowered by what was spent. */
export type RecognitionRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly points: number;
  /** The points of which window count. */
  readonly per: WindowKind;
};

/** A fact about a volunteer that bars recognition; the host says for whom it holds. */
export type IneligibilityRule = { readonly clause: Clause; readonly title: Text };

/** How often the register is published: once in each such window, by its last day. */
export type PublicationRule = {
  readonly clause: Clause;
  readonly title: Text;
  readonly every: Exclude<WindowKind, 'life'>;
};

/** A community's own measures, filed with the street office. */
export type FilingRule = {
  readonly clause: Clause;
  readonly title: Text;
  /** Days after publication. */
  readonly withinDays: number;
  /** What a handbook not filed in time does to redemptions: a warning, or a refusal. */
  readonly late: 'warn' | 'refuse';
};

/** An entry or a kind of the catalogue. */
export type CataloguePart = { readonly clause: Clause; readonly title: Text };

/**
 * A scheme's rules as data: JSON that can be stored, compared and shown. It holds no `null`, so that a merge patch (RFC 7396)
 * can say everything, removal included.
 */
export type RuleSet = {
  /** The form of the data itself. */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** The languages of its texts (BCP 47), the main one first: every text of the rule set has these and no others. */
  readonly locales: readonly string[];
  readonly title: Text;
  readonly source?: { readonly document: string; readonly issuedOn: CalendarDate; readonly issuer: Text };
  /** The clauses on what is not a part of its own: who the roles are, accounts, entries at large, the catalogue. */
  readonly clauses: {
    readonly roles: Clause;
    readonly accounts: Clause;
    readonly entries: Clause;
    readonly catalogue: Clause;
  };
  /** The dates that entries may bear; unbounded where absent. */
  readonly inForce: { readonly clause: Clause; readonly from?: CalendarDate; readonly until?: CalendarDate };
  readonly difficulties: { readonly [tier: string]: Text };
  readonly roles: { readonly [role: string]: RoleRule };
  readonly authority: {
    readonly clause: Clause;
    readonly offices: { readonly [C in CommandType]: readonly Office[] };
    /** Whether the person who enters a command may be the one whose account it is for; where not, the recorder has to be named. */
    readonly self: 'allowed' | 'refused';
    /** Whether one person does, or a second one has to approve; where so, both have to be named. */
    readonly approval: 'one-person' | 'two-person';
  };
  readonly entries: {
    readonly clause: Clause;
    /** Whether an entry may bear an earlier date than the last one. */
    readonly order: 'any' | 'never-back';
    /** Whether an entry that costs points (a deduction) may take a figure below 0; it may where absent. */
    readonly floor?: Floor;
  };
  readonly redemption: RedemptionRule;
  readonly correction: CorrectionRule;
  /** The year's mark out of so many points, where there is one. */
  readonly assessment: {
    readonly clause: Clause;
    readonly title: Text;
    readonly mark?: { readonly outOf: number };
  };
  /** Absent where nothing has to be filed. */
  readonly filing?: FilingRule;
  /** The yearly account: due by this day of the year; a year that starts on 12-01 is the one that ends in that year. */
  readonly feedback: {
    readonly clause: Clause;
    readonly title: Text;
    readonly due: MonthDay;
    readonly yearStarts: '01-01' | '12-01';
  };
  readonly uses: { readonly [use: string]: CataloguePart };
  readonly catalogue: {
    readonly [kind: string]: CataloguePart & {
      readonly entries: { readonly [entry: string]: CataloguePart };
    };
  };
  readonly recognition: { readonly [level: string]: RecognitionRule };
  readonly ineligibility: { readonly [ground: string]: IneligibilityRule };
  readonly publication?: PublicationRule;
  /** What a rule set derived from this one may not loosen, and whether it may all the same. */
  readonly bounds: {
    readonly clause: Clause;
    readonly looser: 'refused' | 'allowed';
    readonly held: { readonly [bound: string]: Bound };
  };
  readonly readings: { readonly [reading: string]: Reading };
};

/**
 * The type of a rule set with literal ids, for declarations that have to be written out: the items of each role, the difficulty
 * tiers, the readings.
 */
export type RuleSetOf<
  Items extends { readonly [role: string]: string },
  Difficulty extends string,
  ReadingId extends string,
> = Omit<RuleSet, 'difficulties' | 'roles' | 'readings'> & {
  readonly difficulties: { readonly [Tier in Difficulty]: Text };
  readonly roles: {
    readonly [Role in keyof Items]: Omit<RoleRule, 'items'> & {
      readonly items: { readonly [Item in Items[Role]]: ItemRule };
    };
  };
  readonly readings: { readonly [Id in ReadingId]: Reading };
};

/** The ids of a rule set's roles, as literal types. */
export type RoleIdOf<R extends RuleSet> = keyof R['roles'] & string;

/** The ids of the items of a rule set's roles that a `CreditActivity` may name, as literal types. */
export type ItemIdOf<R extends RuleSet> = {
  [Role in keyof R['roles']]: keyof R['roles'][Role]['items'];
}[keyof R['roles']] &
  string;

/** The difficulty tiers of a rule set, as literal types. */
export type DifficultyOf<R extends RuleSet> = keyof R['difficulties'] & string;

/** What an event says of the rules it was decided by. */
export type RuleSetReference = { readonly id: string; readonly version: string; readonly digest: string };
