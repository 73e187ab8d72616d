import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import { type AccountComparison, type CompareOptions, compared } from './compare-accounts.js';
import { UNKNOWN } from './replay.js';
import { type ComparisonTotals, type PointsComparison, sumComparisons, sumPairs } from './sums.js';

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
  /** The accounts that gain and lose most, with the largest change first; `keep` sets how many. */
  readonly most: {
    readonly winners: readonly AccountComparison[];
    readonly losers: readonly AccountComparison[];
  };
  /** What no replay can know. */
  readonly unknown: readonly Text[];
};

/**
 * Shows what would change, and for whom, if rule set `b` replaced `a`: totals by role, item and year, who gains and who loses, the
 * points outstanding, and the redemptions that would not have been possible. Reads one history at a time and keeps none in memory.
 *
 * @param histories - for each account, its events in order
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
  const all = sumComparisons();
  const roles = new Map<string, ReturnType<typeof sumComparisons>>();
  const items = sumPairs();
  const years = sumPairs();
  const winners: AccountComparison[] = [];
  const losers: AccountComparison[] = [];
  const count = { changed: 0, winners: 0, losers: 0, lostRedemptions: 0 };
  for (const account of compared(histories, a, b, on)) {
    const { comparison } = account;
    const { role, changes, lostRedemptions, redeemable } = comparison;
    const ofRole = roles.get(role) ?? sumComparisons();
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

/** Keeps the list sorted by the size of the change, and no longer than `keep`. */
function keepMost(list: AccountComparison[], comparison: AccountComparison, keep: number): void {
  const change = Math.abs(gainOf(comparison));
  const before = list.findIndex((other) => Math.abs(gainOf(other)) < change);
  list.splice(before < 0 ? list.length : before, 0, comparison);
  if (list.length > keep) list.pop();
}
