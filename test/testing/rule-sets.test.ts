import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import { checkLaws } from '../../src/testing/laws.js';
import { canonicalJson } from '../../src/values/json.js';

test('every valid rule set keeps the laws', () => {
  fc.assert(
    fc.property(ruleSets(), fc.integer(), (ruleSet, seed) => {
      const { broken } = checkLaws(ruleSet, { numRuns: 2, seed });
      expect(broken.map(({ law, how, test: story }) => `${law}: ${how}\n${story}`)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a rule set is plain JSON', () => {
  fc.assert(
    fc.property(ruleSets(), (ruleSet) => {
      expect(canonicalJson(JSON.parse(JSON.stringify(ruleSet)))).toBe(canonicalJson(ruleSet));
    }),
    { numRuns: 100 },
  );
});
