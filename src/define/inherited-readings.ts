import type { Reading, RuleSet } from '../rules/rule-set.js';
import { canonicalJson, isRecord, type Json, own } from '../values/json.js';

/**
 * A derived rule set whose readings of the base agree with its rules: each has the answer that the rules give, and a question that they
 * settle in a way of their own is gone. The base's answers say nothing of parts that the derived rules took away. What the change
 * itself says of a reading stays as it is, to be judged with the rest.
 */
export function withInheritedReadings(base: RuleSet, derived: RuleSet): RuleSet {
  if (!isRecord(derived) || !isRecord(derived.readings)) return derived;
  const readings = Object.entries(derived.readings).flatMap(([id, reading]) => {
    const was = own(base.readings, id);
    if (was === undefined || !isRecord(reading) || !isRecord(reading.answers)) return [[id, reading]];
    const answers = withAnswersOf(was, reading, base, derived);
    const kept = { ...reading, answers };
    if (reading.chosen !== was.chosen || !same(reading.answers, was.answers)) return [[id, kept]];
    const given = Object.keys(answers).filter((name) =>
      isSaid(derived as unknown as Json, answers[name]?.patch as Json),
    );
    const chosen = given.find((name) => name === reading.chosen) ?? given[0];
    return chosen === undefined ? [] : [[id, { ...kept, chosen }]];
  });
  return { ...derived, readings: Object.fromEntries(readings) };
}

/** The answers of a reading, without what those of the base say of parts that were there and are gone. */
function withAnswersOf(base: Reading, { answers }: Reading, was: RuleSet, is: RuleSet): Reading['answers'] {
  // What an answer of the same reading takes away is gone by the answer, and the others bring it back.
  const answered = new Set(Object.values(base.answers).flatMap(({ patch }) => removalsOf(patch)));
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => {
      if (!same(answer, own(base.answers, name))) return [name, answer];
      const kept = withoutRemoved(answer.patch, was as unknown as Json, is as unknown as Json, answered);
      return [name, { ...answer, patch: withLimitsOnItems(is, kept) as typeof answer.patch }];
    }),
  );
}

/** Whether rules say what a patch says: put on them, it changes nothing. */
function isSaid(rules: Json | undefined, patch: Json): boolean {
  if (!isRecord(patch)) return same(patch, rules);
  if (!isRecord(rules)) return false;
  return Object.entries(patch).every(([key, part]) => {
    const there = own(rules, key) as Json | undefined;
    return part === null ? there === undefined : isSaid(there, part as Json);
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (other !== undefined && canonicalJson(one) === canonicalJson(other));
}

/** The dotted paths of what a patch takes away. */
function removalsOf(patch: Json, path = ''): string[] {
  if (patch === null) return [path];
  if (!isRecord(patch)) return [];
  return Object.entries(patch).flatMap(([key, part]) => removalsOf(part as Json, `${path}.${key}`));
}

/** A patch without what it says of parts that were there and are gone, unless they are gone by an answer. */
function withoutRemoved(
  patch: Json,
  was: Json | undefined,
  is: Json | undefined,
  answered: ReadonlySet<string>,
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
        answered.has(`${path}.${key}`),
    )
    .map(([key, part]) => [
      key,
      withoutRemoved(part as Json, before[key] as Json, after[key] as Json, answered, `${path}.${key}`),
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
