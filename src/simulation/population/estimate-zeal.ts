import { rounded } from './rates.js';

/** A volunteer's entries, and the number that an average volunteer would have made in the same time. */
export type EntryCount = { readonly entries: number; readonly expected: number };

const GROUPS = 5;

/**
 * Estimates how much volunteers differ, as the relative zeal of five groups of equal size. Chance alone gives the counts a variance
 * equal to their mean (Poisson); only the variance beyond that counts as zeal.
 */
export function estimateZeal(volunteers: readonly EntryCount[]): number[] | undefined {
  const known = volunteers.filter(({ expected }) => expected > 0);
  if (known.length < 2 * GROUPS) return undefined;
  const beyondChance = varianceBeyondChance(known);
  const ratios = known.map(({ entries, expected }) => entries / expected).sort((a, b) => a - b);
  const means = Array.from({ length: GROUPS }, (_, group) => {
    const from = Math.floor((group * ratios.length) / GROUPS);
    return meanOf(ratios.slice(from, Math.floor(((group + 1) * ratios.length) / GROUPS)));
  });
  const middle = meanOf(means);
  const spread = meanOf(means.map((mean) => (mean - middle) ** 2));
  if (spread === 0 || beyondChance <= 0) return undefined;
  const shrink = Math.min(1, Math.sqrt(beyondChance / spread));
  return means.map((mean) => rounded(Math.max(0, 1 + (mean / middle - 1) * shrink)));
}

function varianceBeyondChance(volunteers: readonly EntryCount[]): number {
  let beyond = 0;
  let weight = 0;
  for (const { entries, expected } of volunteers) {
    beyond += (entries - expected) ** 2 - expected;
    weight += expected ** 2;
  }
  return beyond / weight;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
