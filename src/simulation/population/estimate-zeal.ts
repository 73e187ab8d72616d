import { rounded } from './rates.js';

/** A volunteer's entries, and how many the average volunteer would have made in the same time. */
export type Doings = { readonly entries: number; readonly expected: number };

const GROUPS = 5;

/**
 * How unlike volunteers are, as relative zeal of five equally large groups. Chance alone spreads entries as widely as their mean
 * (Poisson); only what they are spread beyond that is told as zeal.
 */
export function estimateZeal(doings: readonly Doings[]): number[] | undefined {
  const known = doings.filter(({ expected }) => expected > 0);
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

function varianceBeyondChance(doings: readonly Doings[]): number {
  let beyond = 0;
  let weight = 0;
  for (const { entries, expected } of doings) {
    beyond += (entries - expected) ** 2 - expected;
    weight += expected ** 2;
  }
  return beyond / weight;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
