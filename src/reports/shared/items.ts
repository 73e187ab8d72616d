import type { Clause } from '../../rules/rule-set.js';
import type { Mutable } from '../../values/mutable.js';
import { fromHundredths, toHundredths } from '../../values/points.js';
import type { Text } from '../../values/text.js';
import { copyOf } from './account-details.js';
import { exactSum } from './exact-sum.js';
import { ascendingBy } from './order.js';
import type { EarningEvent } from './turnover.js';

/** A counted quantity, such as hours, independent of points; below 0 where more was taken off than added. */
export type CountedQuantity = { readonly unit: string; readonly quantity: number };

/** The figures of one item. */
export type ItemFigures = {
  readonly item: string;
  /** The item's clause, as in its first entry. */
  readonly clause: Clause;
  /** The item's title, as in its first entry. */
  readonly title: Text;
  /** The number of entries, including those of 0 points. */
  readonly entries: number;
  readonly points: number;
  /** The quantities in the entries, by unit; absent if there are none. */
  readonly quantities?: readonly CountedQuantity[];
};

/** Running {@link ItemFigures}. Quantities are in hundredths, so that their sums are exact. */
export type ItemTally = {
  readonly clause: Clause;
  readonly title: Text;
  entries: number;
  points: number;
  quantities?: Map<string, number>;
};

/** The running figures of items, by item id. */
export type ItemTallies = Map<string, ItemTally>;

/** Adds an entry to its item. */
export function bookItem(items: ItemTallies, { data }: EarningEvent): void {
  let item = items.get(data.item);
  if (item === undefined) {
    item = { clause: data.clause, title: data.title, entries: 0, points: 0 };
    items.set(data.item, item);
  }
  item.entries += 1;
  item.points = exactSum(item.points, data.points);
  if ('quantity' in data && data.quantity !== undefined) {
    const hundredths = toHundredths(data.quantity);
    addQuantity(item, data.unit ?? '', data.lowers ? -hundredths : hundredths);
  }
}

function addQuantity(item: ItemTally, unit: string, hundredths: number): void {
  item.quantities ??= new Map();
  item.quantities.set(unit, (item.quantities.get(unit) ?? 0) + hundredths);
}

/** Adds another tally of the same item. */
export function addItem(items: ItemTallies, id: string, more: ItemTally): void {
  let item = items.get(id);
  if (item === undefined) {
    item = { clause: more.clause, title: more.title, entries: 0, points: 0 };
    items.set(id, item);
  }
  item.entries += more.entries;
  item.points = exactSum(item.points, more.points);
  for (const [unit, hundredths] of more.quantities ?? []) addQuantity(item, unit, hundredths);
}

/** The figures of all items, sorted by item id. */
export function itemFigures(items: ItemTallies): ItemFigures[] {
  return [...items].sort(ascendingBy(([id]) => id)).map(([id, tally]) => {
    const { clause, title, entries, points } = tally;
    const figures: Mutable<ItemFigures> = { item: id, clause, title: copyOf(title), entries, points };
    const { quantities } = quantitiesOf(tally);
    if (quantities !== undefined) figures.quantities = quantities as Mutable<typeof quantities>;
    return figures;
  });
}

/** The quantities of a tally, by unit, if there are any. */
export function quantitiesOf({ quantities }: ItemTally): {
  readonly quantities?: readonly CountedQuantity[];
} {
  if (quantities === undefined) return {};
  const sorted = [...quantities].sort(ascendingBy(([unit]) => unit));
  return { quantities: sorted.map(([unit, hundredths]) => ({ unit, quantity: fromHundredths(hundredths) })) };
}
