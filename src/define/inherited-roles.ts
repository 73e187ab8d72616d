import type { CataloguePart, RuleSet, UseRule } from '../rules/rule-set.js';
import { isRecord, type Json, own } from '../values/json.js';

type Part = CataloguePart & Pick<UseRule, 'roles'> & { readonly entries?: Parts };
type Parts = { readonly [id: string]: Part };
type Roles = ReadonlySet<string>;

/** The roles that a change removes. */
export function removedRoles(base: RuleSet, { roles }: RuleSet): Roles {
  return new Set(
    isRecord(roles) ? Object.keys(base.roles).filter((role) => !Object.hasOwn(roles, role)) : [],
  );
}

/**
 * Brings the inherited uses and the inherited catalogue into line with the roles that are left: a removed role is taken off their lists, and
 * what was for removed roles alone goes with them. A list that the change itself edits is left alone, to be checked like the rest.
 */
export function withoutRemovedRoles(base: RuleSet, changed: RuleSet): RuleSet {
  const removed = removedRoles(base, changed);
  if (removed.size === 0) return changed;
  return {
    ...changed,
    uses: partsLeft(changed.uses, base.uses, removed) as RuleSet['uses'],
    catalogue: partsLeft(changed.catalogue, base.catalogue, removed) as RuleSet['catalogue'],
  };
}

function partsLeft(parts: unknown, were: unknown, removed: Roles): unknown {
  if (!isRecord(parts) || !isRecord(were)) return parts;
  return Object.fromEntries(
    Object.entries(parts as Parts).flatMap(([id, part]) => {
      const was = own(were as Parts, id);
      if (was === undefined || !isRecord(part)) return [[id, part]];
      const entries = partsLeft(part.entries, was.entries, removed);
      const kept = entries === undefined ? part : { ...part, entries };
      if (was.roles === undefined || String(part.roles) !== String(was.roles)) return [[id, kept]];
      const roles = was.roles.filter((role) => !removed.has(role));
      return roles.length === 0 ? [] : [[id, { ...kept, roles }]];
    }),
  );
}

/** The patch of an answer with the roles that are left in its lists of roles; `undefined` where one of them was for removed roles alone. */
export function withRolesLeft(patch: Json, removed: Roles): Json | undefined {
  if (!isRecord(patch)) return patch;
  const left: [string, Json][] = [];
  for (const [key, part] of Object.entries(patch) as [string, Json][]) {
    const kept =
      key === 'roles' && Array.isArray(part) ? listLeft(part, removed) : withRolesLeft(part, removed);
    if (kept === undefined) return undefined;
    left.push([key, kept]);
  }
  return Object.fromEntries(left);
}

function listLeft(roles: readonly Json[], removed: Roles): readonly Json[] | undefined {
  const left = roles.filter((role) => !removed.has(role as string));
  return left.length === 0 ? undefined : left;
}
