import { enablePatches, Immer } from 'immer';
import type { RuleSet } from '../rules/rule-set.js';
import { asJson, isRecord, isSameJson, type Json, own } from '../values/json.js';

/*
 * A change to a rule set is a merge patch (RFC 7396). One part is not merged but replaced: the patch inside a reading's answer, because
 * its `null`s belong to the answer.
 */

type Path = readonly (string | number)[];

function isLiteral([part, , answers, , patch]: Path): boolean {
  return part === 'readings' && answers === 'answers' && patch === 'patch';
}

/** Applies a change to a value and returns the result. Neither argument is modified. */
export function withChange(target: Json | undefined, change: Json, path: Path = []): Json {
  if (!isRecord(change) || isLiteral(path)) return change;
  const members = new Map(isRecord(target) ? (Object.entries(target) as [string, Json][]) : []);
  for (const [name, member] of Object.entries(change)) {
    if (member === null) members.delete(name);
    else if (member !== undefined) {
      members.set(name, withChange(members.get(name), member as Json, [...path, name]));
    }
  }
  return Object.fromEntries(members);
}

/** The change that a recipe makes to a rule set: the differences in the parts that the recipe touched. */
export function changeByRecipe<Draft>(base: RuleSet, recipe: (draft: Draft) => unknown): Json {
  enablePatches();
  // The recipe's caller owns the objects put into the draft, so they are not frozen.
  const immer = new Immer({ autoFreeze: false });
  const [next, patches] = immer.produceWithPatches(base, (draft) => {
    recipe(draft as Draft);
  });
  const isTouched = (path: Path): boolean => patches.some((patch) => overlaps(patch.path, path));
  return difference(asJson(base), asJson(next), isTouched) ?? {};
}

/** The change that turns `was` into `is`, in touched parts only; `undefined` if there is none. */
function difference(
  was: Json | undefined,
  is: Json | undefined,
  isTouched: (path: Path) => boolean,
  path: Path = [],
): Json | undefined {
  if (is === undefined) return was === undefined ? undefined : null;
  if (isSameJson(was, is)) return undefined;
  if (!isRecord(was) || !isRecord(is) || isLiteral(path)) return is;
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) =>
    isTouched([...path, name]),
  );
  const members = names.map((name) => {
    const [before, after] = [own(was, name), own(is, name)] as [Json | undefined, Json | undefined];
    return [name, difference(before, after, isTouched, [...path, name])] as const;
  });
  return Object.fromEntries(members.filter(([, member]) => member !== undefined)) as Json;
}

/** Whether one path is a prefix of the other. */
function overlaps(one: Path, other: Path): boolean {
  const shared = Math.min(one.length, other.length);
  return one.slice(0, shared).every((step, i) => step === other[i]);
}
