import { type Bank, createBank } from '../../account/bank.js';
import type { By } from '../../account/commands/command.js';
import type { Handbook } from '../../account/handbook.js';
import type { CommandType, Office, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { isId } from '../../values/ids.js';
import { own } from '../../values/json.js';
import { checkPopulation } from '../population/check-population.js';
import type { RoleBehaviour } from '../population/population.js';
import { SimulationError } from '../simulation-error.js';
import { type Names, names } from './names.js';
import { type RedeemingModel, redeemingModel } from './periodic-models.js';
import { type RoleModel, roleModel } from './role-model.js';
import { type RunDays, runDays } from './run-days.js';
import type { SimulatedRun } from './simulation-options.js';

/** What all volunteers of a run share; nothing that it answers changes. */
export type World = {
  readonly bank: Bank<RuleSet>;
  readonly days: RunDays;
  readonly seed: number;
  readonly communityId: string;
  readonly volunteers: number;
  readonly roles: readonly (RoleModel & { readonly redeeming: RedeemingModel | undefined })[];
  /** Who enters each command; nobody, where the rule set gives it to no office. */
  readonly by: { readonly [C in CommandType]: By | undefined };
  /** Whether every name that commands have from the rules and the handbook is an id, as it is where these were checked. */
  readonly namesAreIds: boolean;
  readonly names: Names;
};

/** Where volunteers are where no handbook names a community. */
const COMMUNITY = 'simulated';

/**
 * Makes a run ready. Roles have their volunteers one after the other, in the order of their ids, so that the order in which a
 * population is written does not matter.
 */
export function worldOf({ ruleSet, handbook, population, from, to, seed }: SimulatedRun): World {
  const days = runDays(from, to);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new SimulationError('bad-seed', `not a whole number from 0: ${String(seed)}`, 'seed');
  checkPopulation(population, ruleSet, handbook);
  let volunteers = 0;
  const roles = Object.keys(population.roles)
    .sort()
    .map((id) => {
      const behaviour = own(population.roles, id) as RoleBehaviour;
      const model = roleModel(id, own(ruleSet.roles, id) as RoleRule, behaviour, volunteers, days);
      volunteers += behaviour.volunteers;
      const redeeming =
        behaviour.redeeming === undefined || handbook === undefined
          ? undefined
          : redeemingModel(behaviour.redeeming, ruleSet.redemption, handbook, days);
      return { ...model, redeeming };
    });
  const communityId = handbook?.communityId ?? COMMUNITY;
  return {
    bank: createBank(ruleSet, handbook === undefined ? {} : { handbook }),
    days,
    seed,
    communityId,
    volunteers,
    roles,
    by: officesOf(ruleSet, communityId),
    namesAreIds: namesOf(ruleSet, handbook, communityId).every(isId),
    names: names(),
  };
}

function namesOf({ roles }: RuleSet, handbook: Handbook | undefined, communityId: string): string[] {
  const rewards = handbook?.rewards.map(({ rewardId }) => rewardId) ?? [];
  const items = Object.values(roles).flatMap((role) => Object.entries(role.items));
  const tiers = items.flatMap(([id, { scoring }]) => [
    id,
    ...(scoring.by === 'difficulty' ? Object.keys(scoring.points) : []),
  ]);
  return [communityId, ...Object.keys(roles), ...tiers, ...rewards];
}

/** The persons at the offices, named where the rules ask for them; nobody of them is a volunteer. */
function personsFor({ self, approval }: RuleSet['authority']): Pick<By, 'recorder' | 'approvedBy'> {
  if (approval === 'two-person') return { recorder: 'recorder', approvedBy: 'approver' };
  return self === 'refused' ? { recorder: 'recorder' } : {};
}

/** The community enters what it may, and the street office the rest; corrections are the street office's where it may. */
function officesOf({ authority }: RuleSet, communityId: string): World['by'] {
  const persons = personsFor(authority);
  const by: { readonly [O in Office]: By } = {
    community: Object.freeze({ office: 'community', communityId, ...persons }),
    street: Object.freeze({ office: 'street', ...persons }),
  };
  const of = (type: CommandType, first: Office): By | undefined => {
    const offices = authority.offices[type];
    const office = offices.includes(first) ? first : offices[0];
    return office === undefined ? undefined : by[office];
  };
  return {
    OpenAccount: of('OpenAccount', 'community'),
    ReportIn: of('ReportIn', 'community'),
    ClaimPost: of('ClaimPost', 'community'),
    CreditActivity: of('CreditActivity', 'community'),
    RedeemPoints: of('RedeemPoints', 'community'),
    CorrectScore: of('CorrectScore', 'street'),
  };
}
