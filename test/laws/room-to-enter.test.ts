import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ActivityCredited,
  type BankEvent,
  createBank,
  type Decision,
  type LimitApplied,
} from '../../src/index.js';
import { addDays } from '../../src/values/calendar.js';
import { activity, BY, limit, Member, scheme } from '../schemes/small-scheme.js';

/*
 * The day on which a limit that is counted back has room again is the first later one on which less of it is used: for what was refused, as
 * little as leaves room for it; for what was cut, less than all; and else less than with the entry. Tried day by day.
 */

const FIRST = '2024-01-01';
const DAYS = 60;
const HORIZON = 200;

type Entry = { readonly day: number; readonly quantity: number; readonly memberId?: string };
const entry: fc.Arbitrary<Entry> = fc.record(
  {
    day: fc.integer({ min: 0, max: DAYS }),
    quantity: fc.constantFrom(0.5, 1, 2, 3, 5),
    memberId: fc.constantFrom('ann', 'ben'),
  },
  { requiredKeys: ['day', 'quantity'] },
);

const rolling = fc.record(
  {
    counts: fc.constantFrom('points' as const, 'entries' as const, 'quantity' as const),
    maximum: fc.integer({ min: 1, max: 8 }),
    beyond: fc.constantFrom('trim' as const, 'trim-then-refuse' as const, 'refuse' as const),
    per: fc.oneof(
      fc.record({ last: fc.integer({ min: 1, max: 20 }), of: fc.constant('days' as const) }),
      fc.record({ last: fc.integer({ min: 1, max: 2 }), of: fc.constant('months' as const) }),
    ),
    each: fc.constant('member' as const),
  },
  { requiredKeys: ['counts', 'maximum', 'beyond', 'per'] },
);

/** What a decision tells of the limit. */
function limitIn(decision: Decision): LimitApplied {
  if (!decision.accepted) return (decision.refusal.facts as { readonly limit: LimitApplied }).limit;
  const [event] = decision.events as readonly [BankEvent];
  return (event as ActivityCredited).data.limits?.[0] as LimitApplied;
}

test('the day on which a limit has room again is the first on which it has', () => {
  fc.assert(
    fc.property(rolling, fc.array(entry, { maxLength: 10 }), entry, (of, entries, last) => {
      const rule = limit({ ...of, ...(of.counts === 'quantity' ? { unit: 'hour' } : {}) });
      const scoring = {
        by: 'quantity',
        unit: 'hour',
        unitTitle: { en: 'hours' },
        points: 1,
        each: 1,
        rounding: 'down',
      } as const;
      const rules = scheme({ help: activity(scoring) }, { rolling: rule });
      const member = new Member(rules);
      const enter = ({ day, ...more }: Entry) => member.credit('help', addDays(FIRST, day), more);
      for (const one of entries) enter(one);
      enter(last);
      const decision = member.last;
      const { used, took, resetsOn } = limitIn(decision);
      const usedFrom = (day: number): number => {
        const { memberId } = last;
        const data = { accountId: 'a1', item: 'help', matterId: 'probe', quantity: 1, by: BY };
        const command = {
          type: 'CreditActivity',
          data: { ...data, ...(memberId === undefined ? {} : { memberId }), on: addDays(FIRST, day) },
        };
        return limitIn(createBank(rules).decideUnknown(command, member.account)).used;
      };
      const asked = { points: Math.floor(last.quantity), entries: 1, quantity: last.quantity }[of.counts];
      const most = ((): number => {
        if (!decision.accepted)
          return of.beyond === 'refuse' ? of.maximum - Math.min(asked, of.maximum) : of.maximum - 0.5;
        return Math.min(took > 0 ? of.maximum : used + asked, of.maximum) - 0.5;
      })();
      // Where nothing is used, there is nothing to wait for.
      if (most < 0 || (used === 0 && !decision.accepted)) return;
      let day = last.day + 1;
      while (day < HORIZON && usedFrom(day) > most) day += 1;
      expect(resetsOn).toBe(day === HORIZON ? undefined : addDays(FIRST, day));
    }),
    { numRuns: 300 },
  );
});
