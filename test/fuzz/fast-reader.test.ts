import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVENT_FORMAT } from '../../src/schema/events/event.js';
import { readEvent } from '../../src/schema/events/fast-event.js';
import { UNREAD } from '../../src/schema/events/readers.js';
import { parseBy } from '../../src/schema/parse.js';
import { openParts, stored } from '../support/checks.js';
import { Dice } from './dice.js';
import { mutated } from './mutate.js';
import { EVENTS } from './samples.js';

/*
 * The short way of reading an event against the long one, which names every problem: the short way takes nothing that the long one
 * refuses, and gives the very same, member by member in the same order.
 */

const RUNS = Math.ceil(Number(process.env.FUZZ_INPUTS ?? 20_000) / 4);

/** The long way alone; what is in an earlier form is refused by both. */
const longWay = (input: unknown) => parseBy(EVENT_FORMAT, input);

function shortWay(input: unknown): unknown {
  try {
    return readEvent(input);
  } catch {
    return UNREAD;
  }
}

function isTaken(input: unknown): boolean {
  const taken = shortWay(input);
  if (taken === UNREAD) return false;
  const parsed = longWay(input);
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  if (!parsed.ok) return false;
  expect(taken).toStrictEqual(parsed.value);
  expect(JSON.stringify(taken)).toBe(JSON.stringify(parsed.value));
  expect(Reflect.ownKeys(taken as object)).toEqual(Reflect.ownKeys(parsed.value));
  expect(openParts(taken)).toEqual([]);
  return true;
}

test('takes every event as it is stored, with what a store or a host puts beside it', () => {
  const current = EVENTS.filter((event) => longWay(event).ok);
  expect(current.length).toBeGreaterThan(500);
  for (const event of current) {
    expect(isTaken(stored(event))).toBe(true);
    const { metadata, ...unmarked } = stored(event);
    const beside = { ...metadata, sequence: 3, hash: 'ab', previous: null, late: false };
    expect(isTaken({ kind: 'Event', ...unmarked, metadata: beside })).toBe(true);
    expect(isTaken({ metadata: beside, ...unmarked })).toBe(true);
    expect(isTaken(Object.assign(Object.create(null), stored(event)))).toBe(true);
  }
});

test(`takes nothing that the long way refuses: ${RUNS} inputs`, () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 6, maxLength: 20 }), (numbers) => {
      const dice = new Dice(numbers);
      if (isTaken(mutated(dice.of(EVENTS), dice))) taken += 1;
    }),
    { numRuns: RUNS },
  );
  // Or nothing was compared.
  expect(taken).toBeGreaterThan(RUNS / 40);
});

test('reads each member once, and none under a symbol', () => {
  const event = stored(EVENTS[0]) as unknown as Record<string, unknown>;
  const reads: PropertyKey[] = [];
  const watched = (target: object): object =>
    new Proxy(target, {
      get(of, key) {
        reads.push(key);
        const member: unknown = Reflect.get(of, key);
        return typeof member === 'object' && member !== null ? watched(member) : member;
      },
    });
  const marked = { ...event, [Symbol('mark')]: { open: true } };
  const taken = shortWay(watched(marked));
  expect(taken).toStrictEqual(event);
  expect(reads.filter((key) => typeof key === 'symbol')).toEqual([]);
  expect(reads.filter((key) => key === 'accountId')).toEqual(['accountId']);
});

test('takes nothing while every object inherits a member', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  try {
    prototype.note = 'inherited';
    expect(shortWay(stored(EVENTS[0]))).toBe(UNREAD);
  } finally {
    delete prototype.note;
  }
});
