import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RedemptionLimit, RedemptionPeriod, RuleSet } from '../../src/index.js';
import { mostRedeemed } from '../../src/rules/reach/most-redeemed.js';
import { A_POINT_EACH, Member, scheme } from '../schemes/redeeming.js';

/* A limit on redeeming that is told never to bite beside another one refuses no visit that the other one lets through. */

const months = fc.integer({ min: 1, max: 2 });
const limit: fc.Arbitrary<RedemptionLimit> = fc.record({
  clause: fc.constant('1'),
  title: fc.constant({ en: 'limit' }),
  counts: fc.constantFrom('visits' as const, 'visits' as const, 'lines' as const, 'rewards' as const),
  per: fc.oneof<fc.Arbitrary<RedemptionLimit['per']>[]>(
    fc.constant('period'),
    months.map((last) => ({ last, of: 'months' })),
    fc.constantFrom('visit', 'week', 'month', 'quarter', 'account-year'),
    fc.integer({ min: 25, max: 65 }).map((last) => ({ last, of: 'days' })),
  ),
  maximum: fc.integer({ min: 1, max: 2 }),
});
const openings = [
  { from: '01-10', to: '02-10' },
  { from: '02-28', to: '06-30' },
];
const period = fc.oneof<fc.Arbitrary<RedemptionPeriod>[]>(
  months.map((many) => ({ kind: 'rolling', months: many })),
  months.map((many) => ({ kind: 'rolling', months: many })),
  fc.constantFrom('month' as const, 'quarter' as const).map((window) => ({ kind: 'calendar', window })),
  fc.constant({ kind: 'openings', openings }),
);
// Months differ in length, so that windows are apart where months end.
const DAYS = ['01-01', '01-02', '01-29', '01-31', '02-01', '02-28', '03-01', '03-28', '03-31', '04-30'];
const visits = fc.array(
  fc.record({ on: fc.constantFrom(...DAYS), quantity: fc.integer({ min: 1, max: 2 }) }),
  { minLength: 2, maxLength: 8 },
);

const of = (per: RedemptionLimit['per']): RedemptionLimit => ({
  clause: '1',
  title: { en: 'limit' },
  counts: 'visits',
  per,
  maximum: 1,
});
const monthsEnds = ['01-31', '02-28'].map((on) => ({ on, quantity: 1 }));

/** The rules with some limits; `undefined` where one of them never bites. */
function rulesWith(when: RedemptionPeriod, limits: { readonly [id: string]: RedemptionLimit }) {
  const idle = Object.values(limits).some(
    (one) => mostRedeemed({ period: when, limits }, one, undefined, one) <= one.maximum,
  );
  if (idle) return undefined;
  return scheme({ scoring: A_POINT_EACH, opening: 999, redemption: { period: when, limits } });
}

test('no visit that passes the others is refused by it', () => {
  fc.assert(
    fc.property(period, limit, limit, visits, (when, beside, idle, all) => {
      fc.pre(mostRedeemed({ period: when, limits: { beside } }, idle, undefined) <= idle.maximum);
      const [others, alone] = [rulesWith(when, { beside }), rulesWith(when, { idle })];
      fc.pre(others !== undefined && alone !== undefined);
      const passing = new Member(others as RuleSet);
      const limited = new Member(alone as RuleSet);
      for (const { on, quantity } of all) {
        const day = `2023-${on}`;
        if (typeof passing.redeem(day, quantity) === 'number')
          expect([day, limited.redeem(day, quantity)]).toEqual([day, expect.any(Number)]);
      }
    }),
    {
      numRuns: 500,
      // A period from 31 January on ends before 28 February, whose own last month holds both days.
      examples: [[{ kind: 'rolling', months: 1 }, of('period'), of({ last: 1, of: 'months' }), monthsEnds]],
    },
  );
});
