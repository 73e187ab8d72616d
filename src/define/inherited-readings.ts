import type { Reading, RuleSet } from '../rules/rule-set.js';
import { asJson, isRecord, isSameJson, type Json, own } from '../values/json.js';
import { removedRoles, withRolesLeft } from './inherited-roles.js';

/**
 * Brings the readings that a derived rule set inherits into line with its rules. A reading whose question the derived rules settle
 * otherwise is dropped; the others choose the answer that matches. Answers lose what they say of parts that the derived rules removed; one
 * that was for removed roles alone goes with them, and a question with one answer left is none. A reading that the change itself edits is
 * left alone, to be checked like the rest.
 */
export function withInheritedReadings(base: RuleSet, derived: RuleSet): RuleSet {
  if (!isRecord(derived) || !isRecord(derived.readings)) return derived;
  const readings = Object.entries(derived.readings).flatMap(([id, reading]) => {
    const was = own(base.readings, id);
    if (was === undefined || !isRecord(reading) || !isRecord(reading.answers)) return [[id, reading]];
    const answers = withAnswersOf(was, reading, base, derived);
    const kept = { ...reading, answers };
    if (reading.chosen !== was.chosen || !isSameJson(reading.answers, was.answers)) return [[id, kept]];
    const applied = Object.keys(answers).filter((name) =>
      isApplied(asJson(derived), answers[name]?.patch as Json),
    );
    const chosen = applied.find((name) => name === reading.chosen) ?? applied[0];
    const isOpen = Object.keys(answers).length > 1 || Object.keys(was.answers).length === 1;
    return chosen === undefined || !isOpen ? [] : [[id, { ...kept, chosen }]];
  });
  return { ...derived, readings: Object.fromEntries(readings) };
}

/** The answers of an inherited reading, without patches to parts that the derived rules removed. */
function withAnswersOf(base: Reading, { answers }: Reading, was: RuleSet, is: RuleSet): Reading['answers'] {
  // A part removed by one of this reading's own answers stays: another answer brings it back.
  const removedByAnswers = new Set(Object.values(base.answers).flatMap(({ patch }) => removalsOf(patch)));
  const removed = removedRoles(was, is);
  return Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) => {
      if (!isSameJson(answer, own(base.answers, name))) return [[name, answer]];
      const kept = withoutRemoved(answer.patch, asJson(was), asJson(is), removedByAnswers);
      const patch = withRolesLeft(withLimitsOnItems(is, kept), removed);
      return patch === undefined ? [] : [[name, { ...answer, patch: patch as typeof answer.patch }]];
    }),
  );
}

/** Whether a patch is already applied: applying it would change nothing. */
function isApplied(rules: Json | undefined, patch: Json): boolean {
  if (!isRecord(patch)) return isSameJson(patch, rules);
  if (!isRecord(rules)) return false;
  return Object.entries(patch).every(([key, part]) => {
    const there = own(rules, key) as Json | undefined;
    return part === null ? there === undefined : isApplied(there, part as Json);
  });
}

/** The dotted paths that a patch removes. */
function removalsOf(patch: Json, path = ''): string[] {
  if (patch === null) return [path];
  if (!isRecord(patch)) return [];
  return Object.entries(patch).flatMap(([key, part]) => removalsOf(part as Json, `${path}.${key}`));
}

/** A patch without changes to parts that the derived rules removed, except parts that an answer removes. */
function withoutRemoved(
  patch: Json,
  was: Json | undefined,
  is: Json | undefined,
  removedByAnswers: ReadonlySet<string>,
  path = '',
): Json {
  if (!isRecord(patch)) return patch;
  const [before, after] = [isRecord(was) ? was : {}, isRecord(is) ? is : {}];
  const kept = Object.entries(patch)
    .filter(
      ([key, part]) =>
        !isRecord(part) ||
        !Object.hasOwn(before, key) ||
        Object.hasOwn(after, key) ||
        removedByAnswers.has(`${path}.${key}`),
    )
    .map(([key, part]) => [
      key,
      withoutRemoved(
        part as Json,
        before[key] as Json,
        after[key] as Json,
        removedByAnswers,
        `${path}.${key}`,
      ),
    ]);
  return Object.fromEntries(kept);
}

/** A patch whose new limits name only items that the role still has. */
function withLimitsOnItems(derived: RuleSet, patch: Json): Json {
  if (!isRecord(patch) || !isRecord(patch.roles)) return patch;
  const roles = Object.entries(patch.roles).map(([role, part]) => {
    if (!isRecord(part) || !isRecord(part.limits)) return [role, part];
    const items = derived.roles?.[role]?.items ?? {};
    const limits = Object.entries(part.limits).map(([id, limit]) => {
      if (!isRecord(limit) || !Array.isArray(limit.items)) return [id, limit];
      return [id, { ...limit, items: limit.items.filter((item) => Object.hasOwn(items, item)) }];
    });
    return [role, { ...part, limits: Object.fromEntries(limits) }];
  });
  return { ...patch, roles: Object.fromEntries(roles) } as Json;
}
