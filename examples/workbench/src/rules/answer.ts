import type { RuleSet } from 'points-bank';
import { at, type JsonObject, patched, withPart } from './json.js';

/** The draft under another answer to an open question: the answer's patch put on it, and the choice noted. */
export function withAnswer(draft: JsonObject, reading: string, answer: string): JsonObject {
  const patch = at(draft, ['readings', reading, 'answers', answer, 'patch']);
  const ruled = patch === undefined ? draft : patched(draft, patch);
  return withPart(ruled, ['readings', reading, 'chosen'], answer) as JsonObject;
}

/** The answer that the rules now give; `undefined` where they settle the question in a way of their own. */
export function answerOf(ruleSet: RuleSet, reading: string): string | undefined {
  return Object.hasOwn(ruleSet.readings, reading) ? ruleSet.readings[reading]?.chosen : undefined;
}
