import type { Handbook } from '../../account/handbook.js';
import type { ItemRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { isByQuantity } from '../../rules/score.js';
import { own } from '../../values/json.js';
import { isQuantity } from '../../values/points.js';
import { MAX_MEAN } from '../run/random.js';
import {
  checkCount,
  checkNamedWeights,
  checkProbability,
  checkRange,
  checkRecord,
  checkRecords,
  checkWeights,
  refusePart,
} from './check-numbers.js';
import type {
  ChangingBehaviour,
  CorrectionBehaviour,
  DelayedChance,
  ItemBehaviour,
  LeavingBehaviour,
  Population,
  RedeemingBehaviour,
  RoleBehaviour,
} from './population.js';

/** The most entries of one item that a volunteer may make in a month, on average. */
const MOST_PER_MONTH = MAX_MEAN;
const MOST_DAYS_LATE = 3660;

/** Throws unless the population fits the rule set and the handbook. */
export function checkPopulation(
  population: Population,
  ruleSet: RuleSet,
  handbook: Handbook | undefined,
): void {
  checkRecord('population', population);
  const { roles } = population;
  checkRecord('roles', roles);
  for (const [id, behaviour] of Object.entries(roles)) {
    const role = own(ruleSet.roles, id);
    const path = `roles.${id}`;
    if (role === undefined)
      refusePart(path, `unknown role; the rule set has: ${Object.keys(ruleSet.roles).join(', ')}`);
    checkRole(path, behaviour, role);
    if (behaviour.redeeming !== undefined) checkRedeeming(`${path}.redeeming`, behaviour.redeeming, handbook);
    const { leaving, changing } = behaviour;
    const reasons = Object.keys(ruleSet.closing?.reasons ?? {});
    if (leaving !== undefined) checkLeaving(`${path}.leaving`, leaving, reasons);
    if (changing !== undefined) checkChanging(`${path}.changing`, changing, reasons, Object.keys(roles));
  }
}

/** The parts of a behaviour that are objects, where it has them. `checkDelayed` looks at the others. */
const PARTS = [
  'reportIn',
  'errors',
  'corrections',
  'redeeming',
  'leaving',
  'changing',
] as const satisfies readonly (keyof RoleBehaviour)[];

function checkRole(path: string, behaviour: RoleBehaviour, role: RoleRule): void {
  checkRecord(path, behaviour);
  for (const part of PARTS) {
    const of = behaviour[part];
    if (of !== undefined) checkRecord(`${path}.${part}`, of);
  }
  checkCount(`${path}.volunteers`, behaviour.volunteers);
  checkWeights(`${path}.joining`, behaviour.joining);
  checkWeights(`${path}.zeal`, behaviour.zeal);
  checkWeights(`${path}.season`, behaviour.season, 12);
  checkProbability(`${path}.reportIn.probability`, behaviour.reportIn?.probability);
  checkWeights(`${path}.reportIn.season`, behaviour.reportIn?.season, 12);
  for (const error of ['invalid', 'repeated', 'duplicates'] as const)
    checkProbability(`${path}.errors.${error}`, behaviour.errors?.[error]);
  checkDelayed(`${path}.late`, behaviour.late);
  checkDelayed(`${path}.slips`, behaviour.slips);
  if (behaviour.corrections !== undefined) checkCorrections(`${path}.corrections`, behaviour.corrections);
  checkRecord(`${path}.items`, behaviour.items);
  for (const [id, of] of Object.entries(behaviour.items)) {
    const item = own(role.items, id);
    const at = `${path}.items.${id}`;
    if (item === undefined)
      refusePart(at, `unknown item; the role has: ${Object.keys(role.items).join(', ')}`);
    checkItem(at, of, item);
  }
}

function checkDelayed(path: string, of: DelayedChance | undefined): void {
  if (of === undefined) return;
  checkRecord(path, of);
  checkProbability(`${path}.probability`, of.probability);
  checkCount(`${path}.days`, of.days);
  checkRange(`${path}.days`, of.days, MOST_DAYS_LATE);
}

function checkLeaving(path: string, { perYear, reasons }: LeavingBehaviour, known: readonly string[]): void {
  checkRange(`${path}.perYear`, perYear, MOST_PER_MONTH);
  if (known.length === 0) refusePart(path, 'the rule set closes no accounts');
  checkNamedWeights(`${path}.reasons`, reasons, known);
}

function checkChanging(
  path: string,
  { perYear, reason, to }: ChangingBehaviour,
  reasons: readonly string[],
  roles: readonly string[],
): void {
  checkRange(`${path}.perYear`, perYear, MOST_PER_MONTH);
  if (!reasons.includes(reason)) {
    refusePart(`${path}.reason`, `unknown reason; the rule set has: ${reasons.join(', ')}`);
  }
  checkNamedWeights(`${path}.to`, to, roles);
}

function checkItem(path: string, of: ItemBehaviour, { entry, scoring }: ItemRule): void {
  checkRecord(path, of);
  if (entry === 'registration') refusePart(path, 'report-ins belong in reportIn');
  checkRange(`${path}.perMonth`, of.perMonth, MOST_PER_MONTH);
  checkWeights(`${path}.season`, of.season, 12);
  checkProbability(`${path}.served`, of.served);
  if (of.served !== undefined && entry === 'claim')
    refusePart(`${path}.served`, 'a claim cannot be service in a post');
  if (of.tiers !== undefined) {
    if (scoring.by !== 'difficulty') refusePart(`${path}.tiers`, 'the item is not scored by difficulty');
    checkNamedWeights(`${path}.tiers`, of.tiers, Object.keys(scoring.points));
  }
  if (of.quantities !== undefined) {
    if (!isByQuantity(scoring)) refusePart(`${path}.quantities`, 'the item is not scored by quantity');
    checkRecords(`${path}.quantities`, of.quantities);
    checkWeights(
      `${path}.quantities`,
      of.quantities.map(({ weight }) => weight),
    );
    for (const [i, { quantity }] of of.quantities.entries()) {
      if (!isQuantity(quantity))
        refusePart(`${path}.quantities[${i}].quantity`, `not a quantity: ${String(quantity)}`);
    }
  }
}

function checkCorrections(path: string, { perYear, points, named }: CorrectionBehaviour): void {
  checkRange(`${path}.perYear`, perYear, MOST_PER_MONTH);
  checkProbability(`${path}.named`, named);
  checkRecords(`${path}.points`, points);
  checkWeights(
    `${path}.points`,
    points.map(({ weight }) => weight),
  );
  for (const [i, one] of points.entries()) {
    if (!Number.isSafeInteger(one.points) || one.points === 0)
      refusePart(`${path}.points[${i}].points`, `not whole points other than 0: ${String(one.points)}`);
  }
}

function checkRedeeming(path: string, of: RedeemingBehaviour, handbook: Handbook | undefined): void {
  checkProbability(`${path}.probability`, of.probability);
  checkProbability(`${path}.another`, of.another);
  checkDelayed(`${path}.returns`, of.returns);
  // Without a handbook nobody redeems, so the rewards do not matter.
  if (handbook === undefined) return;
  checkNamedWeights(
    `${path}.rewards`,
    of.rewards,
    handbook.rewards.map(({ rewardId }) => rewardId),
  );
}
