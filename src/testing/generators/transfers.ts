import fc, { type Arbitrary } from 'fast-check';
import type { PlainRule, TransferLimit, TransferRule } from '../../rules/rule-set.js';
import type { Condition } from '../../rules/sentence.js';
import { text } from '../../values/text.js';
import { type LimitSpan, WINDOW_KINDS } from '../../values/window.js';

const CLAUSE = { clause: '9', title: text('转出条款', 'said of sending') } as const;

const limit: Arbitrary<TransferLimit> = fc
  .tuple(
    fc.constantFrom('sent' as const, 'transfers' as const),
    fc.oneof<Arbitrary<LimitSpan>[]>(
      fc.constantFrom(...WINDOW_KINDS, 'account-year' as const),
      fc.record(
        { last: fc.integer({ min: 1, max: 200 }), of: fc.constantFrom('days' as const, 'months' as const) },
        { noNullPrototype: true },
      ),
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([counts, per, maximum]) => ({ ...CLAUSE, counts, per, maximum }));

const condition: Arbitrary<Condition> = fc
  .constantFrom<Omit<Condition, 'clause' | 'title'>[]>(
    { counts: 'balance', per: 'life', minimum: 2 },
    { counts: 'entries', each: 'member', items: ['item-0'], per: 'year', minimum: 1 },
    { counts: 'quantity', unit: 'hour', per: { last: 6, of: 'months' }, minimum: 1.5 },
    { counts: 'rewards', rewards: ['haircut'], per: { before: 'month' }, maximum: 1 },
    { counts: 'transfers', per: 'month', maximum: 1 },
  )
  .map((of) => ({ ...CLAUSE, ...of }));

/** What rules say of sending points: how much, or what the sender needs. */
export const transferRule: Arbitrary<Omit<TransferRule, keyof PlainRule>> = fc.oneof(
  fc
    .array(limit, { minLength: 1, maxLength: 2 })
    .map((some) => ({ limits: Object.fromEntries(some.map((one, i) => [`limit-${i}`, one])) })),
  condition.map((need) => ({ requires: { need } })),
);
