import { mergePatch } from '../../rules/merge-patch.js';
import type { Reading, RuleSet } from '../../rules/rule-set.js';
import { canonicalJson, isRecord, isSameJson, type Json, own } from '../../values/json.js';
import { type CheckContext, type Member, nameList } from '../check-context.js';
import type { Fault } from '../faults.js';
import { pathText } from '../problem.js';

/** What an answer may not change: the readings themselves, and what rule set it is. */
const OUT_OF_REACH = ['readings', 'id', 'format'];

/** The rules are checked with each answer; this is the most that they may come to, in characters. */
const MOST_WRITTEN = 50_000_000;

/** A patch that is longer is not proposed. */
const LONGEST_PATCH = 800;

/** Finds what is wrong with rules that have no readings. */
type FaultsOfRules = (rules: unknown) => readonly Fault[];

/** The rules as they stand, for answers to be put on. */
type Standing = {
  readonly rules: Json;
  readonly faultsOfRules: FaultsOfRules;
  /** What is wrong with the rules as they stand: no answer's fault. */
  readonly known: ReadonlySet<string>;
};

/** Checks that the rules say what each reading's chosen answer says, and that every other answer makes valid rules of them. */
export function checkReadings(context: CheckContext, faultsOfRules: FaultsOfRules): void {
  const readings = context.members<Reading>(['readings']);
  const interpretation = context.part<RuleSet['interpretation']>(['interpretation']);
  const haveLastWord = interpretation && new Set(Object.values(interpretation.by));
  for (const { at, value } of readings) {
    const known = new Set(Object.keys(value.answers));
    for (const choice of ['chosen', 'default'] as const) {
      if (!known.has(value[choice])) context.report([...at, choice], 'unknown-answer', nameList(known));
    }
    if (value.ruled !== undefined && haveLastWord?.has(value.ruled.by) === false)
      context.report([...at, 'ruled', 'by'], 'not-one-of', nameList(haveLastWord));
  }
  // Where a part of the rules is not well formed there is nothing to put an answer on.
  if (!context.isSoundBut('readings')) return;
  const rules = Object.fromEntries(
    [...(context.names([]) ?? [])].flatMap((name) =>
      name === 'readings' ? [] : [[name, context.part<Json>([name])]],
    ),
  ) as Json;
  const answers = readings.flatMap(({ value }) => Object.keys(value.answers)).length;
  if (answers * canonicalJson(rules).length > MOST_WRITTEN) {
    context.report(['readings'], 'too-large', `${MOST_WRITTEN} characters over all answers`);
    return;
  }
  const known = new Set(faultsOfRules(rules).map(shown));
  const standing = { rules, faultsOfRules, known };
  for (const reading of readings) checkReading(context, reading, standing);
}

function checkReading(context: CheckContext, { at, value }: Member<Reading>, standing: Standing): void {
  const { rules } = standing;
  const chosen = own(value.answers, value.chosen)?.patch;
  const stands = chosen !== undefined && isSameJson(mergePatch(rules, chosen), rules);
  for (const [name, { patch }] of Object.entries(value.answers)) {
    const here = [...at, 'answers', name, 'patch'];
    const reached = OUT_OF_REACH.filter((part) => own(patch, part) !== undefined);
    for (const part of reached) context.report([...here, part], 'answer-out-of-reach');
    if (reached.length > 0) continue;
    if (name === value.chosen) {
      if (!stands) context.report(here, 'answer-not-in-rules');
      continue;
    }
    const answered = mergePatch(rules, patch);
    for (const wrong of standing.faultsOfRules(answered).filter(isWrong).map(shown)) {
      if (!standing.known.has(wrong)) context.report(here, 'answer-invalid', wrong);
    }
    if (stands && !isSameJson(mergePatch(answered, chosen), rules))
      context.report(here, 'answer-not-undone', proposed(bothPatches(chosen, patchBack(rules, patch))));
  }
}

/** An answer may leave a bound on redeeming nothing to refuse, such as one visit a year where it gives no more itself. */
function isWrong({ path, code }: Fault): boolean {
  return path[0] !== 'redemption' || (code !== 'never-bites' && code !== 'no-effect');
}

function proposed(patch: Json): string {
  const written = JSON.stringify(patch);
  return written.length > LONGEST_PATCH ? '' : written;
}

/** The patch that takes another one back: what the rules say of every part that it changes, and `null` where they say nothing. */
function patchBack(rules: Json | undefined, patch: Json): Json {
  if (rules === undefined) return null;
  if (!isRecord(rules) || !isRecord(patch)) return rules;
  return Object.fromEntries(
    Object.entries(patch).map(([part, change]) => [part, patchBack(own(rules, part), change as Json)]),
  ) as Json;
}

/** What either of two patches says, where they do not contradict each other. */
function bothPatches(one: Json | undefined, other: Json): Json {
  if (!isRecord(one) || !isRecord(other)) return other;
  const named = Object.entries(other).map(([part, change]) => [
    part,
    bothPatches(own(one, part) as Json, change as Json),
  ]);
  return { ...one, ...Object.fromEntries(named) } as Json;
}

function shown({ path, code }: Fault): string {
  return `${pathText(path)} ${code}`;
}
