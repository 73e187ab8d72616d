import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/account/fold.js';
import { FOLD_VERSION, fromSnapshot, type Snapshot, snapshot } from '../../src/account/snapshot.js';
import { isKeyed } from '../../src/schema/keyed.js';
import { parseSnapshot } from '../../src/schema.js';
import type { Keyed } from '../../src/values/keyed.js';
import { entriesOf, put } from '../../src/values/keyed.js';
import { anyCase } from '../support/arbitraries.js';
import { openParts } from '../support/checks.js';
import { run } from '../support/history.js';
import { replaced } from './mutate.js';
import { EVENTS, SNAPSHOT } from './samples.js';
import { accepts } from './validators.js';

function shown(input: unknown): [path: string, code: string][] {
  const parsed = parseSnapshot(input);
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code]);
}

describe('a snapshot', () => {
  test('of any account survives JSON and parsing, byte for byte', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const account of run(commands, rules).accounts.values()) {
          const json = JSON.stringify(snapshot(account, commands.length));
          const parsed = parseSnapshot(JSON.parse(json));
          expect(parsed.ok ? JSON.stringify(parsed.value) : parsed.problems).toBe(json);
          expect(openParts(parsed)).toEqual([]);
          expect(accepts('snapshot', JSON.parse(json))).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('of an account that is not open does too', () => {
    const kept = snapshot(fold([]), 0);
    expect(parseSnapshot(kept)).toEqual({ ok: true, value: kept });
  });

  test('goes on being folded from', () => {
    const parsed = parseSnapshot(JSON.parse(JSON.stringify(snapshot(fold(EVENTS.slice(0, 4)), 4))));
    expect(parsed.ok && fold(EVENTS.slice(4), fromSnapshot(parsed.value))).toEqual(fold(EVENTS));
  });

  test.each([[FOLD_VERSION + 1], [FOLD_VERSION - 1], [-7]])(
    'of another fold (%i) is refused as such, whatever is in it',
    (foldVersion) => {
      expect(shown({ ...SNAPSHOT, foldVersion })).toEqual([['foldVersion', 'stale-fold']]);
      expect(shown({ foldVersion, account: { status: 'closed' } })).toEqual([['foldVersion', 'stale-fold']]);
      expect(accepts('snapshot', { ...SNAPSHOT, foldVersion })).toBe(false);
    },
  );

  test.each([[undefined], [null], [1.5], ['1'], [[1]], [{}]])('of no fold (%o) is refused', (foldVersion) => {
    const code = foldVersion === undefined ? 'missing' : 'not-a-whole-number';
    expect(shown({ ...SNAPSHOT, foldVersion })).toEqual([['foldVersion', code]]);
  });
});

describe('the maps of an account', () => {
  const isAny = () => true;

  function mapOf(keys: readonly string[]): Keyed<readonly number[]> {
    const owner: { map: Keyed<readonly number[]> } = { map: [] };
    for (const [i, key] of keys.entries()) put(owner, 'map', key, [i]);
    return owner.map;
  }

  test('are known, of any size', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 400, size: 'max' }), (keys) =>
        isKeyed(mapOf(keys), isAny),
      ),
    );
    expect(isKeyed(mapOf(Array.from({ length: 20_000 }, (_, i) => `matter ${i}`)), isAny)).toBe(true);
  });

  test('are not taken with an entry where no look-up would find it', () => {
    const map = mapOf(Array.from({ length: 400 }, (_, i) => `matter ${i}`));
    const slots = Object.entries(map as object);
    const swapped = Object.fromEntries(slots.map(([slot], i) => [slot, slots[(i + 1) % slots.length]?.[1]]));
    expect([...entriesOf(swapped as Keyed<readonly number[]>)]).toHaveLength(400);
    expect(isKeyed(swapped, isAny)).toBe(false);
  });

  test.each<[what: string, map: unknown]>([
    ['a key twice', ['a', [1], 'a', [2]]],
    ['a key without a value', ['a', [1], 'b']],
    ['a key that is a number', [1, [1]]],
    ['a slot that is none', { 16: [] }],
    ['a slot by another name', { '01': [] }],
    ['a slot that is a text', { 1: 'a' }],
    ['a value', 'a'],
    ['nothing', null],
    ['a ninth level', Array.from({ length: 9 }).reduce((inner) => ({ 0: inner }), [])],
  ])('are not taken with %s', (_, map) => {
    expect(isKeyed(map, isAny)).toBe(false);
    const kept = JSON.parse(JSON.stringify(SNAPSHOT)) as Snapshot;
    expect(shown(replaced(kept, ['account', 'matters'], map))).toEqual([['account.matters', 'not-a-map']]);
  });

  test.each<[field: string, map: unknown]>([
    ['matters', ['activity m1', ['2023-02-30', 1, 0]]],
    ['matters', ['activity m1', ['2023-02-03', 0.5, 0]]],
    ['matters', ['activity m1', ['2023-02-03', 1]]],
    ['posts', ['p1', []]],
    ['posts', ['p1', ['2023-02-03', 1, 0]]],
    ['corrections', ['c1', [1, 'Not A Slug']]],
    ['corrections', ['c1', [1, '', 2]]],
  ])('hold what they should: %s are not %j', (field, map) => {
    expect(shown(replaced(SNAPSHOT, ['account', field], map))).toEqual([[`account.${field}`, 'not-a-map']]);
  });
});
