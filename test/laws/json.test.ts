import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { mergePatch, pathsOf } from '../../src/rules/merge-patch.js';
import { digestOf } from '../../src/values/digest.js';
import { canonicalJson, deepFreeze, isSameJson, type Json, own } from '../../src/values/json.js';
import { frozen, openParts, stored } from '../support/checks.js';

const json = (): fc.Arbitrary<Json> => fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

/** The same data with the keys of every object in another order. */
function shuffled(value: Json, turn: number): Json {
  if (Array.isArray(value)) return value.map((member) => shuffled(member, turn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => [key, shuffled(member, turn)]);
  const at = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse());
}

/** The keys of every object in a JSON text, in the order in which they are written. */
function keysWritten(text: string): string[][] {
  const found: string[][] = [];
  // Keys that look like integers would come first in an object; a letter before each key keeps them as they are written.
  const lettered = text.replace(/"((?:[^"\\]|\\.)*)":/g, '"k$1":');
  JSON.parse(lettered, function revive(this: unknown, _key, value: unknown) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) found.push(Object.keys(value));
    return value;
  });
  return found;
}

describe('canonical JSON', () => {
  test('says the same as the value, in one way', () => {
    fc.assert(
      fc.property(json(), fc.nat(), (value, turn) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(stored(value));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(shuffled(value, turn))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('tells different data apart', () => {
    fc.assert(
      fc.property(json(), json(), (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(stored(a), stored(b)));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same text for what is the same data, and for nothing else', () => {
    /** Now and then with a member that is `undefined`, which is none. */
    const loose = fc
      .tuple(json(), fc.boolean())
      .map(([value, isLoose]): unknown =>
        isLoose && typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value, none: undefined }
          : value,
      );
    const small = fc.jsonValue({ maxDepth: 2, stringUnit: fc.constantFrom('a', 'b') });
    for (const values of [loose, fc.oneof(small, fc.constant({ none: undefined }))]) {
      fc.assert(
        fc.property(values, values, fc.nat(), (a, b, turn) => {
          expect(isSameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
          expect(isSameJson(a, shuffled(stored(a) as Json, turn))).toBe(true);
          expect(isSameJson(a, undefined)).toBe(false);
          expect(isSameJson(undefined, a)).toBe(false);
        }),
        { numRuns: 1000 },
      );
    }
    expect(isSameJson(undefined, undefined)).toBe(true);
    expect(isSameJson({ none: undefined }, {})).toBe(true);
    expect(isSameJson({}, { none: undefined })).toBe(true);
    expect(isSameJson([1, [2]], [1, [2]])).toBe(true);
    for (const other of [[1], [1, [3]], [1, [2], 3], { 0: 1, 1: [2] }, '1,2'])
      expect(isSameJson([1, [2]], other)).toBe(false);
    expect(isSameJson({ toString: 1 }, {})).toBe(false);
  });

  test('has its keys sorted by UTF-16 units and no space', () => {
    const keys = fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), fc.nat(), { maxKeys: 12 });
    fc.assert(
      fc.property(keys, (record) => {
        const sorted = Object.keys(record).sort();
        const text = canonicalJson(record);
        expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:${record[key]}`).join(',')}}`);
      }),
      { numRuns: 300 },
    );
    // Not by code point: a surrogate comes before U+FB33, as RFC 8785 has it (section 3.2.3).
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
    expect(keysWritten(canonicalJson(renfa2022)).every((of) => of.join() === of.toSorted().join())).toBe(
      true,
    );
  });

  test('leaves out what is undefined, as JSON does, and refuses what JSON cannot hold', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const bad of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      () => 0,
      Symbol('s'),
      1n,
      [undefined],
    ]) {
      expect(() => canonicalJson(bad)).toThrow(TypeError);
    }
  });

  test('refuses a list with a hole, for which JSON has no text', () => {
    const hole: unknown[] = [];
    hole[1] = 1;
    expect(() => canonicalJson(hole)).toThrow(TypeError);
  });
});

describe('digests', () => {
  test('are the SHA-256 that the machine makes of the canonical JSON', () => {
    fc.assert(
      fc.property(json(), (value) => {
        const text = canonicalJson(value);
        // A lone surrogate has no UTF-8 of its own; JSON escapes it.
        expect(digestOf(value)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
      { numRuns: 200 },
    );
    expect(digest(renfa2022)).toBe(createHash('sha256').update(canonicalJson(renfa2022)).digest('hex'));
  });
});

describe('a merge patch', () => {
  /** The examples of RFC 7396, appendix A: what was, the patch, and what is. */
  const EXAMPLES: readonly (readonly [Json, Json, Json])[] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];

  test.each(EXAMPLES)('of %j by %j makes %j', (target, patch, result) => {
    expect(mergePatch(target, patch)).toEqual(result);
  });

  test('changes neither of its arguments, and put on twice is put on once', () => {
    fc.assert(
      fc.property(json(), json(), (target, patch) => {
        const given = frozen(stored({ target, patch }));
        const once = mergePatch(given.target, given.patch);
        expect(given).toEqual(stored({ target, patch }));
        expect(mergePatch(once, given.patch)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps a key of any name an own key', () => {
    const patch = JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
    );
    const merged = mergePatch({ a: 1 }, patch) as Record<string, unknown>;
    expect(Object.keys(merged)).toEqual(['a', '__proto__', 'constructor']);
    expect(own(merged, '__proto__')).toEqual({ polluted: true });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });

  test('has the paths of what it says', () => {
    expect(pathsOf({ a: { b: 1, c: { d: null } }, e: [1, { f: 2 }] })).toEqual(['a.b', 'a.c.d', 'e']);
    expect(pathsOf({})).toEqual([]);
  });
});

test('deepFreeze freezes all of a value, and gives it back', () => {
  fc.assert(
    fc.property(json(), (value) => {
      const copy = stored(value);
      expect(deepFreeze(copy)).toBe(copy);
      expect(openParts(copy)).toEqual([]);
      expect(copy).toEqual(stored(value));
    }),
    { numRuns: 100 },
  );
});

test('own finds own keys and no inherited ones', () => {
  for (const name of ['toString', '__proto__', 'constructor', 'hasOwnProperty']) {
    expect(own({} as Record<string, unknown>, name)).toBeUndefined();
    expect(own(JSON.parse(`{"${name}": 1}`), name)).toBe(1);
  }
});
