import { type Loosened, loosened } from '../rules/bounds.js';
import { mergePatch } from '../rules/merge-patch.js';
import type { DifficultyOf, RoleIdOf, RuleSet, RuleSetOf } from '../rules/rule-set.js';
import { parseRuleSet } from '../schema/parse-rule-set.js';
import type { Json } from '../values/json.js';
import { RuleSetError } from './define-rule-set.js';
import { withReadingsSettled } from './settle-readings.js';

/** What a patch may say of a part: part of it, all of it, or `null` to remove it. */
export type PatchOf<T> = T extends string | number | boolean | readonly unknown[]
  ? T
  : { readonly [K in keyof T]?: PatchOf<T[K]> | null };

/** What a community changes of a rule set, as a merge patch (RFC 7396). */
export type RuleSetPatch = PatchOf<RuleSet>;

type Parts<P, Key extends string> = P extends { readonly [K in Key]: infer Part }
  ? Part
  : Record<never, never>;
type KeysOf<T> = keyof T & string;
type ItemsIn<T, Role extends string> = Role extends keyof T ? KeysOf<Parts<T[Role], 'items'>> : never;

/** The type of a derived rule set: the base's literal ids and those that the patch adds. */
export type DerivedFrom<R extends RuleSet, P> = RuleSetOf<
  {
    readonly [Role in RoleIdOf<R> | KeysOf<Parts<P, 'roles'>>]:
      | ItemsIn<R['roles'], Role>
      | ItemsIn<Parts<P, 'roles'>, Role>;
  },
  DifficultyOf<R> | KeysOf<Parts<P, 'difficulties'>>,
  (keyof R['readings'] & string) | KeysOf<Parts<P, 'readings'>>
>;

/** Thrown where a derived rule set is looser than a bound of its base; names each bound's clause. */
export class LooserThanBound extends Error {
  override readonly name = 'LooserThanBound';
  /** Every place where it is looser. */
  readonly loosened: readonly Loosened[];

  constructor(places: readonly Loosened[]) {
    super(
      places
        .map(({ path, bound, clause }) => `${path} is looser than '${bound}' (clause ${clause})`)
        .join('\n'),
    );
    this.loosened = places;
  }
}

/**
 * A community's own rule set, made from another by what it changes. The parts that the base holds as bounds may be stricter and
 * not looser, unless the base reads that otherwise (`community-bounds`). An open question that the patch answers takes that
 * answer; one that it settles in a way of its own is no longer open.
 *
 * @throws {@link LooserThanBound} where it is looser than a bound, naming the clause
 * @throws `RuleSetError` where the result is not a valid rule set, naming every problem
 *
 * @example
 * ```ts
 * import { deriveRuleSet } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const ours = deriveRuleSet(renfa2022, {
 *   id: 'linan-2023',
 *   version: '1',
 *   roles: { resident: { limits: { claims: { maximum: 2 } } } },
 * })
 * console.log(ours.roles.resident.limits.claims.maximum) // → 2
 * ```
 */
export function deriveRuleSet<const R extends RuleSet, const P extends RuleSetPatch>(
  base: R,
  patch: P,
): DerivedFrom<R, P> {
  const merged = mergePatch(base as unknown as Json, patch as unknown as Json) as unknown as RuleSet;
  const settled = withReadingsSettled(base, merged);
  const parsed = parseRuleSet(settled);
  const problems = parsed.ok ? [] : parsed.problems;
  // A bound whose limit was taken away is a problem of form as well; what it comes to is that the rules are looser.
  const wellFormed = problems.every(({ code }) => code === 'unknown-limit');
  const places = wellFormed && base.bounds.looser === 'refused' ? loosened(base, settled) : [];
  if (places.length > 0) throw new LooserThanBound(places);
  if (!parsed.ok) throw new RuleSetError(problems);
  return parsed.value as unknown as DerivedFrom<R, P>;
}
