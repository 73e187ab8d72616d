import type { DelayedChance } from '../population/population.js';
import { rollsFor } from './random.js';

/** Something that follows something else, prepared for rolling. */
export type DelayedModel = { readonly rolls: number; readonly days: number };

/** Prepares something that follows something else; nothing follows within 0 days. */
export function delayedModel(
  { probability, days }: DelayedChance = { probability: 0, days: 0 },
): DelayedModel {
  return { rolls: rollsFor(days === 0 ? 0 : probability), days };
}
