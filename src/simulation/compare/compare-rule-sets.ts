import type { BankEvent } from '../../account/events/event.js';
import { type LoosenedBound, loosenedBounds } from '../../rules/differences/loosened-bounds.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { digestOf } from '../../values/digest.js';
import { deepFreeze } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import {
  type AccountComparison,
  type ComparedReplays,
  type CompareOptions,
  compared,
  comparer,
} from './compare-accounts.js';
import { type HistoryReducer, requireRun, type StateRun } from './history-reducer.js';
import { UNKNOWN } from './replay.js';
import {
  addPair,
  addPairs,
  addTotals,
  byKey,
  type ComparisonTotals,
  differingSums,
  noTotals,
  type PairSum,
  type PointsComparison,
  type SumsByKey,
  sumOf,
  type TotalSums,
} from './sums.js';

/** A ledger under two rule sets. */
export type RuleSetComparison = {
  readonly accounts: number;
  /** The number of accounts with a different decision or balance. */
  readonly changed: number;
  /** The number of accounts whose assessment is higher under `b`. */
  readonly winners: number;
  /** The number of accounts whose assessment is lower under `b`. */
  readonly losers: number;
  readonly totals: ComparisonTotals;
  readonly byRole: { readonly [role: string]: ComparisonTotals };
  /** Points earned by all accounts, by item. Items that differ in no account are left out. */
  readonly byItem: { readonly [item: string]: PointsComparison };
  /** The assessment of all accounts, by calendar year. Years that differ in no account are left out. */
  readonly byYear: { readonly [year: string]: PointsComparison };
  /** The number of redemptions that `a` accepts and `b` refuses. */
  readonly lostRedemptions: number;
  /** The accounts that gain and lose most, with the largest change first, then by id; `keep` sets how many. */
  readonly most: {
    readonly winners: readonly AccountComparison[];
    readonly losers: readonly AccountComparison[];
  };
  /**
   * Where `b` is looser than the bounds of `a`, whatever the ledger holds: the bound, its clause, the part of `b`, and the answers to open
   * questions that would allow it (of `a`) or take it back (of `b`).
   */
  readonly loosened: readonly LoosenedBound[];
  /** What no replay can know. */
  readonly unknown: readonly Text[];
};

/**
 * Shows what would change, and for whom, if rule set `b` replaced `a`: totals by role, item and year, who gains and who loses, the
 * points outstanding, the redemptions that would not have been possible, and the bounds of `a` that `b` loosens. Reads one history at a time and keeps none in memory.
 *
 * @param histories - for each account, its events in order
 * @throws HistoryError (of `points-bank`) if they are no list of histories
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { compareRuleSets } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year')
 * console.log(compareRuleSets([], renfa2022, yearly).winners) // → 0
 * ```
 */
export function compareRuleSets(
  histories: Iterable<Iterable<BankEvent>>,
  a: RuleSet,
  b: RuleSet,
  options: CompareOptions = {},
): RuleSetComparison {
  const { keep = 10, on, onAccount }: CompareOptions = Object(options);
  const state = noComparison({});
  for (const account of compared(histories, a, b, on)) {
    addAccount(state, account, keep);
    onAccount?.(account.comparison);
  }
  return resultOf(state, loosenedBounds(a, b));
}

/** What is added up of the accounts compared so far. */
export type ComparisonState = {
  readonly run: StateRun;
  readonly counts: Counts;
  readonly roles: SumsByKey<TotalSums>;
  readonly items: SumsByKey<PairSum>;
  readonly years: SumsByKey<PairSum>;
  readonly winners: AccountComparison[];
  readonly losers: AccountComparison[];
};

type Counts = { changed: number; winners: number; losers: number; lostRedemptions: number };

/**
 * Makes the reducer of {@link compareRuleSets}, for a comparison that several threads or machines share.
 *
 * @param a - the rule set that is in force
 * @param b - the one that would replace it
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { comparisonReducer, plainPopulation, simulateHistories } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 30 })
 * const run = { ruleSet: renfa2022, population, from: '2023-01-01', to: '2025-12-31', seed: 1 }
 * const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year')
 * const { empty, add, merge, finish } = comparisonReducer(renfa2022, yearly)
 * const shards = [0, 1].map((index) => [...simulateHistories({ ...run, shard: { index, of: 2 } })].reduce(add, empty()))
 * console.log(finish(shards.reduce(merge)).accounts) // → 30
 * ```
 */
export function comparisonReducer(
  a: RuleSet,
  b: RuleSet,
  options: Pick<CompareOptions, 'keep' | 'on'> = {},
): HistoryReducer<ComparisonState, RuleSetComparison> {
  const { keep = 10, on }: typeof options = Object(options);
  const compare = comparer(a, b, on);
  const run = { a: digestOf(a), b: digestOf(b), keep: String(keep), ...(on === undefined ? {} : { on }) };
  const check = requireRun(run);
  return Object.freeze<HistoryReducer<ComparisonState, RuleSetComparison>>({
    empty: () => noComparison(run),
    add: (state, history) => {
      check(state);
      const account = compare(history);
      if (account !== undefined) addAccount(state, account, keep);
      return state;
    },
    merge: (into, from) => {
      check(into);
      check(from);
      addState(into, from, keep);
      return into;
    },
    finish: (state) => {
      check(state);
      return resultOf(state, loosenedBounds(a, b));
    },
  });
}

function noComparison(run: StateRun): ComparisonState {
  const counts = { changed: 0, winners: 0, losers: 0, lostRedemptions: 0 };
  return { run, counts, roles: [], items: [], years: [], winners: [], losers: [] };
}

function addAccount(
  { counts, roles, items, years, winners, losers }: ComparisonState,
  account: ComparedReplays,
  keep: number,
): void {
  const { comparison } = account;
  const { role, changes, lostRedemptions, redeemable } = comparison;
  addTotals(sumOf(roles, role, noTotals), comparison, 1);
  addPairs(items, account.items);
  addPairs(years, account.years);
  if (changes.length > 0 || redeemable.a !== redeemable.b) counts.changed += 1;
  counts.lostRedemptions += lostRedemptions.length;
  const gain = gainOf(comparison);
  if (gain > 0) counts.winners += 1;
  if (gain < 0) counts.losers += 1;
  if (gain !== 0) keepMost(gain > 0 ? winners : losers, comparison, keep);
}

function addState(into: ComparisonState, from: ComparisonState, keep: number): void {
  for (const count of Object.keys(into.counts) as (keyof Counts)[]) into.counts[count] += from.counts[count];
  for (const [role, totals] of from.roles)
    addTotals(sumOf(into.roles, role, noTotals), totals, totals.accounts);
  for (const of of ['items', 'years'] as const)
    for (const [key, pair] of from[of]) addPair(into[of], key, pair);
  for (const of of ['winners', 'losers'] as const)
    for (const comparison of from[of]) keepMost(into[of], comparison, keep);
}

function resultOf(
  { counts, roles, items, years, winners, losers }: ComparisonState,
  loosened: readonly LoosenedBound[],
): RuleSetComparison {
  const totals = noTotals();
  for (const [, ofRole] of roles) addTotals(totals, ofRole, ofRole.accounts);
  const copied = copyOf({ counts, roles, winners, losers });
  return deepFreeze<RuleSetComparison>({
    accounts: totals.accounts,
    ...copied.counts,
    totals,
    byRole: Object.fromEntries(copied.roles.sort(byKey)),
    byItem: differingSums(items),
    byYear: differingSums(years),
    most: { winners: copied.winners, losers: copied.losers },
    loosened,
    unknown: UNKNOWN,
  });
}

/** A copy, so that freezing the result leaves the state alone. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function gainOf({ assessment }: AccountComparison): number {
  return assessment.b - assessment.a;
}

/** Keeps the list sorted by the size of the change, then by account, and no longer than `keep`. */
function keepMost(list: AccountComparison[], comparison: AccountComparison, keep: number): void {
  const before = list.findIndex((other) => comesBefore(comparison, other));
  list.splice(before < 0 ? list.length : before, 0, comparison);
  if (list.length > keep) list.pop();
}

function comesBefore(a: AccountComparison, b: AccountComparison): boolean {
  const change = Math.abs(gainOf(a)) - Math.abs(gainOf(b));
  return change === 0 ? a.accountId < b.accountId : change > 0;
}
