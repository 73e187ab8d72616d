import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoleRule, Scoring } from '../../src/index.js';
import { mostCounted } from '../../src/rules/reach/most-counted.js';
import { Member, scheme } from '../schemes/redeeming.js';

/* What an entry can score of a sum in bands is no more, and no more of a deduction, than the rules are checked by. */

const bands = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.integer({ min: -4, max: 6 }), fc.constantFrom(undefined, 2)), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.constantFrom({}, { rounding: 'up' as const }, { maximum: 9 }),
  )
  .map(([starts, rates, more]): Scoring => {
    const all = starts
      .sort((a, b) => a - b)
      .map((from, i) => {
        const [points, each] = rates[i] as [number, number | undefined];
        return { from, points, ...(each === undefined ? {} : { each }) };
      });
    const unitTitle = { en: 'hour' };
    return { by: 'bands', unit: 'hour', unitTitle, over: 'month', bands: all, ...more };
  });
const step = fc.record({ quantity: fc.integer({ min: 1, max: 5 }), isUndone: fc.boolean() });

test('one entry gives no more, and takes no more, than told', () => {
  fc.assert(
    fc.property(bands, fc.array(step, { maxLength: 6 }), (scoring, steps) => {
      const ruleSet = scheme({ scoring, redemption: {} });
      const role = ruleSet.roles.member as RoleRule;
      const once = { clause: '1', title: { en: 'once' }, items: ['activity'], maximum: 1 } as const;
      const limits = { once: { ...once, counts: 'entries', per: 'day', beyond: 'refuse' } } as const;
      const most = (counts: 'points' | 'deductions') =>
        mostCounted({ ...role, limits }, { counts, per: 'day', items: ['activity'] });
      const member = new Member(ruleSet);
      steps.forEach(({ quantity, isUndone }, i) => {
        member.activity('2024-05-01', quantity);
        const event = member.events.at(-1);
        const points = event?.type === 'ActivityCredited' ? event.data.points : 0;
        expect(points).toBeLessThanOrEqual(most('points'));
        expect(-points).toBeLessThanOrEqual(most('deductions'));
        if (!isUndone) return;
        const reverses = { kind: 'matter', id: `m${i + 1}` };
        member.send('ReverseEntry', { reversalId: `u${i}`, reverses, reason: 'a slip', on: '2024-05-01' });
      });
    }),
    { numRuns: 300 },
  );
});
