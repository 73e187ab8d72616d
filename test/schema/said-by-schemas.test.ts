import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type JsonSchemaName,
  jsonSchemas,
  type Parsed,
  parseCommand,
  parseEvent,
  parseHandbook,
  parseProgramme,
} from '../../src/schema.js';
import { isFreeText, isId } from '../../src/values/ids.js';
import { removed, replaced, valueAt, waysInto } from './mutate.js';
import { CLOSED, COMMANDS, EVENTS, HANDBOOK } from './samples.js';
import { accepts } from './validators.js';

/*
 * The JSON Schemas beside the library, over texts and data made for it: a schema refuses nothing that parsing takes, and takes what
 * parsing refuses only where docs/json-schema.md lists it.
 */

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/json-schema.md', import.meta.url)), 'utf8');
const LISTED = new Map(
  [...PAGE.matchAll(/^\| (.+?) \| `([a-z-]+)` \|/gm)].map(([, what = '', code = '']) => [what, code]),
);

const { Id, FreeText } = (jsonSchemas().command as { readonly $defs: Record<string, object> }).$defs;
const ajv = new Ajv2020();
const [saysId, saysText] = [ajv.compile(Id as object), ajv.compile(FreeText as object)];

/** Characters of every kind that the rules of ids and texts tell apart. */
const UNITS = [
  ...[
    'a',
    'i',
    'Z',
    '0',
    '-',
    '_',
    '.',
    ' ',
    '\u3000',
    '志',
    '号',
    '２',
    '（',
    'é',
    'ß',
    'µ',
    '🌱',
    '👩',
    '❤',
    '🏽',
    '★',
  ],
  ...[
    'λ',
    'ж',
    'ա',
    'ب',
    'د',
    'क',
    '\u094d',
    'ක',
    '\u0dca',
    'க',
    '\u0bcd',
    'か',
    'ー',
    'ｰ',
    '가',
    'ㄅ',
    'ⲁ',
    'ꓐ',
  ],
  ...[
    '\u200c',
    '\u200d',
    '\ufe0f',
    '\ufe0e',
    '\u20e3',
    '\u0301',
    '\u0307',
    '\u0331',
    '\u200b',
    '\u00ad',
    '\u2060',
  ],
  ...[
    '\u00a0',
    '\u2009',
    '\u2028',
    '\t',
    '\n',
    '\r',
    '\u0000',
    '\u007f',
    '\u0085',
    '\u202e',
    '\u2066',
    '\u200f',
  ],
  ...[
    '\u061c',
    '\u0600',
    '\u115f',
    '\u3164',
    '\uffa0',
    '\u2800',
    '\ufffc',
    '\ufffd',
    '\ufeff',
    '\u180e',
    '\ue000',
  ],
  ...[
    '\u2010',
    '\u2011',
    '\u2013',
    '\u2014',
    '\u2212',
    '\ufe63',
    '\uff0d',
    '\u058a',
    '\u06d4',
    '\u0640',
    '\u2f08',
  ],
  ...[
    '\u2e9f',
    '\u31d0',
    '\ufb01',
    '\ufe8f',
    '\u210d',
    '\u01c6',
    '\u0378',
    '\ud800',
    '\udc00',
    '\u{1d159}',
    '\u{13441}',
  ],
  ...['\u{16fe4}', '\u{1d5a0}', '\u{e0061}', '\u{e0fff}', '\u{1d173}', '\u{f0000}'],
];

const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc
    .tuple(fc.constantFrom(...UNITS), fc.constantFrom(128, 129, 256, 257, 1000, 1001, 2000, 2001))
    .map(([unit, times]) => unit.repeat(times)),
);

const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Arabic',
  'Hebrew',
  'Thaana',
  'Ethiopic',
  'Georgian',
];
const OF_INDIA = ['Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'];
const OF_THE_SOUTH = ['Malayalam', 'Sinhala', 'Thai', 'Lao', 'Tibetan', 'Myanmar', 'Khmer'];
const OF_THE_EAST = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo'];
const OF_THE_SAME_LOOK = ['Cherokee', 'Coptic', 'Lisu'];
const LETTERS = [SCRIPTS, OF_INDIA, OF_THE_SOUTH, OF_THE_EAST, OF_THE_SAME_LOOK]
  .flat()
  .map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

/** How many scripts a text has; those that are not among the ones above count as one. */
function scriptsIn(of: string): number {
  const letters = of.match(/[^\p{Script=Common}\p{Script=Inherited}\p{Co}]/gu) ?? [];
  return new Set(letters.map((letter) => LETTERS.findIndex((script) => script.test(letter)))).size;
}

const BEYOND =
  /[\p{C}\p{Default_Ignorable_Code_Point}\u{13441}\u{13442}\u{16fe4}\u{1d159}\u{1d400}-\u{1d7ff}]/u;

/** What the page lists of ids, each told in another way. */
const OF_IDS: Readonly<Record<string, (id: string) => boolean>> = {
  'text that is not in Unicode form NFC': (id) => id.normalize('NFC') !== id,
  'mixed scripts': (id) => scriptsIn(id) > 1,
  'joiners out of place': (id) => /\p{Join_Control}|\ufe0f/u.test(id),
  'unassigned characters': (id) => /\p{Cn}/u.test(id),
  'unseen characters and letters of mathematics beyond U+FFFF': (id) =>
    [...id].some((of) => of.length > 1 && BEYOND.test(of)),
  'a dot above a letter that has one': (id) => /[ij]\u0307/.test(id),
  'the long sound of kana where there is none': (id) => /[ーｰ]/.test(id),
  'half of a surrogate pair': (id) => /\p{Cs}/u.test(id),
  'more than 256 UTF-16 units': (id) => id.length > 256,
};

const OF_TEXTS: Readonly<Record<string, (of: string) => boolean>> = {
  'more than 2,000 UTF-16 units': (of) => of.length > 2000,
  'half of a surrogate pair': (of) => /\p{Cs}/u.test(of),
  'nothing but marks, or what is unseen beyond U+FFFF': (of) =>
    [...of].every(
      (one) => /[\s\p{Mn}\p{C}\u2800\ufffc]|[\u{10000}-\u{10ffff}]/u.test(one) || !isFreeText(one),
    ),
};

test.each([
  ['ids', isId, saysId, OF_IDS],
  ['free texts', isFreeText, saysText, OF_TEXTS],
] as const)('%s: the schema takes what the library takes, and little else', (_, takes, says, listed) => {
  const met = new Set<string>();
  const look = (of: string): void => {
    const [taken, said] = [takes(of), says(of)];
    if (taken) expect([escape(of), said]).toEqual([escape(of), true]);
    if (taken || !said) return;
    const reasons = Object.keys(listed).filter((what) => listed[what]?.(of));
    expect([escape(of), reasons.length > 0]).toEqual([escape(of), true]);
    for (const what of reasons) met.add(what);
  };
  for (const unit of UNITS)
    for (const other of ['', ...UNITS])
      for (const of of [unit + other, `a${unit}${other}`, `志${unit}${other}号`]) look(of);
  fc.assert(fc.property(text, look), { numRuns: 5_000 });
  for (let code = 0; code < 0x10000; code += 1)
    for (const of of [String.fromCharCode(code), `a${String.fromCharCode(code)}1`]) look(of);
  look('🌱'.repeat(200));
  look('🌱'.repeat(1500));
  // Each of them is met, and stands on the page.
  expect([...met].sort()).toEqual(Object.keys(listed).sort());
  for (const what of met) expect([...LISTED.keys()]).toContain(what);
});

const PROGRAMME = {
  communityId: 'linan',
  version: '1',
  published: '2023-06-24',
  posts: [{ postId: 'a', kind: 'post', title: { en: 'A' }, difficulty: 'base' }],
  matters: [
    { matterId: 'm', item: 'affairs', title: { en: 'M' }, from: '2023-07-01', postId: 'a', quantity: 2 },
    { matterId: 'n', item: 'affairs', title: { en: 'N' }, days: ['2023-07-01'], roles: ['resident'] },
  ],
};

const [reward] = HANDBOOK.rewards;
/** A handbook with what may be left out. */
const FILED = {
  ...HANDBOOK,
  standingConsent: '2023-01-01',
  standingConsentUntil: '2023-12-31',
  rewards: [
    { ...reward, stock: 5, stockFrom: '2023-01-01', consent: '2023-01-01', consentUntil: '2023-12-31' },
  ],
};

const DATA: readonly (readonly [JsonSchemaName, (input: unknown) => Parsed<unknown>, unknown])[] = [
  ...Object.values(COMMANDS).map(({ value }) => ['command', parseCommand, value] as const),
  ...[...EVENTS, ...CLOSED].map((event) => ['event', parseEvent, event] as const),
  ['handbook', parseHandbook, HANDBOOK],
  ['handbook', parseHandbook, FILED],
  ['programme', parseProgramme, PROGRAMME],
];

/** Values that are a bit off, for any place. */
const OFF: readonly unknown[] = [
  ...[null, true, 0, -1, 1, 0.5, 0.005, 1e6, 1_000_001, 2 ** 53, -(2 ** 53), 1e21, '', ' ', 'a', '志', 'A B'],
  ...[
    '2023-02-29',
    '2024-02-29',
    '1899-12-31',
    '9999-12-31',
    '2023-13-01',
    '2023-1-1',
    '02-29',
    '2023',
    'life',
    '2023-W53',
  ],
  ...[
    'zh-CN',
    'constructor',
    '__proto__',
    'a\u2800',
    '\u2800',
    'a\u2010b',
    'v\n',
    [],
    {},
    [[]],
    [1, 1],
    ['a', 'a'],
    { en: 'A' },
  ],
];

/** Data that are a bit off: each value at each place, or nothing, and each list twice over. What events have in common is tried once. */
function* bent(): Generator<
  readonly [name: JsonSchemaName, at: string, data: unknown, parsed: Parsed<unknown>]
> {
  const tried = new Set<string>();
  for (const [name, parse, value] of DATA) {
    const { type = '' } = value as { readonly type?: string };
    for (const way of waysInto(value)) {
      const place = `${name} ${way[0] === 'metadata' ? '' : type} ${way.join('.')}`;
      if (tried.has(place)) continue;
      tried.add(place);
      const here = valueAt(value, way);
      const without = removed(value, way);
      yield [name, `${place}: nothing`, without, parse(without)];
      for (const off of Array.isArray(here) ? [...OFF, [...here, ...here]] : OFF) {
        const data = replaced(value, way, off);
        yield [name, `${place}: ${JSON.stringify(off)}`, data, parse(data)];
      }
    }
  }
}

test('data: the schema takes what parsing takes, and what parsing refuses but for what the page lists', () => {
  const codes = new Set(LISTED.values());
  const told = new Set<string>();
  for (const [, parse, value] of DATA) expect(parse(value)).toMatchObject({ ok: true });
  for (const [name, at, data, parsed] of bent()) {
    const said = accepts(name, data);
    if (parsed.ok && !said) told.add(`${at} is refused by the schema alone`);
    if (parsed.ok || !said) continue;
    for (const { code } of parsed.problems) if (!codes.has(code)) told.add(`${at} is ${code}`);
  }
  expect([...told]).toEqual([]);
});
