import { runIdentity } from '../result/run-identity.js';
import type { SimulationResult } from '../result/simulation-result.js';
import { emptyTally } from '../result/tally.js';
import { addAccount } from '../result/tally-account.js';
import { addDecision } from '../result/tally-decision.js';
import { resultOf } from '../result/tally-result.js';
import { throwIfAborted } from './abort.js';
import { worldOf } from './run-setup.js';
import { live, roleOf } from './run-volunteer.js';
import { shardOf } from './shard.js';
import type { Progress, SimulationOptions } from './simulation-options.js';

/**
 * Simulates a population under a rule set: what each volunteer means to do is rolled, the bank decides every command, and the
 * results are added up. Nothing bypasses the rules.
 *
 * Each volunteer has a random stream of its own, made of the seed and the volunteer's number, and looks at nobody else. So results do
 * not depend on order; a run can be split into shards over processes or machines, and {@link mergeResults} of the shards is exactly
 * the result of the whole run. All arithmetic that decides a roll is of the kind that every platform rounds alike.
 *
 * As volunteers look at nobody else, they do not take each other's goods: the stock of a handbook only refuses a visit that asks for
 * more than there is at all. Whether the stock does for everybody is told by {@link redemptionDemand}.
 *
 * @throws {@link SimulationError} `not-a-date`, `period-backwards`, `bad-seed`, `bad-shard`, `bad-population`
 * @throws the signal's reason once it is aborted, or {@link SimulationAborted} where it has none
 *
 * @example
 * ```ts
 * import { plainPopulation, quantiles, simulate } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 30 })
 * const result = simulate({ ruleSet: renfa2022, population, from: '2023-01-01', to: '2025-12-31', seed: 1 })
 * console.log(result.accounts) // → 30
 * console.log(quantiles(result.roles.resident.assessment, [0.5])) // → [ 67 ]
 * ```
 */
export function simulate(options: SimulationOptions): SimulationResult {
  const { onProgress } = options;
  const steps = simulationSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
  }
}

/**
 * {@link simulate} in some hundred steps, for a host that has other things to do in between, such as hearing of an abort: each step
 * yields how far it is, and the last one returns the result. `onProgress` is not called.
 *
 * @throws as {@link simulate} does, when a step is asked for
 *
 * @example
 * ```ts
 * import { plainPopulation, simulationSteps } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 10 })
 * const steps = simulationSteps({ ruleSet: renfa2022, population, from: '2023-01-01', to: '2023-12-31', seed: 1 })
 * let step = steps.next()
 * for (; !step.done; step = steps.next()) await new Promise((resolve) => setTimeout(resolve))
 * console.log(step.value.accounts) // → 10
 * ```
 */
export function* simulationSteps(options: SimulationOptions): Generator<Progress, SimulationResult, void> {
  const { signal, ruleSet, to } = options;
  const world = worldOf(options);
  const [first, end] = shardOf(options.shard, world.volunteers);
  const tally = emptyTally(world);
  const of = end - first;
  const stride = Math.max(1, Math.floor(of / STEPS));
  for (let number = first; number < end; number += 1) {
    throwIfAborted(signal);
    const role = tally.roles[world.roles.indexOf(roleOf(world, number))] as (typeof tally.roles)[number];
    const account = live(world, number, (command, decision) => {
      addDecision(tally, role, world, command, decision);
    });
    addAccount(tally, role, ruleSet, to, account);
    const done = number + 1 - first;
    if (done % stride === 0 && done < of) yield { done, of };
  }
  yield { done: of, of };
  throwIfAborted(signal);
  const volunteers = of === 0 ? [] : [[first, end] as const];
  return resultOf(tally, runIdentity(options, world), volunteers, ruleSet.assessment.mark?.outOf);
}

const STEPS = 100;
