import type { BankEvent } from '../../account/events/event.js';
import type { SimulationResult } from '../result/simulation-result.js';
import { emptyTally, type RoleTally } from '../result/tally.js';
import { addAccount, addFilledWindows } from '../result/tally-account.js';
import { addDecision } from '../result/tally-decision.js';
import { resultOf, runIdentity } from '../result/tally-result.js';
import { prepareRun } from './run-setup.js';
import { runVolunteer } from './run-volunteer.js';
import {
  type SimulationOptions,
  type SimulationProgress,
  shardOf,
  throwIfAborted,
} from './simulation-options.js';
import type { RoleOfRun } from './volunteer.js';

/**
 * Simulates a population under a rule set: rolls what each volunteer intends to do, lets the bank decide every command, and adds up
 * the results. Nothing bypasses the rules.
 *
 * Each volunteer has a random stream derived from the seed and the volunteer's number, and no volunteer depends on another. Results
 * therefore do not depend on order. A run can be split into shards over processes or machines, and {@link mergeResults} of the shards
 * equals the result of the whole run exactly. All arithmetic that affects a roll rounds alike on every platform.
 *
 * Volunteers do not compete for goods: the handbook's stock only refuses a visit that asks for more than the whole stock. Use
 * {@link redemptionDemand} to see whether the stock is enough for everybody.
 *
 * @throws {@link SimulationError} `not-a-date`, `period-backwards`, `bad-seed`, `bad-shard`, `bad-population`
 * @throws the signal's reason when it is aborted, or {@link SimulationAbortedError} if it has none
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
  const { onProgress }: SimulationOptions = Object(options);
  const steps = simulationSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
  }
}

/**
 * Runs {@link simulate} in at most 200 steps, so that the host can do other work in between, such as reacting to an abort. Each
 * step yields the progress, and the last one returns the result. Does not call `onProgress`.
 *
 * @throws the errors of {@link simulate}, from `next`
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
export function* simulationSteps(
  options: SimulationOptions,
): Generator<SimulationProgress, SimulationResult, void> {
  const asked: SimulationOptions = Object(options);
  const { signal, ruleSet, to } = asked;
  const setup = prepareRun(asked);
  const [first, end] = shardOf(asked.shard, setup.volunteers);
  const tally = emptyTally(setup);
  const of = end - first;
  const stride = Math.max(1, Math.floor(of / STEPS));
  for (let number = first; number < end; number += 1) {
    throwIfAborted(signal);
    const tallyOf = (role: RoleOfRun): RoleTally => tally.roles[setup.roles.indexOf(role)] as RoleTally;
    const accounts = runVolunteer(setup, number, (command, decision, role) => {
      addDecision(tally, tallyOf(role), ruleSet, command, decision);
    });
    for (const finished of accounts) {
      addFilledWindows(tallyOf(finished.role));
      addAccount(tally, tallyOf(finished.role), ruleSet, to, finished);
    }
    const done = number + 1 - first;
    if (done % stride === 0 && done < of) yield { done, of };
  }
  yield { done: of, of };
  throwIfAborted(signal);
  const volunteers = of === 0 ? [] : [[first, end] as const];
  return resultOf(tally, runIdentity(asked, setup), volunteers, ruleSet.assessment.mark?.outOf);
}

const STEPS = 100;

/**
 * The ledger of a simulated population: the events of one volunteer at a time, generated on demand. It is the ledger of the run that
 * {@link simulate} adds up, so rule sets and readings can be compared over it.
 *
 * @param options - as for {@link simulate}; does not call `onProgress`
 * @returns one history for each account that was opened; a change of role closes one and opens another
 * @throws the errors of {@link simulate}, when the first history is requested
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { compareRuleSets, plainPopulation, simulateHistories } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 30 })
 * const histories = simulateHistories({ ruleSet: renfa2022, population, from: '2023-01-01', to: '2025-12-31', seed: 1 })
 * const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year')
 * console.log(compareRuleSets(histories, renfa2022, yearly).losers) // → 0
 * ```
 */
export function* simulateHistories(options: SimulationOptions): Generator<readonly BankEvent[], void, void> {
  const asked: SimulationOptions = Object(options);
  const setup = prepareRun(asked);
  const [first, end] = shardOf(asked.shard, setup.volunteers);
  for (let number = first; number < end; number += 1) {
    throwIfAborted(asked.signal);
    const histories = new Map<string, BankEvent[]>();
    runVolunteer(setup, number, (_, decision) => {
      const [event] = decision.accepted ? decision.events : [];
      if (event === undefined) return;
      const { accountId } = event.data;
      const history = histories.get(accountId) ?? [];
      histories.set(accountId, history);
      history.push(event);
    });
    for (const history of histories.values()) yield Object.freeze(history);
  }
}
