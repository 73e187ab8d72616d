import { isRecord, own } from '../values/json.js';
import { digest } from './digest.js';
import { type ReadingsRested, readingsIndex } from './readings.js';
import type { CataloguePart, ItemRule, LimitRule, RoleRule, RuleSet, RuleSetReference } from './rule-set.js';

/** A limit with its id. */
export type NamedLimit = LimitRule & { readonly id: string };

/** An item of a role, with the limits that cover it. */
export type CompiledItem = {
  readonly id: string;
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
  const index = readingsIndex(ruleSet);
  const known = new Map<string, ReadingsRested>();
  return {
    ruleSet,
    reference: Object.freeze({ id, version, digest: digest(ruleSet) }),
    roles: new Map(
      Object.entries(ruleSet.roles).map(([role, rule]) => [role, compileRole(ruleSet, role, rule)]),
    ),
    catalogue: new Map(Object.values(ruleSet.catalogue).flatMap((kind) => Object.entries(kind.entries))),
    rests(...parts) {
      const key = parts.join(' ');
      let rested = known.get(key);
      if (rested === undefined) {
        rested = index(parts);
        known.set(key, rested);
      }
      return rested;
    },
  };
}

function compileRole(ruleSet: RuleSet, id: string, rule: RoleRule): CompiledRole {
  const limits = namedLimits(rule.limits);
  const latent = latentLimits(ruleSet, id);
  const on = (item: string) => (limit: NamedLimit) => limit.items.includes(item);
  const items = Object.entries(rule.items).map(([item, of]): [string, CompiledItem] => [
    item,
    { id: item, rule: of, limits: limits.filter(on(item)), latent: latent.filter(on(item)) },
  ]);
  return { id, rule, items: new Map(items) };
}

function namedLimits(limits: RoleRule['limits']): NamedLimit[] {
  return Object.entries(limits)
    .filter(([, limit]) => isRecord(limit))
    .map(([id, limit]): NamedLimit => ({ id, ...limit }));
}

/** The limits of a role that only answers not chosen would give it. */
function latentLimits(ruleSet: RuleSet, role: string): NamedLimit[] {
  const held = ruleSet.roles[role]?.limits ?? {};
  return Object.values(ruleSet.readings)
    .flatMap((reading) => Object.values(reading.answers))
    .flatMap(({ patch }) => {
      const { roles } = patch as { roles?: { readonly [role: string]: { limits?: RoleRule['limits'] } } };
      return namedLimits(roles?.[role]?.limits ?? {});
    })
    .filter(({ id, items }) => !Object.hasOwn(held, id) && items !== undefined);
}

/** The entry of a rule set's catalogue with this id, or `undefined`. */
export function catalogueEntry(ruleSet: RuleSet, entry: string): CataloguePart | undefined {
  for (const kind of Object.values(ruleSet.catalogue)) {
    const found = own(kind.entries, entry);
    if (found !== undefined) return found;
  }
  return undefined;
}
