import type * as z from 'zod';
import { mergePatch } from '../rules/merge-patch.js';
import type { Reading } from '../rules/rule-set.js';
import { canonicalJson, type Json, own } from '../values/json.js';
import { issuesWith, problemsOf } from './problems-of.js';
import type { Member, Scope } from './scope.js';

/** What an answer may not change: the readings themselves, and what rule set it is. */
const OUT_OF_REACH = ['readings', 'id', 'format'];

/** The rules are written out for each answer; this is the most that may come to, in characters. */
const MOST_WRITTEN = 50_000_000;

/** The rules as they stand, for answers to be put on. */
type Standing = {
  readonly rules: Json;
  readonly written: string;
  readonly schema: z.ZodType;
  /** What is wrong with the rules as they stand: no answer's fault. */
  readonly known: ReadonlySet<string>;
};

/** Checks that the rules say what each reading's chosen answer says, and that every other answer makes valid rules of them. */
export function checkReadings(scope: Scope, schema: z.ZodType): void {
  const readings = scope.members<Reading>(['readings']);
  for (const { at, value } of readings) {
    const known = Object.keys(value.answers);
    for (const choice of ['chosen', 'default'] as const) {
      if (!known.includes(value[choice])) scope.report([...at, choice], 'unknown-answer', known.join(', '));
    }
  }
  // Where a part of the rules is not well formed there is nothing to put an answer on.
  if (!scope.isSoundBut('readings')) return;
  const rules = Object.fromEntries(
    [...(scope.names([]) ?? [])].flatMap((name) =>
      name === 'readings' ? [] : [[name, scope.part<Json>([name])]],
    ),
  ) as Json;
  const written = canonicalJson(rules);
  const answers = readings.flatMap(({ value }) => Object.keys(value.answers)).length;
  if (answers * written.length > MOST_WRITTEN) {
    scope.report(['readings'], 'too-large', `${MOST_WRITTEN} characters over all answers`);
    return;
  }
  const standing = { rules, written, schema, known: new Set(wrongWith(schema, rules)) };
  for (const reading of readings) checkReading(scope, reading, standing);
}

function checkReading(scope: Scope, { at, value }: Member<Reading>, standing: Standing): void {
  const { rules, written } = standing;
  const chosen = own(value.answers, value.chosen)?.patch;
  const stands = chosen !== undefined && canonicalJson(mergePatch(rules, chosen)) === written;
  for (const [name, { patch }] of Object.entries(value.answers)) {
    const here = [...at, 'answers', name, 'patch'];
    const reached = OUT_OF_REACH.filter((part) => own(patch, part) !== undefined);
    for (const part of reached) scope.report([...here, part], 'answer-out-of-reach');
    if (reached.length > 0) continue;
    if (name === value.chosen) {
      if (!stands) scope.report(here, 'answer-not-in-rules');
      continue;
    }
    const answered = mergePatch(rules, patch);
    for (const wrong of wrongWith(standing.schema, answered)) {
      if (!standing.known.has(wrong)) scope.report(here, 'answer-invalid', wrong);
    }
    if (stands && canonicalJson(mergePatch(answered, chosen)) !== written)
      scope.report(here, 'answer-not-undone');
  }
}

/** What is wrong with rules: each path and code. */
function wrongWith(schema: z.ZodType, rules: Json): string[] {
  return problemsOf(issuesWith(schema, rules), rules).map(({ path, code }) => `${path} ${code}`);
}
