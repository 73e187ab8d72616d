import { describe, expect, test } from 'vitest';
import {
  type EventsRead,
  fold,
  readEvents,
  type StoredEvent,
  UnknownEventError,
  UPCASTERS,
  type Upcasters,
} from '../../src/index.js';
import { fixtures, storedEvents } from './fixtures.js';

const letter: StoredEvent = { type: 'LetterSent', data: { to: 'v1' } };
const newer = (type: string, schemaVersion: number): StoredEvent => ({
  type,
  data: {},
  metadata: { schemaVersion },
});
const [first = letter, second = letter] = storedEvents({ release: '0.2.0', stream: 'resident' });

describe('readEvents', () => {
  test('brings every frozen stream up to date, whatever the policy', () => {
    for (const fixture of fixtures()) {
      const stored = storedEvents(fixture);
      const strict = readEvents(stored);
      expect(strict.kept).toEqual([]);
      expect(readEvents(stored, { unknown: 'keep' })).toEqual(strict);
      expect(strict.events).toHaveLength(stored.length);
      expect(readEvents(strict.events as unknown as StoredEvent[]).events).toEqual(strict.events);
    }
  });

  test('refuses an unknown type by its name, unless it is to be kept', () => {
    const refused = new UnknownEventError('LetterSent', 1, 'its type is not known');
    expect(() => readEvents([first, letter])).toThrow(refused);
    expect(() => readEvents([first, letter], { unknown: 'refuse' })).toThrow(refused);
    for (const type of ['__proto__', 'constructor', 'toString', 'accountOpened', '']) {
      expect(() => readEvents([{ type, data: {} }])).toThrow(UnknownEventError);
      expect(readEvents([{ type, data: {} }], { unknown: 'keep' }).events).toEqual([]);
    }
  });

  test('keeps unknown types aside with their places, as they are stored', () => {
    const stored = [letter, first, newer('AccountMerged', 4), second, letter];
    const { events, kept } = readEvents(stored, { unknown: 'keep' });
    expect(events).toEqual([first, second]);
    expect(kept.map(({ at }) => at)).toEqual([0, 2, 4]);
    for (const { at, event } of kept) expect(event).toBe(stored[at]);
    expect(fold(events)).toEqual(fold(readEvents([first, second]).events));
  });

  test('refuses a version that it does not know of a type that it does, whatever the policy', () => {
    for (const event of [newer('PointsRedeemed', 3), newer('AccountOpened', 0), newer('AccountOpened', 2)]) {
      expect(() => readEvents([event])).toThrow(UnknownEventError);
      expect(() => readEvents([event], { unknown: 'keep' })).toThrow(UnknownEventError);
    }
  });

  test('takes a host’s steps for types that are known, also where they drop, or lead nowhere', () => {
    const upcasters: Upcasters = {
      ...UPCASTERS,
      LetterSent: { 1: () => [] },
      LetterLost: { 1: () => [{ type: 'Nowhere', data: {} }] },
    };
    expect(readEvents([letter, first], { upcasters })).toEqual({ events: [first], kept: [] });
    for (const unknown of ['refuse', 'keep'] as const) {
      expect(() => readEvents([{ type: 'LetterLost', data: {} }], { upcasters, unknown })).toThrow(
        new UnknownEventError('Nowhere', 1, 'its type is not known'),
      );
      expect(() => readEvents([newer('LetterSent', 2)], { upcasters, unknown })).toThrow(UnknownEventError);
    }
  });

  test('takes any iterable, and gives frozen lists of the host’s own events', () => {
    const read: EventsRead = readEvents(new Set([first, letter]), { unknown: 'keep' });
    expect(read.events[0]).toBe(first);
    for (const part of [read, read.events, read.kept, read.kept[0]]) expect(Object.isFrozen(part)).toBe(true);
    expect(readEvents([])).toEqual({ events: [], kept: [] });
  });
});
