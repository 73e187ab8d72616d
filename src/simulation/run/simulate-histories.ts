import type { BankEvent } from '../../account/events/event.js';
import { throwIfAborted } from './abort.js';
import { worldOf } from './run-setup.js';
import { live } from './run-volunteer.js';
import { shardOf } from './shard.js';
import type { SimulationOptions } from './simulation-options.js';

/**
 * The ledger of a simulated population: each volunteer's events, one history at a time as it is asked for. The run is the one that
 * {@link simulate} adds up, so that rule sets and readings can be compared over it.
 *
 * @param options - as for {@link simulate}; `onProgress` is not called
 * @returns one history for each volunteer whose account could be opened
 * @throws as {@link simulate} does, when the first history is asked for
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
  const world = worldOf(options);
  const [first, end] = shardOf(options.shard, world.volunteers);
  for (let number = first; number < end; number += 1) {
    throwIfAborted(options.signal);
    const events: BankEvent[] = [];
    live(world, number, (_, decision) => {
      if (decision.accepted) events.push(...decision.events);
    });
    if (events.length > 0) yield Object.freeze(events);
  }
}
