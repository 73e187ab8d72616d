import type * as z from 'zod';
import { mergePatch } from '../rules/merge-patch.js';
import type { Reading, ReadingAnswer } from '../rules/rule-set.js';
import { canonicalJson, type Json, own } from '../values/json.js';
import { judge } from './parse.js';
import type { Path } from './problem.js';
import type { Member, Scope } from './scope.js';

/** What an answer may not change: the readings themselves, and what rule set it is. */
const OUT_OF_REACH = ['readings', 'id', 'format'];

/** The rules are written out for each answer; this is the most that may come to, in characters. */
const MOST_WRITTEN = 50_000_000;

/** The rules as they stand, for answers to be put on. */
type Standing = { readonly rules: Json; readonly written: string };

/** Checks that the rules say what each reading's chosen answer says, and that every other answer makes valid rules of them. */
export function checkReadings(scope: Scope, rulesSchema: z.ZodType): void {
  const readings = scope.members<Reading>(['readings']);
  for (const { at, value } of readings) {
    const known = Object.keys(value.answers);
    for (const choice of ['chosen', 'default'] as const) {
      if (!known.includes(value[choice])) scope.report([...at, choice], 'unknown-answer', known.join(', '));
    }
    for (const answer of answersOf(at, value)) {
      for (const part of OUT_OF_REACH.filter((name) => own(answer.value.patch, name) !== undefined)) {
        scope.report([...answer.at, part], 'answer-out-of-reach');
      }
    }
  }
  checkAnswers(scope, readings, rulesSchema);
}
