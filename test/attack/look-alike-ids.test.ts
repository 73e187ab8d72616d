import { describe, expect, test } from 'vitest';
import { createBank, initialAccount, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { parseCommand } from '../../src/schema.js';
import { isFreeText, isId } from '../../src/values/ids.js';
import { claim, open, run } from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';
import { scaled } from './scale.js';

/*
 * Ids that look alike, or have something that nobody sees: every character of Unicode is tried within an id, at its ends, and beside
 * letters of other scripts. What is refused and taken one by one stands in test/hostile/ids.test.ts.
 */

/** All characters, or those of every kind: most of those that are not seen are below U+3100 and beyond the plane of ideographs. */
const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => code).filter(
  (code) => scaled(code < 0x3400 || code > 0xd7a4, true) && scaled(code < 0x11000 || code % 251 === 0, true),
);

const withCode = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of an expression that are taken in a place, as their codes. */
function taken(expression: RegExp, place: (character: string) => string): readonly string[] {
  return CHARACTERS.filter((code) => {
    const character = String.fromCodePoint(code);
    return expression.test(character) && isId(place(character));
  }).map(withCode);
}

const BASIC = Array.from({ length: 0x10000 }, (_, code) => String.fromCodePoint(code));

/** Characters of a script of the basic plane: no more than some hundreds, all over it. */
function charactersOf(script: string): readonly string[] {
  const of = new RegExp(`\\p{Script=${script}}`, 'u');
  const all = BASIC.filter((character) => of.test(character));
  return all.filter((_, at) => at % Math.ceil(all.length / scaled(50, 500)) === 0);
}

const UNSEEN =
  /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]/u;
const SPACES = /(?![ \u3000])[\p{Zs}\p{White_Space}]/u;
const RADICALS = /[\u2e80-\u2fdf]/u;
/** Private use shows something of the font's own: names of rare characters are written so. */
const PRIVATE = /\p{Co}/u;

/** Scripts, each with a letter of it. */
const SCRIPTS = Object.entries({
  Latin: 'v',
  Greek: 'λ',
  Cyrillic: 'ж',
  Armenian: 'ա',
  Georgian: 'ა',
  Cherokee: 'Ꭰ',
  Lisu: 'ꓐ',
  Coptic: 'ⲁ',
  Hebrew: 'א',
  Arabic: 'ب',
  Devanagari: 'क',
  Bengali: 'ক',
  Gurmukhi: 'ਕ',
  Gujarati: 'ક',
  Oriya: 'କ',
  Tamil: 'க',
  Telugu: 'క',
  Kannada: 'ಕ',
  Malayalam: 'ക',
  Sinhala: 'ක',
  Thai: 'ก',
  Lao: 'ກ',
  Tibetan: 'ཀ',
  Myanmar: 'က',
  Khmer: 'ក',
  Ethiopic: 'ሀ',
  Thaana: 'ހ',
  Han: '志',
  Hiragana: 'か',
  Katakana: 'カ',
  Bopomofo: 'ㄅ',
  Hangul: '가',
  Tifinagh: 'ⵏ',
});

/** The scripts that UTS #39 takes together, at its highly restrictive level. */
const TOGETHER = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

/** Dashes that are longer, doubled, wavy or upright, or as wide as an ideograph: no hyphen looks like them. */
const DASHES = [
  ...[
    'U+002D',
    'U+05BE',
    'U+1400',
    'U+2014',
    'U+2015',
    'U+2E17',
    'U+2E1A',
    'U+2E3A',
    'U+2E3B',
    'U+2E40',
    'U+2E5D',
  ],
  ...['U+301C', 'U+3030', 'U+30A0', 'U+FE31', 'U+FE32', 'U+FF0D', 'U+10D6E', 'U+10EAD'],
];

const PLACES: readonly (readonly [name: string, place: (character: string) => string])[] = [
  ['alone', (of) => of],
  ['between letters', (of) => `v${of}1`],
  ['between ideographs', (of) => `志${of}愿`],
  ['first', (of) => `${of}v1`],
  ['last', (of) => `v1${of}`],
  ['twice', (of) => `v${of}${of}1`],
];

describe('no id has, whatever the character', () => {
  test.each(PLACES)('something unseen: %s', (_, place) => {
    expect(
      taken(UNSEEN, place).filter(
        (code) => !PRIVATE.test(String.fromCodePoint(Number(`0x${code.slice(2)}`))),
      ),
    ).toEqual([]);
  });

  test.each(PLACES)('an odd space, or a radical: %s', (_, place) => {
    expect(taken(SPACES, place)).toEqual([]);
    expect(taken(RADICALS, place)).toEqual([]);
  });

  test('a space at an end', () => {
    for (const space of [' ', '\u3000']) {
      for (const id of [`${space}v1`, `v1${space}`, space]) expect(isId(id)).toBe(false);
      expect(isId(`v${space}1`)).toBe(true);
    }
  });

  test('letters of two scripts in a word, but for those that are written together', () => {
    for (const [script] of SCRIPTS) {
      const of = charactersOf(script);
      expect([script, of.length > 10]).toEqual([script, true]);
      const others = SCRIPTS.filter(
        ([other]) => other !== script && !TOGETHER.some((all) => all.includes(script) && all.includes(other)),
      );
      for (const [, letter] of others) {
        const words = of.flatMap((character) =>
          ['', '1', '\u0323', '_'].flatMap((between) => [
            `${character}${between}${letter}`,
            `${letter}${between}${character}`,
          ]),
        );
        expect(words.filter(isId)).toEqual([]);
      }
    }
  });

  test('a hyphen or a minus sign but those that are taken', () => {
    // The fullwidth one is as wide as an ideograph, and a programme does not mind width.
    for (const code of taken(/\p{Dash_Punctuation}/u, (of) => `1${of}2`)) expect(DASHES).toContain(code);
    expect(isId('1\u22122')).toBe(false);
  });

  test('a character that another form of it looks like', () => {
    const forms = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc\u{1d400}-\u{1d7ff}]/u;
    expect(taken(forms, (of) => of)).toEqual([]);
    expect(taken(/\p{Soft_Dotted}/u, (of) => `${of}\u0307`)).toEqual([]);
  });

  test('two spellings', () => {
    const respelt = CHARACTERS.map((code) => String.fromCodePoint(code)).filter(
      (character) => isId(character) && character.normalize('NFD') !== character,
    );
    expect(respelt.length).toBeGreaterThan(300);
    for (const character of respelt) expect(isId(character.normalize('NFD'))).toBe(false);
  });
});

test('names that show their joiners are taken', () => {
  for (const id of ['❤️', '👨‍👩‍👧‍👦', '👩🏽‍🚒', '🏳️‍🌈', 'می‌خواهم', 'نامه‌ای', 'ශ්‍රී', 'ක්‍ෂ', 'क्‍ष', '1️⃣']) {
    expect([id, isId(id)]).toEqual([id, true]);
    expect(parseCommand(claim(id)).ok).toBe(true);
  }
});

test('a joiner is taken in no other place', () => {
  const around = [
    'a',
    '1',
    '志',
    'я',
    '👩',
    '❤',
    '🏽',
    'ب',
    'د',
    'ශ',
    '\u0dca',
    'क',
    '\u094d',
    '\ufe0f',
    '\u0301',
    '-',
  ];
  const joined = ['\u200c', '\u200d', '\ufe0f'].flatMap((joiner) =>
    around.flatMap((a) => ['', ...around].map((b) => [a, joiner, b] as const)),
  );
  const found = joined.filter(([a, joiner, b]) => isId(a + joiner + b)).map((parts) => parts.join('').length);
  // Of all these, a handful show something: an emoji joined to another, a virama and a letter, an Arabic letter that would join.
  expect(found.length).toBeGreaterThan(5);
  expect(found.length).toBeLessThan(joined.length / 6);
  for (const [a, joiner, b] of joined) {
    if (isId(a + joiner + b)) expect(isId(a + joiner + joiner + b)).toBe(false);
  }
});

test('a text that shows nothing is no reason', () => {
  // What Unicode has not assigned yet shows a box, and may show something where its font is newer.
  const blank = CHARACTERS.filter((code) => {
    const character = String.fromCodePoint(code);
    return (UNSEEN.test(character) && !/[\p{Co}\p{Cn}]/u.test(character)) || SPACES.test(character);
  });
  expect(blank.filter((code) => isFreeText(String.fromCodePoint(code))).map(withCode)).toEqual([]);
});

test('a programme minds neither width nor case nor the number of spaces', () => {
  const bank = createBank<RuleSet>(renfa2022, { programme: PROGRAMME });
  const account = run([open('resident')]).accounts.get('v1') ?? initialAccount;
  const of = (postId: string) =>
    bank.decideUnknown(claim(postId, '2023-03-01', { kind: 'project', difficulty: 'hard' }), account);
  const written = of('河长 2号');
  expect(written.accepted).toBe(true);
  for (const id of ['河长  2号', '河长2号', '河长　2号', '河长２号']) expect(of(id)).toEqual(written);
  for (const id of ['河长\u00a02号', '河长\u28002号', '河⻓ 2号', '河长\u200b2号']) {
    const decision = of(id);
    expect(decision.accepted ? 'accepted' : decision.refusal.code).toBe('invalid-command');
  }
});
