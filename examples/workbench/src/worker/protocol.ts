import type { Handbook, RuleSet } from 'points-bank';
import type {
  AccountComparison,
  Histogram,
  Population,
  RuleSetComparison,
  Sensitivity,
  SimulationComparison,
  SimulationResult,
} from 'points-bank/simulation';
import type { LedgerSummary } from '../ledger/ledger.js';
import type { Text } from '../words.js';

/** Where a ledger comes from. */
export type LedgerSource =
  | { readonly kind: 'sample'; readonly ruleSet: RuleSet }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'address'; readonly address: string };

/** What is done away from the page, so that the page can still be used. */
export type Tasks = {
  load: { readonly asked: LedgerSource; readonly answered: LedgerSummary };
  compare: { readonly asked: { readonly a: RuleSet; readonly b: RuleSet }; readonly answered: Compared };
  sensitivity: { readonly asked: { readonly ruleSet: RuleSet }; readonly answered: Sensitivity };
  estimate: { readonly asked: { readonly ruleSet: RuleSet }; readonly answered: Population };
  simulate: { readonly asked: SimulationTask; readonly answered: SimulatedPair };
};
export type TaskName = keyof Tasks;

/** A ledger under two rule sets, and how many accounts move by how much. */
export type Compared = {
  readonly comparison: RuleSetComparison;
  /** Change of the assessment and the number of accounts, accounts that keep theirs among them. */
  readonly gains: Histogram;
  /** The same of what can be redeemed. */
  readonly balances: Histogram;
  /** Every account that the change moves: who gains first, who loses last. */
  readonly moved: readonly MovedAccount[];
};

/** What an account has under both rule sets. */
export type MovedAccount = Pick<AccountComparison, 'accountId' | 'role' | 'assessment' | 'redeemable'> & {
  /** How many redemptions it could not have had under the changed rules. */
  readonly lost: number;
};

export type SimulationTask = {
  readonly a: RuleSet;
  readonly b: RuleSet;
  /** The handbooks that either redeems from. */
  readonly handbooks: { readonly a: Handbook; readonly b: Handbook };
  /** How many times it is simulated, each with a seed of its own. */
  readonly runs: number;
  readonly volunteers: number;
  readonly years: number;
  readonly seed: number;
  /** How they behave; plainly where left out. */
  readonly population?: Population;
};

/** Both under the first seed, and what the change does over all seeds. */
export type SimulatedPair = {
  readonly a: SimulationResult;
  readonly b: SimulationResult;
  readonly compared: SimulationComparison;
};

export type Request = { [T in TaskName]: { id: number; task: T; asked: Tasks[T]['asked'] } }[TaskName];
export type Response =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly id: number; readonly kind: 'done'; readonly answered: Tasks[TaskName]['answered'] }
  | { readonly id: number; readonly kind: 'failed'; readonly why: Text };
