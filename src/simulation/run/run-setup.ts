import { type Bank, createBank } from '../../account/bank.js';
import type { By } from '../../account/commands/command.js';
import type { Handbook } from '../../account/handbook.js';
import type { CommandType, Office, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { isId } from '../../values/ids.js';
import { own } from '../../values/json.js';
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
    namesAreIds: idsOf(ruleSet, handbook, communityId).every(isId),
  };
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
function personsFor({ self, approval }: RuleSet['authority']): Pick<By, 'recorder' | 'approvedBy'> {
  if (approval === 'two-person') return { recorder: 'recorder', approvedBy: 'approver' };
  return self === 'refused' ? { recorder: 'recorder' } : {};
}

/** The community records whatever it may, and the supervising office the rest. Corrections go to the supervising office first. */
function officesOf({ authority }: RuleSet, communityId: string): RunSetup['by'] {
  const persons = personsFor(authority);
  const by: { readonly [O in Office]: By } = {
    community: Object.freeze({ office: 'community', communityId, ...persons }),
    street: Object.freeze({ office: 'street', ...persons }),
  };
  const of = (type: CommandType, first: Office): By | undefined => {
    const offices = authority.offices[type] ?? [];
    const office = offices.includes(first) ? first : offices[0];
    return office === undefined ? undefined : by[office];
  };
  return {
    OpenAccount: of('OpenAccount', 'community'),
    ReportIn: of('ReportIn', 'community'),
    ClaimPost: of('ClaimPost', 'community'),
    ReleasePost: of('ReleasePost', 'community'),
    CreditActivity: of('CreditActivity', 'community'),
    VerifyEntry: of('VerifyEntry', 'community'),
    RedeemPoints: of('RedeemPoints', 'community'),
    CorrectScore: of('CorrectScore', 'street'),
    // A community undoes its own slips for a time only, and the supervising office at any time.
    ReverseEntry: of('ReverseEntry', 'street'),
    TransferPoints: of('TransferPoints', 'community'),
    ReceivePoints: of('ReceivePoints', 'community'),
    BarAccount: of('BarAccount', 'community'),
    CloseAccount: of('CloseAccount', 'community'),
  };
}
