import type { RefusalCode } from '../../account/decide/refusal.js';
import type { CommandType, RuleSetReference } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Histogram } from './histogram.js';

/**
 * What a run, or a shard of one, came to: plain JSON of whole numbers that {@link mergeResults} adds up exactly. Keys are sorted, so
 * that equal results are written alike.
 */
export type SimulationResult = {
  readonly run: RunIdentity;
  /** Which volunteers it is of, by number: from the first, up to and without the end. */
  readonly volunteers: readonly (readonly [first: number, end: number])[];
  /** Accounts opened. */
  readonly accounts: number;
  readonly commands: {
    /** Commands that led to an event. */
    readonly accepted: { readonly [C in CommandType]?: number };
    /** Commands that were sent again alike, and led to nothing further. */
    readonly repeated: number;
    /** By code. */
    readonly refused: { readonly [C in RefusalCode]?: number };
  };
  readonly roles: { readonly [role: string]: RoleResult };
  /** By month, `YYYY-MM`; every month of the run. */
  readonly months: { readonly [month: string]: MonthResult };
  /** What was asked for at visits, by period of redemption and reward. */
  readonly demand: { readonly [period: string]: { readonly [rewardId: string]: RewardDemand } };
};

/** What results have to have in common to be of one run. */
export type RunIdentity = {
  readonly ruleSet: RuleSetReference;
  readonly handbook?: {
    readonly version: string;
    readonly digest: string;
    /** How many of each reward there are, where the handbook says. */
    readonly stock: { readonly [rewardId: string]: number };
  };
  /** SHA-256 of the population. */
  readonly population: string;
  /** How many volunteers the whole run has. */
  readonly volunteers: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly seed: number;
};

/** What became of one role's accounts. */
export type RoleResult = {
  readonly accounts: number;
  /** Points credited by the end of the run. */
  readonly earned: Histogram;
  /** Earned and corrected, by the end of the run. */
  readonly assessment: Histogram;
  /** What can be redeemed at the end of the run; lapsed points are left out. */
  readonly redeemable: Histogram;
  /** By year of feedback, as the rule set starts it; accounts count from the year of their opening on. */
  readonly years: {
    readonly [year: string]: {
      readonly assessment: Histogram;
      /** The assessment from 0 to what it is out of, where the rules have a mark. */
      readonly mark?: Histogram;
    };
  };
  readonly limits: { readonly [limit: string]: LimitResult };
  readonly redemptions: {
    readonly visits: number;
    /** Prices of what was given. */
    readonly points: number;
    /** What left the balances. */
    readonly deducted: number;
  };
};

/** How often a limit was reached, and what it cost. */
export type LimitResult = {
  /** Accounts that filled it at some time. */
  readonly accounts: number;
  /** Windows in which an account filled it. */
  readonly windows: number;
  /** Entries that it took points from, and how many. */
  readonly trimmed: number;
  readonly points: number;
  /** Entries that it refused. */
  readonly refused: number;
};

/** What counts in one month. */
export type MonthResult = {
  readonly items: { readonly [item: string]: { readonly points: number; readonly entries: number } };
  readonly corrected: number;
  readonly redeemed: number;
  /** Points that could no longer be redeemed from this month on. */
  readonly lapsed: number;
  /** Points outstanding at the month's end: the sum of the balances, by the days on which entries count. */
  readonly outstanding: number;
};

/** How many of a reward were asked for, and how many of these were given. */
export type RewardDemand = { readonly asked: number; readonly given: number };
