import { describe, expect, test } from 'vitest';
import { seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import {
  type Account,
  type BankEvent,
  createBank,
  evolve,
  fold,
  foldAccounts,
  initialAccount,
  type RuleSet,
  snapshot,
} from '../../src/index.js';
import { hailin, renfa2022 } from '../../src/rule-sets.js';
import {
  parseCommand,
  parseEvent,
  parseEvents,
  parseHandbook,
  parseRuleSet,
  parseSnapshot,
} from '../../src/schema.js';
import { addDays } from '../../src/values/calendar.js';
import type { LimitSpan } from '../../src/values/window.js';
import { A_POINT_EACH, handbookOf, scheme } from '../schemes/redeeming.js';
import { stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { accountOf, claim, credit, open, redeem, run } from '../support/history.js';
import { growth, MOST } from './growth.js';

/*
 * No time grows faster than the input: of commands and data that are too large or too deep, of long histories, and of accounts that
 * hold much. See growth.ts for how it is measured.
 */

const BANK = createBank<RuleSet>(renfa2022, { handbook: HANDBOOK });
const OPENED = accountOf(run([open('resident')]));
const [event] = run([open('resident'), claim('gate')]).events.slice(1) as [BankEvent];

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const members = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`m${n}`, n]));
const lines = (count: number) => Array.from({ length: count }, () => ({ rewardId: 'haircut', quantity: 1 }));

/** The events of one account: so many matters over ten years. */
function history(count: number): BankEvent[] {
  const [opening] = run([open('resident', '2015-01-01')]).events as [BankEvent];
  const [matter] = run([open('resident', '2015-01-01'), credit('affairs', 'm', '2015-01-01')]).events.slice(
    1,
  ) as [BankEvent];
  const day = (n: number): string => `${2015 + (n % 10)}-${String(1 + (n % 12)).padStart(2, '0')}-10`;
  const matters = Array.from({ length: count }, (_, n) => ({
    ...matter,
    data: { ...matter.data, matterId: `matter ${n}`, on: day(n) },
  }));
  return [opening, ...(matters as BankEvent[])];
}

/** What is done with an input of a size, and the smaller of the two sizes. */
const WORK: readonly [name: string, size: number, make: (size: number) => () => void][] = [
  [
    'decide: a long id',
    500_000,
    (n) => {
      const command = claim('x'.repeat(n));
      return () => BANK.decideUnknown(command, OPENED);
    },
  ],
  [
    'decide: a long note',
    500_000,
    (n) => {
      const command = credit('other', 'm', '2023-03-01', { note: '积'.repeat(n) });
      return () => BANK.decideUnknown(command, OPENED);
    },
  ],
  [
    'decide: many members',
    5_000,
    (n) => {
      const command = { ...claim('gate'), ...members(n) };
      return () => BANK.decideUnknown(command, OPENED);
    },
  ],
  [
    'decide: many lines',
    50_000,
    (n) => {
      const command = {
        ...redeem('v', '2023-03-01', {}),
        data: { ...redeem('v', '2023-03-01', {}).data, lines: lines(n) },
      };
      return () => BANK.decideUnknown(command, OPENED);
    },
  ],
  [
    'decide: deep nesting',
    50_000,
    (n) => {
      const command = claim('gate', '2023-02-01', { kind: nested(n) });
      return () => BANK.decideUnknown(command, OPENED);
    },
  ],
  [
    'decide: late under a limit that later days use up',
    150,
    (n) => redeemingLate(n, { last: 1, of: 'days' }, 1),
  ],
  ['decide: late under a limit counted back', 150, (n) => redeemingLate(n, { last: 1200, of: 'months' }, n)],
  [
    'parseCommand: many members',
    5_000,
    (n) => {
      const command = { ...claim('gate'), ...members(n) };
      return () => parseCommand(command);
    },
  ],
  [
    'parseCommand: many lines',
    20_000,
    (n) => {
      const command = { type: 'RedeemPoints', data: { lines: lines(n) } };
      return () => parseCommand(command);
    },
  ],
  [
    'parseEvent: deep nesting',
    50_000,
    (n) => {
      const deep = { ...event, metadata: { deep: nested(n) } };
      return () => parseEvent(deep);
    },
  ],
  [
    'parseEvent: much metadata',
    4_000,
    (n) => {
      const large = { ...event, metadata: { ...event.metadata, ...members(n) } };
      return () => parseEvent(large);
    },
  ],
  [
    'parseEvent: wrong members',
    4_000,
    (n) => {
      const large = { ...event, data: { ...event.data, ...members(n) } };
      return () => parseEvent(large);
    },
  ],
  [
    'parseEvents: a long stream',
    250,
    (n) => {
      const stream = history(n);
      return () => parseEvents(stream);
    },
  ],
  [
    'parseHandbook: many rewards',
    500,
    (n) => {
      const rewards = Array.from({ length: n }, (_, i) => ({
        ...HANDBOOK.rewards[0],
        rewardId: `reward ${i}`,
      }));
      return () => parseHandbook({ ...HANDBOOK, rewards });
    },
  ],
  [
    'parseRuleSet: many difficulties',
    800,
    (n) => {
      const words = { 'zh-CN': '难', en: 'hard' };
      const difficulties = Object.fromEntries(Array.from({ length: n }, (_, i) => [`tier-${i}`, words]));
      return () => parseRuleSet({ ...hailin, difficulties });
    },
  ],
  [
    'parseRuleSet: many items',
    150,
    (n) => {
      const volunteer = hailin.roles.volunteer;
      const items = Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`item-${i}`, volunteer.items.referral]),
      );
      return () =>
        parseRuleSet({
          ...hailin,
          readings: {},
          roles: { volunteer: { ...volunteer, items: { ...volunteer.items, ...items } } },
        });
    },
  ],
  ['parseRuleSet: each item needs the one before', 100, (n) => parsingChain(n, -1)],
  ['parseRuleSet: each item needs the one after', 100, (n) => parsingChain(n, 1)],
  [
    'parseSnapshot: a large account',
    250,
    (n) => {
      const kept = stored(snapshot(fold(history(n)), n));
      return () => parseSnapshot(kept);
    },
  ],
  ['parseRuleSet: conditions on all items', 220, (n) => parsingRole(n, () => ({}))],
  [
    'parseRuleSet: conditions on all items, each of which asks for more than the next',
    150,
    (n) => parsingRole(n, (of) => ({ minimum: n - of })),
  ],
  ['parseRuleSet: conditions on deductions', 150, (n) => parsingRole(n, () => ({ counts: 'deductions' }))],
  [
    'parseRuleSet: conditions on a quantity',
    150,
    (n) => parsingRole(n, () => ({ counts: 'quantity', unit: 'hour' })),
  ],
  ['parseRuleSet: conditions on the balance', 150, (n) => parsingRole(n, () => ({ counts: 'balance' }))],
  [
    'parseRuleSet: limits on all items',
    150,
    (n) =>
      parsingRole(
        n,
        () => ({}),
        (of) => ({ maximum: of + 1 }),
      ),
  ],
  [
    'fold: a long history',
    1_000,
    (n) => {
      const events = history(n);
      return () => fold(events);
    },
  ],
  [
    'foldAccounts: many accounts',
    500,
    (n) => {
      const [opening] = history(0) as [BankEvent];
      const events = Array.from(
        { length: n },
        (_, i) => ({ ...opening, data: { ...opening.data, accountId: `v${i}` } }) as BankEvent,
      );
      return () => foldAccounts(events);
    },
  ],
  [
    'seal: a long history',
    60,
    (n) => {
      const events = history(n);
      return () => seal(events);
    },
  ],
  [
    'verifyChain: a long chain',
    60,
    (n) => {
      const chain = seal(history(n));
      return () => verifyChain(chain);
    },
  ],
  [
    'verifyChain: a chain out of order',
    60,
    (n) => {
      const chain = [...seal(history(n))].reverse();
      return () => verifyChain(chain);
    },
  ],
  [
    'verifyDecisions: a long history',
    60,
    (n) => {
      const events = decidedHistory(n);
      return () => verifyDecisions(events, [renfa2022]);
    },
  ],
];

/** Redeeming late on the first of so many days, each of which has its redemption, under a limit that they reach. */
function redeemingLate(days: number, per: LimitSpan, maximum: number): () => void {
  const limit = { clause: '3', title: { en: 'limit' }, counts: 'rewards' as const, per, maximum };
  const bank = createBank(scheme({ scoring: A_POINT_EACH, redemption: { limits: { limit } } }));
  const by = { office: 'community', communityId: 'home' };
  const on = '2024-01-01';
  const ofAccount = { accountId: 'm', communityId: 'home', by };
  const lines = [{ rewardId: 'reward', quantity: 1 }];
  const redeemingOn = (day: number) => ({
    type: 'RedeemPoints',
    data: { ...ofAccount, redemptionId: `r${day}`, lines, on: addDays(on, day) },
  });
  const withHandbook = bank.withHandbook(handbookOf('home', 1));
  const commands = [
    { type: 'OpenAccount', data: { ...ofAccount, role: 'member', on, formComplete: true } },
    {
      type: 'CreditActivity',
      data: { accountId: 'm', item: 'activity', matterId: 'm', quantity: 10_000, on, by },
    },
    ...Array.from({ length: days }, (_, day) => redeemingOn(day)),
  ];
  let account: Account = initialAccount;
  for (const command of commands) {
    const decision = withHandbook.decideUnknown(command, account);
    if (!decision.accepted) throw new Error(decision.refusal.code);
    account = decision.events.reduce(evolve, account);
  }
  const late = { ...redeemingOn(0), data: { ...redeemingOn(0).data, redemptionId: 'late' } };
  return () => {
    const decision = withHandbook.decideUnknown(late, account);
    if (decision.accepted || decision.refusal.code !== 'redemption-limit-reached')
      throw new Error('not refused');
  };
}

/** Parsing a role of so many more items, each with the condition and the limits of its number. */
function parsingRole(
  count: number,
  conditionOf: (n: number) => object,
  limitOf?: (n: number) => object,
): () => void {
  const { volunteer } = hailin.roles;
  const said = { clause: '1', title: { 'zh-CN': '先有', en: 'First' }, counts: 'entries', per: 'life' };
  const of = (make: (n: number) => object): object =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`part-${n}`, make(n)]));
  const items = of((n) => ({
    ...volunteer.items.referral,
    requires: { needed: { ...said, minimum: 1, ...conditionOf(n) } },
  }));
  const limits =
    limitOf && of((n) => ({ ...said, counts: 'points', maximum: 1, beyond: 'trim', ...limitOf(n) }));
  const many = {
    ...hailin,
    readings: {},
    roles: {
      volunteer: {
        ...volunteer,
        items: { ...volunteer.items, ...items },
        limits: { ...volunteer.limits, ...limits },
      },
    },
  };
  return () => {
    parseRuleSet(many);
  };
}

/** Parsing a role of so many more items, each of which needs an entry of the one before or after it. */
function parsingChain(count: number, step: -1 | 1): () => void {
  const { volunteer } = hailin.roles;
  const { referral } = volunteer.items;
  const needing = (item: string): object => {
    const title = { 'zh-CN': '先有', en: 'First' };
    return { needed: { clause: '1', title, counts: 'entries', items: [item], per: 'life', minimum: 1 } };
  };
  const items = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `item-${i}`,
      { ...referral, requires: needing(i + step >= 0 && i + step < count ? `item-${i + step}` : 'referral') },
    ]),
  );
  const chain = {
    ...hailin,
    readings: {},
    roles: { volunteer: { ...volunteer, items: { ...volunteer.items, ...items } } },
  };
  return () => {
    const parsed = parseRuleSet(chain);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  };
}

/** So many matters decided one after the other. */
function decidedHistory(count: number): readonly BankEvent[] {
  return run([
    open('resident'),
    ...Array.from({ length: count }, (_, n) => credit('affairs', `m${n}`, '2023-03-01')),
  ]).events;
}

describe(`eight times the input takes no more than ${MOST} times the time`, () => {
  test.each(WORK)('%s', (_, size, make) => {
    expect(growth(make, size)).toBeLessThanOrEqual(MOST);
  });
});

test('a decision costs no more for an account that holds eight times as much', () => {
  const deciding = (count: number) => {
    const account: Account = fold(history(count));
    const command: unknown = credit('affairs', 'one more', '2024-03-01');
    return () => {
      for (let n = 0; n < 300; n += 1) BANK.decideUnknown(command, account);
    };
  };
  // By the input alone it would be 8; the months of ten years are looked through for limits.
  expect(growth(deciding, 1_000, 6)).toBeLessThanOrEqual(6);
  expect(BANK.decideUnknown(credit('affairs', 'm', '2023-03-01'), initialAccount).accepted).toBe(false);
});
