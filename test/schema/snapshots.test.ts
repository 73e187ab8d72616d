import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, type OpenedAccount } from '../../src/account/state/account.js';
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
import { CLOSED_SNAPSHOT, EVENTS, SNAPSHOT } from './samples.js';
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

  test('of an account with everything does, at every step of its history', () => {
    for (let n = 0; n <= EVENTS.length; n += 1) {
      const json = JSON.stringify(snapshot(fold(EVENTS.slice(0, n)), n));
      const parsed = parseSnapshot(JSON.parse(json));
      expect(parsed.ok ? JSON.stringify(parsed.value) : parsed.problems).toBe(json);
      expect(accepts('snapshot', JSON.parse(json))).toBe(true);
      expect(parsed.ok && fold(EVENTS.slice(n), fromSnapshot(parsed.value))).toEqual(fold(EVENTS));
    }
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
    const children = map.filter((node) => typeof node !== 'string');
    let slot = 0;
    const swapped = map.map((node) => {
      if (typeof node === 'string') return node;
      slot += 1;
      return children[slot % children.length];
    });
    expect([...entriesOf(swapped as PersistentMap<readonly [number]>, 1)]).toHaveLength(400);
    expect(isKeyed(swapped, 1, isAny)).toBe(false);
  });

  test.each<[what: string, map: unknown]>([
    ['a key without a value', ['a', 1, 'b', 2, 'c']],
    ['a key that is a number', [1, 1]],
    ['two children and no key between them', [[], []]],
    ['a key after the last child', [[], 'a', [], 'b']],
    ['a child that is a text', [[], 'a', 'b']],
    ['a child that is missing', [[], 'a', null]],
    ['a key before the children that it parts', [['b', 1], 'a', ['c', 1]]],
    ['keys that are not in their order', ['b', 1, 'a', 1]],
    ['an object', { 0: [] }],
    ['a value', 'a'],
    ['nothing', null],
    ['more levels than any has', Array.from({ length: 13 }).reduce((inner) => [inner, 'a', []], [])],
  ])('are not taken with %s', (_, map) => {
    expect(isKeyed(map, 1, isAny)).toBe(false);
    const kept = JSON.parse(JSON.stringify(SNAPSHOT)) as Snapshot;
    expect(shown(replaced(kept, ['account', 'corrections'], map))).toEqual([
      ['account.corrections', 'not-a-map'],
    ]);
  });

  test.each<[field: string, map: unknown]>([
    ['posts', ['p1']],
    ['posts', ['p1', FEBRUARY_3, 1, 0]],
    ['posts', ['p1', FEBRUARY_3, 1, 0, 'claim', 0]],
    ['posts', ['p1', FEBRUARY_30, 1, 0, 'claim']],
    ['posts', ['p1', FEBRUARY_3, 1, -1, 'claim']],
    ['posts', ['p1', FEBRUARY_3, 1, 0, 'Not A Slug']],
    ['posts', ['p1', FEBRUARY_3, 1, 0, '__proto__']],
    ['releases', ['p1']],
    ['releases', ['p1', FEBRUARY_30]],
    ['releases', ['p1', '2023-02-03']],
    ['corrections', ['c1', 1, 'Not A Slug', 'm1', FEBRUARY_3, FEBRUARY_3, -1, 0, FEBRUARY_3]],
    ['corrections', ['c1', 1, '', '', FEBRUARY_3, FEBRUARY_3, -1, 0]],
    ['corrections', ['c1', 1, '', '', FEBRUARY_3, FEBRUARY_3, 0, 0, 0]],
    ['corrections', ['c1', 1, '', '', FEBRUARY_3, FEBRUARY_3, -1, 1, 0]],
    ['corrections', ['c1', 1, '', 'm1', FEBRUARY_3, FEBRUARY_3, -1, 0, 0]],
    ['corrections', ['c1', 1, 'activity', '', FEBRUARY_3, FEBRUARY_3, -1, 0, FEBRUARY_3]],
    ['corrections', ['c1', 1, 'activity', 'm1', FEBRUARY_3, FEBRUARY_3, -1, -1, FEBRUARY_3]],
    ['corrections', ['c1', 1, 'activity', 'm1', FEBRUARY_3, FEBRUARY_30, -1, 0, FEBRUARY_3]],
    ['corrections', ['c1', 1, 'activity', 'm1', FEBRUARY_3, FEBRUARY_3, -1, 0, 0]],
  ])('hold what they should: %s are not %j', (field, map) => {
    expect(shown(replaced(SNAPSHOT, ['account', field], map))).toEqual([[`account.${field}`, 'not-a-map']]);
  });

  test.each<[map: unknown]>([
    [['m1', 0.5, '', '']],
    [['m1', '1', '', '']],
    [['m1', 150, 'Hours', '']],
    [['m1', 150, 'hour', ' ']],
    [['m1', 150, 'hour']],
    [['m1', 150, null, '']],
  ])('hold what they should: details are not %j', (map) => {
    const path = 'account.items.activity.details';
    expect(shown(replaced(SNAPSHOT, path.split('.'), map))).toEqual([[path, 'not-a-map']]);
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

describe('the sums by day of an account', () => {
  const year = (amount: unknown, count: unknown, ...days: unknown[]) => ({ year: 2023, amount, count, days });
  const DAY = FEBRUARY_3;

  test.each<[what: string, days: unknown]>([
    ['a day twice', [year(3, 2, DAY, 1, 1, DAY, 2, 1)]],
    ['days out of order', [year(3, 2, DAY + 1, 1, 1, DAY, 2, 1)]],
    ['a day without its entries', [year(1, 1, DAY, 1)]],
    ['no entries', [year(1, 0, DAY, 1, 0)]],
    ['entries of less than none', [year(1, 0, DAY, 1, 1, DAY + 1, 0, -1)]],
    ['a half', [year(0.5, 1, DAY, 0.5, 1)]],
    ['half an entry', [year(1, 0.5, DAY, 1, 0.5)]],
    ['a day that does not exist', [year(1, 1, FEBRUARY_30, 1, 1)]],
    ['a day that cannot be written', [year(1, 1, -1, 1, 1)]],
    ['a day of another year', [year(1, 1, dayNumber('2024-02-03'), 1, 1)]],
    ['a day as it is written', [year(1, 1, '2023-02-03', 1, 1)]],
    ['less than nothing', [year(-1, 1, DAY, -1, 1)]],
    ['an amount that is not the sum', [year(2, 1, DAY, 1, 1)]],
    ['a count that is not the sum', [year(1, 2, DAY, 1, 1)]],
    ['a year without days', [year(0, 0)]],
    ['a year twice', [year(1, 1, DAY, 1, 1), year(1, 1, DAY, 1, 1)]],
    [
      'years out of order',
      [year(1, 1, DAY, 1, 1), { ...year(1, 1, dayNumber('2022-02-03'), 1, 1), year: 2022 }],
    ],
    ['a year that is a text', [{ ...year(1, 1, DAY, 1, 1), year: '2023' }]],
    ['a member more', [{ ...year(1, 1, DAY, 1, 1), more: 1 }]],
    ['a member less', [{ year: 2023, amount: 1, days: [DAY, 1, 1] }]],
    ['a year that is a list', [[2023, 1, 1, [DAY, 1, 1]]]],
    ['nothing for a year', [null]],
    ['an object', { [DAY]: 1 }],
  ])('are not taken with %s', (_, days) => {
    const path = ['account', 'redeemedOn'];
    expect(shown(replaced(SNAPSHOT, path, days))).toEqual([['account.redeemedOn', 'not-amounts']]);
  });

  test('may be below 0 for corrections and transfers', () => {
    for (const field of ['loweredOn', 'sentOn']) {
      expect(shown(replaced(SNAPSHOT, ['account', field], [year(-1, 1, DAY, -1, 1)]))).toEqual([]);
    }
  });
});

describe('what reversals took out', () => {
  const { reversed } = folded(SNAPSHOT.account as OpenedAccount);
  const places = reversed.map((one, at) => ({ ...one, at }));

  test('is kept for as long as it is out, and no longer', () => {
    const back = places.find(({ chain }) => chain.length % 2 === 0)?.at;
    const out = places.find(({ chain }) => chain.length % 2 === 1);
    const at = (place: unknown) => ['account', 'reversed', place as number, 'undone'];
    expect(shown(replaced(SNAPSHOT, at(back), out?.undone))).toEqual([
      [`account.reversed[${back}].undone`, 'unknown-field'],
    ]);
    expect(shown(replaced(SNAPSHOT, at(out?.at), undefined))).toEqual([
      [`account.reversed[${out?.at}].undone`, 'missing'],
    ]);
  });

  test.each<[kind: string, field: string, value: unknown, code: string]>([
    ['matter', 'entry', [FEBRUARY_3, 1], 'not-entries'],
    ['matter', 'entry', [FEBRUARY_30, 1, 0], 'not-entries'],
    ['matter', 'detail', [0, 'Hours', ''], 'not-entries'],
    ['matter', 'key', ' opening ', 'not-an-id'],
    ['claim', 'entry', [FEBRUARY_3, 1, 0], 'not-entries'],
    ['correction', 'correction', [1, '', '', FEBRUARY_3, FEBRUARY_3, 0, 0, 0], 'not-entries'],
    ['lines', 'lines', [], 'empty'],
    ['lines', 'points', -1, 'not-a-whole-number'],
    ['pending', 'pending', { kind: 'redemption' }, 'not-one-of'],
  ])('is what it says: a %s has no %s %j', (kind, field, value, code) => {
    const at = places.find(({ undone }) => undone?.kind === kind)?.at;
    const found = shown(replaced(SNAPSHOT, ['account', 'reversed', at as number, 'undone', field], value));
    expect(
      found.map(([path, of]) => [path.startsWith(`account.reversed[${at}].undone.${field}`), of]),
    ).toEqual([[true, code]]);
  });
});

test('an account is closed exactly where its closing is on record', () => {
  const closing = { on: '2024-05-01', reason: 'moved' };
  expect(shown(replaced(SNAPSHOT, ['account', 'closed'], closing))).toEqual([
    ['account.closed', 'unknown-field'],
  ]);
  expect(shown(replaced(SNAPSHOT, ['account', 'status'], 'closed'))).toEqual([['account.closed', 'missing']]);
  expect(shown(CLOSED_SNAPSHOT)).toEqual([]);
});
