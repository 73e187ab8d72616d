import { describe, expect, test } from 'vitest';
import { plainJson } from '../../src/audit/chain/plain-json.js';
import { isHash, isPlace, sealOf } from '../../src/audit/chain/sealed-event.js';
import { differingParts } from '../../src/audit/decisions/differing-parts.js';
import {
  type ChainFault,
  type DecisionFinding,
  NO_HASH,
  SealError,
  seal,
  verifyChain,
  verifyDecisions,
} from '../../src/audit.js';
import type { BankEvent } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { enReports, explain } from '../../src/words.js';
import { stored } from '../support/checks.js';
import { credit, open, run } from '../support/history.js';
import { PACKS, reported, type Told } from '../support/words.js';

const EVENTS = run([open('resident'), credit('activity', 'a'), credit('activity', 'b')]).events;

test('each fault of a chain names its entry, counting from 1', () => {
  const faults = Object.keys(enReports.chainFaults) as ChainFault[];
  expect(faults.map((fault) => [fault, reported({ ok: false, at: 4, fault })])).toEqual([
    [
      'altered',
      { 'zh-CN': '第 5 条与封存时不符，已被改动。', en: 'Entry 5 is not what was sealed: it was altered.' },
    ],
    [
      'dropped',
      { 'zh-CN': '第 5 条缺失，已被删去。', en: 'What was sealed as entry 5 is missing: it was dropped.' },
    ],
    [
      'inserted',
      { 'zh-CN': '第 5 条不属于本链，是插入的。', en: 'Entry 5 is not of this chain: it was inserted.' },
    ],
    ['reordered', { 'zh-CN': '自第 5 条起次序有变。', en: 'From entry 5 on, entries are out of order.' }],
    [
      'truncated',
      {
        'zh-CN': '自第 5 条起缺失，末尾被截去。',
        en: 'From entry 5 on, the chain is cut off before its head.',
      },
    ],
  ]);
});

describe('each finding names', () => {
  const decided = EVENTS[0] as BankEvent;
  const differs = (...parts: string[]) => findingText(0, { fault: 'differs', decided, parts });
  function findingText(at: number, judged: object): Told {
    const finding = { at, event: decided, ...judged } as DecisionFinding;
    return { 'zh-CN': explain(finding, PACKS['zh-CN']), en: explain(finding, PACKS.en) };
  }

  test('its entry and its reason', () => {
    expect(findingText(1, { fault: 'unknown-rule-set', digest: 'd1' })).toEqual({
      'zh-CN': '第 2 条：所依规则（摘要 d1）未提供，无法核验。',
      en: 'Entry 2: the rules that it names (digest d1) are not at hand; it cannot be decided again.',
    });
    expect(findingText(1, { fault: 'unknown-handbook', version: 'h1' })).toEqual({
      'zh-CN': '第 2 条：所依积分手册（版本 h1）未提供，无法核验。',
      en: 'Entry 2: the handbook that it names (version h1) is not at hand; it cannot be decided again.',
    });
    expect(findingText(1, { fault: 'unreadable' }).en).toBe(
      'Entry 2: it is not an event of this library; it cannot be decided again.',
    );
    expect(findingText(1, { fault: 'repeated' })['zh-CN']).toBe('第 2 条：与已有记录相同，重复记了一次。');
    const [refused] = verifyDecisions(EVENTS.slice(1), [renfa2022]);
    expect(findingText(0, refused as object)).toEqual({
      'zh-CN': '第 1 条：按所依规则不能办理：账户“v1”尚未开设。',
      en: "Entry 1: the rules that it names refuse it: Account 'v1' has not been opened.",
    });
  });

  test('up to five differing fields, each once, and whether there are more', () => {
    const parts = ['data.points', 'data.limits[0].took', 'data.limits[1]', 'data.on', 'data.by.office'];
    expect(differs(...parts)).toEqual({
      'zh-CN': '第 1 条：与按所依规则得出的不同：分值、上限、日期、办理机构。',
      en: 'Entry 1: the rules that it names give something else: points, limits, day, who entered it.',
    });
    expect(differs(...parts, 'data.item', 'data.clause').en).toBe(
      'Entry 1: the rules that it names give something else: points, limits, day, who entered it, item ….',
    );
  });

  test('fields as an official would, whichever they are', () => {
    for (const field of [...Object.keys(enReports.parts.fields), 'surprise', 'constructor']) {
      const continued = { fault: 'unfounded-continuation', accountId: '7', because: 'closed-otherwise' };
      for (const words of [
        differs(`data.${field}`, `data.${field}[0].title`),
        findingText(0, { ...continued, parts: [`continues.${field}.items[0].points`] }),
      ]) {
        expect(words['zh-CN']).not.toMatch(/[a-z]/i);
        expect(words.en).not.toMatch(/data\.|\[0\]/);
      }
    }
    expect(differs('data.surprise')['zh-CN']).toBe('第 1 条：与按所依规则得出的不同：其他内容。');
  });
});

test.each<[unknown, unknown, string[]]>([
  [1, 1, []],
  [0, -0, []],
  [0, 1, ['x']],
  [1, 0, ['x']],
  ['0', 0, ['x']],
  [{ a: 1, b: [1, { c: 2 }] }, { a: 1, b: [1, { c: 3 }] }, ['x.b[1].c']],
  [{ a: 1 }, { b: 1 }, ['x.a', 'x.b']],
  [{ a: 1 }, {}, ['x.a']],
  [{ constructor: 1 }, {}, ['x.constructor']],
  [[1, 2], [1], ['x']],
  [[1], [1, 2], ['x']],
  [[1], { 0: 1 }, ['x']],
  [{ a: 1 }, 1, ['x']],
  [1, { a: 1 }, ['x']],
  [{}, null, ['x']],
  [null, null, []],
])('what differs between %j and %j', (a, b, parts) => {
  expect(differingParts(a, b, 'x')).toEqual(parts);
});

describe('a seal', () => {
  const whole = { sequence: 3, previousHash: NO_HASH, hash: 'a'.repeat(64) };

  test('has three members in their proper form', () => {
    expect(sealOf({ ...whole, more: 1 })).toEqual(whole);
    for (const bad of [
      { sequence: -1 },
      { sequence: 1.5 },
      { sequence: '3' },
      { sequence: undefined },
      { previousHash: 'A'.repeat(64) },
      { previousHash: undefined },
      { hash: 'a'.repeat(63) },
      { hash: 'a'.repeat(65) },
      { hash: ['a'.repeat(64)] },
      { hash: undefined },
    ]) {
      expect(sealOf({ ...whole, ...bad })).toBeUndefined();
    }
    for (const none of [undefined, null, 3, 'seal', [], {}]) expect(sealOf(none)).toBeUndefined();
    expect([isHash(whole.hash), isHash([whole.hash]), isPlace(0), isPlace(-1)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('that cannot be made throws a named error', () => {
    expect(() => seal([{ type: 'Noted', data: { n: Number.NaN } }])).toThrow(
      expect.objectContaining({ name: 'SealError' }),
    );
    expect(() => seal([{ type: 'Noted', data: { n: Number.NaN } }])).toThrow(SealError);
    expect(() => plainJson(Number.NaN)).toThrow(expect.objectContaining({ name: 'NotJsonError' }));
  });

  test('is not found on an unsealed neighbour', () => {
    const [first, second, third] = stored(seal(EVENTS));
    const bare = EVENTS[1] as BankEvent;
    expect(verifyChain([first, bare, third])).toMatchObject({ ok: false, at: 1, fault: 'altered' });
    expect(verifyChain([first, bare, second, third])).toMatchObject({ ok: false, at: 1, fault: 'inserted' });
    expect(verifyChain([third, bare])).toMatchObject({ ok: false, at: 0 });
  });
});

describe('the first entry that does not follow', () => {
  const [a, b, c] = stored(seal(EVENTS));
  const bare = EVENTS[2] as BankEvent;
  const sealedAfter = (length: number, head: string) => stored(seal([bare], { length, head }))[0];
  const verdict = (...events: readonly unknown[]) => {
    const verified = verifyChain(events);
    return verified.ok ? 'ok' : [verified.at, verified.fault];
  };

  test('is found beside unsealed entries', () => {
    expect(verdict(a, c, bare, b)).toEqual([1, 'reordered']);
    expect(verdict(a, b, sealedAfter(1, a?.metadata.hash as string), bare)).toEqual([2, 'inserted']);
  });

  test('at the end, after another hash, points to the entry before it', () => {
    expect(verdict(a, sealedAfter(1, 'a'.repeat(64)))).toEqual([0, 'altered']);
    expect(verdict(a, b, sealedAfter(2, 'a'.repeat(64)))).toEqual([1, 'altered']);
  });
});

describe('a value that is not an event', () => {
  test('is reported as such, even if only the type is missing', () => {
    const merged = { ...EVENTS[1], type: 'AccountMerged' } as unknown as BankEvent;
    expect(verifyDecisions([EVENTS[0] as BankEvent, merged], [renfa2022])).toMatchObject([
      { at: 1, fault: 'unreadable' },
    ]);
  });

  test('is not applied: the real entry after it is not a repetition', () => {
    const [opened, credited] = EVENTS as readonly [BankEvent, BankEvent, BankEvent];
    const { ruleSet: _, ...data } = credited.data;
    const bare = { ...credited, data } as unknown as BankEvent;
    const found = verifyDecisions([opened, bare, credited], [renfa2022]);
    expect(found.map(({ at, fault }) => [at, fault])).toEqual([[1, 'unreadable']]);
  });
});
