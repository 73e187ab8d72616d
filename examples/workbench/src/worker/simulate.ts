import type { RoleRule, RuleSet } from 'points-bank';
import {
  type ItemBehaviour,
  type Population,
  plainPopulation,
  type RoleBehaviour,
  type SimulationProgress,
  simulate,
} from 'points-bank/simulation';
import { HANDBOOK } from '../ledger/sample.js';
import type { SimulatedPair, SimulationTask } from './protocol.js';

/** The year that a simulation starts in: after every rule set's day of issue. */
const FIRST_YEAR = 2026;

/** The same volunteers under both rule sets: what they mean to do is the same, what comes of it is decided by the rules. */
export function simulatePair(
  { a, b, volunteers, years, seed, population }: SimulationTask,
  onProgress: (progress: SimulationProgress) => void,
): SimulatedPair {
  const behaviour = commonTo(b, sized(population ?? plainPopulation(a, { volunteers }), volunteers));
  const run = {
    population: behaviour,
    handbook: { ...HANDBOOK, published: `${FIRST_YEAR}-01-01`, filed: `${FIRST_YEAR}-01-01` },
    from: `${FIRST_YEAR}-01-01`,
    to: `${FIRST_YEAR + years - 1}-12-31`,
    seed,
  };
  const half = (before: number) => (progress: SimulationProgress) =>
    onProgress({ done: before * progress.of + progress.done, of: 2 * progress.of });
  return {
    a: simulate({ ...run, ruleSet: a, onProgress: half(0) }),
    b: simulate({ ...run, ruleSet: b, onProgress: half(1) }),
  };
}

/** A population of another size, with its roles in proportion. */
function sized(population: Population, volunteers: number): Population {
  const roles = Object.entries(population.roles);
  const all = roles.reduce((sum, [, role]) => sum + role.volunteers, 0);
  if (all === volunteers || all === 0) return population;
  // Running sums, so that the shares add up to the whole.
  let before = 0;
  return {
    roles: Object.fromEntries(
      roles.map(([id, role]) => {
        const first = Math.round((before / all) * volunteers);
        before += role.volunteers;
        const { joining: _, ...rest } = role;
        return [id, { ...rest, volunteers: Math.round((before / all) * volunteers) - first }];
      }),
    ),
  };
}

/** The population without what only one of the rule sets has: roles, items, tiers. */
function commonTo(ruleSet: RuleSet, { roles }: Population): Population {
  return {
    roles: Object.fromEntries(
      Object.entries(roles).flatMap(([id, role]) => {
        const rule = ruleSet.roles[id];
        return rule === undefined ? [] : [[id, { ...role, items: commonItems(rule, role) }]];
      }),
    ),
  };
}

function commonItems(rule: RoleRule, { items }: RoleBehaviour): { [item: string]: ItemBehaviour } {
  return Object.fromEntries(
    Object.entries(items).flatMap(([id, item]) => {
      const scoring = rule.items[id]?.scoring;
      if (scoring === undefined) return [];
      if (item.tiers === undefined || scoring.by !== 'difficulty') return [[id, item]];
      const tiers = Object.entries(item.tiers).filter(([tier]) => Object.hasOwn(scoring.points, tier));
      return [[id, { ...item, tiers: Object.fromEntries(tiers) }]];
    }),
  );
}
