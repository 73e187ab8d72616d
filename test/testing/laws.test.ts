import fc from 'fast-check';
import { describe, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { laws } from '../../src/testing/laws.js';

describe('the first scheme keeps the law', () => {
  test.each(laws(renfa2022))('$name', ({ property }) => {
    fc.assert(property, { numRuns: 100 });
  });
});
