import type { ItemRule } from '../../rules/rule-set.js';
import { isByQuantity, stepOf } from '../../rules/score.js';
import { refusePart } from '../population/check-numbers.js';
import type { ItemBehaviour, Season } from '../population/population.js';
import { type Chances, MAX_MEAN, poisson, rollsFor, weighted } from './random.js';

/** An item's behaviour, prepared for rolling. */
export type ItemModel = {
  readonly item: string;
  readonly entry: 'claim' | 'activity';
  /** The number of entries in a month, by group of zeal and by month of the year. */
  readonly counts: readonly (readonly Chances[])[];
  readonly measures: readonly EntryMeasure[];
  readonly measure: Chances;
  readonly served: number;
};

/** The difficulty or quantity of an entry. */
export type EntryMeasure = { readonly difficulty?: string; readonly quantity?: number };

/** Prepares an item's behaviour for the groups of zeal. */
export function itemModel(
  path: string,
  item: string,
  { entry, scoring }: ItemRule,
  behaviour: ItemBehaviour,
  zeal: readonly number[],
  season: Season,
): ItemModel {
  const { perMonth, tiers, quantities, served = 0 } = behaviour;
  const counts = zeal.map((of) =>
    season.map((weight) => {
      const mean = perMonth * relative(of, zeal) * relative(weight, season);
      if (mean > MAX_MEAN)
        refusePart(`${path}.perMonth`, `gives ${mean} entries in some month, more than ${MAX_MEAN}`);
      return poisson(mean);
    }),
  );
  let measures: EntryMeasure[] = [{}];
  let weights: readonly number[] = [1];
  if (scoring.by === 'difficulty') {
    const names = Object.keys(scoring.points).sort();
    measures = names.map((difficulty) => ({ difficulty }));
    weights = names.map((name) => (tiers === undefined ? 1 : (tiers[name] ?? 0)));
  } else if (isByQuantity(scoring)) {
    const of = quantities ?? [{ quantity: stepOf(scoring), weight: 1 }];
    measures = of.map(({ quantity }) => ({ quantity }));
    weights = of.map(({ weight }) => weight);
  }
  return {
    item,
    entry: entry === 'claim' ? 'claim' : 'activity',
    counts,
    measures,
    measure: weighted(weights),
    served: rollsFor(served),
  };
}

/** A weight relative to the mean of all. */
function relative(weight: number, weights: readonly number[]): number {
  return (weight * weights.length) / weights.reduce((sum, one) => sum + one, 0);
}
