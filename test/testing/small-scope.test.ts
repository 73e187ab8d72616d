import { expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { proveSmallScope } from '../../src/testing/exhaustive.js';

test('every sequence of a small world keeps the law', () => {
  const proof = proveSmallScope(renfa2022, { depth: 4 });
  console.info(
    `${proof.sequences} sequences of up to ${proof.depth} of ${proof.commands} commands; ${proof.run} run`,
  );
  expect(proof.broken).toEqual([]);
  expect(proof.sequences).toBe(14 + 14 ** 2 + 14 ** 3 + 14 ** 4);
});
