import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { earningOf, mostCounted } from '../../src/rules/reach/most-counted.js';

/* What all items come to together is what they come to one by one, under every shipped rule set. */

const ROLES = Object.entries(shipped as unknown as Record<string, RuleSet>).flatMap(([name, ruleSet]) =>
  Object.entries(ruleSet.roles ?? {}).map(([role, rule]) => [`${name} ${role}`, rule, ruleSet] as const),
);
const COUNTS = ['points', 'deductions', 'entries', 'months', 'quantity'] as const;
const WINDOWS = ['day', 'month', 'year', 'life', { last: 40, of: 'days' }] as const;

describe('a sentence on all items counts what one that names them counts', () => {
  test.each(ROLES)('%s', (_, rule, ruleSet) => {
    const earning = earningOf(rule, ruleSet);
    const items = [...new Set([...Object.keys(rule.items), rule.opening.item])];
    for (const limit of [undefined, ...Object.values(rule.limits)]) {
      for (const counts of COUNTS) {
        for (const per of WINDOWS) {
          const sentence = { counts, per, unit: 'hour' };
          const [of, named] = [
            mostCounted(earning, sentence, limit),
            mostCounted(earning, { ...sentence, items }, limit),
          ];
          expect([counts, per, of]).toEqual([counts, per, named]);
        }
      }
    }
    // A limit that names all items is one on all items, though it is not said so.
    const capped = (of: object) =>
      mostCounted(
        {
          ...earning,
          limits: {
            cap: {
              clause: '1',
              title: { en: 'Cap' },
              counts: 'points',
              per: 'life',
              maximum: 1,
              beyond: 'trim',
              ...of,
            },
          },
        },
        { counts: 'points', per: 'life' },
      );
    expect(capped({ items })).toBe(capped({}));
  });
});
