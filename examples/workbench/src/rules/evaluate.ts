import { type Deviation, deviations, type RuleSet, readings, withReading } from 'points-bank';
import {
  deriveRuleSet,
  type LooserPart,
  LooserThanBoundError,
  type Problem,
  RuleSetError,
  type RuleSetPatch,
} from 'points-bank/define';
import { parseRuleSet } from 'points-bank/schema';
import { at, difference, isObject, type JsonObject, own, same } from './json.js';

/** What a draft comes to: rules and how they differ from the base, or what is wrong with them. */
export type Evaluation =
  | {
      readonly ok: true;
      readonly ruleSet: RuleSet;
      readonly deviations: readonly Deviation[];
      /** Where the base does not let a community's own rules be as loose. */
      readonly loosened: readonly LooserPart[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Judges a draft against its base: the base as its open questions are answered, and what the draft changes of that, as the library
 * derives rule sets. An answer is a way to read the text, so that only the changes can be looser than the text lets them be.
 */
export function evaluate(base: RuleSet, draft: JsonObject): Evaluation {
  const from = base as unknown as JsonObject;
  if (same(from, draft)) return { ok: true, ruleSet: base, deviations: [], loosened: [] };
  if (!sameQuestions(from, draft)) return judged(base, draft);
  const read = answered(base, draft);
  const patch = difference(read as unknown as JsonObject, draft) as RuleSetPatch;
  if (Object.keys(patch).length === 0) return judged(base, read);
  try {
    return accepted(base, deriveRuleSet(read, patch), []);
  } catch (thrown) {
    if (thrown instanceof RuleSetError) return { ok: false, problems: thrown.problems };
    if (!(thrown instanceof LooserThanBoundError)) throw thrown;
    return looser(base, read, patch, thrown.loosened);
  }
}

/** The base under the answers that the draft chooses. */
function answered(base: RuleSet, draft: JsonObject): RuleSet {
  return readings(base).reduce((read, { id, chosen, answers }) => {
    const answer = at(draft, ['readings', id, 'chosen']);
    const other = typeof answer === 'string' && answer !== chosen && Object.hasOwn(answers, answer);
    return other ? withReading(read, id, answer) : read;
  }, base);
}

/** The rules all the same: what an officer wants to see is what looser ones would do. */
function looser(
  base: RuleSet,
  read: RuleSet,
  patch: RuleSetPatch,
  loosened: readonly LooserPart[],
): Evaluation {
  const lenient: RuleSet = { ...read, bounds: { ...read.bounds, looser: 'allowed' } };
  const kept = { ...patch, bounds: { ...patch.bounds, looser: patch.bounds?.looser ?? read.bounds.looser } };
  try {
    return accepted(base, deriveRuleSet(lenient, kept), loosened);
  } catch (thrown) {
    if (thrown instanceof RuleSetError) return { ok: false, problems: thrown.problems };
    throw thrown;
  }
}

/** What is not derived is what it says: a rule set with questions of its own, the base under other answers. */
function judged(base: RuleSet, draft: unknown): Evaluation {
  const parsed = parseRuleSet(draft);
  return parsed.ok ? accepted(base, parsed.value, []) : { ok: false, problems: parsed.problems };
}

function accepted(base: RuleSet, ruleSet: RuleSet, loosened: readonly LooserPart[]): Evaluation {
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
