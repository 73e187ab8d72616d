/*
 * Input made to break whoever reads it. Nothing throws, nothing takes long, nothing is written to, and nothing gets in.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHandbook } from '../../src/define/define-handbook.js';
import { checkProgramme } from '../../src/define/define-programme.js';
import { checkRuleSet } from '../../src/define/define-rule-set.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import {
  type Parsed,
  parseCommand,
  parseEvent,
  parseEvents,
  parseHandbook,
  parseProgramme,
  parseRuleSet,
  parseSnapshot,
} from '../../src/schema.js';
import { growth, MOST } from '../fuzz/growth.js';
import { openParts, stored } from '../support/checks.js';
import { PROGRAMME } from '../support/programme.js';
import { replaced, waysInto } from './mutate.js';
import { COMMANDS, EVENTS, HANDBOOK, SNAPSHOT } from './samples.js';

type Parse = (input: never) => Parsed<unknown>;

const PARSERS: readonly [name: string, parse: Parse, sample: object][] = [
  ['parseCommand', parseCommand, COMMANDS.RedeemPoints?.value as object],
  ['parseEvent', (input) => parseEvent(input), EVENTS[2] as object],
  ['parseHandbook', parseHandbook, HANDBOOK],
  ['parseProgramme', parseProgramme, PROGRAMME],
  ['parseRuleSet', parseRuleSet, renfa2022],
  ['parseSnapshot', parseSnapshot, SNAPSHOT],
];

const throwing = (): never => {
  throw new Error('hostile');
};

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = wrap(value);
  return value;
}

function cyclic(): unknown {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  cycle.list = [cycle, cycle];
  return cycle;
}

/** Each member is a new one of its like, without end. */
function bottomless(breadth: number): unknown {
  return new Proxy(
    {},
    {
      ownKeys: () => Array.from({ length: breadth }, (_, i) => `m${i}`),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: () => bottomless(breadth),
    },
  );
}

const HOSTILE: readonly [name: string, make: () => unknown, code: string][] = [
  ['100,000 levels of objects', () => nested(100_000, (inner) => ({ inner })), 'too-deep'],
  ['100,000 levels of lists', () => nested(100_000, (inner) => [inner]), 'too-deep'],
  ['a cycle', cyclic, 'too-deep'],
  ['a proxy without end', () => bottomless(1), 'too-deep'],
  ['a wide proxy without end', () => bottomless(3), 'too-deep'],
  ['too many small objects', () => Array.from({ length: 600_000 }, () => [0]), 'too-large'],
  ['a list that claims to be endless', () => new Array(2 ** 32 - 1), 'too-large'],
  ['too many values', () => new Array(10_000_000).fill(0), 'too-large'],
  [
    'a proxy of odd length',
    () => new Proxy([], { get: (_, key) => (key === 'length' ? Number.NaN : 0) }),
    'too-large',
  ],
  [
    'a proxy of negative length',
    () => new Proxy([], { get: (_, key) => (key === 'length' ? -5 : 0) }),
    'too-large',
  ],
  [
    'a getter that throws',
    () => Object.defineProperty({}, 'x', { get: throwing, enumerable: true }),
    'unreadable',
  ],
  ['a proxy that throws', () => new Proxy({}, { ownKeys: throwing }), 'unreadable'],
  ['a proxy that is gone', () => revoked({}), 'unreadable'],
  ['a list that is gone', () => revoked([]), 'unreadable'],
  ['binary data', () => new Uint8Array(1_000_000), 'not-json'],
  ['a map', () => new Map([['type', 'ReportIn']]), 'not-json'],
  ['a date', () => new Date(0), 'not-json'],
];

describe.each(PARSERS)('%s', (_, parse, sample) => {
  test.each(HOSTILE)('refuses %s, alone and in every field', (name, make, code) => {
    const alone = parse(make() as never);
    expect(alone.ok ? [] : alone.problems.map((problem) => problem.code)).toContain(code);
    // What is only large is made once: making it takes longer than refusing it.
    const fields = name.startsWith('too many') ? [] : waysInto(sample);
    for (const way of fields.filter((__, i) => i % Math.ceil(fields.length / 10) === 0)) {
      const parsed = parse(replaced(sample, way, make()) as never);
      expect(parsed.ok).toBe(false);
      expect(openParts(parsed)).toEqual([]);
    }
  });

  test('refuses what is not an object', () => {
    for (const input of [
      undefined,
      null,
      0,
      Number.NaN,
      '',
      'x'.repeat(10 ** 7),
      true,
      1n,
      Symbol('1'),
      throwing,
      [],
    ]) {
      const parsed = parse(input as never);
      expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['']);
    }
  });

  test('never throws, and never takes what is not of its form', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withNullPrototype: true,
          withBigInt: true,
          withDate: true,
          withMap: true,
          withTypedArray: true,
        }),
        (input) => {
          expect(parse(input as never).ok).toBe(false);
        },
      ),
    );
  });

  test('reads each member once, so that nothing changes after it was checked', () => {
    const reads = new Map<string, number>();
    const counted = (value: unknown, path: string): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      return new Proxy(value, {
        get(target, key) {
          const at = `${path}.${String(key)}`;
          if (Object.hasOwn(target, key) && key !== 'length') reads.set(at, (reads.get(at) ?? 0) + 1);
          return counted((target as Record<PropertyKey, unknown>)[key], at);
        },
      });
    };
    // Frozen targets make proxies promise what they show.
    const input = structuredClone(sample);
    expect(parse(counted(input, '$') as never)).toEqual({ ok: true, value: sample });
    expect([...reads].filter(([, times]) => times !== 1)).toEqual([]);
  });

  test('leaves what it is given as it was', () => {
    const input = structuredClone(sample);
    parse(input as never);
    expect(input).toEqual(sample);
    expect(Object.isFrozen(input)).toBe(false);
  });

  test('takes objects without a prototype, and of a class', () => {
    const bare = Object.assign(Object.create(null), stored(sample));
    const dressed = Object.assign(new (class Row {})(), stored(sample));
    for (const input of [bare, dressed]) expect(parse(input as never)).toEqual({ ok: true, value: sample });
  });

  test('does not take inherited members for its own', () => {
    expect(parse(Object.create(sample) as never).ok).toBe(false);
  });

  test('__proto__ and the like pollute nothing', () => {
    const dirty = JSON.parse(`{"__proto__": {"polluted": true}, ${JSON.stringify(sample).slice(1)}`);
    const parsed = parse(dirty as never);
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([
      ['__proto__', 'unknown-field'],
    ]);
    expect(({} as { polluted?: true }).polluted).toBe(undefined);
  });

  test('very many wrong members take time in proportion', () => {
    const parsing = (count: number) => {
      const many = Object.fromEntries(Array.from({ length: count }, (__, i) => [`m${i}`, i]));
      const list = Array.from({ length: count }, () => ({}));
      return () => {
        parse({ ...sample, ...many } as never);
        parse(list as never);
      };
    };
    expect(growth(parsing, 11_000)).toBeLessThanOrEqual(MOST);
  });
});

describe('problems', () => {
  test('quote no name whole that is long', () => {
    const parsed = parseCommand({ type: 'ReportIn', data: { ['n'.repeat(10 ** 6)]: 1 } });
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    expect(paths).toContain(`data.${'n'.repeat(40)}…`);
  });

  test('of a check are those of parsing', () => {
    for (const input of [{}, renfa2022, HANDBOOK, PROGRAMME, new Proxy({}, { get: throwing })]) {
      const [rules, handbook] = [parseRuleSet(input), parseHandbook(input)];
      const programme = parseProgramme(input);
      expect(checkProgramme(input)).toEqual(programme.ok ? [] : programme.problems);
      expect(checkRuleSet(input)).toEqual(rules.ok ? [] : rules.problems);
      expect(checkHandbook(input)).toEqual(handbook.ok ? [] : handbook.problems);
    }
  });

  test('of a hostile stream stay in their place', () => {
    const parsed = parseEvents([EVENTS[0], cyclic(), bottomless(3)]);
    const paths = parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path.slice(0, 3), code]);
    expect(paths.filter(([, code]) => code === 'too-deep').map(([at]) => at)).toEqual(['[1]', '[2]']);
    expect(paths.filter(([at]) => at === '[0]')).toEqual([]);
  });
});
