import { expect, test } from 'vitest';
import { deriveRuleSet } from '../../src/define.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { proveSmallScope } from '../../src/testing/small-scope.js';

test('every sequence of a small world keeps the laws', () => {
  const proof = proveSmallScope(renfa2022, { depth: 4 });
  console.info(
    `${proof.sequences} sequences of up to ${proof.depth} of ${proof.commands} commands; ${proof.run} run`,
  );
  expect(proof.broken).toEqual([]);
  expect(proof.sequences).toBe(19 + 19 ** 2 + 19 ** 3 + 19 ** 4);
});

test('in the small world the rules are in force', () => {
  const later = deriveRuleSet(renfa2022, { inForce: { from: '2030-07-01' } });
  const { broken, run } = proveSmallScope(later, { depth: 3 });
  expect(broken).toEqual([]);
  expect(run).toBe(proveSmallScope(renfa2022, { depth: 3 }).run);
});
