import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankEvent, EVENT_VERSIONS } from '../../src/account/events/event.js';
import { UPCASTERS, type Upcasters } from '../../src/account/events/upcast.js';
import { fold } from '../../src/account/state/fold.js';
import { eventSchema, type Parsed, parseEvent, parseEvents } from '../../src/schema.js';
import { arbitraries } from '../../src/testing/generators/arbitraries.js';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import { anyCase } from '../support/arbitraries.js';
import { openParts } from '../support/checks.js';
import { run } from '../support/history.js';
import { removed, replaced } from './mutate.js';
import { CLOSED, EVENTS, eventWith } from './samples.js';
import { accepts } from './validators.js';

/** Parsed from JSON, an event is the same to the byte; and its JSON Schema takes it. */
function survives(event: BankEvent): void {
  const json = JSON.stringify(event);
  const parsed = parseEvent(JSON.parse(json));
  expect(parsed.ok ? JSON.stringify(parsed.value) : parsed.problems).toBe(json);
  expect(openParts(parsed)).toEqual([]);
  expect(accepts('event', event)).toBe(true);
  expect(eventSchema.safeParse(event).success).toBe(true);
}

function problemsOf(parsed: Parsed<unknown>): [path: string, code: string][] {
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code]);
}

describe('events that the bank made', () => {
  test('survive JSON and parsing, byte for byte: the first scheme under every reading', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const event of run(commands, rules).events) survives(event);
      }),
    );
  });

  test('survive JSON and parsing, byte for byte: any rule set', () => {
    const histories = ruleSets().chain((ruleSet) => arbitraries(ruleSet).history);
    fc.assert(
      fc.property(histories, (history) => {
        for (const event of history) survives(event);
      }),
    );
  });

  test('of every type survive JSON and parsing, byte for byte', () => {
    for (const event of [...EVENTS, ...CLOSED]) survives(event);
    const types = new Set([...EVENTS, ...CLOSED].map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(EVENT_VERSIONS).sort());
  });

  test('parsed as a stream they fold to the same account', () => {
    const parsed = parseEvents(EVENTS.map((event) => JSON.parse(JSON.stringify(event))));
    expect(parsed.ok && fold(parsed.value)).toEqual(fold(EVENTS));
    expect(openParts(parsed)).toEqual([]);
  });
});

test('a zero has no sign, as in JSON', () => {
  const parsed = parseEvent(replaced(EVENTS[2], ['data', 'points'], -0));
  expect(parsed.ok && Object.is((parsed.value.data as { points: number }).points, 0)).toBe(true);
});

describe('versions', () => {
  const redeemed = eventWith('PointsRedeemed', 'lines');
  const { lines, ...data } = redeemed.data as typeof redeemed.data & { lines: readonly unknown[] };
  /** As version 1 had it: one reward to an event. */
  const old = { type: 'PointsRedeemed', data: { ...data, reward: lines[0] }, metadata: { from: 'archive' } };

  test('an event of version 1 comes out in the current form, with what the host gave it', () => {
    const current = {
      ...redeemed,
      data: { ...redeemed.data, lines: [lines[0]] },
      metadata: { from: 'archive', schemaVersion: 2 },
    };
    expect(parseEvent(old)).toEqual({ ok: true, value: current });
    expect(parseEvent({ ...old, metadata: { ...old.metadata, schemaVersion: 1 } })).toEqual({
      ok: true,
      value: current,
    });
    // The schema itself is of the current form.
    expect(eventSchema.safeParse(old).success).toBe(false);
  });

  test('problems of an earlier form are told in the current one', () => {
    const bad = replaced(old, ['data', 'reward', 'price'], 0);
    expect(problemsOf(parseEvent(bad))).toEqual([['data.lines[0].price', 'not-a-whole-number']]);
    expect(problemsOf(parseEvent(removed(old, ['data', 'reward'])))).toEqual([['data.lines[0]', 'missing']]);
  });

  test('what cannot be copied of an earlier form is refused, even where the current one would leave it out', () => {
    const dirty = JSON.parse(`{"__proto__": {}, ${JSON.stringify(old).slice(1)}`);
    expect(problemsOf(parseEvent(dirty))).toEqual([['__proto__', 'unknown-field']]);
    const aside: Upcasters = { Aside: { 1: () => [EVENTS[0] as never] } };
    const hostile = { type: 'Aside', data: { when: new Date(0) } };
    expect(problemsOf(parseEvent(hostile, aside))).toEqual([['data.when', 'not-json']]);
  });

  test('the current form without its version would be an earlier one, and is not', () => {
    expect(problemsOf(parseEvent(removed(redeemed, ['metadata'])))).toEqual([['data.lines[0]', 'missing']]);
    expect(accepts('event', removed(redeemed, ['metadata']))).toBe(false);
    expect(accepts('event', removed(redeemed, ['metadata', 'schemaVersion']))).toBe(false);
  });

  test.each([
    [3, 'unknown-version', 'is not a known version: PointsRedeemed 3, newest 2'],
    [2 ** 53, 'not-a-whole-number', 'has to be a whole number = 2'],
    [0, 'not-a-whole-number', 'has to be a whole number = 2'],
    [1.5, 'not-a-whole-number', 'has to be a whole number = 2'],
    ['2', 'not-a-whole-number', 'has to be a whole number = 2'],
    ['1', 'not-a-whole-number', 'has to be a whole number = 2'],
    [true, 'not-a-whole-number', 'has to be a whole number = 2'],
    [null, 'not-a-whole-number', 'has to be a whole number = 2'],
    [[2], 'not-a-whole-number', 'has to be a whole number = 2'],
  ])('version %j is refused by name', (schemaVersion, code, en) => {
    const parsed = parseEvent({ ...redeemed, metadata: { schemaVersion } });
    expect(parsed.ok ? [] : parsed.problems.map((one) => [one.path, one.code, one.message])).toEqual([
      ['metadata.schemaVersion', code, en],
    ]);
  });

  test('an unknown type is refused by name', () => {
    for (const type of ['AccountMerged', '__proto__', 'constructor', 'toString']) {
      const parsed = parseEvent({ type, data: {} });
      expect(parsed).toEqual({
        ok: false,
        problems: [
          {
            path: 'type',
            code: 'unknown-type',
            detail: type,
            message: `is not a known type: ${type}`,
          },
        ],
      });
    }
  });
});

describe("a host's own steps", () => {
  const claimed = EVENTS.filter(({ type }) => type === 'PostClaimed').slice(0, 2);
  const upcasters: Upcasters = {
    ...UPCASTERS,
    ManyClaimed: { 1: (event) => event.data.claims as never },
    Greeted: { 1: () => [] },
    Broken: {
      1: () => {
        throw new Error('no such thing');
      },
    },
    Renamed: { 1: (event) => [{ ...event, type: 'Gone' }] },
  };
  const many = { type: 'ManyClaimed', data: { claims: claimed } };

  test('may make several events of one, or none: a stream has them all', () => {
    expect(parseEvents([many, { type: 'Greeted', data: {} }, EVENTS[0]], upcasters)).toEqual({
      ok: true,
      value: [...claimed, EVENTS[0]],
    });
  });

  test('one event is one event', () => {
    const parsed = [many, { type: 'Greeted', data: {} }].map((event) => parseEvent(event, upcasters));
    expect(
      parsed.map((one) =>
        one.ok ? [] : one.problems.map(({ path, code, message }) => [path, code, message]),
      ),
    ).toEqual([
      [['', 'not-one-event', 'becomes 2 events when brought up to date: use parseEvents']],
      [['', 'not-one-event', 'becomes 0 events when brought up to date: use parseEvents']],
    ]);
  });

  test('are judged by what they make, and may fail', () => {
    const events = [
      { type: 'ManyClaimed', data: { claims: [replaced(claimed[0], ['data', 'points'], 0.5), 5] } },
      { type: 'Broken', data: {} },
      { type: 'Renamed', data: {} },
    ];
    expect(problemsOf(parseEvents(events, upcasters))).toEqual([
      ['[0].type', 'unknown-type'],
      ['[1]', 'upcast-failed'],
      ['[2].type', 'unknown-type'],
    ]);
    const [half] = (events[0] as typeof many).data.claims;
    expect(problemsOf(parseEvents([{ type: 'ManyClaimed', data: { claims: [half] } }], upcasters))).toEqual([
      ['[0].data.points', 'not-a-whole-number'],
    ]);
  });

  test('what a step hands out stays its own', () => {
    const shared = structuredClone(claimed[0]) as BankEvent;
    const parsed = parseEvent(
      { type: 'ManyClaimed', data: {} },
      { ManyClaimed: { 1: () => [shared as never] } },
    );
    expect(parsed).toEqual({ ok: true, value: shared });
    expect(Object.isFrozen(shared)).toBe(false);
  });
});

describe('what travels beside an event', () => {
  const opened = eventWith('AccountOpened', 'role');

  test('metadata may hold anything that JSON can', () => {
    const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<unknown>;
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          json,
        ),
        (of) => {
          const metadata = JSON.parse(
            JSON.stringify({ ...of, schemaVersion: 1 }).replaceAll('"__proto__"', '"proto"'),
          );
          const parsed = parseEvent({ ...opened, metadata });
          expect(parsed).toEqual({ ok: true, value: { ...opened, metadata } });
        },
      ),
    );
  });

  test.each([
    [Number.NaN],
    [1n],
    [() => 1],
    [Symbol('1')],
    [[undefined]],
    [{ deep: [Number.POSITIVE_INFINITY] }],
    [new Date(0)],
    [new Map([[1, 2]])],
    [new Uint8Array(3)],
  ])('and nothing else: %o', (value) => {
    const parsed = parseEvent({ ...opened, metadata: { schemaVersion: 1, value } });
    expect(problemsOf(parsed)).toEqual([['metadata.value', 'not-json']]);
  });

  test('a host may mark it as an event, and the mark is left out', () => {
    expect(parseEvent({ ...opened, kind: 'Event' })).toEqual({ ok: true, value: opened });
    expect(problemsOf(parseEvent({ ...opened, streamId: 'v1' }))).toEqual([['streamId', 'unknown-field']]);
  });
});

describe('streams', () => {
  test('anything that can be iterated is one, and each problem has the place of its event', () => {
    function* stream() {
      yield* EVENTS.slice(0, 2);
      yield replaced(EVENTS[2], ['data', 'on'], '2023-02-30');
      yield 7;
    }
    expect(problemsOf(parseEvents(stream()))).toEqual([
      ['[2].data.on', 'not-a-date'],
      ['[3]', 'not-an-object'],
    ]);
    expect(parseEvents(new Set())).toEqual({ ok: true, value: [] });
  });

  test.each([[7], [null], [undefined], [{}]])('%o is none', (input) => {
    expect(problemsOf(parseEvents(input as never))).toEqual([['', 'not-a-list']]);
  });

  test('of one that is wrong all through, the first problems are told, and reading stops', () => {
    let read = 0;
    function* endless() {
      for (;;) {
        read += 1;
        yield 7;
      }
    }
    const parsed = parseEvents(endless());
    expect(problemsOf(parsed).length).toBe(1001);
    expect(problemsOf(parsed).at(-1)).toEqual(['', 'more-problems']);
    expect(read).toBe(1001);
  });

  test('one that breaks off is refused where it did', () => {
    function* stream() {
      yield EVENTS[0];
      throw new Error('connection lost');
    }
    expect(problemsOf(parseEvents(stream()))).toEqual([['[1]', 'unreadable']]);
  });
});
