import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BankEvent,
  createBank,
  type Decision,
  fold,
  type Handbook,
  initialAccount,
  type OpenedAccount,
  type RedemptionSpan,
  type RuleSet,
} from '../../src/index.js';
import { addDays } from '../../src/values/calendar.js';
import type { LimitSpan } from '../../src/values/window.js';
import { A_POINT_EACH, handbookOf, scheme } from '../schemes/redeeming.js';

/* The day on which a limit leaves room again is the first on which the same redemption would be accepted, tried day by day. */

const FIRST = '2024-01-01';
const DAYS = 70;
const HORIZON = 500;

type Visit = { readonly day: number; readonly quantity: number };
const visit: fc.Arbitrary<Visit> = fc.record({
  day: fc.integer({ min: 0, max: DAYS }),
  quantity: fc.integer({ min: 1, max: 3 }),
});
const calendarWindow = fc.constantFrom('day' as const, 'week' as const, 'month' as const);
const span = fc.oneof<fc.Arbitrary<LimitSpan>[]>(
  calendarWindow,
  fc.constant('account-year' as const),
  fc.record({ last: fc.integer({ min: 1, max: 40 }), of: fc.constant('days' as const) }),
  fc.record({ last: fc.integer({ min: 1, max: 2 }), of: fc.constant('months' as const) }),
);
const limit = fc.record({
  counts: fc.constantFrom('rewards' as const, 'visits' as const, 'redeemed' as const),
  per: span,
  maximum: fc.integer({ min: 1, max: 4 }),
});

function redemption(redemptionId: string, { day, quantity }: Visit): unknown {
  const by = { office: 'community', communityId: 'home' };
  const lines = [{ rewardId: 'reward', quantity }];
  return {
    type: 'RedeemPoints',
    data: { accountId: 'm', communityId: 'home', redemptionId, lines, on: addDays(FIRST, day), by },
  };
}

/** An account with much to spend: what is decided on it, and what is sent to it and stands if it is accepted. */
function begun(ruleSet: RuleSet, handbook: Handbook) {
  const bank = createBank(ruleSet).withHandbook(handbook);
  const by = { office: 'community', communityId: 'home' };
  const events: BankEvent[] = [];
  let account: OpenedAccount | typeof initialAccount = initialAccount;
  const decide = (command: unknown): Decision => bank.decideUnknown(command, account);
  const send = (command: unknown): Decision => {
    const decision = decide(command);
    if (decision.accepted) account = fold([...events, ...decision.events]) as OpenedAccount;
    if (decision.accepted) events.push(...decision.events);
    return decision;
  };
  const on = '2023-11-20';
  send({
    type: 'OpenAccount',
    data: { accountId: 'm', role: 'member', communityId: 'home', formComplete: true, on, by },
  });
  send({
    type: 'CreditActivity',
    data: { accountId: 'm', item: 'activity', matterId: 'much', quantity: 999, on, by },
  });
  return { decide, send };
}

/** Tries some visits, and then one more on each day from its own on. */
function tryEach(
  ruleSet: RuleSet,
  handbook: Handbook,
  visits: readonly Visit[],
  last: Visit,
  code: string,
): void {
  const { decide, send } = begun(ruleSet, handbook);
  for (const [n, one] of visits.entries()) send(redemption(`r${n}`, one));
  const refused = (day: number): boolean | string => {
    const decision = decide(redemption('last', { ...last, day }));
    if (decision.accepted) return false;
    if (decision.refusal.code === 'not-an-opening-day') return 'shut';
    expect(decision.refusal.code).toBe(code);
    return (decision.refusal.facts as { readonly again?: string }).again ?? true;
  };
  const again = refused(last.day);
  if (again === false || again === 'shut') return;
  let day = last.day + 1;
  while (day < HORIZON && refused(day) !== false) day += 1;
  expect(again).toBe(day === HORIZON ? true : addDays(FIRST, day));
}

const period = fc.oneof(
  calendarWindow.map((window) => ({ kind: 'calendar' as const, window })),
  fc.integer({ min: 1, max: 2 }).map((months) => ({ kind: 'rolling' as const, months })),
  fc.constant({
    kind: 'openings' as const,
    openings: [
      { from: '01-10', to: '01-20' },
      { from: '02-25', to: '03-31' },
    ],
  }),
);

test('a limit of the rules', () => {
  fc.assert(
    fc.property(period, limit, fc.array(visit, { maxLength: 12 }), visit, (when, of, visits, last) => {
      const limits = { limit: { clause: '3.1', title: { en: 'limit' }, ...of } };
      const ruleSet = scheme({ scoring: A_POINT_EACH, redemption: { limits, period: when } });
      tryEach(ruleSet, handbookOf('home', 2), visits, last, 'redemption-limit-reached');
    }),
    { numRuns: 200 },
  );
});

test('a limit of each period', () => {
  const ofPeriod = fc.record({
    counts: fc.constantFrom('rewards' as const, 'visits' as const, 'redeemed' as const, 'lines' as const),
    per: fc.constant('period' as const),
    maximum: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(period, ofPeriod, fc.array(visit, { maxLength: 12 }), visit, (when, of, visits, last) => {
      const limits = { limit: { clause: '3.1', title: { en: 'limit' }, ...of } };
      const ruleSet = scheme({ scoring: A_POINT_EACH, redemption: { limits, period: when } });
      const code = of.counts === 'visits' ? 'already-redeemed' : 'redemption-limit-reached';
      tryEach(ruleSet, handbookOf('home', 2), visits, last, code);
    }),
    { numRuns: 200 },
  );
});

test('a limit of the handbook', () => {
  const ofHandbook = fc.record({
    per: fc.oneof<fc.Arbitrary<RedemptionSpan>[]>(span, fc.constantFrom('period', 'visit')),
    quantity: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(period, ofHandbook, fc.array(visit, { maxLength: 12 }), visit, (when, of, visits, last) => {
      const ruleSet = scheme({ scoring: A_POINT_EACH, redemption: { period: when } });
      const { rewards, ...handbook } = handbookOf('home', 2);
      const limited = { ...handbook, rewards: rewards.map((reward) => ({ ...reward, limit: of })) };
      tryEach(ruleSet, limited, visits, last, 'reward-limit-reached');
    }),
    { numRuns: 200 },
  );
});

test('a limit of the handbook leaves the room that the same limit of the rules leaves', () => {
  fc.assert(
    fc.property(
      period,
      fc.oneof<fc.Arbitrary<RedemptionSpan>[]>(span, fc.constantFrom('period', 'visit')),
      fc.integer({ min: 1, max: 4 }),
      fc.array(visit, { minLength: 1, maxLength: 12 }),
      (when, per, maximum, visits) => {
        const shared = {
          clause: '3.1',
          title: { en: 'limit' },
          counts: 'rewards',
          rewards: ['reward'],
        } as const;
        const limits = { limit: { ...shared, per, maximum } };
        const { rewards, ...handbook } = handbookOf('home', 2);
        const limited = {
          ...handbook,
          rewards: rewards.map((one) => ({ ...one, limit: { quantity: maximum, per } })),
        };
        const byRules = scheme({ scoring: A_POINT_EACH, redemption: { limits, period: when } });
        const byHandbook = scheme({ scoring: A_POINT_EACH, redemption: { period: when } });
        expect(roomTold(byHandbook, limited, visits)).toEqual(
          roomTold(byRules, handbookOf('home', 2), visits),
        );
      },
    ),
    { numRuns: 200 },
  );
});

/** What is said of the room for each of some visits: nothing of one that is accepted. */
function roomTold(ruleSet: RuleSet, handbook: Handbook, visits: readonly Visit[]): unknown[] {
  const { send } = begun(ruleSet, handbook);
  return visits.map((one, n) => {
    const decision = send(redemption(`r${n}`, one));
    if (decision.accepted) return undefined;
    const { used, maximum, window, again } = decision.refusal.facts as { readonly [fact: string]: unknown };
    return { used, maximum, window, again };
  });
}
