import { mergePatch } from '../rules/merge-patch.js';
import type { Reading, RuleSet } from '../rules/rule-set.js';
import { canonicalJson, isRecord, type Json } from '../values/json.js';

/**
 * A derived rule set with its readings as the rules now stand: each has the answer that the rules give, and none is left where they
 * give one of their own. What the answers say of parts that the derived rules took away is left out of them.
 */
export function withReadingsSettled(base: RuleSet, derived: RuleSet): RuleSet {
  const rules = derived as unknown as Json;
  const written = canonicalJson(rules);
  const says = (patch: Json): boolean => canonicalJson(mergePatch(rules, patch)) === written;
  const settled = Object.entries(derived.readings ?? {}).flatMap(([id, reading]) => {
    const kept = { ...reading, answers: keptAnswers(base, derived, reading) };
    const given = Object.entries(kept.answers).filter(([, { patch }]) => says(patch));
    const answer = given.find(([name]) => name === reading.chosen) ?? given[0];
    return answer === undefined ? [] : [[id, { ...kept, chosen: answer[0] }]];
  });
  return { ...derived, readings: Object.fromEntries(settled) };
}

function keptAnswers(base: RuleSet, derived: RuleSet, { answers }: Reading): Reading['answers'] {
  const [was, is] = [base as unknown as Json, derived as unknown as Json];
  // What an answer of the same reading takes away is gone by the answer, and the others bring it back.
  const answered = new Set(Object.values(answers ?? {}).flatMap(({ patch }) => removalsOf(patch)));
  return Object.fromEntries(
    Object.entries(answers ?? {}).map(([name, answer]) => {
      const patch = withLimitsOnItems(derived, withoutRemoved(answer.patch, was, is, answered));
      return [name, { ...answer, patch: patch as Reading['answers'][string]['patch'] }];
    }),
  );
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
    const items = derived.roles[role]?.items ?? {};
    const limits = Object.entries(part.limits).map(([id, limit]) => {
      if (!isRecord(limit) || !Array.isArray(limit.items)) return [id, limit];
      return [id, { ...limit, items: limit.items.filter((item) => Object.hasOwn(items, item)) }];
    });
    return [role, { ...part, limits: Object.fromEntries(limits) }];
  });
  return { ...patch, roles: Object.fromEntries(roles) } as Json;
}
