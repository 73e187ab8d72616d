import fc from 'fast-check';
import type { Handbook, RedemptionSpan, Reward } from 'points-bank';
import { handbookSchema } from 'points-bank/schema';
import { expect, test } from 'vitest';
import { commandOf } from '../../src/forms/command-of.js';
import { handbookOf, valuesOfEdition } from '../../src/forms/handbook-of.js';
import { numberTyped } from '../../src/forms/number-typed.js';
import { PERIOD_KINDS } from '../../src/language/messages/handbook.js';

const span = fc.oneof(
  fc.constantFrom(...(PERIOD_KINDS as RedemptionSpan[])),
  fc.record({
    last: fc.integer({ min: 1, max: 400 }),
    of: fc.constantFrom('days' as const, 'months' as const),
  }),
);
const day = fc.constantFrom('2026-01-31', '2026-11-28', '2027-02-28');
const reward: fc.Arbitrary<Reward> = fc.record(
  {
    rewardId: fc.constantFrom('rice', 'oil', '台灯', "'tea", '×'),
    kind: fc.constantFrom('goods' as const, 'service' as const),
    title: fc.record({ 'zh-CN': fc.constantFrom('大米', '油'), en: fc.constantFrom('Rice', 'Oil') }),
    price: fc.integer({ min: 1, max: 99 }),
    stock: fc.nat(),
    stockFrom: day,
    consent: day,
    consentUntil: fc.constant('2027-12-31'),
    limit: fc.record({ quantity: fc.integer({ min: 1, max: 9 }), per: span }, { noNullPrototype: true }),
  },
  { requiredKeys: ['rewardId', 'kind', 'title', 'price', 'stock', 'consent'], noNullPrototype: true },
);
const edition: fc.Arbitrary<Handbook> = fc.record(
  {
    communityId: fc.constant('linan'),
    version: fc.constantFrom('2026-1', '2027 上'),
    published: day,
    follows: fc.constant('2025-2'),
    standingConsent: day,
    rewards: fc.uniqueArray(reward, { selector: ({ rewardId }) => rewardId, maxLength: 4 }),
  },
  { requiredKeys: ['communityId', 'version', 'published', 'rewards'], noNullPrototype: true },
);

test('the form filled in for an edition stands for that edition', () => {
  fc.assert(
    fc.property(edition, (one) => {
      const back = handbookOf(valuesOfEdition(one), one.communityId, one.follows);
      expect(back).toEqual(one);
      expect(handbookSchema.parse(back)).toEqual(one);
    }),
  );
});

const fullWidth = (text: string) =>
  text.replace(/[-+.\d]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

test('a number is the same in whatever width it is typed', () => {
  const number = fc.oneof(
    fc.integer(),
    fc.tuple(fc.nat(9999), fc.nat(99)).map(([a, b]) => Number(`${a}.${b}`)),
  );
  fc.assert(
    fc.property(number, (one) => {
      for (const typed of [String(one), fullWidth(String(one)), ` ${one} `, String(one).replace('-', '−')])
        expect(numberTyped(typed)).toBe(one);
    }),
  );
  for (const wrong of ['', '三', '5²', '①', '1e3', '１２a', '--1']) expect(numberTyped(wrong)).toBe(wrong);
});

test('every form reads a number in full width', () => {
  const by = { office: 'community', communityId: 'linan' } as const;
  const place = { communityId: 'linan', by };
  expect(commandOf('correct', { points: '－２' }, place)).toMatchObject({ data: { points: -2 } });
  expect(commandOf('credit', { quantity: '１．５' }, place)).toMatchObject({ data: { quantity: 1.5 } });
  expect(commandOf('redeem', { 'quantity of rice': '２', 'quantity of oil': '０' }, place)).toMatchObject({
    data: { lines: [{ rewardId: 'rice', quantity: 2 }] },
  });
  expect(
    handbookOf({ 'reward0-price': '６', 'reward0-stock': '２０', 'reward0-limit': '１' }, 'linan'),
  ).toMatchObject({
    rewards: [{ price: 6, stock: 20, limit: { quantity: 1 } }],
  });
});
