import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { createBank, evolve, initialAccount, type OpenedAccount, type RuleSet } from '../../src/index.js';
import { addDays } from '../../src/values/calendar.js';
import type { LimitSpan } from '../../src/values/window.js';
import { A_POINT_EACH, scheme } from '../schemes/redeeming.js';

/* The day on which a limit leaves room again is the first on which the same points would be sent, tried day by day. */

const FIRST = '2024-01-01';
const DAYS = 70;
const HORIZON = 500;

type Gift = { readonly day: number; readonly points: number };
const gift: fc.Arbitrary<Gift> = fc.record({
  day: fc.integer({ min: 0, max: DAYS }),
  points: fc.integer({ min: 1, max: 3 }),
});
const limit = fc.record({
  counts: fc.constantFrom('sent' as const, 'transfers' as const),
  per: fc.oneof<fc.Arbitrary<LimitSpan>[]>(
    fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'account-year' as const),
    fc.record({ last: fc.integer({ min: 1, max: 40 }), of: fc.constant('days' as const) }),
    fc.record({ last: fc.integer({ min: 1, max: 2 }), of: fc.constant('months' as const) }),
  ),
  maximum: fc.integer({ min: 1, max: 4 }),
});

const by = { office: 'community', communityId: 'home' };
const of = (type: string, data: object) => ({ type, data: { accountId: 'm', by, ...data } });

function sending(transferId: string, { day, points }: Gift): unknown {
  return of('TransferPoints', { transferId, to: 'other', points, on: addDays(FIRST, day) });
}

/** A scheme with a limit on sending. */
function limited(limits: NonNullable<NonNullable<RuleSet['transfer']>['limits']>): RuleSet {
  const rules = scheme({ scoring: A_POINT_EACH, redemption: {} });
  return defineRuleSet({ ...rules, transfer: { clause: '6', title: { en: 'gifts' }, limits } }) as RuleSet;
}

test('a limit on sending points', () => {
  fc.assert(
    fc.property(limit, fc.array(gift, { maxLength: 12 }), gift, (drawn, gifts, last) => {
      const bank = createBank(limited({ limit: { clause: '6.1', title: { en: 'limit' }, ...drawn } }));
      let account: OpenedAccount | typeof initialAccount = initialAccount;
      const send = (command: unknown): void => {
        const decision = bank.decideUnknown(command, account);
        if (decision.accepted) account = decision.events.reduce(evolve, account as never) as OpenedAccount;
      };
      const on = '2023-11-20';
      send(of('OpenAccount', { role: 'member', communityId: 'home', formComplete: true, on }));
      send(of('CreditActivity', { item: 'activity', matterId: 'much', quantity: 999, on }));
      for (const [n, one] of gifts.entries()) send(sending(`t${n}`, one));
      const refused = (day: number): string | boolean => {
        const decision = bank.decideUnknown(sending('last', { ...last, day }), account);
        if (decision.accepted) return false;
        expect(decision.refusal.code).toBe('transfer-limit-reached');
        return (decision.refusal.facts as { readonly again?: string }).again ?? true;
      };
      const again = refused(last.day);
      if (again === false) return;
      let day = last.day + 1;
      while (day < HORIZON && refused(day) !== false) day += 1;
      expect(again).toBe(day === HORIZON ? true : addDays(FIRST, day));
    }),
  );
});
