import { isRecord } from '../values/json.js';
import { digest } from './digest.js';
import { type ReadingsRested, readingsIndex } from './readings.js';
import type { CataloguePart, ItemRule, LimitRule, RoleRule, RuleSet, RuleSetReference } from './rule-set.js';

/** A limit with its id, and the dotted path of its place in the rule set. */
export type NamedLimit = LimitRule & { readonly id: string; readonly part: string };

/** An item of a role, with the limits that cover it. */
export type CompiledItem = {
  readonly id: string;
  /** The dotted path of its place in the rule set. */
  readonly part: string;
  readonly rule: ItemRule;
  readonly limits: readonly NamedLimit[];
  /** Limits that the rules do not have and that another answer to some open question would put on the item. */
  readonly latent: readonly NamedLimit[];
};

/** A role with its items looked up by id. */
export type CompiledRole = {
  readonly id: string;
  readonly rule: RoleRule;
  readonly items: ReadonlyMap<string, CompiledItem>;
};

/** A rule set made ready for deciding: look-ups, its reference, and which readings govern which part. */
export type CompiledRules = {
  readonly ruleSet: RuleSet;
  readonly reference: RuleSetReference;
  readonly roles: ReadonlyMap<string, CompiledRole>;
  readonly catalogue: ReadonlyMap<string, CataloguePart>;
  /** The readings that govern the parts a decision used, each part a dotted path. */
  readonly rests: (...parts: string[]) => ReadingsRested;
};

/** Makes a rule set ready for deciding. The rule set must not change afterwards; the library's own are frozen. */
export function compile(ruleSet: RuleSet): CompiledRules {
  const { id, version } = ruleSet;
  const rests = memoised(readingsIndex(ruleSet));
  return {
    ruleSet,
    reference: Object.freeze({ id, version, digest: digest(ruleSet) }),
    roles: new Map(
      Object.entries(ruleSet.roles).map(([role, rule]) => [role, compileRole(ruleSet, role, rule)]),
    ),
    catalogue: new Map(Object.values(ruleSet.catalogue).flatMap((kind) => Object.entries(kind.entries))),
    rests,
  };
}

const NOTHING: ReadingsRested = Object.freeze({});

/**
 * Tells of each part once which readings govern it, and of several parts once what these come to. Most parts are governed by none, and
 * most decisions come to that or to one part's readings.
 */
function memoised(index: (parts: readonly string[]) => ReadingsRested): CompiledRules['rests'] {
  const ofOne = new Map<string, ReadingsRested>();
  const ofSeveral = new Map<string, ReadingsRested>();
  const known = (memo: Map<string, ReadingsRested>, key: string, parts: readonly string[]) => {
    let rested = memo.get(key);
    if (rested === undefined) {
      rested = index(parts);
      if (Object.keys(rested).length === 0) rested = NOTHING;
      memo.set(key, rested);
    }
    return rested;
  };
  return (...parts) => {
    let only = NOTHING;
    let governed = 0;
    for (const part of parts) {
      const rested = known(ofOne, part, [part]);
      if (rested === NOTHING || rested === only) continue;
      only = rested;
      governed += 1;
    }
    return governed < 2 ? only : known(ofSeveral, parts.join(' '), parts);
  };
}

function compileRole(ruleSet: RuleSet, id: string, rule: RoleRule): CompiledRole {
  const limits = namedLimits(id, rule.limits);
  const latent = latentLimits(ruleSet, id, rule.limits);
  const on = (item: string) => (limit: NamedLimit) => limit.items.includes(item);
  const items = Object.entries(rule.items).map(([item, of]): [string, CompiledItem] => [
    item,
    {
      id: item,
      part: `roles.${id}.items.${item}`,
      rule: of,
      limits: limits.filter(on(item)),
      latent: latent.filter(on(item)),
    },
  ]);
  return { id, rule, items: new Map(items) };
}

function namedLimits(role: string, limits: RoleRule['limits']): NamedLimit[] {
  return Object.entries(limits)
    .filter(([, limit]) => isRecord(limit))
    .map(([id, limit]): NamedLimit => ({ id, part: `roles.${role}.limits.${id}`, ...limit }));
}

/** The limits of a role that only answers not chosen would give it. */
function latentLimits(ruleSet: RuleSet, role: string, held: RoleRule['limits']): NamedLimit[] {
  return Object.values(ruleSet.readings)
    .flatMap((reading) => Object.values(reading.answers))
    .flatMap(({ patch }) => {
      const { roles } = patch as { roles?: { readonly [role: string]: { limits?: RoleRule['limits'] } } };
      return namedLimits(role, roles?.[role]?.limits ?? {});
    })
    .filter(({ id, items }) => !Object.hasOwn(held, id) && items !== undefined);
}
