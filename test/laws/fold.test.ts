import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Account,
  type BankEvent,
  evolve,
  FOLD_VERSION,
  fold,
  foldAccounts,
  fromSnapshot,
  initialAccount,
  snapshot,
} from '../../src/index.js';
import { anyCase, story } from '../support/arbitraries.js';
import { frozen, openParts, stored } from '../support/checks.js';
import { run } from '../support/history.js';
import { byAccount } from '../support/naive.js';

/** The events of one volunteer's story, under any rules. */
const history = (): fc.Arbitrary<BankEvent[]> =>
  anyCase(story()).map(({ commands, rules }) => [...run(commands, rules).events]);

/** The events of a community, mixed. */
const stream = (): fc.Arbitrary<BankEvent[]> =>
  anyCase().map(({ commands, rules }) => [...run(commands, rules).events]);

/** A history cut into pieces anywhere, empty pieces included. */
const pieces = (): fc.Arbitrary<BankEvent[][]> =>
  fc.tuple(history(), fc.array(fc.nat(), { maxLength: 4 })).map(([events, cuts]) => {
    const places = cuts.map((cut) => cut % (events.length + 1)).sort((a, b) => a - b);
    return [0, ...places].map((from, n) => events.slice(from, places[n]));
  });

describe('a fold', () => {
  test('may be split anywhere', () => {
    fc.assert(
      fc.property(pieces(), (parts) => {
        const inParts = parts.reduce<Account>((account, part) => fold(part, account), initialAccount);
        expect(inParts).toEqual(fold(parts.flat()));
      }),
      { numRuns: 80 },
    );
  });

  test('makes what evolve makes, event by event', () => {
    fc.assert(
      fc.property(history(), (events) => {
        const evolved = events.reduce(evolve, initialAccount as Account);
        expect(evolved).toEqual(fold(events));
        // And as JSON: nothing is left undefined in one that is missing in the other.
        expect(JSON.stringify(evolved)).toBe(JSON.stringify(fold(events)));
      }),
      { numRuns: 80 },
    );
  });

  test('goes on where evolve left off, and evolve where it did', () => {
    fc.assert(
      fc.property(history(), fc.nat(), (events, n) => {
        const at = n % (events.length + 1);
        const head = events.slice(0, at);
        const tail = events.slice(at);
        expect(fold(tail, head.reduce(evolve, initialAccount as Account))).toEqual(fold(events));
        expect(tail.reduce(evolve, fold(head))).toEqual(fold(events));
      }),
      { numRuns: 60 },
    );
  });

  test('of no events gives back the very account', () => {
    fc.assert(
      fc.property(history(), (events) => {
        const account = fold(events);
        expect(fold([], account)).toBe(account);
      }),
      { numRuns: 30 },
    );
    expect(fold([])).toBe(initialAccount);
  });

  test('takes any iterable, once', () => {
    fc.assert(
      fc.property(history(), (events) => {
        function* each(): Generator<BankEvent> {
          yield* events;
        }
        expect(fold(each())).toEqual(fold(events));
        expect(fold(new Set(events))).toEqual(fold(events));
      }),
      { numRuns: 30 },
    );
  });

  test('makes deeply frozen accounts and leaves its arguments as they were', () => {
    fc.assert(
      fc.property(history(), fc.nat(), (events, n) => {
        const at = n % (events.length + 1);
        const before = stored(events);
        const from = fold(frozen(stored(events.slice(0, at))));
        const kept = stored(from);
        const tail = frozen(stored(events.slice(at)));
        const whole = fold(tail, from);
        const evolved = tail.reduce(evolve, from);
        expect(openParts(whole)).toEqual([]);
        expect(openParts(evolved)).toEqual([]);
        expect(from).toEqual(kept);
        expect([...events.slice(0, at), ...tail]).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('leaves an account that is open to change as it was', () => {
    fc.assert(
      fc.property(history(), fc.nat(), (events, n) => {
        const at = n % (events.length + 1);
        const from = stored(fold(events.slice(0, at)));
        const kept = stored(from);
        const tail = stored(events.slice(at));
        const whole = fold(tail, from);
        tail.reduce(evolve, stored(from));
        expect(from).toEqual(kept);
        expect(tail).toEqual(stored(events.slice(at)));
        expect(whole).toEqual(fold(events));
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same account each time', () => {
    fc.assert(
      fc.property(history(), (events) => {
        expect(JSON.stringify(fold(stored(events)))).toBe(JSON.stringify(fold(events)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('events and accounts', () => {
  test('are the same after a journey through JSON', () => {
    fc.assert(
      fc.property(stream(), (events) => {
        expect(stored(events)).toEqual(events);
        for (const [id, account] of foldAccounts(events)) {
          expect(stored(account)).toEqual(account);
          expect(foldAccounts(stored(events)).get(id)).toEqual(account);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a snapshot and the tail after it make what the whole history makes, through JSON', () => {
    fc.assert(
      fc.property(history(), fc.nat(), (events, n) => {
        const at = n % (events.length + 1);
        const kept = stored(snapshot(fold(events.slice(0, at)), at));
        expect(kept.foldVersion).toBe(FOLD_VERSION);
        const tail = stored(events.slice(kept.streamVersion));
        expect(fold(tail, fromSnapshot(kept))).toEqual(fold(events));
        expect(tail.reduce(evolve, fromSnapshot(stored(kept)))).toEqual(fold(events));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a community’s stream', () => {
  test('makes each account that its own events make, however they are mixed', () => {
    const mixed = fc.tuple(stream(), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(mixed, ([events, order]) => {
        const streams = byAccount(events);
        // Any other order that keeps the order of each account's own events.
        const queues = [...streams.values()].map((own) => [...own]);
        const shuffled: BankEvent[] = [];
        while (queues.some((queue) => queue.length > 0)) {
          const waiting = queues.filter((queue) => queue.length > 0);
          const next = waiting[(order.next().value as number) % waiting.length]?.shift();
          if (next !== undefined) shuffled.push(next);
        }
        const accounts = foldAccounts(shuffled);
        expect(accounts.size).toBe(streams.size);
        for (const [id, own] of streams) {
          expect(accounts.get(id)).toEqual(fold(own));
          expect(openParts(accounts.get(id))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('may be split anywhere, and leaves the accounts before it as they were', () => {
    fc.assert(
      fc.property(stream(), fc.nat(), (events, n) => {
        const at = n % (events.length + 1);
        const before = foldAccounts(events.slice(0, at));
        const kept = stored([...before]);
        const after = foldAccounts(events.slice(at), before);
        expect(after).toEqual(foldAccounts(events));
        expect([...before]).toEqual(kept);
        for (const [id, account] of before) {
          const touched = events.slice(at).some(({ data }) => data.accountId === id);
          if (!touched) expect(after.get(id)).toBe(account);
        }
      }),
      { numRuns: 60 },
    );
  });
});
