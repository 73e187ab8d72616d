import type { BankEvent } from '../account/events.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { CalendarDate } from '../values/calendar.js';
import { deepFreeze } from '../values/json.js';
import type { Text } from '../values/text.js';
import type { Pair } from './account-sums.js';
import { type AccountComparison, type ComparedReplays, compareReplays } from './compare-account.js';
import { replayer, UNKNOWN } from './replay.js';

/** Sums under the two rule sets over some accounts. */
export type Totals = {
  readonly accounts: number;
  readonly earned: Pair;
  readonly assessment: Pair;
  /** Points outstanding: the sum of the balances, lapsed points left out. */
  readonly redeemable: Pair;
};

/** A ledger under two rule sets. */
export type RuleSetComparison = {
  readonly accounts: number;
  /** Accounts of which some entry is decided differently, or the balance differs. */
  readonly changed: number;
  /** Accounts whose assessment rises, and falls, from `a` to `b`. */
  readonly winners: number;
  readonly losers: number;
  readonly totals: Totals;
  readonly byRole: { readonly [role: string]: Totals };
  /** Points earned by item, by all accounts. Items that differ in no account are left out. */
  readonly byItem: { readonly [item: string]: Pair };
  /** Assessment by calendar year, of all accounts. Years that differ in no account are left out. */
  readonly byYear: { readonly [year: string]: Pair };
  /** Redemptions that `a` allows and `b` does not. */
  readonly lostRedemptions: number;
  /** The accounts that gain, and lose, most; as many as were asked for, the largest first. */
  readonly most: {
    readonly winners: readonly AccountComparison[];
    readonly losers: readonly AccountComparison[];
  };
  readonly unknown: readonly Text[];
};

/** How a comparison over many histories is run. */
export type CompareOptions = {
  /** How many winners and losers are kept whole; 10 where left out. */
  readonly keep?: number;
  /** The day of the balances, which matters where points lapse; each account's latest entry where left out. */
  readonly on?: CalendarDate;
  /** Called with each account as it is done: for lists that need not be held in memory. */
  readonly onAccount?: (comparison: AccountComparison) => void;
};

/**
 * Each account of a ledger under two rule sets, one at a time as it is asked for, so that a city's ledger never has to fit in
 * memory.
 *
 * @param histories - one account's events in their order, for each account; histories without an opening are passed over
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { compareAccounts, plainPopulation, simulateHistories } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 3 })
 * const histories = simulateHistories({ ruleSet: renfa2022, population, from: '2023-01-01', to: '2025-12-31', seed: 1 })
 * const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year')
 * const ids = []
 * for (const account of compareAccounts(histories, renfa2022, yearly)) ids.push(account.accountId)
 * console.log(ids.join(' ')) // → v1 v2 v3
 * ```
 */
export function* compareAccounts(
  histories: Iterable<Iterable<BankEvent>>,
  a: RuleSet,
  b: RuleSet,
  { on }: Pick<CompareOptions, 'on'> = {},
): Generator<AccountComparison, void, void> {
  for (const { comparison } of compared(histories, a, b, on)) yield comparison;
}

function* compared(
  histories: Iterable<Iterable<BankEvent>>,
  a: RuleSet,
  b: RuleSet,
  on: CalendarDate | undefined,
): Generator<ComparedReplays, void, void> {
  const underA = replayer(a);
  const underB = replayer(b);
  for (const history of histories) {
    // Each history is gone through twice; an iterator could be only once.
    const events = Array.isArray(history) ? (history as BankEvent[]) : [...history];
    const replays = compareReplays(underA(events), underB(events), { a, b }, on);
    if (replays !== undefined) yield replays;
  }
}

/**
 * What would change, and for whom, if rule set `b` took the place of `a`: by role, item and year, who gains and who loses, the
 * points outstanding, and the redemptions that would not have been possible. Histories are taken one at a time and let go.
 *
 * @param histories - one account's events in their order, for each account
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
  { keep = 10, on, onAccount }: CompareOptions = {},
): RuleSetComparison {
  const all = tally();
  const roles = new Map<string, ReturnType<typeof tally>>();
  const items = pairSums();
  const years = pairSums();
  const winners: AccountComparison[] = [];
  const losers: AccountComparison[] = [];
  const count = { changed: 0, winners: 0, losers: 0, lostRedemptions: 0 };
  for (const account of compared(histories, a, b, on)) {
    const { comparison } = account;
    const { role, changes, lostRedemptions, redeemable } = comparison;
    const ofRole = roles.get(role) ?? tally();
    roles.set(role, ofRole);
    all.add(comparison);
    ofRole.add(comparison);
    items.add(account.items);
    years.add(account.years);
    if (changes.length > 0 || redeemable.a !== redeemable.b) count.changed += 1;
    count.lostRedemptions += lostRedemptions.length;
    const gain = gainOf(comparison);
    if (gain > 0) count.winners += 1;
    if (gain < 0) count.losers += 1;
    if (gain !== 0) keepMost(gain > 0 ? winners : losers, comparison, keep);
    onAccount?.(comparison);
  }
  return deepFreeze({
    accounts: all.totals().accounts,
    ...count,
    totals: all.totals(),
    byRole: Object.fromEntries([...roles].map(([role, of]) => [role, of.totals()])),
    byItem: items.differing(),
    byYear: years.differing(),
    most: { winners, losers },
    unknown: UNKNOWN,
  });
}

function gainOf({ assessment }: AccountComparison): number {
  return assessment.b - assessment.a;
}

/** Keeps the list sorted by how far the account moves, and no longer than `keep`. */
function keepMost(list: AccountComparison[], comparison: AccountComparison, keep: number): void {
  const moved = Math.abs(gainOf(comparison));
  const before = list.findIndex((other) => Math.abs(gainOf(other)) < moved);
  list.splice(before < 0 ? list.length : before, 0, comparison);
  if (list.length > keep) list.pop();
}

/** Sums of pairs by key, of which those are told that differed in some account. */
function pairSums(): {
  add: (pairs: ReadonlyMap<string, Pair>) => void;
  differing: () => { [key: string]: Pair };
} {
  const sums = new Map<string, Pair>();
  const differ = new Set<string>();
  return {
    add(pairs) {
      for (const [key, pair] of pairs) {
        sums.set(key, plus(sums.get(key), pair));
        if (pair.a !== pair.b) differ.add(key);
      }
    },
    differing: () => Object.fromEntries([...differ].sort().map((key) => [key, sums.get(key) as Pair])),
  };
}

function plus(sum: Pair | undefined, { a, b }: Pair): Pair {
  return sum === undefined ? { a, b } : { a: sum.a + a, b: sum.b + b };
}

function tally(): { add: (comparison: AccountComparison) => void; totals: () => Totals } {
  let accounts = 0;
  let earned: Pair | undefined;
  let assessment: Pair | undefined;
  let redeemable: Pair | undefined;
  const none = { a: 0, b: 0 };
  return {
    add(comparison) {
      accounts += 1;
      earned = plus(earned, comparison.earned);
      assessment = plus(assessment, comparison.assessment);
      redeemable = plus(redeemable, comparison.redeemable);
    },
    totals: () => ({
      accounts,
      earned: earned ?? none,
      assessment: assessment ?? none,
      redeemable: redeemable ?? none,
    }),
  };
}
