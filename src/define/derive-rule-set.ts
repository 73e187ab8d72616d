import { completeRuleSet } from '../rules/complete.js';
import { looserParts } from '../rules/differences/bounds.js';
import { requireRuleSet } from '../rules/require-rule-set.js';
import type { OfficeRule, RuleSet, RuleSetOf } from '../rules/rule-set.js';
import type { Problem } from '../schema/problem.js';
import { parseRuleSet } from '../schema/rule-set/rule-set.js';
import { asJson, isRecord, type Json } from '../values/json.js';
import { undisturbed } from '../values/undisturbed.js';
import { changeByRecipe, withChange } from './change.js';
import { LooserThanBoundError, RuleSetError } from './errors.js';
import { withInheritedReadings } from './inherited-readings.js';
import { withoutRemovedRoles } from './inherited-roles.js';

type Scalar = string | number | boolean | null | undefined;

/** What a patch may say of a part: part of it, all of it, or `null` to remove it. */
export type PatchOf<T> = T extends Scalar | readonly unknown[]
  ? T
  : { readonly [K in keyof T]?: PatchOf<T[K]> | null };

/** What a community changes of a rule set, as a merge patch (RFC 7396). The patches of readings' answers are taken literally. */
export type RuleSetPatch = PatchOf<RuleSet>;

/** What a recipe may change of a part; `Known` is the same part of the base, which knows its ids. */
type DraftOf<T, Known> = [Json] extends [T] ? T : DraftOfEach<T, Known>;

type DraftOfEach<T, Known> = T extends Scalar
  ? T
  : T extends readonly (infer Member)[]
    ? DraftOf<Member, Member>[]
    : string extends keyof T
      ? NamedDrafts<T[keyof T], Known>
      : { -readonly [K in keyof T]: DraftOf<T[K], K extends keyof Known ? Known[K] : T[K]> };

/** Parts with ids of their own: those that are known are there, and others may be added. */
type NamedDrafts<Part, Known> = {
  [Id in string extends keyof Known ? never : keyof Known & string]: DraftOf<Part, Known[Id]>;
} & { [id: string]: DraftOf<Part, Part> | undefined };

/**
 * A rule set as a recipe changes it. Roles, items, limits, difficulties and readings that the base is known to have are there; others may
 * be added, and are `undefined` until they are, so that a misspelt id does not compile.
 */
export type RuleSetDraft<R extends RuleSet> = DraftOf<RuleSet, R>;

type Part<P, Key extends string> = P extends { readonly [K in Key]: infer Value }
  ? Value
  : Record<never, never>;

/** The ids that are left of some after a patch, with those that it adds. */
type Ids<Base, P> =
  | Exclude<keyof Base, { [K in keyof P]: P[K] extends null ? K : never }[keyof P]>
  | { [K in keyof P]: P[K] extends null ? never : K }[keyof P];

/** The ids of a list of each role's, such as its items. */
type IdsOfRoles<Roles, P, List extends string> = {
  readonly [Role in Ids<Roles, P>]: Ids<
    Part<Part<Roles, Role & string>, List>,
    Part<Part<P, Role & string>, List>
  > &
    string;
};

/** The answers of each reading. */
type AnswersOfReadings<Readings, P> = {
  readonly [Id in Ids<Readings, P> & string]: Ids<
    Part<Part<Readings, Id>, 'answers'>,
    Part<Part<P, Id>, 'answers'>
  > &
    string;
};

/** Whose accounts each office acts on, as the patch says or as in the base. */
type ActsOf<Offices, P> = {
  readonly [Office in Ids<Offices, P> & string]: Extract<
    Part<Part<Office extends keyof P ? P : Offices, Office>, 'acts'>,
    OfficeRule['acts']
  >;
};

/** The type of a derived rule set: the base's literal ids without those that the patch removes, and those that it adds. */
export type DerivedFrom<R extends RuleSet, P> = RuleSetOf<
  IdsOfRoles<R['roles'], Part<P, 'roles'>, 'items'>,
  Ids<R['difficulties'], Part<P, 'difficulties'>> & string,
  AnswersOfReadings<R['readings'], Part<P, 'readings'>>,
  IdsOfRoles<R['roles'], Part<P, 'roles'>, 'limits'>,
  ActsOf<R['offices'], Part<P, 'offices'>>
>;

/**
 * A community's own rule set, made from another by what it changes: a patch, which can be stored as JSON, or a recipe that changes a
 * draft. It may be stricter than the base and not looser, unless the base reads that otherwise (`community-bounds`); what cannot be compared
 * counts as looser, and another answer to an open question as neither. An open question that the change answers takes that answer; one that it settles in a way of its own is no longer
 * open. A part that is there by its type is removed by `null` in a patch, or by `Reflect.deleteProperty` in a recipe.
 *
 * @throws {@link LooserThanBoundError} where it is looser, naming the clause of each place
 * @throws `RuleSetError` where the result is not a valid rule set, naming every problem
 *
 * @example
 * ```ts
 * import { deriveRuleSet } from 'points-bank/define'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const ours = deriveRuleSet(renfa2022, (draft) => {
 *   draft.id = 'linan-2023'
 *   draft.roles.resident.limits.claims.maximum = 2
 * })
 * console.log(ours.roles.resident.limits.claims.maximum) // → 2
 *
 * const same = deriveRuleSet(renfa2022, { id: 'linan-2023', roles: { resident: { limits: { claims: { maximum: 2 } } } } })
 * console.log(JSON.stringify(same) === JSON.stringify(ours)) // → true
 * ```
 */
export function deriveRuleSet<const R extends RuleSet>(
  base: R,
  recipe: (draft: RuleSetDraft<R>) => void,
): DerivedFrom<R, Record<never, never>>;
/** By a patch; its type has the ids that the patch adds, and not those that it removes. */
export function deriveRuleSet<const R extends RuleSet, const P extends RuleSetPatch>(
  base: R,
  patch: P,
): DerivedFrom<R, P>;
export function deriveRuleSet(
  base: RuleSet,
  change: RuleSetPatch | ((draft: RuleSetDraft<RuleSet>) => void),
): RuleSet {
  return undisturbed(() => derivedFrom(base, change));
}

/** What is wrong with a change that is neither a patch nor a recipe. */
function problemsOf(change: unknown): readonly Problem[] {
  const parsed = parseRuleSet(change);
  return parsed.ok ? [] : parsed.problems;
}

function derivedFrom(
  base: RuleSet,
  change: RuleSetPatch | ((draft: RuleSetDraft<RuleSet>) => void),
): RuleSet {
  requireRuleSet(base);
  if (typeof change !== 'function' && !isRecord(change)) throw new RuleSetError(problemsOf(change));
  const patch = typeof change === 'function' ? changeByRecipe(base, change) : (change as Json);
  const changed = withChange(asJson(base), patch) as RuleSet;
  const derived = completeRuleSet(withInheritedReadings(base, withoutRemovedRoles(base, changed))) as RuleSet;
  const parsed = parseRuleSet(derived);
  const problems = parsed.ok ? [] : parsed.problems;
  // Without the limit that it holds, a bound is malformed too; what it comes to is that the rules are looser.
  const wellFormed = problems.every(({ code }) => code === 'unknown-limit');
  const places = wellFormed && base.bounds.looser === 'refused' ? looserParts(base, derived) : [];
  if (places.length > 0) throw new LooserThanBoundError(places);
  if (!parsed.ok) throw new RuleSetError(problems);
  return parsed.value;
}
