import { deepFreeze, isSameJson } from '../../values/json.js';
import { SimulationError } from '../simulation-error.js';
import type { Histogram } from './histogram.js';
import { resultsIn } from './results-in.js';
import type { SimulationResult } from './simulation-result.js';

/**
 * Merges the results of several shards of one run, in any order and grouping. All shards together give exactly the result of the
 * whole run; some of them give a result that can be merged further.
 *
 * @param results - results with the same rule set, handbook, population, period and seed, and without common volunteers
 * @throws {@link SimulationError} `different-runs`, `overlapping-shards`, `nothing-to-merge`, `not-a-list`
 *
 * @example
 * ```ts
 * import { mergeResults, plainPopulation, simulate } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 30 })
 * const run = { ruleSet: renfa2022, population, from: '2023-01-01', to: '2023-12-31', seed: 1 }
 * const shards = [2, 0, 1].map((index) => simulate({ ...run, shard: { index, of: 3 } }))
 * console.log(JSON.stringify(mergeResults(shards)) === JSON.stringify(simulate(run))) // → true
 * ```
 */
export function mergeResults(results: Iterable<SimulationResult>): SimulationResult {
  const [first, ...others] = resultsIn(results).map(copyOf);
  if (first === undefined) throw new SimulationError('nothing-to-merge', 'there is no result to merge');
  for (const other of others) {
    if (!isSameJson(other.run, first.run))
      throw new SimulationError(
        'different-runs',
        'the results come from different runs',
        differingPart(first, other),
      );
  }
  const volunteers = joined([first, ...others].flatMap((result) => result.volunteers));
  const { accounts, commands, roles, months, demand } = others.reduce<Sum>(added, first);
  return deepFreeze({ run: first.run, volunteers, accounts, commands, roles, months, demand });
}

/** A copy, so that freezing the merged result leaves the host's own results alone. */
function copyOf(result: SimulationResult): SimulationResult {
  return JSON.parse(JSON.stringify(result)) as SimulationResult;
}

function differingPart(a: SimulationResult, b: SimulationResult): string {
  const parts = Object.keys({ ...a.run, ...b.run }) as (keyof SimulationResult['run'])[];
  const part = parts.find((one) => !isSameJson(a.run[one], b.run[one]));
  return `run.${part}`;
}

/** Sorts the ranges and joins adjacent ones. */
function joined(ranges: SimulationResult['volunteers']): SimulationResult['volunteers'] {
  const joint: [number, number][] = [];
  for (const [first, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = joint.at(-1);
    if (last === undefined || first > last[1]) joint.push([first, end]);
    else if (first === last[1]) last[1] = end;
    else
      throw new SimulationError('overlapping-shards', `volunteer ${first} is in two results`, 'volunteers');
  }
  return joint;
}

/** The parts of a result that are added up. */
type Sum = Omit<SimulationResult, 'run' | 'volunteers'>;

function added(a: Sum, b: Sum): Sum {
  return {
    accounts: a.accounts + b.accounts,
    commands: sum(a.commands, b.commands),
    roles: sum(a.roles, b.roles),
    months: sum(a.months, b.months),
    demand: sum(a.demand, b.demand),
  };
}

/** Adds numbers, histograms and the members of objects. A member that only one side has stays as it is. */
function sum<T>(a: T, b: T): T {
  if (typeof a === 'number') return (a + (b as number)) as T;
  if (Array.isArray(a)) return sumOfHistograms(a as Histogram, b as Histogram) as T;
  const sums = new Map(Object.entries(a as object));
  const { size } = sums;
  for (const [key, value] of Object.entries(b as object)) {
    sums.set(key, sums.has(key) ? sum(sums.get(key), value) : value);
  }
  // Equal keys keep their order. Keys that only one side has are sorted in, as in the result of a whole run.
  const members = [...sums];
  if (members.length > size) members.sort(([x], [y]) => (x < y ? -1 : 1));
  return Object.fromEntries(members) as T;
}

function sumOfHistograms(a: Histogram, b: Histogram): Histogram {
  const counts = new Map(a);
  for (const [value, accounts] of b) counts.set(value, (counts.get(value) ?? 0) + accounts);
  return [...counts].sort(([x], [y]) => x - y);
}
