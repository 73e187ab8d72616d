import { digestOf } from '../../values/digest.js';
import type { World } from '../run/run-setup.js';
import type { SimulatedRun } from '../run/simulation-options.js';
import type { RunIdentity } from './simulation-result.js';

/** What tells a run from every other. */
export function runIdentity(
  { handbook, population, ruleSet, from, to, seed }: SimulatedRun,
  world: World,
): RunIdentity {
  const { id, version } = ruleSet;
  const stock = Object.fromEntries(
    (handbook?.rewards ?? []).flatMap((reward) =>
      reward.stock === undefined ? [] : [[reward.rewardId, reward.stock]],
    ),
  );
  return {
    ruleSet: { id, version, digest: world.bank.digest },
    ...(handbook === undefined
      ? {}
      : { handbook: { version: handbook.version, digest: digestOf(handbook), stock } }),
    population: digestOf(population),
    volunteers: world.volunteers,
    from,
    to,
    seed,
  };
}
