import { asJson, isRecord, isSameJson, type Json } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { requireRuleSet } from '../require-rule-set.js';
import type { Clause, RuleSet } from '../rule-set.js';
import type { Direction } from './direction.js';
import { judge } from './directions.js';
import { placeOf } from './place.js';

/** One difference between a derived rule set and its base. */
export type Deviation = {
  /** The clause of the part that differs, as near to it as the rule set cites one. */
  readonly clause: Clause;
  /** The part, as a dotted path. */
  readonly path: string;
  /** Its effect on the volunteer: stricter, looser, new, or none of these. */
  readonly kind: Direction;
  /** What it was; absent where it was not there. */
  readonly was?: Json;
  /** What it is; absent where it was taken away. */
  readonly is?: Json;
};

/** Parts that are compared as a whole, since their members mean nothing on their own. */
const WHOLE =
  /(?:\.once|\.bars|\.per|\.period|\.lapse|\.mark|\.lasts|\.handbook|\.goodFor|\.inactivity|\.overdraft|\.spendableWait|^roles\.\*\.opening\.form)$/;
/** Parts that only name or describe, and readings, whose effect shows in the parts that they change. */
const NAMES =
  /^(?:format|id|version|locales|title|source|clauses|readings)(?:\.|$)|\.(?:title|clause|unitTitle|question)(?:\.|$)/;

/**
 * Every difference between a derived rule set and its base, sorted by clause and marked stricter, looser, new or other. It is the list
 * that a community files with the supervising office where the rules ask for that (`filing`).
 *
 * @example
 * ```ts
 * import { deviations } from 'points-bank'
 * import { deriveRuleSet } from 'points-bank/define'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const ours = deriveRuleSet(renfa2022, { roles: { resident: { limits: { claims: { maximum: 2 } } } } })
 * const [only] = deviations(renfa2022, ours)
 * console.log(only.clause, only.kind) // → 2.3.3.2 stricter
 * ```
 */
export function deviations(base: RuleSet, derived: RuleSet): Deviation[] {
  return undisturbed(() => deviationsFrom(base, derived));
}

function deviationsFrom(base: RuleSet, derived: RuleSet): Deviation[] {
  requireRuleSet(base);
  requireRuleSet(derived);
  const found: Deviation[] = [];
  const rules = { was: base, is: derived };
  const walk = (path: string, was: Json | undefined, is: Json | undefined, above: Clause): void => {
    const place = placeOf(path);
    if (NAMES.test(place) || isSameJson(was, is)) return;
    const isWhole = WHOLE.test(place);
    if (isWhole && isSameJson(unnamed(was), unnamed(is))) return;
    const clause = clauseOf(is) ?? clauseOf(was) ?? above;
    if (!isRecord(was) || !isRecord(is) || isWhole || isScoredOtherwise(place, was, is)) {
      const kind = judge(path, was, is, rules);
      if (kind !== 'same') found.push(deviation(path, was, is, clause, kind));
      return;
    }
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      walk(path === '' ? key : `${path}.${key}`, was[key] as Json, is[key] as Json, clause);
    }
  };
  walk('', asJson(base), asJson(derived), base.clauses.entries);
  return found.sort((a, b) => compareClauses(a.clause, b.clause));
}

/** A part that is compared as a whole, without the clause that it cites. */
function unnamed(part: Json | undefined): Json | undefined {
  return isRecord(part) ? asJson({ ...part, clause: undefined }) : part;
}

/** Scorings of different kinds share no members to compare. */
function isScoredOtherwise(
  place: string,
  was: Record<string, unknown>,
  is: Record<string, unknown>,
): boolean {
  return place.endsWith('.scoring') && was.by !== is.by;
}

function clauseOf(part: Json | undefined): Clause | undefined {
  return isRecord(part) && typeof part.clause === 'string' ? part.clause : undefined;
}

function deviation(
  path: string,
  was: Json | undefined,
  is: Json | undefined,
  clause: Clause,
  kind: Direction,
): Deviation {
  return {
    clause,
    path,
    kind,
    ...(was === undefined ? {} : { was }),
    ...(is === undefined ? {} : { is }),
  };
}

/** `2.3.1.2` before `2.3.1.10`, numbers before letters. */
function compareClauses(a: Clause, b: Clause): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
