import { requireRuleSet } from '../../rules/require-rule-set.js';
import type { ItemRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { isByQuantity, stepOf } from '../../rules/score.js';
import { deepFreeze } from '../../values/json.js';
import { fromHundredths, MAX_QUANTITY, toHundredths } from '../../values/points.js';
import type { ItemBehaviour, Population, RoleBehaviour } from './population.js';

/** The size of a plain population. */
export type PlainPopulationOptions = {
  /** The number of volunteers, divided among the roles as evenly as possible; 1,000 by default. */
  readonly volunteers?: number;
};

/**
 * Makes a plain population for any rule set. All volunteers join in the first month. They report in nine times out of ten, claim a
 * post a year, do each activity every other month (mild tiers more often), redeem every other time they may, and are corrected once
 * in ten years. This is a starting point to change, not a claim about real volunteers.
 *
 * @example
 * ```ts
 * import { plainPopulation } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 300 })
 * console.log(population.roles.resident.volunteers) // → 100
 * console.log(population.roles.resident.items.activity.tiers) // → { base: 2, hard: 1 }
 * ```
 */
export function plainPopulation(ruleSet: RuleSet, options: PlainPopulationOptions = {}): Population {
  requireRuleSet(ruleSet);
  const { volunteers = 1000 }: PlainPopulationOptions = Object(options);
  const roles = Object.entries(ruleSet.roles);
  const share = Math.floor(volunteers / roles.length);
  const left = volunteers - share * roles.length;
  return deepFreeze({
    roles: Object.fromEntries(
      roles.map(([id, role], i) => [id, plainRole(role, share + (i < left ? 1 : 0))]),
    ),
  });
}

function plainRole(role: RoleRule, volunteers: number): RoleBehaviour {
  const items = Object.entries(role.items).filter(([, { entry }]) => entry !== 'registration');
  return {
    volunteers,
    zeal: [1, 2, 3],
    reportIn: { probability: 0.9, season: [6, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
    items: Object.fromEntries(items.map(([id, item]) => [id, plainItem(item)])),
    late: { probability: 0.05, days: 30 },
    errors: { invalid: 0.01, repeated: 0.01, duplicates: 0.01 },
    corrections: {
      perYear: 0.1,
      points: [
        { points: -1, weight: 3 },
        { points: 1, weight: 1 },
      ],
      named: 0.5,
    },
    redeeming: { probability: 0.5, another: 0.25 },
  };
}

function plainItem({ entry, scoring }: ItemRule): ItemBehaviour {
  return {
    perMonth: entry === 'claim' ? 0.08 : 0.5,
    ...(scoring.by === 'difficulty' ? { tiers: tierWeights(scoring.points) } : {}),
    ...(isByQuantity(scoring)
      ? { quantities: [1, 2, 3].map((n) => ({ quantity: times(n, stepOf(scoring)), weight: 1 })) }
      : {}),
    ...(entry === 'activity' ? { served: 0.2 } : {}),
  };
}

function times(n: number, each: number): number {
  return Math.min(fromHundredths(toHundredths(each) * n), MAX_QUANTITY);
}

/** Of n tiers, the mildest weighs n and the hardest 1. */
function tierWeights(points: { readonly [tier: string]: number }): { [tier: string]: number } {
  const tiers = Object.entries(points).sort(([, a], [, b]) => Math.abs(a) - Math.abs(b));
  return Object.fromEntries(tiers.map(([tier], i) => [tier, tiers.length - i]));
}
