/*
 * Every field of a command, an event, a handbook and a snapshot, removed and replaced by each of many wrong values: refused, with
 * paths at that field and nowhere else. What a field takes is worked out from a table of what it is, not from the schemas.
 */
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/account/commands/read-command.js';
import type { Parsed } from '../../src/schema/problem.js';
import { parseCommand, parseEvent, parseHandbook, parseSnapshot } from '../../src/schema.js';
import { EVENT_KINDS, INSIDE, SNAPSHOT_KINDS } from './kinds.js';
import { removed, replaced, valueAt, type Way, waysInto, written } from './mutate.js';
import {
  CLOSED_SNAPSHOT,
  COMMANDS,
  eventWith,
  HANDBOOK,
  HANDBOOK_KINDS,
  type Kind,
  type Kinds,
  SNAPSHOT,
} from './samples.js';
import { accepts } from './validators.js';

/** Values that most fields cannot have. */
const WRONG: readonly unknown[] = [
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 53,
  '',
  ' ',
  '2',
  '2023-02-29',
  '2023-13-01',
  '1899-12-31',
  '02-29',
  '__proto__',
  'constructor',
  ' edge',
  'edge ',
  'zero\u200bwidth',
  'x'.repeat(5000),
  null,
  true,
  [],
  {},
  () => 1,
  1n,
  Symbol('1'),
];

const ANY_ID = ['2', '2023-02-29', '2023-13-01', '1899-12-31', '02-29', '__proto__', 'constructor'];

/** Of {@link WRONG}, what each kind of field does take. */
const TAKES: { readonly [K in Kind]: readonly unknown[] } = {
  id: ANY_ID,
  slug: [],
  // Free text may have an edge of space, and joiners; only space it may not be.
  text: [...ANY_ID, ' edge', 'edge ', 'zero\u200bwidth'],
  // What a command said, as the fold writes it: any text.
  content: WRONG.filter((value) => typeof value === 'string'),
  date: [],
  'day-of-year': [],
  days: [[]],
  window: [],
  digest: [],
  whole: [0, -1],
  'from-0': [0],
  'from-1': [],
  zero: [],
  signed: [-1],
  quantity: [1.5],
  'signed-quantity': [1.5, -1],
  // Points, or hundredths of a quantity.
  amount: [0, 1.5],
  'signed-amount': [0, -1, 1.5],
  boolean: [true],
  true: [true],
  word: [],
  object: [],
  'loose-object': [],
  'open-object': [{}],
  words: [],
  list: [[]],
  some: [],
  map: [[]],
  entries: [[]],
  record: [],
  chain: [],
  undone: [],
  key: ANY_ID,
  version: [],
};

type Case = {
  readonly name: string;
  readonly value: object;
  readonly kinds: Kinds;
  readonly parse: (input: unknown) => Parsed<unknown>;
  readonly schema: 'command' | 'event' | 'handbook' | 'snapshot';
};

const CASES: readonly Case[] = [
  ...Object.entries(COMMANDS).map(
    ([name, { value, kinds }]): Case => ({ name, value, kinds, parse: parseCommand, schema: 'command' }),
  ),
  ...(
    [
      ['AccountOpened', EVENT_KINDS.AccountOpened, eventWith('AccountOpened', 'continues')],
      ['PostClaimed', EVENT_KINDS.PostClaimed, eventWith('PostClaimed', 'catalogue')],
      ['ActivityCredited', EVENT_KINDS.ActivityCredited, eventWith('ActivityCredited', 'note')],
      ['ActivityCredited by quantity', EVENT_KINDS.hours, eventWith('ActivityCredited', 'quantity')],
      ['PointsRedeemed', EVENT_KINDS.PointsRedeemed, eventWith('PointsRedeemed', 'lines')],
      ['ScoreCorrected', EVENT_KINDS.ScoreCorrected, eventWith('ScoreCorrected', 'requested')],
      ['PostReleased', EVENT_KINDS.PostReleased, eventWith('PostReleased', 'postId')],
      ['EntryReversed', EVENT_KINDS.EntryReversed, eventWith('EntryReversed', 'reason')],
      ['EntryReversed in part', EVENT_KINDS.returned, eventWith('EntryReversed', 'lines')],
      ['EntryVerified', EVENT_KINDS.EntryVerified, eventWith('EntryVerified', 'difficulty')],
      ['PointsSent', EVENT_KINDS.PointsSent, eventWith('PointsSent', 'to')],
      ['PointsReceived', EVENT_KINDS.PointsReceived, eventWith('PointsReceived', 'from')],
      ['AccountBarred', EVENT_KINDS.AccountBarred, eventWith('AccountBarred', 'until')],
      ['AccountClosed', EVENT_KINDS.AccountClosed, eventWith('AccountClosed', 'handedOn')],
    ] as const
  ).map(
    ([name, kinds, value]): Case => ({
      name,
      value,
      kinds: { ...kinds, ...INSIDE },
      parse: (input) => parseEvent(input),
      schema: 'event',
    }),
  ),
  { name: 'handbook', value: HANDBOOK, kinds: HANDBOOK_KINDS, parse: parseHandbook, schema: 'handbook' },
  ...(
    [
      ['snapshot', SNAPSHOT_KINDS.living, SNAPSHOT],
      ['snapshot of a closed account', SNAPSHOT_KINDS.closed, CLOSED_SNAPSHOT],
    ] as const
  ).map(([name, kinds, value]): Case => ({ name, value, kinds, parse: parseSnapshot, schema: 'snapshot' })),
];

/** Parts of which JSON Schema says no more than that they are lists, texts, or may be there. */
const LOOSE_IN_JSON: readonly Kind[] = ['map', 'record', 'key', 'days', 'entries', 'undone'];

/** A way as the tables write it: places as `[]`, members of open parts as `*`. */
function general(way: Way, kinds: Kinds): string {
  return way.reduce<string>((path, step) => {
    if (typeof step === 'number')
      return Object.hasOwn(kinds, `${path}[${step}]`) ? `${path}[${step}]` : `${path}[]`;
    const under = path === '' ? step : `${path}.${step}`;
    return /^(?:open-object|words)/.test(kinds[path] ?? '') ? `${path}.*` : under;
  }, '');
}

/** What a field is, and whether it may be left out. */
function kindOf(way: Way, kinds: Kinds): { kind: Kind; optional: boolean } {
  const found = kinds[general(way, kinds)];
  if (found === undefined) throw new Error(`no kind for ${general(way, kinds)}`);
  return { kind: found.replace('?', '') as Kind, optional: found.endsWith('?') };
}

const insideMap = (kinds: Kinds) => (way: Way) =>
  way.length > 0 &&
  way[0] !== 'foldVersion' &&
  ['map', 'days', 'entries', 'record'].includes(kindOf(way, kinds).kind);

/** The fields of a case, but for versions, whose absence says something: they have tests of their own. */
function fieldsOf({ name, value, kinds }: Case): Way[] {
  const apart = (way: Way) =>
    way[0] === 'foldVersion' || (name === 'PointsRedeemed' && way[0] === 'metadata');
  return waysInto(value, (way) => !apart(way) && insideMap(kinds)(way)).filter((way) => !apart(way));
}

function problemsOf(parsed: Parsed<unknown>): [path: string, code: string][] {
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code]);
}

/** Whether a path is that of the field, or of a part of it. */
function isAt(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
}

describe.each(CASES)('$name', (of) => {
  const fields = fieldsOf(of);

  test('the table has every field of the sample, and the sample every field of the table', () => {
    // What the table lacks, `kindOf` has thrown for by now.
    const seen = new Set(waysInto(of.value, insideMap(of.kinds)).map((way) => general(way, of.kinds)));
    const unseen = Object.keys(of.kinds).filter((path) => !seen.has(path) && !path.includes('.readings.*'));
    expect(unseen).toEqual([]);
  });

  test('as it is, it is taken, frozen, and written the same', () => {
    const parsed = of.parse(of.value);
    expect(parsed).toEqual({ ok: true, value: of.value });
    expect(JSON.stringify((parsed as { value: unknown }).value)).toBe(JSON.stringify(of.value));
    expect(accepts(of.schema, of.value)).toBe(true);
  });

  test('without a field it is refused as missing, but for those that may be left out', () => {
    for (const way of fields) {
      if (typeof way.at(-1) === 'number') continue;
      const { kind, optional } = kindOf(way, of.kinds);
      const field = written(way);
      const without = removed(of.value, way);
      expect([field, problemsOf(of.parse(without))]).toEqual([field, optional ? [] : [[field, 'missing']]]);
      // That something undone is kept, JSON Schema cannot say: it depends on the number of reversals.
      expect([field, accepts(of.schema, without)]).toEqual([field, optional || kind === 'undone']);
      if (general(way, of.kinds).endsWith('*')) continue;
      // What is there but undefined is as good as left out.
      const parsed = of.parse(replaced(of.value, way, undefined));
      expect([field, problemsOf(parsed)]).toEqual([field, optional ? [] : [[field, 'missing']]]);
      if (parsed.ok) expect(parsed.value).toStrictEqual(without);
    }
  });

  test('with a wrong value in a field it is refused at that field alone', () => {
    const otherwise: string[] = [];
    for (const way of fields) {
      const { kind } = kindOf(way, of.kinds);
      const field = written(way);
      for (const wrong of WRONG) {
        const broken = replaced(of.value, way, wrong);
        const taken = takes(kind, wrong) || same(valueAt(of.value, way), wrong);
        const parsed = of.parse(broken);
        const elsewhere = problemsOf(parsed).filter(([path]) => !isAt(path, field));
        const agree = [
          parsed.ok === taken,
          elsewhere.length === 0,
          of.schema !== 'command' || readCommand(broken).ok === taken,
          !isJson(wrong) || LOOSE_IN_JSON.includes(kind) || accepts(of.schema, broken) === taken,
        ];
        if (agree.includes(false))
          otherwise.push(`${field} = ${describeValue(wrong)}: ${agree}, ${elsewhere}`);
      }
    }
    expect(otherwise).toEqual([]);
  });

  test('with a field that nobody knows, in any object, it is refused at that field', () => {
    const objects = fields.filter((way) => ['object', 'undone'].includes(kindOf(way, of.kinds).kind));
    for (const way of [[], ...objects]) {
      for (const name of ['nobody-knows', 'constructor', '__proto__', 'a b']) {
        for (const value of [1, undefined]) {
          const broken = replaced(of.value, [...way, name], value);
          const path = name === 'a b' ? `${written(way)}["a b"]` : written([...way, name]);
          expect(problemsOf(of.parse(broken))).toEqual([[path, 'unknown-field']]);
          if (value !== undefined) expect([path, accepts(of.schema, broken)]).toEqual([path, false]);
        }
      }
    }
  });

  test('what a carried event says beside what the command needs is left out, unread', () => {
    for (const way of fields.filter((one) => kindOf(one, of.kinds).kind === 'loose-object')) {
      for (const name of ['nobody-knows', 'constructor', '__proto__', 'a b', 'metadata']) {
        for (const value of [1, undefined, null, 1n, Number.NaN, () => 1, new Date(0), { deep: [[]] }]) {
          const whole = replaced(of.value, [...way, name], value);
          expect(of.parse(whole)).toEqual({ ok: true, value: of.value });
          expect(readCommand(whole)).toEqual({ ok: true, command: of.value });
        }
      }
    }
  });

  test('with words in no locale, or in none at all, it is refused there', () => {
    for (const way of fields.filter((one) => kindOf(one, of.kinds).kind === 'words')) {
      for (const name of ['nobody-knows', 'constructor', '__proto__', 'toString']) {
        const broken = replaced(of.value, [...way, name], 'words');
        const path = written([...way, name]);
        expect(problemsOf(of.parse(broken))).toEqual([
          [path, name === '__proto__' ? 'unknown-field' : 'not-a-locale'],
        ]);
        expect([path, accepts(of.schema, broken)]).toEqual([path, false]);
      }
      const wordless = replaced(of.value, way, {});
      expect(problemsOf(of.parse(wordless))).toEqual([[written(way), 'empty']]);
    }
  });
});

function takes(kind: Kind, value: unknown): boolean {
  return TAKES[kind].some((one) => same(one, value));
}

function describeValue(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value).slice(0, 20);
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'object' && a !== null && typeof b === 'object')
    return JSON.stringify(a) === JSON.stringify(b);
  return Object.is(a, b);
}

function isJson(value: unknown): boolean {
  return (
    !['function', 'bigint', 'symbol'].includes(typeof value) &&
    !(typeof value === 'number' && !Number.isFinite(value))
  );
}
