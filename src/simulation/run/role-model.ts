import type { ItemRule, RoleRule } from '../../rules/rule-set.js';
import type { Calendar } from '../../values/window.js';
import { refusePart } from '../population/check-numbers.js';
import type { ItemBehaviour, RoleBehaviour, Season } from '../population/population.js';
import { type DelayedModel, delayedModel } from './delayed-model.js';
import { type ItemModel, itemModel } from './item-model.js';
import { type ReportInModel, reportInModel } from './periodic-models.js';
import { type Chances, poisson, rollsFor, weighted } from './random.js';
import type { RunDays } from './run-days.js';

/** A role's behaviour, prepared for rolling. */
export type RoleModel = {
  readonly role: string;
  readonly rule: RoleRule;
  /** The number of its first volunteer, and the number of volunteers. */
  readonly first: number;
  readonly volunteers: number;
  readonly zealGroups: number;
  /** The month of the run in which a volunteer joins. */
  readonly joining: Chances;
  readonly items: readonly ItemModel[];
  readonly late: DelayedModel;
  readonly errors: { readonly invalid: number; readonly repeated: number; readonly duplicates: number };
  readonly corrections?: {
    readonly aMonth: Chances;
    readonly points: readonly number[];
    readonly sizes: Chances;
    readonly named: number;
  };
  readonly reportIn?: ReportInModel;
  readonly slips?: DelayedModel;
  readonly leaving?: { readonly aMonth: Chances; readonly reasons: NamedChances };
  readonly changing?: { readonly aMonth: Chances; readonly reason: string; readonly roles: NamedChances };
};

/** Names to roll among. */
type NamedChances = { readonly names: readonly string[]; readonly chances: Chances };

const EVEN: Season = Array.from({ length: 12 }, () => 1);

/** Prepares a role's behaviour and fills in the documented defaults. */
export function roleModel(
  role: string,
  rule: RoleRule,
  behaviour: RoleBehaviour,
  first: number,
  days: RunDays,
  reasons: readonly string[],
  calendar: Calendar | undefined,
): RoleModel {
  const { slips, leaving, changing } = behaviour;
  const { volunteers, joining = [1], zeal = [1], season = EVEN, late, errors, corrections } = behaviour;
  const path = `roles.${role}.items`;
  const reportIn = reportInModel(rule, behaviour, season, days, calendar);
  const ids = Object.keys(behaviour.items).sort();
  const items = ids.map((id) => {
    const of = behaviour.items[id] as ItemBehaviour;
    return itemModel(`${path}.${id}`, id, rule.items[id] as ItemRule, of, zeal, of.season ?? season);
  });
  return {
    role,
    rule,
    first,
    volunteers,
    zealGroups: zeal.length,
    joining: joiningMonths(role, joining, days),
    items,
    late: delayedModel(late),
    errors: {
      invalid: rollsFor(errors?.invalid ?? 0),
      repeated: rollsFor(errors?.repeated ?? 0),
      duplicates: rollsFor(errors?.duplicates ?? 0),
    },
    ...(corrections === undefined ? {} : { corrections: correctionModel(corrections) }),
    ...(reportIn === undefined ? {} : { reportIn }),
    ...(slips === undefined ? {} : { slips: delayedModel(slips) }),
    ...(leaving === undefined
      ? {}
      : {
          leaving: {
            aMonth: poisson(leaving.perYear / 12),
            reasons: namedChances(
              leaving.reasons ?? Object.fromEntries(reasons.map((reason) => [reason, 1])),
            ),
          },
        }),
    ...(changing === undefined
      ? {}
      : {
          changing: {
            aMonth: poisson(changing.perYear / 12),
            reason: changing.reason,
            roles: namedChances(changing.to),
          },
        }),
  };
}

function namedChances(weights: { readonly [name: string]: number }): NamedChances {
  const names = Object.keys(weights).sort();
  return { names, chances: weighted(names.map((name) => weights[name] as number)) };
}

function joiningMonths(role: string, weights: readonly number[], { months }: RunDays): Chances {
  const within = weights.slice(0, months.length);
  if (!within.some((weight) => weight > 0))
    refusePart(`roles.${role}.joining`, 'no month of the run has a weight above 0');
  return weighted(within);
}

function correctionModel({
  perYear,
  points,
  named = 0,
}: NonNullable<RoleBehaviour['corrections']>): NonNullable<RoleModel['corrections']> {
  return {
    aMonth: poisson(perYear / 12),
    points: points.map((one) => one.points),
    sizes: weighted(points.map(({ weight }) => weight)),
    named: rollsFor(named),
  };
}
