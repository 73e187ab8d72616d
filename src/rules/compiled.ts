import { deepFreeze, isRecord } from '../values/json.js';
import { digest } from './digest.js';
import type { ReadingsRested } from './readings.js';
import { NOTHING, type Rests, restsOf } from './rests.js';
import type {
  CataloguePart,
  ItemRule,
  LimitRule,
  RoleRule,
  RuleSet,
  RuleSetReference,
  Scoring,
} from './rule-set.js';
import { basePoints } from './score.js';

/** A limit with its id, the dotted path of its place in the rule set, and the readings that govern it. */
export type NamedLimit = LimitRule & {
  readonly id: string;
  readonly part: string;
  /** Those that an entry rests on from which the limit took something. */
  readonly rested: ReadingsRested;
  /** Those that an entry rests on which it left whole: how much it leaves, and over what. */
  readonly restedOnRoom: ReadingsRested;
};

/** What one entry scores before limits, the base that is measured against, and the readings that this rests on. */
export type Tier = { readonly base: number; readonly scored: number; readonly rested: ReadingsRested };

/** An item of a role, with the limits that cover it. */
export type CompiledItem = {
  readonly id: string;
  /** The dotted path of its place in the rule set. */
  readonly part: string;
  readonly rule: ItemRule;
  /** What an entry scores, by difficulty. */
  readonly tiers: ReadonlyMap<string, Tier>;
  /** What an entry scores of an item that always scores the same. */
  readonly fixed?: Tier;
  /** The readings that an entry rests on which serves in a post. */
  readonly restedOnService: ReadingsRested;
  /** Those on whether serving and attending are two matters. */
  readonly restedOnCapacity: ReadingsRested;
  /** Those on whether one post may be claimed again. */
  readonly restedOnAgain: ReadingsRested;
  /** Those on how often the item scores. */
  readonly restedOnOnce: ReadingsRested;
  readonly limits: readonly NamedLimit[];
  /** Limits that the rules do not have and that another answer to some open question would put on the item. */
  readonly latent: readonly NamedLimit[];
};

/** A role with its items looked up by id. */
export type CompiledRole = {
  readonly id: string;
  readonly rule: RoleRule;
  readonly items: ReadonlyMap<string, CompiledItem>;
  /** The item that claims are booked under, where the role has one. */
  readonly claim?: CompiledItem;
  /** The readings on whether service needs its claim. */
  readonly restedOnClaimed: ReadingsRested;
};

/** A rule set made ready for deciding: look-ups, its reference, and which readings govern which part. */
export type CompiledRules = Rests & {
  readonly ruleSet: RuleSet;
  readonly reference: RuleSetReference;
  readonly roles: ReadonlyMap<string, CompiledRole>;
  readonly catalogue: ReadonlyMap<string, CataloguePart>;
};

/** Makes a rule set ready for deciding. The rule set must not change afterwards; the library's own are frozen. */
export function compile(ruleSet: RuleSet): CompiledRules {
  const { id, version } = ruleSet;
  const rests = restsOf(ruleSet);
  return {
    ...rests,
    ruleSet,
    reference: Object.freeze({ id, version, digest: digest(ruleSet) }),
    roles: new Map(
      Object.entries(ruleSet.roles).map(([role, rule]) => [role, compileRole(ruleSet, rests, role, rule)]),
    ),
    catalogue: new Map(Object.values(ruleSet.catalogue).flatMap((kind) => Object.entries(kind.entries))),
  };
}

function compileRole(ruleSet: RuleSet, rests: Rests, id: string, rule: RoleRule): CompiledRole {
  const limits = namedLimits(rests, id, rule.limits);
  const latent = latentLimits(ruleSet, rests, id, rule.limits);
  const items = Object.entries(rule.items).map(([item, of]) =>
    compileItem(rests, `roles.${id}`, item, of, { limits, latent }),
  );
  const claim = items.find((item) => item.rule.entry === 'claim');
  return {
    id,
    rule,
    items: new Map(items.map((item) => [item.id, item])),
    ...(claim ? { claim } : {}),
    restedOnClaimed: rests.rests(`roles.${id}.service.claimed`),
  };
}

function compileItem(
  { rests }: Rests,
  role: string,
  id: string,
  rule: ItemRule,
  all: Pick<CompiledItem, 'limits' | 'latent'>,
): CompiledItem {
  const part = `${role}.items.${id}`;
  const { scoring } = rule;
  // Every entry takes these over.
  deepFreeze(rule.title);
  const covering = ({ items }: NamedLimit) => items.includes(id);
  return {
    id,
    part,
    rule,
    tiers:
      scoring.by === 'difficulty'
        ? tiersOf(scoring, (tier) => rests(`${part}.scoring.points.${tier}`))
        : new Map(),
    ...(scoring.by === 'fixed'
      ? { fixed: { base: scoring.points, scored: scoring.points, rested: NOTHING } }
      : {}),
    restedOnService: rests(`${role}.service.claimed`, `${part}.serviceAndAttendance`),
    restedOnCapacity: rests(`${part}.serviceAndAttendance`),
    restedOnAgain: rests(`${part}.again`),
    restedOnOnce: rests(`${part}.once`),
    limits: all.limits.filter(covering),
    latent: all.latent.filter(covering),
  };
}

function tiersOf(
  { points }: Scoring & { by: 'difficulty' },
  restedOn: (tier: string) => ReadingsRested,
): Map<string, Tier> {
  const base = basePoints(points);
  return new Map(
    Object.entries(points).map(([tier, scored]) => [tier, { base, scored, rested: restedOn(tier) }]),
  );
}

function namedLimits({ rests }: Rests, role: string, limits: RoleRule['limits']): NamedLimit[] {
  return Object.entries(limits)
    .filter(([, limit]) => isRecord(limit))
    .map(([id, limit]): NamedLimit => {
      const part = `roles.${role}.limits.${id}`;
      deepFreeze(limit.title);
      return {
        id,
        part,
        rested: rests(part),
        restedOnRoom: rests(`${part}.per`, `${part}.maximum`),
        ...limit,
      };
    });
}

/** The limits of a role that only answers not chosen would give it. */
function latentLimits(ruleSet: RuleSet, rests: Rests, role: string, held: RoleRule['limits']): NamedLimit[] {
  return Object.values(ruleSet.readings)
    .flatMap((reading) => Object.values(reading.answers))
    .flatMap(({ patch }) => {
      const { roles } = patch as { roles?: { readonly [role: string]: { limits?: RoleRule['limits'] } } };
      return namedLimits(rests, role, roles?.[role]?.limits ?? {});
    })
    .filter(({ id, items }) => !Object.hasOwn(held, id) && items !== undefined);
}
