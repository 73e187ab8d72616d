import { deepFreeze } from '../values/json.js';
import type { SimulationResult } from './simulation-result.js';

/** How the demand for one reward in one period stands against its stock. */
export type DemandAgainstStock = {
  /** The period of redemption, such as `2023-H1`; the month, where each account has periods of its own. */
  readonly period: string;
  readonly rewardId: string;
  /** How many were asked for at visits, and how many of these the rules let be given, stock aside. */
  readonly asked: number;
  readonly given: number;
  /** What there is for the period; absent where the handbook names no stock. */
  readonly stock?: number;
  /** How many more would be needed. */
  readonly short?: number;
};

/** How stock is counted. */
export type RedemptionDemandOptions = {
  /** Whether the stock is there anew in each period, or once for the whole run; once where left out. */
  readonly stock?: 'each-period' | 'once';
};

/**
 * What a simulated population would take of each reward in each period of redemption, against the handbook's stock: where it would
 * have run out, and by how much.
 *
 * @param result - of a run with a handbook; the whole run, as a shard shows its own demand against all of the stock
 * @returns one row for each period and reward that was asked for, by period and then by reward
 *
 * @example
 * ```ts
 * import { defineHandbook } from 'points-bank/define'
 * import { plainPopulation, redemptionDemand, simulate } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const handbook = defineHandbook({
 *   communityId: 'linan', version: '2023-1', published: '2023-01-01',
 *   rewards: [{ rewardId: 'repair', kind: 'service', title: { 'zh-CN': '家电维修', en: 'Repair' }, price: 2, stock: 5 }],
 * })
 * const population = plainPopulation(renfa2022, { volunteers: 60 })
 * const result = simulate({ ruleSet: renfa2022, handbook, population, from: '2023-01-01', to: '2023-12-31', seed: 1 })
 * const [first] = redemptionDemand(result)
 * console.log(first.period, first.rewardId, first.stock) // → 2023-H1 repair 5
 * console.log(first.short === Math.max(0, first.given - 5)) // → true
 * ```
 */
export function redemptionDemand(
  { demand, run }: SimulationResult,
  { stock = 'once' }: RedemptionDemandOptions = {},
): readonly DemandAgainstStock[] {
  const left = new Map(Object.entries(run.handbook?.stock ?? {}));
  const rows = Object.keys(demand)
    .sort()
    .flatMap((period) =>
      Object.entries(demand[period] ?? {}).map(([rewardId, { asked, given }]): DemandAgainstStock => {
        const there = left.get(rewardId);
        if (there === undefined) return { period, rewardId, asked, given };
        if (stock === 'once') left.set(rewardId, Math.max(0, there - given));
        return { period, rewardId, asked, given, stock: there, short: Math.max(0, given - there) };
      }),
    );
  return deepFreeze(rows);
}
