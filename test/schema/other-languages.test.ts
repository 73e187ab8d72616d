import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@cfworker/json-schema';
import { transform } from 'esbuild';
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from 'quicktype-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { EVENT_VERSIONS, type StoredEvent } from '../../src/index.js';
import {
  type JsonSchemaName,
  jsonSchemas,
  type Parsed,
  parseCommand,
  parseEvent,
  parseHandbook,
  parseProgramme,
  parseRuleSet,
  parseSnapshot,
} from '../../src/schema.js';
import { fixtures, storedEvents } from '../evolution/fixtures.js';
import { CLOSED, CLOSED_SNAPSHOT, COMMANDS, EVENTS, HANDBOOK, RICH, SNAPSHOT } from './samples.js';
import { accepts } from './validators.js';

/*
 * What hosts in other languages do with the JSON Schemas: two validators that share no code take the same, a generator makes classes
 * that are called as the library calls things, and what the schemas cannot say stands in docs/json-schema.md.
 */

const schemas = jsonSchemas();
const PARSERS: { readonly [Name in JsonSchemaName]: (input: unknown) => Parsed<unknown> } = {
  command: parseCommand,
  event: parseEvent,
  'rule-set': parseRuleSet,
  handbook: parseHandbook,
  programme: parseProgramme,
  snapshot: parseSnapshot,
};

const others = new Map(
  Object.entries(schemas).map(([name, schema]) => [name, new Validator(schema, '2020-12')]),
);

/** Whether the second validator takes a value. */
function otherAccepts(name: JsonSchemaName, value: unknown): boolean {
  return others.get(name)?.validate(JSON.parse(JSON.stringify(value))).valid === true;
}

const programme = {
  communityId: 'linan',
  version: '1',
  published: '2023-06-24',
  posts: [{ postId: 'a', kind: 'post', title: { en: 'A' }, difficulty: 'base' }],
  matters: [],
};

/** One of everything that is stored. */
const SAMPLES: readonly (readonly [JsonSchemaName, unknown])[] = [
  ...Object.values(COMMANDS).map(({ value }) => ['command', value] as const),
  ...[...EVENTS, ...CLOSED].map((event) => ['event', event] as const),
  ['rule-set', RICH],
  ['handbook', HANDBOOK],
  ['programme', programme],
  ['snapshot', SNAPSHOT],
  ['snapshot', CLOSED_SNAPSHOT],
];

describe('two validators', () => {
  test('take one of everything', () => {
    for (const [name, value] of SAMPLES)
      expect([name, accepts(name, value), otherAccepts(name, value)]).toEqual([name, true, true]);
  });

  test('agree where a member is missing, is null, or is one too many', () => {
    let refused = 0;
    for (const [name, value] of SAMPLES) {
      for (const broken of brokenForms(value as object)) {
        const answers = [accepts(name, broken), otherAccepts(name, broken)];
        expect([name, broken, answers[0]]).toEqual([name, broken, answers[1]]);
        if (answers[0] === false) refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(SAMPLES.length);
  });
});

function isCurrent({ type, metadata }: StoredEvent): boolean {
  return metadata?.schemaVersion === (EVENT_VERSIONS as Readonly<Record<string, number>>)[type];
}

/** The value without each of its members, with each of them as nothing, and with one that nobody knows; and so each object right within. */
function* brokenForms(value: object): Generator<unknown> {
  yield { ...value, nobodyKnows: 1 };
  for (const [member, of] of Object.entries(value)) {
    const { [member]: _, ...rest } = value as Record<string, unknown>;
    yield rest;
    yield { ...value, [member]: null };
    if (member !== 'data') continue;
    for (const within of brokenForms(of)) yield { ...value, data: within };
  }
}

describe('a generator of classes', () => {
  const types = Object.keys(EVENT_VERSIONS);
  /** What events have in common, called as the library calls it. */
  const parts = ['By', 'RuleSetReference', 'LimitApplied', 'FactorApplied', 'MatterApplied'];

  async function generated(lang: 'typescript' | 'python' | 'go'): Promise<string> {
    const input = new JSONSchemaInput(new FetchingJSONSchemaStore());
    await input.addSource({
      name: 'Event',
      uris: ['event.schema.json#/$defs/'],
      schema: JSON.stringify(schemas.event),
    });
    const inputData = new InputData();
    inputData.addInput(input);
    const { lines } = await quicktype({ inputData, lang, inferDateTimes: false });
    return lines.join('\n');
  }

  test.each([
    ['python', (name: string) => `class ${name}:`],
    ['go', (name: string) => `type ${name} struct {`],
    ['typescript', (name: string) => `export interface ${name} {`],
  ] as const)('makes one of each event in %s', async (lang, declared) => {
    const code = await generated(lang);
    const wanted = [...types, ...types.map((type) => `${type}Data`), ...parts];
    expect(wanted.filter((name) => !code.includes(declared(name)))).toEqual([]);
  });

  describe('in TypeScript', () => {
    let convert: { readonly [name: string]: (input: unknown) => unknown };
    beforeAll(async () => {
      const { code } = await transform(await generated('typescript'), { loader: 'ts', format: 'esm' });
      ({ Convert: convert } = await import(
        `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
      ));
    });

    test('every frozen event goes through its class and comes back', () => {
      const current = fixtures().flatMap(storedEvents).filter(isCurrent);
      expect(new Set(current.map(({ type }) => type)).size).toBe(types.length);
      for (const event of current) {
        const read = convert[`to${event.type}`]?.(JSON.stringify(event));
        const text = convert[`${event.type.charAt(0).toLowerCase()}${event.type.slice(1)}ToJson`]?.(read);
        expect(JSON.parse(String(text))).toEqual(JSON.parse(JSON.stringify(event)));
      }
    });
  });
});

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/json-schema.md', import.meta.url)), 'utf8');
const claim = COMMANDS.ClaimPost?.value as { readonly data: object };
const credit = COMMANDS.CreditActivity?.value as { readonly data: object };
const withData = (command: { readonly data: object }, data: object): unknown => ({
  ...command,
  data: { ...command.data, ...data },
});
const reward = HANDBOOK.rewards[0];
const { stock: _, ...unlimited } = { stock: 1, ...reward };
const limited = EVENTS.find(({ data }) => 'limits' in data) as {
  readonly data: { readonly limits?: readonly object[] };
};
const withMatter = (matter: object): unknown => ({
  ...programme,
  matters: [{ matterId: 'm', item: 'affairs', title: { en: 'M' }, from: '2023-07-01', ...matter }],
});
const [opened] = EVENTS;
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** What the schemas take and parsing refuses, as the page lists it: by the problem's code. */
const UNSAID: readonly (readonly [what: string, code: string, name: JsonSchemaName, value: unknown])[] = [
  ['text that is not in Unicode form NFC', 'not-an-id', 'command', withData(claim, { postId: 'e\u0301' })],
  ['mixed scripts', 'not-an-id', 'command', withData(claim, { postId: 'p\u0430trol' })],
  ['joiners out of place', 'not-an-id', 'command', withData(claim, { postId: 'a\u200db' })],
  ['unassigned characters', 'not-an-id', 'command', withData(claim, { postId: 'a\u{e0fff}' })],
  [
    'unseen characters and letters of mathematics beyond U+FFFF',
    'not-an-id',
    'command',
    withData(claim, { postId: 'a\u{1d159}' }),
  ],
  ['a dot above a letter that has one', 'not-an-id', 'command', withData(claim, { postId: 'i\u0307' })],
  ['the long sound of kana where there is none', 'not-an-id', 'command', withData(claim, { postId: 'ー号' })],
  ['more than 256 UTF-16 units', 'not-an-id', 'command', withData(claim, { postId: '🌱'.repeat(129) })],
  ['more than 2,000 UTF-16 units', 'not-a-text', 'command', withData(credit, { note: '🌱'.repeat(1001) })],
  [
    'nothing but marks, or what is unseen beyond U+FFFF',
    'not-a-text',
    'command',
    withData(credit, { note: '\u0301\u{1d159}' }),
  ],
  ['half of a surrogate pair', 'not-a-text', 'command', withData(credit, { note: 'a\ud800' })],
  ['more than two decimals', 'not-a-quantity', 'command', withData(credit, { quantity: 1.234 })],
  [
    'more than two decimals of an amount',
    'not-an-amount',
    'event',
    withData(limited, { limits: [{ ...limited.data.limits?.[0], used: 0.005 }] }),
  ],
  ['an id that is there already', 'duplicate', 'handbook', { ...HANDBOOK, rewards: [reward, reward] }],
  [
    'a last day before the first',
    'backwards',
    'handbook',
    { ...HANDBOOK, standingConsent: '2023-01-02', standingConsentUntil: '2023-01-01' },
  ],
  [
    'names that differ only in width, case or spaces',
    'duplicate',
    'programme',
    { ...programme, posts: [...programme.posts, { ...programme.posts[0], postId: 'Ａ' }] },
  ],
  [
    'a part that another one asks for',
    'missing',
    'handbook',
    { ...HANDBOOK, rewards: [{ ...unlimited, stockFrom: '2023-01-01' }] },
  ],
  ['two parts of which one is enough', 'not-both', 'programme', withMatter({ days: ['2023-07-01'] })],
  ['a post that is not there', 'unknown-post', 'programme', withMatter({ postId: 'b' })],
  ['a language that is not among the locales', 'unknown-locale', 'rule-set', { ...RICH, locales: ['en'] }],
  [
    'data nested more than 64 levels deep',
    'too-deep',
    'event',
    { ...opened, metadata: { ...opened?.metadata, own: nested(70) } },
  ],
];

describe('what the schemas cannot say', () => {
  test.each(UNSAID)('%s', (what, code, name, value) => {
    expect([accepts(name, value), otherAccepts(name, value)]).toEqual([true, true]);
    const parsed = PARSERS[name](value);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.code)).toContain(code);
    expect(PAGE).toContain(`| ${what} | \`${code}\` |`);
  });

  test('is all that the page lists', () => {
    const rows = PAGE.match(/^\| .+ \| `[a-z-]+` \|/gm) ?? [];
    expect(rows).toHaveLength(UNSAID.length);
  });

  test('a day that does not exist is seen by whoever asserts formats', () => {
    const never = withData(claim, { on: '2023-02-30' });
    expect([accepts('command', never), otherAccepts('command', never)]).toEqual([false, false]);
  });

  test('an event of an older form is read, though its schema is of the current one', () => {
    const older = fixtures()
      .flatMap(storedEvents)
      .filter((event) => !isCurrent(event));
    expect(older.length).toBeGreaterThan(0);
    for (const event of older) expect([accepts('event', event), parseEvent(event).ok]).toEqual([false, true]);
  });
});
