import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createBank,
  evolve,
  fold,
  foldAccounts,
  initialAccount,
  type RuleSet,
  redeemable,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { isFreeText, isId, isSlug } from '../../src/values/ids.js';
import { text } from '../../src/values/text.js';
import { isWellFormed, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  claim,
  correct,
  credit,
  open,
  outcomeOf,
  redeem,
  reportIn,
  SUBDISTRICT,
} from '../support/history.js';
import { reasonOf } from '../support/words.js';

/** Rules under which one name can stand under two items. */
const EACH_ITEM: RuleSet = withReading(renfa2022 as RuleSet, 'one-matter-one-item', 'each-item');

const PROPERTY_NAMES = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'isPrototypeOf',
    'toLocaleString',
  ],
  ...[
    '__defineGetter__',
    '__lookupSetter__',
    'propertyIsEnumerable',
    'toJSON',
    'then',
    'length',
    'name',
    '0',
    '-1',
    'null',
    'undefined',
    'NaN',
    'true',
  ],
];
const SCRIPTS = [
  '志愿者一号',
  '平安·志愿者（七号楼）',
  'متطوع',
  'מתנדב',
  'Ελένη',
  'доброволец',
  'ボランティア',
  '봉사자',
  'สมชาย',
  'é',
  'ß',
  '🌱',
  '👍🏽',
  '🇨🇳',
  '𠮷',
  'a b',
  'a/b',
  "o'neill",
  '"quoted"',
  '<b>',
  '../..',
  '%00',
  'ＡＢ',
  '❤️',
  '👩‍👧',
  '👩🏽‍🚒',
  '👁️‍🗨️',
  '1️⃣',
  'می‌خواهم',
  'ශ්‍රී',
  'क्‍ष',
  'Москва A1',
  '志愿　者',
  'µm',
  'IT-отдел',
  '\ue000号A',
  '３－５',
  'セーター',
  'ｾｰﾀｰ',
  'かきカキ漢字Ab',
  '한글漢字Ab',
  'ㄅㄆ注音Ab',
  'Հայերեն',
  'ᏣᎳᎩ',
  'ꓡꓲꓢꓴ',
  'ⲕⲩⲣⲓⲉ',
  'தமிழ்',
  'తెలుగు',
  'ⴰⵎⴰⵣⵉⵖ',
  'ꯃꯤꯇꯩ',
  'ꆈꌠ',
  'بچه‌ها',
];
const SAME_LOOK = ['A', 'a', 'Α', 'А', 'ａ', '1', '１', 'l', 'I'];

/** A whole life in which every id is the same text. */
function lifeOf(id: string) {
  const by = { office: 'community', communityId: id };
  const all = { accountId: id, by };
  const handbook = {
    ...HANDBOOK,
    communityId: id,
    version: id,
    rewards: [
      {
        rewardId: id,
        kind: 'service' as const,
        title: text('服务', 'Service'),
        price: 1,
        stock: 5,
        limit: { quantity: 5, per: 'year' as const },
      },
    ],
  };
  const bank = createBank(EACH_ITEM, { handbook });
  const commands = [
    open('resident', '2023-01-10', { ...all, communityId: id }),
    claim(id, '2023-02-01', all),
    credit('activity', id, '2023-03-01', { ...all, postId: id }),
    credit('affairs', id, '2023-03-02', { ...all, difficulty: 'hard' }),
    redeem(id, '2023-05-01', {}, { ...all, communityId: id, lines: [{ rewardId: id, quantity: 2 }] }),
    correct(id, -1, '2023-06-01', { accountId: id, by: SUBDISTRICT, corrects: id, item: 'activity' }),
    reportIn('2024-01-01', all),
    // And each once more: it is known.
    claim(id, '2023-02-01', all),
    credit('activity', id, '2023-03-01', { ...all, postId: id }),
    redeem(id, '2023-05-01', {}, { ...all, communityId: id, lines: [{ rewardId: id, quantity: 2 }] }),
    correct(id, -1, '2023-06-01', { accountId: id, by: SUBDISTRICT, corrects: id, item: 'activity' }),
  ];
  let account = initialAccount as ReturnType<typeof evolve>;
  const events = [];
  const outcomes = [];
  for (const command of commands) {
    const decision = bank.decideUnknown(command, account);
    outcomes.push(outcomeOf(decision));
    if (!decision.accepted) continue;
    events.push(...decision.events);
    account = decision.events.reduce(evolve, account);
  }
  return { outcomes, events, account };
}

describe('an id', () => {
  test.each([...PROPERTY_NAMES, ...SCRIPTS, ...SAME_LOOK, 'x'.repeat(256)])(
    '%s is a name like any other',
    (id) => {
      const { outcomes, events, account } = lifeOf(id);
      expect(outcomes).toEqual([1, 1, 1, 2, -2, -1, 1, 'retried', 'retried', 'retried', 'retried']);
      expect(redeemable(account)).toBe(3);
      expect(fold(stored(events))).toEqual(account);
      expect([...foldAccounts(events)]).toEqual([[id, account]]);
      expect(stored(account)).toEqual(account);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  test('is one account, one matter and one post by every other name', () => {
    const ids = [...PROPERTY_NAMES, ...SCRIPTS, ...SAME_LOOK];
    const bank = createBank(EACH_ITEM);
    let account = initialAccount as ReturnType<typeof evolve>;
    const decide = (command: unknown): number | string => {
      const decision = bank.decideUnknown(command, account);
      if (decision.accepted) account = decision.events.reduce(evolve, account);
      return outcomeOf(decision);
    };
    decide(open('resident'));
    expect(ids.map((id) => decide(credit('activity', id)))).toEqual(ids.map(() => 1));
    expect(ids.map((id) => decide(credit('affairs', id)))).toEqual(ids.map(() => 1));
    expect(ids.map((id) => decide(credit('activity', id, '2023-03-02')))).toEqual(
      ids.map(() => 'duplicate-matter'),
    );
    expect(ids.map((id) => decide(claim(id))).every((points) => typeof points === 'number')).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['more than 256 units', 'x'.repeat(257)],
    ['a space before it', ' v1'],
    ['a space after it', 'v1 '],
    ['a no-break space after it', 'v1\u00a0'],
    ['an ideographic space before it', '\u3000v1'],
    ['a zero-width space', 'v\u200b1'],
    ['a zero-width non-joiner', 'v\u200c1'],
    ['a zero-width joiner', 'v\u200d1'],
    ['a word joiner', 'v\u20601'],
    ['a byte order mark', '\ufeffv1'],
    ['a soft hyphen', 'v\u00ad1'],
    ['a right-to-left override', 'v\u202e1'],
    ['a left-to-right mark', 'v1\u200e'],
    ['an invisible separator', 'v\u20631'],
    ['a Mongolian vowel separator', 'v\u180e1'],
    ['a tag character', 'v\u{e0061}1'],
    ['a line break', 'v\n1'],
    ['a tab', 'v\t1'],
    ['a null', 'v\u00001'],
    ['a delete', 'v\u007f1'],
    ['a line separator', 'v\u20281'],
    ['a leading surrogate alone', 'v\ud8001'],
    ['a trailing surrogate alone', '\udc00v1'],
    ['surrogates the wrong way round', '\udc00\ud800'],
    ['a no-break space within it', 'v\u00a01'],
    ['a thin space within it', 'v\u20091'],
    ['the blank of Braille', 'v\u28001'],
    ['a Kangxi radical', '\u2f08'],
    ['a radical of the supplement', '\u2e9f'],
    ['a character that is not assigned', 'v\u0378'],
    ['a joiner between letters of no such script', '志\u200d愿'],
    ['a joiner that joins nothing', '👩\u200d'],
    ['two joiners', '👩\u200d\u200d👧'],
    ['a selector after an emoji that needs none', '🌱\ufe0f'],
    ['a selector after a digit alone', '1\ufe0f'],
    ['a non-joiner after an Arabic letter that joins nothing', 'دا\u200cر'],
    ['a joiner after a virama, and nothing after it', 'ශ්\u200d'],
    ['a Cyrillic letter among Latin ones', 'v\u043e1unteer'],
    ['a Greek letter among Latin ones', 'p\u03bfst'],
    ['a Latin letter among Cyrillic ones', 'дoброволец'],
    ['an Armenian letter among Latin ones', 'p\u0585st'],
    ['a Lisu letter among Latin ones', '\ua4d0ost'],
    ['a Cherokee letter among Latin ones', '\u13d4own'],
    ['a Coptic letter among Latin ones', 'p\u2c9fst'],
    ['a Coptic letter among Greek ones', 'λ\u2c9fγος'],
    ['a letter of a rare script among Latin ones', 'v\u2d4f1'],
    ['Telugu and Kannada letters', 'తె\u0cb2'],
    ['a Cyrillic letter among Chinese ones', '志\u043e愿'],
    ['a letter of another script behind a digit', 'v1\u043e'],
    ['a letter of another script behind a mark', 'v\u0331\u043e'],
    ['a letter of another script behind a joiner', 'ක්\u200dv'],
    ['kana and Hangul', 'カ가'],
    ['Hangul and Bopomofo, with Chinese between them', '가志ㄅ'],
    ['Bopomofo and kana', 'ㄅか'],
    ['an Arabic digit among Latin letters', 'v\u0661'],
    ['an Armenian colon among Latin letters', 'v\u05891'],
    ['a hyphen of its own', 'v\u20101'],
    ['a hyphen that does not break', 'v\u20111'],
    ['a figure dash', 'v\u20121'],
    ['an en dash', 'v\u20131'],
    ['a minus sign', 'v\u22121'],
    ['a small hyphen', 'v\ufe631'],
    ['an Armenian hyphen', 'Հ\u058aՀ'],
    ['a Mongolian hyphen', '1\u18062'],
    ['a hyphen bullet', 'v\u20431'],
    ['an Arabic full stop', '1\u06d42'],
    ['an Arabic elongation', 'مح\u0640مد'],
    ['a Tibetan mark that does not break', 'བོད\u0f0cབོད'],
    ['a letter of mathematics', '\u{1d5a0}1'],
    ['a letterlike symbol', '\u210d1'],
    ['a ligature', '\ufb01n'],
    ['an Arabic presentation form', '\ufe8fا'],
    ['a digraph', '\u01c6'],
    ['a dot above a letter that has one', 'i\u0307d'],
    ['a stroke of ideographs', '\u31d0号'],
    ['the long sound of kana where there is none', '\u30fc号'],
    ['a note head that is blank', 'v\u{1d159}1'],
    ['the filler of Khitan', 'v\u{16fe4}1'],
    ['a blank of hieroglyphs', 'v\u{13441}1'],
    ['the place of an object', 'v\ufffc1'],
    ['a flag with tags', '🏴\u{e0067}\u{e0062}\u{e007f}'],
    ['a selector after a sign that is no emoji', '★\ufe0f'],
    ['a joiner of signs that are no emoji', '★\u200d★'],
    ['a joiner in Tamil', 'க்\u200dஷ'],
    ['a non-joiner in Sinhala', 'ක්\u200cෂ'],
    ['a joiner in Telugu', 'క్\u200dష'],
    ['a joiner after a virama that has no letter', '\u094d\u200dष'],
    ['a non-joiner before an Arabic sign that joins nothing', 'ب\u200cء'],
    ['a decomposed letter', 'e\u0301'],
    ['a decomposed syllable', '\u1112\u1161\u11ab'],
    ['a compatibility ideograph with a canonical one', '\uf900'],
  ])('is not a text with %s', (_, id) => {
    expect(isId(id)).toBe(false);
    expect(new Set(lifeOf(id).outcomes)).toEqual(new Set(['invalid-command']));
  });

  test.each([
    ['Hangul filler', '\u3164'],
    ['halfwidth Hangul filler', '\uffa0'],
    ['Hangul choseong filler', '\u115f'],
    ['combining grapheme joiner', '\u034f'],
    ['Khmer inherent vowel', '\u17b4'],
  ])('is not a text with a character that nobody sees: %s', (_, unseen) => {
    expect(isId(`v${unseen}1`)).toBe(false);
  });

  test('in its composed form is one, and its decomposed form is refused', () => {
    const composed = fc.constantFrom('é', 'Å', 'ñ', 'ü', '한', 'が', 'ễ');
    fc.assert(
      fc.property(composed, fc.constantFrom('', 'a', '岗'), (letter, before) => {
        const id = before + letter;
        expect(isId(id.normalize('NFC'))).toBe(true);
        expect(isId(id.normalize('NFD'))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('is well formed, composed, trimmed, and of 1 to 256 units, whatever text it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
        if (!isId(value)) return;
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(256);
        expect(isWellFormed(value)).toBe(true);
        expect(value.normalize('NFC')).toBe(value);
        expect(value.trim()).toBe(value);
        expect(stored(value)).toBe(value);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.:/岗位志愿者é'), minLength: 1, maxLength: 256 }),
        (value) => {
          expect(isId(value)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a free text', () => {
  test('may have lines, tabs and the joiners of its script, and says something', () => {
    for (const value of [
      'a',
      '核实后更正',
      'two\nlines',
      'a\tb',
      'می‌خواهم',
      '👩‍👧',
      ' padded ',
      'x'.repeat(2000),
    ])
      expect(isFreeText(value)).toBe(true);
    for (const value of [
      '',
      ' ',
      '\n\t ',
      '\u3000',
      '\u2800',
      '\u200b\u2060',
      '\u034f',
      '\u{1d159}',
      '\ufffc \u{13441}\u{13442}\u{16fe4}',
      'a\u202eb',
      'a\u2066b',
      'a\u200f',
      'a\u0000',
      'a\u0007',
      '\ud800',
      'x'.repeat(2001),
      1,
      null,
      ['a'],
    ])
      expect(isFreeText(value)).toBe(false);
  });

  test('of 100,000 characters is refused', () => {
    const long = '长'.repeat(100_000);
    const bank = createBank(EACH_ITEM);
    const decision = bank.decideUnknown(correct('slip', -1, '2023-04-01', { reason: long }), initialAccount);
    expect(decision.accepted ? '' : decision.refusal.facts).toMatchObject({
      field: 'reason',
      problem: 'not-a-text',
    });
  });
});

test('the name of a part of a rule set is lower-case words, and no name that every object has', () => {
  for (const value of ['a', 'co-building', 'two-2', 'x'.repeat(64)]) expect(isSlug(value)).toBe(true);
  for (const value of [
    '',
    'A',
    'a_b',
    'a--b',
    '-a',
    'a-',
    '2a',
    'constructor',
    'é',
    '活动',
    'x'.repeat(65),
    1,
    null,
    undefined,
  ]) {
    expect(isSlug(value)).toBe(false);
  }
});

test('texts about long ids are short and well formed', () => {
  const bank = createBank(EACH_ITEM);
  const id = '🌱'.repeat(128);
  const commands = [
    credit('activity', id, '2023-03-01', { accountId: id }),
    claim(id, '2023-03-01', { accountId: id }),
  ];
  for (const command of commands) {
    const decision = bank.decideUnknown(command, initialAccount);
    const words = decision.accepted ? [] : Object.values(reasonOf(decision.refusal));
    for (const of of words) {
      expect(of.length).toBeLessThan(400);
      expect(isWellFormed(of)).toBe(true);
    }
  }
});

test('texts about long ids cut no character in two', () => {
  const bank = createBank(EACH_ITEM);
  const id = `x${'🌱'.repeat(100)}`;
  const decision = bank.decideUnknown(
    credit('activity', 'a', '2023-03-01', { accountId: id }),
    initialAccount,
  );
  expect(
    decision.accepted ? [] : Object.values(reasonOf(decision.refusal)).filter((of) => !isWellFormed(of)),
  ).toEqual([]);
});
