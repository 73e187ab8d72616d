import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BankEvent,
  EVENT_VERSIONS,
  fold,
  type StoredEvent,
  UnknownEventError,
  UPCASTERS,
  type Upcasters,
  upcast,
} from '../src/index.js';
import { en, explain } from '../src/words.js';
import { anyCase } from './support/arbitraries.js';
import { frozen, stored } from './support/checks.js';
import { hardMatters, lastEvent, open, redeem, run } from './support/history.js';

const RAN = run([
  open('resident'),
  ...hardMatters(3, '2023-02-01'),
  redeem('visit', '2023-05-01', { rice: 2 }),
]);
const REDEEMED = lastEvent(RAN, 'PointsRedeemed');

/** The redemption as version 1 of the library wrote it: one reward to an event. */
const OLD: StoredEvent = (() => {
  const { lines, ...data } = REDEEMED.data;
  return {
    type: 'PointsRedeemed',
    data: { ...data, reward: lines[0] },
    metadata: { schemaVersion: 1, correlation: 'c-7' },
  };
})();

describe('a redemption of version 1, with one reward', () => {
  test('becomes one of version 2, with lines', () => {
    expect(upcast(OLD)).toEqual([{ ...REDEEMED, metadata: { schemaVersion: 2, correlation: 'c-7' } }]);
  });

  test('is one where the version is not said', () => {
    const { metadata: _, ...bare } = OLD;
    expect(upcast(bare)).toEqual([{ ...REDEEMED, metadata: { schemaVersion: 2 } }]);
    expect(upcast({ ...bare, metadata: {} })).toEqual([{ ...REDEEMED, metadata: { schemaVersion: 2 } }]);
  });

  test('folds and is explained like one that was written today', () => {
    const history = [...RAN.events.slice(0, -1), OLD].flatMap((event) => upcast(event as StoredEvent));
    expect(fold(history)).toEqual(fold(RAN.events));
    expect(explain(history.at(-1) as BankEvent, en)).toBe(explain(REDEEMED, en));
  });

  test('is itself left as it was', () => {
    const before = stored(OLD);
    upcast(frozen(stored(OLD)));
    upcast(OLD);
    expect(OLD).toEqual(before);
  });
});

describe('upcasting', () => {
  test('gives current events back as they are, and twice is once', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const event of run(commands, rules).events) {
          const once = upcast(event as unknown as StoredEvent);
          expect(once).toEqual([event]);
          expect(once[0]).toBe(event);
          expect(once.flatMap((of) => upcast(of as unknown as StoredEvent))).toEqual(once);
        }
      }),
      { numRuns: 30 },
    );
    const twice = upcast(OLD).flatMap((event) => upcast(event as unknown as StoredEvent));
    expect(twice).toEqual(upcast(OLD));
  });

  test('refuses a newer version of each type, by name', () => {
    for (const [type, version] of Object.entries(EVENT_VERSIONS)) {
      const newer = { type, data: {}, metadata: { schemaVersion: version + 1 } };
      expect(() => upcast(newer)).toThrow(
        new UnknownEventError(type, version + 1, `it is newer than version ${version}, the newest known`),
      );
    }
  });

  test('refuses a type that it does not know, by name', () => {
    for (const type of ['AccountFrozen', 'pointsRedeemed', '__proto__', 'constructor', 'toString', '']) {
      expect(() => upcast({ type, data: {} })).toThrow(
        new UnknownEventError(type, 1, 'its type is not known'),
      );
    }
  });

  test('refuses a version that is none', () => {
    for (const schemaVersion of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 'two', {}, null, []]) {
      const version = typeof schemaVersion === 'number' ? schemaVersion : Number.NaN;
      expect(() => upcast({ type: 'AccountOpened', data: {}, metadata: { schemaVersion } })).toThrow(
        new UnknownEventError('AccountOpened', version, 'it has no such version'),
      );
    }
  });

  test('takes a version for one only where it is a number', () => {
    for (const schemaVersion of ['1', '2', true, [1], [2]]) {
      expect(() => upcast({ type: 'PointsRedeemed', data: {}, metadata: { schemaVersion } })).toThrow(
        new UnknownEventError('PointsRedeemed', Number.NaN, 'it has no such version'),
      );
    }
  });

  test('says of the error which event it was', () => {
    const error = new UnknownEventError('AccountClosed', 3, 'its type is not known');
    expect(error).toMatchObject({ name: 'UnknownEventError', type: 'AccountClosed', version: 3 });
    expect(error.message).toBe("event 'AccountClosed' version 3: its type is not known");
  });

  test('the library’s own steps lead from 1 to every current version', () => {
    for (const [type, version] of Object.entries(EVENT_VERSIONS)) {
      const steps = Object.keys(UPCASTERS[type] ?? {}).map(Number);
      expect(steps).toEqual(Array.from({ length: version - 1 }, (_, n) => n + 1));
    }
    expect(Object.keys(UPCASTERS).filter((type) => !Object.hasOwn(EVENT_VERSIONS, type))).toEqual([]);
  });
});

describe('a host’s own steps', () => {
  const current = { ...EVENT_VERSIONS, Greeted: 3 };
  const steps: Upcasters = {
    ...UPCASTERS,
    // Renamed along the way, then once more changed.
    Welcomed: {
      1: ({ data }) => [{ type: 'Greeted', data: { ...data, how: 'hello' }, metadata: { schemaVersion: 2 } }],
    },
    Greeted: { 2: (event) => [{ ...event, data: { ...event.data, loud: false } }] },
    // Two in one.
    Paired: {
      1: ({ data }) => [data.first, data.second].map((who) => ({ type: 'Welcomed', data: { who } })),
    },
    // Of no use any more.
    Noted: { 1: () => [] },
  };
  const under = (event: StoredEvent) => upcast(event, steps, current) as unknown as StoredEvent[];

  test('rename an event, which goes on from the version that it is given', () => {
    expect(under({ type: 'Welcomed', data: { who: 'a' } })).toEqual([
      { type: 'Greeted', data: { who: 'a', how: 'hello', loud: false }, metadata: { schemaVersion: 3 } },
    ]);
  });

  test('split an event, each part going on by its own steps, in their order', () => {
    expect(under({ type: 'Paired', data: { first: 'a', second: 'b' } }).map(({ data }) => data.who)).toEqual([
      'a',
      'b',
    ]);
  });

  test('drop an event', () => {
    expect(under({ type: 'Noted', data: {} })).toEqual([]);
  });

  test('are the only ones: a gap is refused by name', () => {
    expect(() => under({ type: 'Greeted', data: {}, metadata: { schemaVersion: 1 } })).toThrow(
      new UnknownEventError('Greeted', 1, 'no step leads from it'),
    );
  });

  test('of a type that has none at all are missed by name', () => {
    expect(() => upcast({ type: 'Parted', data: {} }, steps, { Parted: 2 })).toThrow(
      new UnknownEventError('Parted', 1, 'no step leads from it'),
    );
  });

  test('give events, or are refused by name', () => {
    const given: unknown[] = [null, 'Greeted', [], {}, { type: 'Greeted' }, { type: 1, data: {} }];
    given.push({ type: 'Greeted', data: null }, { type: 'Greeted', data: [] }, { data: {} });
    for (const one of given) {
      const wrong = { Greeted: { 1: () => [one] } } as unknown as Upcasters;
      expect(() => upcast({ type: 'Greeted', data: {} }, wrong, current)).toThrow(
        new UnknownEventError('Greeted', 1, 'its step gives something that is not an event'),
      );
    }
  });

  test('bump the version themselves, whatever the step left in it', () => {
    const forgetful: Upcasters = {
      Greeted: { 1: ({ type, data }) => [{ type, data }], 2: (event) => [event] },
    };
    expect(upcast({ type: 'Greeted', data: {} }, forgetful, current)).toEqual([
      { type: 'Greeted', data: {}, metadata: { schemaVersion: 3 } },
    ]);
  });
});
