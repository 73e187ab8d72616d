import { type Bank, createBank } from '../../account/bank.js';
import type { By, Persons } from '../../account/commands/command.js';
import { enteredBy } from '../../account/commands/entered-by.js';
import type { Handbook } from '../../account/handbook.js';
import type { CommandType, ItemRule, OfficeRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { isId } from '../../values/ids.js';
import { deepFreeze, own } from '../../values/json.js';
import { checkPopulation } from '../population/check-population.js';
import type { RoleBehaviour } from '../population/population.js';
import { SimulationError } from '../simulation-error.js';
import { type RedeemingModel, redeemingModel } from './periodic-models.js';
import { type RoleModel, roleModel } from './role-model.js';
import { type RunDays, runDays } from './run-days.js';
import type { SimulatedRun } from './simulation-options.js';

/** Everything that the volunteers of a run share. */
export type RunSetup = {
  readonly bank: Bank<RuleSet>;
  readonly days: RunDays;
  readonly seed: number;
  readonly communityId: string;
  readonly volunteers: number;
  readonly roles: readonly (RoleModel & { readonly redeeming: RedeemingModel | undefined })[];
  /** Who records each command; `undefined` if the rule set gives it to no office. */
  readonly by: { readonly [C in CommandType]: By | undefined };
  /** Who credits an item that has offices of its own. */
  readonly byOfItem: ReadonlyMap<ItemRule, By>;
  /** Whether every id of the rules and the handbook is well formed. It is, unless they were never checked. */
  readonly namesAreIds: boolean;
};

/** The community of a run without a handbook. */
const COMMUNITY = 'simulated';

/**
 * Prepares a run. Volunteers are numbered role by role, in the order of the role ids, so the order in which a population lists its
 * roles does not matter.
 */
export function prepareRun({ ruleSet, handbook, population, from, to, seed }: SimulatedRun): RunSetup {
  const days = runDays(from, to);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new SimulationError('bad-seed', `not a whole number of at least 0: ${String(seed)}`, 'seed');
  checkPopulation(population, ruleSet, handbook);
  const reasons = Object.keys(ruleSet.closing?.reasons ?? {});
  let volunteers = 0;
  const roles = Object.keys(population.roles)
    .sort()
    .map((id) => {
      const behaviour = own(population.roles, id) as RoleBehaviour;
      const model = roleModel(
        id,
        own(ruleSet.roles, id) as RoleRule,
        behaviour,
        volunteers,
        days,
        reasons,
        ruleSet.calendar,
      );
      volunteers += behaviour.volunteers;
      const redeeming =
        behaviour.redeeming === undefined || handbook === undefined
          ? undefined
          : redeemingModel(behaviour.redeeming, ruleSet, handbook, days);
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
    byOfItem: officesOfItems(ruleSet, communityId),
    namesAreIds: idsOf(ruleSet, handbook, communityId).every(isId),
  };
}

function officesOfItems(ruleSet: RuleSet, communityId: string): RunSetup['byOfItem'] {
  const items = Object.values(ruleSet.roles).flatMap((role) => Object.values(role.items));
  const persons = personsFor(ruleSet.authority);
  return new Map(
    items
      .filter(({ offices }) => offices !== undefined)
      .map((item) => {
        const entering = { communityId, persons, acts: 'own-community', item } as const;
        // An item names an office at least.
        return [item, deepFreeze(enteredBy(ruleSet, 'CreditActivity', entering)) as By];
      }),
  );
}

function idsOf({ roles }: RuleSet, handbook: Handbook | undefined, communityId: string): string[] {
  const rewards = handbook?.rewards.map(({ rewardId }) => rewardId) ?? [];
  const items = Object.values(roles).flatMap((role) => Object.entries(role.items));
  const tiers = items.flatMap(([id, { scoring }]) => [
    id,
    ...(scoring.by === 'difficulty' ? Object.keys(scoring.points) : []),
  ]);
  return [communityId, ...Object.keys(roles), ...tiers, ...rewards];
}

/** The persons at the offices, if the rules require them. None of them is a volunteer. */
function personsFor({ self, approval }: RuleSet['authority']): Persons {
  if (approval === 'two-person') return { recorder: 'recorder', approvedBy: 'approver' };
  return self === 'refused' ? { recorder: 'recorder' } : {};
}

/** An office of the community enters whatever it may, and others the rest. Corrections and reversals go to an office over all of them first. */
function officesOf(ruleSet: RuleSet, communityId: string): RunSetup['by'] {
  const persons = personsFor(ruleSet.authority);
  const of = (type: CommandType, acts: OfficeRule['acts']): By | undefined =>
    deepFreeze(enteredBy(ruleSet, type, { communityId, persons, acts }));
  return {
    OpenAccount: of('OpenAccount', 'own-community'),
    ReportIn: of('ReportIn', 'own-community'),
    ClaimPost: of('ClaimPost', 'own-community'),
    ReleasePost: of('ReleasePost', 'own-community'),
    CreditActivity: of('CreditActivity', 'own-community'),
    VerifyEntry: of('VerifyEntry', 'own-community'),
    RedeemPoints: of('RedeemPoints', 'own-community'),
    CorrectScore: of('CorrectScore', 'everywhere'),
    // A community undoes its own slips for a time only, and the supervising office at any time.
    ReverseEntry: of('ReverseEntry', 'everywhere'),
    TransferPoints: of('TransferPoints', 'own-community'),
    ReceivePoints: of('ReceivePoints', 'own-community'),
    BarAccount: of('BarAccount', 'own-community'),
    CloseAccount: of('CloseAccount', 'own-community'),
  };
}
