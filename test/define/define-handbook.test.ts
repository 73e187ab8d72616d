import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filing, type Handbook } from '../../src/account/handbook.js';
import { checkHandbook, defineHandbook, HandbookError } from '../../src/define.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { handbookSchema, parseHandbook } from '../../src/schema.js';
import { HANDBOOK } from '../schema/samples.js';
import { accepts } from '../schema/validators.js';
import { handbook } from '../support/arbitraries.js';
import { openParts, stored } from '../support/checks.js';
import { reported } from '../support/words.js';
import { patched, shown } from './rules.js';

describe('a handbook', () => {
  test('comes out as it went in, frozen, and leaves its argument as it was', () => {
    const plain = stored(HANDBOOK) as Handbook;
    const defined = defineHandbook(plain);
    expect(JSON.stringify(defined)).toBe(JSON.stringify(HANDBOOK));
    expect(openParts(defined)).toEqual([]);
    expect(Object.isFrozen(plain)).toBe(false);
    expect(defined).not.toBe(plain);
    expect(handbookSchema['~standard'].validate(plain)).toEqual({ value: plain });
  });

  test('those of the tests are valid', () => {
    fc.assert(
      fc.property(handbook(), (of) => {
        expect(parseHandbook(of)).toEqual({ ok: true, value: of });
        expect(accepts('handbook', of)).toBe(true);
      }),
    );
  });

  test('may have no rewards, and may be filed before it is published, which is no filing in time', () => {
    const early = defineHandbook({ ...HANDBOOK, rewards: [], filed: '2022-12-31' });
    expect(filing(early, renfa2022, '2023-02-01').inTime).toBe(false);
  });

  test('has each reward once', () => {
    const [first, second] = HANDBOOK.rewards;
    const rewards = [first, second, { ...second, price: 7 }, first];
    expect(shown(checkHandbook({ ...HANDBOOK, rewards }))).toEqual([
      ['rewards[2].rewardId', 'duplicate'],
      ['rewards[3].rewardId', 'duplicate'],
    ]);
  });

  test('a reward that is not well formed hides no other that is there twice', () => {
    const [first, second] = HANDBOOK.rewards;
    const rewards = [first, { ...second, price: 0 }, first, { ...first, rewardId: '' }];
    expect(shown(checkHandbook({ ...HANDBOOK, rewards }))).toEqual([
      ['rewards[1].price', 'not-a-whole-number'],
      ['rewards[3].rewardId', 'not-an-id'],
      ['rewards[2].rewardId', 'duplicate'],
    ]);
  });

  test('has so many rewards and no more', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...HANDBOOK.rewards[1], rewardId: `r${i}` }));
    expect(checkHandbook({ ...HANDBOOK, rewards: many(10_000) })).toEqual([]);
    expect(shown(checkHandbook({ ...HANDBOOK, rewards: many(10_001) }))).toEqual([['rewards', 'too-many']]);
    expect(shown(checkHandbook({ ...HANDBOOK, rewards: many(20_000) }))).toEqual([['', 'too-large']]);
  });

  test('an honour has no price, and everything else has one', () => {
    const priced = (kind: string, price: number) =>
      checkHandbook({ ...HANDBOOK, rewards: [{ ...HANDBOOK.rewards[0], kind, price }] });
    expect(priced('honour', 0)).toEqual([]);
    expect(shown(priced('honour', 1))).toEqual([['rewards[0].price', 'not-one-of']]);
    expect(shown(priced('service', 0))).toEqual([['rewards[0].price', 'not-a-whole-number']]);
    expect(shown(priced('goods', 0))).toEqual([['rewards[0].price', 'not-a-whole-number']]);
  });

  test('every problem is told, in both languages, and thrown', () => {
    const bad = patched(HANDBOOK, {
      published: '2023-02-29',
      filed: null,
      version: '',
      rewards: [{ kind: 'service', price: 1.5 }, { price: 1 }],
    });
    const problems = checkHandbook(bad);
    expect(shown(problems)).toEqual([
      ['version', 'not-an-id'],
      ['published', 'not-a-date'],
      ['rewards[0].rewardId', 'missing'],
      ['rewards[0].title', 'missing'],
      ['rewards[0].price', 'not-a-whole-number'],
      ['rewards[1].kind', 'missing'],
    ]);
    for (const problem of problems) {
      const told = reported(problem);
      expect(told.en).toBe(problem.message);
      expect(told['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    let thrown: unknown;
    try {
      defineHandbook(bad as Handbook);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(HandbookError);
    expect((thrown as HandbookError).problems).toEqual(problems);
    expect((thrown as HandbookError).message.split('\n')).toHaveLength(7);
  });
});
