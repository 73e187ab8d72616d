import type { Handbook, RoleRule, RuleSet } from 'points-bank';
import {
  compareSimulations,
  type ItemBehaviour,
  type Population,
  plainPopulation,
  type RoleBehaviour,
  type SimulationProgress,
  type SimulationResult,
  simulate,
} from 'points-bank/simulation';
import type { SimulatedPair, SimulationTask } from './protocol.js';

/** The year that a simulation starts in: after every rule set's day of issue. */
const FIRST_YEAR = 2026;
const FIRST_DAY = `${FIRST_YEAR}-01-01`;

/** The same volunteers under both rule sets: what they mean to do is the same, what comes of it is decided by the rules. */
export function simulatePair(
  { a, b, handbooks, volunteers, years, seed, runs, population }: SimulationTask,
  onProgress: (progress: SimulationProgress) => void,
): SimulatedPair {
  const behaviour = commonTo(b, sized(population ?? plainPopulation(a, { volunteers }), volunteers));
  const asIntended = { from: FIRST_DAY, to: `${FIRST_YEAR + years - 1}-12-31` };
  let done = 0;
  const simulated = (ruleSet: RuleSet, handbook: Handbook) => (which: number) => {
    const result = simulate({
      ...asIntended,
      population: wishingFrom(handbook, behaviour),
      ruleSet,
      handbook: inForce(handbook),
      seed: seed + which,
      onProgress: (progress) =>
        onProgress({ done: done * progress.of + progress.done, of: 2 * runs * progress.of }),
    });
    done += 1;
    return result;
  };
  const seeds = Array.from({ length: runs }, (_, which) => which);
  const before = seeds.map(simulated(a, handbooks.a));
  const after = seeds.map(simulated(b, handbooks.b));
  const [first, second] = [before[0] as SimulationResult, after[0] as SimulationResult];
  return { a: first, b: second, compared: compareSimulations(before, after) };
}

/** A handbook that stands from the first day on, consents and all: its own days may lie outside of the years that are simulated. */
function inForce({ rewards, ...handbook }: Handbook): Handbook {
  const { filed: _, follows: __, standingConsentUntil: ___, ...rest } = handbook;
  return {
    ...rest,
    published: FIRST_DAY,
    filed: FIRST_DAY,
    ...(handbook.standingConsent === undefined ? {} : { standingConsent: FIRST_DAY }),
    rewards: rewards.map(({ consentUntil: _end, stockFrom: _from, ...reward }) => ({
      ...reward,
      ...(reward.consent === undefined ? {} : { consent: FIRST_DAY }),
    })),
  };
}

/** The population with a wish for each reward of a handbook and for no other; one that it does not know is wished for like the mean. */
function wishingFrom({ rewards }: Handbook, { roles }: Population): Population {
  return {
    roles: Object.fromEntries(
      Object.entries(roles).map(([id, { redeeming, ...role }]) => {
        if (redeeming?.rewards === undefined)
          return [id, { ...role, ...(redeeming === undefined ? {} : { redeeming }) }];
        const known = Object.values(redeeming.rewards);
        const mean = known.reduce((sum, weight) => sum + weight, 0) / Math.max(known.length, 1);
        const wishes = rewards.map(
          ({ rewardId }) => [rewardId, redeeming.rewards?.[rewardId] ?? mean] as const,
        );
        return [id, { ...role, redeeming: { ...redeeming, rewards: Object.fromEntries(wishes) } }];
      }),
    ),
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
