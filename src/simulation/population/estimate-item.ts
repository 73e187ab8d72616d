import type { ItemRule } from '../../rules/rule-set.js';
import type { LedgerItem } from './ledger-role.js';
import type { ItemBehaviour } from './population.js';
import { rateByMonth, share, weightsOf } from './rates.js';

/** How often an item was done in the time in which it could be, and how much of it. */
export function estimateItem(
  item: LedgerItem,
  { scoring, entry }: ItemRule,
  exposure: readonly number[],
): ItemBehaviour {
  const tiers =
    scoring.by === 'difficulty'
      ? [...item.tiers].filter(([tier]) => Object.hasOwn(scoring.points, tier))
      : [];
  const quantities = scoring.by === 'quantity' ? weightsOf(item.quantities) : [];
  return {
    ...rateByMonth(item.ofYear, exposure),
    ...(tiers.length === 0 ? {} : { tiers: Object.fromEntries(tiers.sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(quantities.length === 0
      ? {}
      : { quantities: quantities.map(([quantity, weight]) => ({ quantity, weight })) }),
    ...(entry === 'claim' ? {} : { served: share(item.served, item.entries) }),
  };
}
