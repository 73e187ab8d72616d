import type { RefusalCode } from '../../account/decide/refusal.js';
import type { CommandType, RuleSetReference } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Histogram } from './histogram.js';

/**
 * The result of a run or of one of its shards: plain JSON of whole numbers, which {@link mergeResults} adds up exactly. Keys are
 * sorted, so equal results have equal JSON.
 */
export type SimulationResult = {
  readonly run: RunIdentity;
  /** The numbers of its volunteers: ranges from the first up to but excluding the end. */
  readonly volunteers: readonly (readonly [first: number, end: number])[];
  /** The number of accounts opened. */
  readonly accounts: number;
  readonly commands: {
    /** Commands that led to an event, by type. */
    readonly accepted: { readonly [C in CommandType]?: number };
    /** Commands that repeated an earlier one and led to no event. */
    readonly repeated: number;
    /** Refused commands, by code. */
    readonly refused: { readonly [C in RefusalCode]?: number };
  };
  readonly roles: { readonly [role: string]: RoleResult };
  /** By month, `YYYY-MM`, for every month of the run. */
  readonly months: { readonly [month: string]: MonthResult };
  /** The demand for rewards, by redemption period and reward. */
  readonly demand: { readonly [period: string]: { readonly [rewardId: string]: RewardDemand } };
};

/** Identifies a run: results with equal identities can be merged. */
export type RunIdentity = {
  readonly ruleSet: RuleSetReference;
  readonly handbook?: {
    readonly version: string;
    readonly digest: string;
    /** The stock of each reward, if the handbook states it. */
    readonly stock: { readonly [rewardId: string]: number };
  };
  /** The SHA-256 digest of the population. */
  readonly population: string;
  /** The number of volunteers in the whole run. */
  readonly volunteers: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly seed: number;
};

/** The results of one role. */
export type RoleResult = {
  readonly accounts: number;
  /** Accounts that were closed, by reason; also those that other accounts continue, which are counted there alone otherwise. */
  readonly closed: { readonly [reason: string]: number };
  /** Points earned by the end of the run. */
  readonly earned: Histogram;
  /** Points earned and corrected by the end of the run. */
  readonly assessment: Histogram;
  /** The redeemable balance at the end of the run, without lapsed points. */
  readonly redeemable: Histogram;
  /** By feedback year of the rule set. An account counts from the year of its opening. */
  readonly years: {
    readonly [year: string]: {
      readonly assessment: Histogram;
      /** The assessment, kept between 0 and the highest mark; absent if the rules have no mark. */
      readonly mark?: Histogram;
    };
  };
  readonly limits: { readonly [limit: string]: LimitResult };
  readonly redemptions: {
    readonly visits: number;
    /** The total price of the rewards given. */
    readonly points: number;
    /** The points deducted from balances. */
    readonly deducted: number;
    /** The points that came back with visits returned. */
    readonly returned: number;
  };
};

/** How often a limit was reached, and what it cost. */
export type LimitResult = {
  /** The number of accounts that ever filled it. */
  readonly accounts: number;
  /** The number of windows in which an account filled it. */
  readonly windows: number;
  /** The number of entries that it trimmed. */
  readonly trimmed: number;
  /** The points that it took. */
  readonly points: number;
  /** The number of entries that it refused. */
  readonly refused: number;
};

/** The results of one month. */
export type MonthResult = {
  readonly items: { readonly [item: string]: { readonly points: number; readonly entries: number } };
  readonly corrected: number;
  readonly redeemed: number;
  /** Points that lapsed at the start of this month. */
  readonly lapsed: number;
  /** Points that left with accounts closed in this month, forfeited or handed on to an account elsewhere. */
  readonly closed: number;
  /** Points outstanding at the end of the month: the sum of all balances, with entries on the days on which they count. */
  readonly outstanding: number;
};

/** The quantity of a reward that volunteers asked for, and the part of it that they were given. */
export type RewardDemand = { readonly asked: number; readonly given: number };
