import {
  type Deviation,
  deriveRuleSet,
  deviations,
  type Loosened,
  LooserThanBound,
  type Problem,
  type RuleSet,
  RuleSetError,
  type RuleSetPatch,
} from 'points-bank';
import { parseRuleSet } from 'points-bank/schema';
import { difference, isObject, type JsonObject, own, same } from './json.js';

/** What a draft comes to: rules and how they differ from the base, or what is wrong with them. */
export type Evaluation =
  | {
      readonly ok: true;
      readonly ruleSet: RuleSet;
      readonly deviations: readonly Deviation[];
      /** Where the base does not let a community's own rules be as loose. */
      readonly loosened: readonly Loosened[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Judges a draft against its base, as the library derives rule sets. */
export function evaluate(base: RuleSet, draft: JsonObject): Evaluation {
  const from = base as unknown as JsonObject;
  if (same(from, draft)) return { ok: true, ruleSet: base, deviations: [], loosened: [] };
  if (!sameQuestions(from, draft)) return judged(base, draft);
  const patch = difference(from, draft) as RuleSetPatch;
  try {
    return accepted(base, deriveRuleSet(base, patch), []);
  } catch (thrown) {
    if (thrown instanceof RuleSetError) return { ok: false, problems: thrown.problems };
    if (!(thrown instanceof LooserThanBound)) throw thrown;
    return looser(base, patch, thrown.loosened);
  }
}

/** The rules all the same: what an officer wants to see is what looser ones would do. */
function looser(base: RuleSet, patch: RuleSetPatch, loosened: readonly Loosened[]): Evaluation {
  const lenient: RuleSet = { ...base, bounds: { ...base.bounds, looser: 'allowed' } };
  const kept = { ...patch, bounds: { ...patch.bounds, looser: patch.bounds?.looser ?? base.bounds.looser } };
  try {
    return accepted(base, deriveRuleSet(lenient, kept), loosened);
  } catch (thrown) {
    if (thrown instanceof RuleSetError) return { ok: false, problems: thrown.problems };
    throw thrown;
  }
}

/** A rule set with questions of its own is not derived from the base; it is what it says. */
function judged(base: RuleSet, draft: JsonObject): Evaluation {
  const parsed = parseRuleSet(draft);
  return parsed.ok ? accepted(base, parsed.value, []) : { ok: false, problems: parsed.problems };
}

function accepted(base: RuleSet, ruleSet: RuleSet, loosened: readonly Loosened[]): Evaluation {
  return { ok: true, ruleSet, deviations: deviations(base, ruleSet), loosened };
}

/** Whether the open questions are those of the base, whatever was chosen. */
export function sameQuestions(base: JsonObject, draft: JsonObject): boolean {
  const questions = (of: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(own(of, 'readings') ?? {}).map(([id, reading]) => [id, withoutChoice(reading)]),
    );
  return same(questions(base), questions(draft));
}

function withoutChoice(reading: unknown): JsonObject | undefined {
  if (!isObject(reading)) return undefined;
  return { ...reading, chosen: undefined, ruled: undefined };
}
