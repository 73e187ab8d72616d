import { describe, expect, test } from 'vitest';
import { checkProgramme, defineProgramme, ProgrammeError } from '../../src/define.js';
import type { Programme } from '../../src/index.js';
import { parseProgramme, programmeSchema } from '../../src/schema.js';
import { accepts } from '../schema/validators.js';
import { openParts, stored } from '../support/checks.js';
import { PROGRAMME } from '../support/programme.js';
import { reported } from '../support/words.js';
import { patched, shown } from './rules.js';

const [GATE, RIVER] = PROGRAMME.posts;
const [CLINIC, DUTY, HEARING] = PROGRAMME.matters;

function problems(change: Partial<{ [Name in keyof Programme]: unknown }>): unknown {
  return shown(checkProgramme({ ...PROGRAMME, ...change }));
}

describe('a programme', () => {
  test('comes out as it went in, frozen, and leaves its argument as it was', () => {
    const plain = stored(PROGRAMME) as Programme;
    const defined = defineProgramme(plain);
    expect(JSON.stringify(defined)).toBe(JSON.stringify(PROGRAMME));
    expect(openParts(defined)).toEqual([]);
    expect(Object.isFrozen(plain)).toBe(false);
    expect(defined).not.toBe(plain);
    expect(programmeSchema['~standard'].validate(plain)).toEqual({ value: plain });
    expect(parseProgramme(plain)).toEqual({ ok: true, value: plain });
    expect(accepts('programme', plain)).toBe(true);
    expect(accepts('programme', { ...plain, posts: [{ postId: '' }] })).toBe(false);
  });

  test('may have neither posts nor matters', () => {
    expect(problems({ posts: [], matters: [] })).toEqual([]);
  });

  test('has each name once: width, case and spaces make no other', () => {
    const posts = [GATE, { ...GATE, postId: 'ＧＡＴＥ' }, RIVER, { ...RIVER, postId: '河长2号' }];
    const matters = [DUTY, { ...DUTY, matterId: 'Gateduty' }, CLINIC, { ...CLINIC, matterId: '３．５义诊' }];
    expect(problems({ posts, matters })).toEqual([
      ['posts[1].postId', 'duplicate'],
      ['posts[3].postId', 'duplicate'],
      ['matters[1].matterId', 'duplicate'],
      ['matters[3].matterId', 'duplicate'],
    ]);
  });

  test('says on which days a matter is, in one way', () => {
    const { days: _, ...dayless } = CLINIC as NonNullable<typeof CLINIC>;
    expect(problems({ matters: [dayless] })).toEqual([['matters[0].from', 'missing']]);
    expect(problems({ matters: [{ ...CLINIC, from: '2023-03-05' }] })).toEqual([
      ['matters[0].days', 'not-both'],
    ]);
    expect(problems({ matters: [{ ...CLINIC, until: '2023-03-05' }] })).toEqual([
      ['matters[0].days', 'not-both'],
    ]);
    expect(problems({ matters: [{ ...CLINIC, days: [] }] })).toEqual([['matters[0].days', 'empty']]);
    expect(problems({ matters: [{ ...CLINIC, days: ['2023-03-05', '2023-03-05'] }] })).toEqual([
      ['matters[0].days[1]', 'duplicate'],
    ]);
    expect(
      problems({
        posts: [GATE, { ...RIVER, until: '2023-01-31' }],
        matters: [{ ...DUTY, until: '2023-01-31' }],
      }),
    ).toEqual([
      ['posts[1].until', 'backwards'],
      ['matters[0].until', 'backwards'],
    ]);
  });

  test('measures a matter by difficulty or by quantity', () => {
    expect(problems({ matters: [{ ...CLINIC, quantity: 2 }] })).toEqual([
      ['matters[0].quantity', 'not-both'],
    ]);
    const { difficulty: _, ...unmeasured } = CLINIC as NonNullable<typeof CLINIC>;
    expect(problems({ matters: [{ ...unmeasured, quantity: 2.5 }] })).toEqual([]);
    expect(problems({ matters: [{ ...unmeasured, quantity: 0 }] })).toEqual([
      ['matters[0].quantity', 'not-a-quantity'],
    ]);
  });

  test('names roles once, and posts that it has, however they are written', () => {
    expect(problems({ matters: [{ ...HEARING, roles: ['resident', 'resident'] }] })).toEqual([
      ['matters[0].roles[1]', 'duplicate'],
    ]);
    expect(problems({ matters: [{ ...HEARING, roles: [] }] })).toEqual([['matters[0].roles', 'empty']]);
    expect(problems({ matters: [{ ...DUTY, postId: 'Ｇate' }] })).toEqual([]);
    expect(problems({ matters: [{ ...DUTY, postId: 'kitchen' }] })).toEqual([
      ['matters[0].postId', 'unknown-post'],
    ]);
    // The post may be the one that is not well formed.
    expect(problems({ posts: [{ ...GATE, title: {} }], matters: [DUTY] })).toEqual([
      ['posts[0].title', 'empty'],
    ]);
  });

  test('has so many posts and matters and no more', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...GATE, postId: `post ${i}` }));
    expect(problems({ posts: [GATE, ...many(9_999)] })).toEqual([]);
    expect(problems({ posts: [GATE, ...many(10_000)] })).toEqual([['posts', 'too-many']]);
  });

  test('every problem is told, in the words of each pack, and thrown', () => {
    const bad = patched(PROGRAMME, {
      published: '2023-02-29',
      version: '',
      posts: [{ postId: 'gate', kind: 'office' }],
      matters: [{ matterId: 'm', title: { en: 'M' }, item: 'Activity', from: '2023-01-01', points: 3 }],
    });
    const found = checkProgramme(bad);
    expect(shown(found)).toEqual([
      ['version', 'not-an-id'],
      ['published', 'not-a-date'],
      ['posts[0].title', 'missing'],
      ['posts[0].kind', 'not-one-of'],
      ['matters[0].item', 'not-a-slug'],
      ['matters[0].points', 'unknown-field'],
    ]);
    for (const problem of found) {
      const told = reported(problem);
      expect(told.en).toBe(problem.message);
      expect(told['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    let thrown: unknown;
    try {
      defineProgramme(bad as Programme);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ProgrammeError);
    expect((thrown as ProgrammeError).problems).toEqual(found);
    expect((thrown as ProgrammeError).message.split('\n')[0]).toBe('not a valid programme');
  });

  test('takes anything and throws nothing', () => {
    const trap = {
      get posts(): never {
        throw new Error('a trap');
      },
    };
    const proxy = new Proxy({}, { ownKeys: () => fail() });
    for (const input of [null, undefined, 1, 'programme', [], trap, proxy, { ...PROGRAMME, posts: trap }]) {
      expect(parseProgramme(input).ok).toBe(false);
      expect(checkProgramme(input).length).toBeGreaterThan(0);
    }
    const polluting = JSON.parse('{"__proto__":{"posts":[]}}') as unknown;
    expect(parseProgramme(polluting).ok).toBe(false);
  });
});

function fail(): never {
  throw new Error('a trap');
}
