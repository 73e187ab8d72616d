import type { ItemRule } from '../../rules/rule-set.js';
import type { Mutable } from '../../values/mutable.js';
import type { LimitApplied, Scored } from '../events/event.js';

/** How much of an item was done, as the command says. */
export type Measure = { readonly difficulty?: string | undefined; readonly quantity?: number | undefined };

/**
 * Puts on an event what may be missing of how its entry came to its points. Members are set one by one: an object that was spread from
 * others takes ten times as long to freeze.
 */
export function withMeasure<Data extends Scored>(
  data: Data,
  { scoring }: ItemRule,
  { difficulty, quantity }: Measure,
  limits: readonly LimitApplied[],
): Data {
  const made = data as Mutable<Scored>;
  if (difficulty !== undefined) made.difficulty = difficulty;
  if (quantity !== undefined) made.quantity = quantity;
  if (scoring.by === 'quantity') made.unit = scoring.unit;
  if (limits.length > 0) made.limits = limits as Mutable<LimitApplied>[];
  return data;
}
