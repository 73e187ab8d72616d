import type { Mutable } from '../../values/mutable.js';
import type { Scored } from '../events.js';

/**
 * Puts on an event what may be missing of how its entry came to its points. Members are set one by one: an object that was spread from
 * others takes ten times as long to freeze.
 */
export function withMeasure<Data extends Scored>(
  data: Data,
  { difficulty, quantity, unit, limits }: Scored,
): Data {
  const made = data as Mutable<Scored>;
  if (difficulty !== undefined) made.difficulty = difficulty;
  if (quantity !== undefined) made.quantity = quantity;
  if (unit !== undefined) made.unit = unit;
  if (limits !== undefined) made.limits = limits as Mutable<typeof limits>;
  return data;
}
