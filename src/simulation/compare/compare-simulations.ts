import { deepFreeze, own } from '../../values/json.js';
import { mean } from '../result/histogram.js';
import { resultsIn } from '../result/results-in.js';
import type { MonthResult, SimulationResult } from '../result/simulation-result.js';
import { SimulationError } from '../simulation-error.js';

/** A figure over the seeds of a comparison: its mean, and the range in which it was under every one of them. */
export type Spread = { readonly mean: number; readonly least: number; readonly most: number };

/** A figure before and after a change; `change` is taken seed by seed, so that what differs by chance alone cancels out. */
export type ComparedFigure = { readonly before: Spread; readonly after: Spread; readonly change: Spread };

/** What a change of rules or of prices does to simulated runs. Points are sums over all volunteers. */
export type SimulationComparison = {
  /** The seeds, in the order of the results. */
  readonly seeds: readonly number[];
  /** Points earned in all. */
  readonly earned: ComparedFigure;
  /** Points redeemed in all, less what came back. */
  readonly redeemed: ComparedFigure;
  /** Points that lapsed in all. */
  readonly lapsed: ComparedFigure;
  /** Points outstanding at the end. */
  readonly outstanding: ComparedFigure;
  /** Commands refused, by code. */
  readonly refused: { readonly [code: string]: ComparedFigure };
  /** The quantity of each reward that was asked for and given. */
  readonly demand: {
    readonly [rewardId: string]: { readonly asked: ComparedFigure; readonly given: ComparedFigure };
  };
  readonly roles: {
    readonly [role: string]: {
      readonly visits: ComparedFigure;
      /** Points redeemed, before what came back. */
      readonly redeemed: ComparedFigure;
      /** The mean assessment of an account at the end; 0 where there is none. */
      readonly assessment: ComparedFigure;
      /** The mean balance of an account at the end; 0 where there is none. */
      readonly redeemable: ComparedFigure;
    };
  };
};

/**
 * Compares simulated runs before and after a change: of a limit, a reading, or a price of the handbook. Simulate the same population under
 * the same seeds both ways; each volunteer then intends the same in both, and several seeds show how far the answer is chance.
 *
 * @param before - the results before the change, one for each seed
 * @param after - the results after it, of the same seeds in the same order
 * @throws {@link SimulationError} `nothing-to-merge` without results; `different-runs` where a pair differs in seed, period or number of
 * volunteers, or is of part of a run; `not-a-list`
 *
 * @example
 * ```ts
 * import { defineHandbook } from 'points-bank/define'
 * import { compareSimulations, plainPopulation, simulate } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const haircut = { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' } } as const
 * const population = plainPopulation(renfa2022, { volunteers: 20 })
 * const run = (price: number, seed: number) => {
 *   const handbook = defineHandbook({ communityId: 'linan', version: '1', published: '2023-01-01', rewards: [{ ...haircut, price }] })
 *   return simulate({ ruleSet: renfa2022, handbook, population, from: '2023-01-01', to: '2024-12-31', seed })
 * }
 * const seeds = [1, 2, 3, 4]
 * const { demand } = compareSimulations(seeds.map((seed) => run(10, seed)), seeds.map((seed) => run(8, seed)))
 * console.log(demand.haircut.given.change.mean > 0) // → true
 * ```
 */
export function compareSimulations(
  before: readonly SimulationResult[],
  after: readonly SimulationResult[],
): SimulationComparison {
  return comparisonOf(resultsIn(before), resultsIn(after));
}

function comparisonOf(
  before: readonly SimulationResult[],
  after: readonly SimulationResult[],
): SimulationComparison {
  requirePairs(before, after);
  const compared = (figure: (result: SimulationResult) => number): ComparedFigure =>
    comparedFigure(before.map(figure), after.map(figure));
  const each = <T>(names: (result: SimulationResult) => readonly string[], of: (name: string) => T) =>
    Object.fromEntries(
      [...new Set([...before, ...after].flatMap(names))].sort().map((name) => [name, of(name)] as const),
    );
  return deepFreeze<SimulationComparison>({
    seeds: before.map(({ run }) => run.seed),
    earned: compared((result) => sumOfMonths(result, earnedIn)),
    redeemed: compared((result) => sumOfMonths(result, ({ redeemed }) => redeemed)),
    lapsed: compared((result) => sumOfMonths(result, ({ lapsed }) => lapsed)),
    outstanding: compared(({ months }) => Object.values(months).at(-1)?.outstanding ?? 0),
    refused: each(
      ({ commands }) => Object.keys(commands.refused),
      (code) => compared(({ commands }) => own(commands.refused as Record<string, number>, code) ?? 0),
    ),
    demand: each(
      ({ demand }) => Object.values(demand).flatMap((rewards) => Object.keys(rewards)),
      (reward) => ({
        asked: compared((result) => demanded(result, reward, 'asked')),
        given: compared((result) => demanded(result, reward, 'given')),
      }),
    ),
    roles: each(
      ({ roles }) => Object.keys(roles),
      (role) => ({
        visits: compared(({ roles }) => own(roles, role)?.redemptions.visits ?? 0),
        redeemed: compared(({ roles }) => own(roles, role)?.redemptions.deducted ?? 0),
        assessment: compared((result) => meanOf(result, role, 'assessment')),
        redeemable: compared((result) => meanOf(result, role, 'redeemable')),
      }),
    ),
  });
}

function requirePairs(before: readonly SimulationResult[], after: readonly SimulationResult[]): void {
  if (before.length === 0) throw new SimulationError('nothing-to-merge', 'there are no results to compare');
  before.forEach((one, i) => {
    const other = after[i];
    const isPair =
      other !== undefined &&
      before.length === after.length &&
      one.run.seed === other.run.seed &&
      one.run.from === other.run.from &&
      one.run.to === other.run.to &&
      isWhole(one) &&
      isWhole(other) &&
      one.run.volunteers === other.run.volunteers;
    if (!isPair) {
      throw new SimulationError('different-runs', 'not the same whole run before and after', String(i));
    }
  });
}

function isWhole({ run, volunteers }: SimulationResult): boolean {
  return volunteers.reduce((sum, [first, end]) => sum + end - first, 0) === run.volunteers;
}

function sumOfMonths({ months }: SimulationResult, of: (month: MonthResult) => number): number {
  return Object.values(months).reduce((sum, month) => sum + of(month), 0);
}

function earnedIn({ items }: MonthResult): number {
  return Object.values(items).reduce((sum, { points }) => sum + points, 0);
}

function demanded({ demand }: SimulationResult, reward: string, which: 'asked' | 'given'): number {
  return Object.values(demand).reduce((sum, rewards) => sum + (own(rewards, reward)?.[which] ?? 0), 0);
}

function meanOf({ roles }: SimulationResult, role: string, which: 'assessment' | 'redeemable'): number {
  const histogram = own(roles, role)?.[which] ?? [];
  return mean(histogram);
}

function comparedFigure(before: readonly number[], after: readonly number[]): ComparedFigure {
  return {
    before: spreadOf(before),
    after: spreadOf(after),
    change: spreadOf(after.map((value, i) => value - (before[i] as number))),
  };
}

function spreadOf(values: readonly number[]): Spread {
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    least: values.reduce((least, value) => Math.min(least, value)),
    most: values.reduce((most, value) => Math.max(most, value)),
  };
}
