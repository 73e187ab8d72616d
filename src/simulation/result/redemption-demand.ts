import { deepFreeze } from '../../values/json.js';
import type { SimulationResult } from './simulation-result.js';

/** The demand for one reward in one period, compared with its stock. */
export type DemandAgainstStock = {
  /** The redemption period, such as `2023-H1`; the month if periods roll with each account. */
  readonly period: string;
  readonly rewardId: string;
  /** The quantity asked for. */
  readonly asked: number;
  /** The quantity that the rules allow, regardless of stock. */
  readonly given: number;
  /** The stock for the period; absent if the handbook states none. */
  readonly stock?: number;
  /** The quantity missing; absent if the handbook states no stock. */
  readonly short?: number;
};

/** How to count the stock. */
export type RedemptionDemandOptions = {
  /** Whether the stock is renewed in each period or has to last for the whole run (the default). */
  readonly stock?: 'each-period' | 'once';
};

/**
 * Compares the demand of a simulated population for each reward, in each redemption period, with the handbook's stock: shows where
 * the stock would have run out, and by how much.
 *
 * @param result - of a whole run with a handbook: a shard would compare its own demand with the entire stock
 * @returns one row for each period and reward asked for, sorted by period and then by reward
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
  options: RedemptionDemandOptions = {},
): readonly DemandAgainstStock[] {
  const { stock = 'once' }: RedemptionDemandOptions = Object(options);
  const left = new Map(Object.entries(run.handbook?.stock ?? {}));
  const rows = Object.keys(demand)
    .sort()
    .flatMap((period) =>
      Object.entries(demand[period] ?? {}).map(([rewardId, { asked, given }]): DemandAgainstStock => {
        const available = left.get(rewardId);
        if (available === undefined) return { period, rewardId, asked, given };
        if (stock === 'once') left.set(rewardId, Math.max(0, available - given));
        return { period, rewardId, asked, given, stock: available, short: Math.max(0, given - available) };
      }),
    );
  return deepFreeze(rows);
}
