import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/account/state/fold.js';
import { FOLD_VERSION, fromSnapshot, type Snapshot, snapshot } from '../../src/account/state/snapshot.js';
import { isKeyed } from '../../src/schema/account/keyed.js';
import { parseSnapshot } from '../../src/schema.js';
import { dayNumber } from '../../src/values/calendar.js';
import { add, type PersistentMap } from '../../src/values/persistent-map.js';
import { anyCase } from '../support/arbitraries.js';
import { openParts } from '../support/checks.js';
import { run } from '../support/history.js';
import { entriesOf } from '../support/inside.js';
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

const FEBRUARY_3 = dayNumber('2023-02-03');
/** A place that is kept for a day, and has none in that month. */
const FEBRUARY_30 = FEBRUARY_3 + 27;

describe('the maps of an account', () => {
  const isAny = () => true;
  const branch = (last: unknown = null) => [...Array.from({ length: 15 }, () => null), last];

  function mapOf(keys: readonly string[]): PersistentMap<readonly [number]> {
    let map: PersistentMap<readonly [number]> = [];
    for (const [i, key] of keys.entries()) map = add(map, key, [i]);
    return map;
  }

  test('are known, of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 400, size: 'max' }), (keys) =>
        isKeyed(mapOf(keys), 1, isAny),
      ),
    );
    expect(isKeyed(mapOf(Array.from({ length: 20_000 }, (_, i) => `matter ${i}`)), 1, isAny)).toBe(true);
  });

  test('are not taken with an entry where no look-up would find it', () => {
    const map = mapOf(Array.from({ length: 400 }, (_, i) => `matter ${i}`));
    const swapped = map.map((_, slot) => map[(slot + 1) % map.length]);
    expect([...entriesOf(swapped as PersistentMap<readonly [number]>, 1)]).toHaveLength(400);
    expect(isKeyed(swapped, 1, isAny)).toBe(false);
  });

  test.each<[what: string, map: unknown]>([
    ['a key without a value', ['a', 1, 'b', 2, 'c']],
    ['a key that is a number', [1, 1]],
    ['fewer than sixteen slots', branch().slice(1)],
    ['more than sixteen slots', [...branch(), null]],
    ['a slot that is a text', branch('a')],
    ['a slot that is missing', [...branch().slice(1), undefined]],
    ['an object', { 0: [] }],
    ['a value', 'a'],
    ['nothing', null],
    ['a ninth level', Array.from({ length: 9 }).reduce((inner) => [inner, ...branch().slice(1)], [])],
  ])('are not taken with %s', (_, map) => {
    expect(isKeyed(map, 1, isAny)).toBe(false);
    const kept = JSON.parse(JSON.stringify(SNAPSHOT)) as Snapshot;
    expect(shown(replaced(kept, ['account', 'corrections'], map))).toEqual([
      ['account.corrections', 'not-a-map'],
    ]);
  });

  test.each<[field: string, map: unknown]>([
    ['posts', ['p1']],
    ['posts', ['p1', FEBRUARY_3, 1, 0, 0]],
    ['posts', ['p1', FEBRUARY_30, 1, 0]],
    ['corrections', ['c1', 1, 'Not A Slug']],
    ['corrections', ['c1', 1, '', 2]],
  ])('hold what they should: %s are not %j', (field, map) => {
    expect(shown(replaced(SNAPSHOT, ['account', field], map))).toEqual([[`account.${field}`, 'not-a-map']]);
  });

  test.each<[map: unknown]>([
    [['m1', FEBRUARY_30, 1, 0]],
    [['m1', '2023-02-03', 1, 0]],
    [['m1', FEBRUARY_3, 0.5, 0]],
    [['m1', FEBRUARY_3, 1]],
  ])('hold what they should: matters are not %j', (map) => {
    const path = 'account.items.activity.matters';
    expect(shown(replaced(SNAPSHOT, path.split('.'), map))).toEqual([[path, 'not-a-map']]);
  });
});

describe('the entries under a limit of an account', () => {
  test.each<[what: string, entries: unknown]>([
    ['an entry without its points', ['p1', FEBRUARY_3]],
    ['an id that is no id', ['', FEBRUARY_3, 1]],
    ['a day that does not exist', ['p1', FEBRUARY_30, 1]],
    ['half a point', ['p1', FEBRUARY_3, 0.5]],
    ['an object', { p1: 1 }],
  ])('are not taken with %s', (_, entries) => {
    const path = ['account', 'items', 'activity', 'limited'];
    expect(shown(replaced(SNAPSHOT, path, entries))).toEqual([[path.join('.'), 'not-entries']]);
  });
});

describe('the sums by month of an account', () => {
  const MARCH = 2023 * 12 + 2;

  test.each<[what: string, months: unknown]>([
    ['a month twice', [MARCH, 1, 1, MARCH, 2, 1]],
    ['a month without its entries', [MARCH, 1]],
    ['no entries', [MARCH, 1, 0]],
    ['a half', [MARCH, 0.5, 1]],
    ['a month that cannot be written', [-1, 1, 1]],
    ['less than nothing', [MARCH, -1, 1]],
    ['an object', { [MARCH]: 1 }],
  ])('are not taken with %s', (_, months) => {
    const path = ['account', 'redeemedIn'];
    expect(shown(replaced(SNAPSHOT, path, months))).toEqual([['account.redeemedIn', 'not-amounts']]);
  });

  test('may be below 0 for corrections', () => {
    expect(shown(replaced(SNAPSHOT, ['account', 'correctedIn'], [MARCH, -1, 1]))).toEqual([]);
  });
});
