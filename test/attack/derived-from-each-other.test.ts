import { describe, expect, test } from 'vitest';
import { deriveRuleSet, type RuleSetPatch } from '../../src/define.js';
import { digest, type Json, type RuleSet } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { isRecord } from '../../src/values/json.js';

/* Any rule set can be derived from any other: a change may touch every part of it, and nothing of the base is left over. */

const SETS: readonly RuleSet[] = Object.values(shipped);
const PAIRS = SETS.flatMap((base) => SETS.filter((aim) => aim !== base).map((aim) => [base, aim] as const));

/** The merge patch from one value to another; the patch of a reading's answer is replaced as a whole. */
function patchTo(was: unknown, is: unknown, name = ''): Json {
  if (!isRecord(was) || !isRecord(is) || name === 'patch') return is as Json;
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return Object.fromEntries(
    names.map((member) => [
      member,
      Object.hasOwn(is, member) ? patchTo(was[member], is[member], member) : null,
    ]),
  ) as Json;
}

/** The rules of a base that lets others be looser. */
function open(base: RuleSet): RuleSet {
  return { ...base, bounds: { ...base.bounds, looser: 'allowed' } };
}

describe.each(PAIRS)('$id becomes $id', (base, aim) => {
  test('by a patch', () => {
    const derived = deriveRuleSet(open(base), patchTo(open(base), aim) as RuleSetPatch);
    expect(digest(derived)).toBe(digest(aim));
  });
});

test('a new reading keeps what its answers remove', () => {
  const [base, aim] = [shipped.hailin as RuleSet, shipped.renfa2022 as RuleSet];
  const patch = patchTo(open(base), aim) as RuleSetPatch;
  expect(deriveRuleSet(open(base), patch).readings).toEqual(aim.readings);
});
