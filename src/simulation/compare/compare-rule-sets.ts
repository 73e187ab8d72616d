import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import type { Text } from '../../values/text.js';
import type { Pair } from './account-sums.js';
import type { AccountComparison } from './compare-account.js';
import { type CompareOptions, compared } from './compare-accounts.js';
import { UNKNOWN } from './replay.js';
import { pairSums, type Totals, totalsOf } from './sums.js';

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
  const all = totalsOf();
  const roles = new Map<string, ReturnType<typeof totalsOf>>();
  const items = pairSums();
  const years = pairSums();
  const winners: AccountComparison[] = [];
  const losers: AccountComparison[] = [];
  const count = { changed: 0, winners: 0, losers: 0, lostRedemptions: 0 };
  for (const account of compared(histories, a, b, on)) {
    const { comparison } = account;
    const { role, changes, lostRedemptions, redeemable } = comparison;
    const ofRole = roles.get(role) ?? totalsOf();
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
