import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import {
  type ChainVerification,
  NO_HASH,
  SealError,
  type SealedEvent,
  seal,
  verifyChain,
} from '../../src/audit.js';
import { type BankEvent, evolve, fold, initialAccount, type StoredEvent } from '../../src/index.js';
import { frozen, openParts, stored } from '../support/checks.js';
import { hardMatters, open, redeem, run } from '../support/history.js';
import { reported } from '../support/words.js';
import { chainOf, unsealed } from './histories.js';

const EVENTS = run([
  open('resident'),
  ...hardMatters(3, '2023-02-01'),
  redeem('visit', '2023-05-01', { haircut: 1 }),
]).events;
const SEALED = stored(seal(EVENTS));
const HEAD = SEALED.at(-1)?.metadata.hash as string;

const fault = (verdict: ChainVerification) => (verdict.ok ? 'ok' : [verdict.at, verdict.fault]);
const resealed = (at: number, event: BankEvent): SealedEvent =>
  seal([event], SEALED[at - 1])[0] as SealedEvent<BankEvent>;

/** The hash of plain JSON with sorted members. */
function sha256(value: unknown): string {
  const sorted = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(sorted);
    if (typeof part !== 'object' || part === null) return part;
    const members = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

describe('seal', () => {
  test('adds the place, the hash and the previous hash to metadata, and leaves the rest unchanged', () => {
    expect(SEALED.map(({ metadata }) => metadata.sequence)).toEqual([0, 1, 2, 3, 4]);
    expect(SEALED.map(({ metadata }) => metadata.previousHash)).toEqual([
      NO_HASH,
      ...SEALED.slice(0, -1).map(({ metadata }) => metadata.hash),
    ]);
    expect(new Set(SEALED.map(({ metadata }) => metadata.hash)).size).toBe(5);
    expect(SEALED.map(unsealed)).toEqual(EVENTS);
  });

  test('hashes canonical JSON with SHA-256, which anybody can repeat', () => {
    for (const event of SEALED) {
      const { hash, ...metadata } = event.metadata;
      expect(sha256({ ...event, metadata })).toBe(hash);
    }
  });

  test('continues from the last event or the end of a chain as if all had been sealed at once', () => {
    for (let at = 0; at <= EVENTS.length; at += 1) {
      const first = seal(EVENTS.slice(0, at));
      const end = verifyChain(first);
      if (!end.ok) throw new Error('a chain just sealed has a fault');
      expect([...first, ...seal(EVENTS.slice(at), end)]).toEqual(SEALED);
      expect([...first, ...seal(EVENTS.slice(at), first.at(-1))]).toEqual(SEALED);
      expect([...first, ...seal(EVENTS.slice(at), stored(first).at(-1))]).toEqual(SEALED);
    }
  });

  test('takes one hash for each event, however long the chain is', () => {
    // Each hash encodes its text once.
    const encode = vi.spyOn(TextEncoder.prototype, 'encode');
    try {
      seal(EVENTS.slice(0, 1), { length: 1_000_000, head: HEAD });
      expect(encode).toHaveBeenCalledTimes(1);
      seal(EVENTS.slice(0, 3), SEALED[4]);
      expect(encode).toHaveBeenCalledTimes(4);
    } finally {
      encode.mockRestore();
    }
  });

  test('returns deeply frozen copies and leaves the events unfrozen', () => {
    const event = stored(EVENTS[0] as BankEvent);
    const chain = seal([event]);
    expect(openParts(chain)).toEqual([]);
    expect(event).toEqual(EVENTS[0]);
    expect(Object.isFrozen(event) || Object.isFrozen(event.data)).toBe(false);
    expect(seal(frozen(stored(EVENTS)))).toEqual(SEALED);
  });

  test('accepts any iterable, and stored events of older versions', () => {
    expect(seal(new Set(EVENTS))).toEqual(SEALED);
    const old: StoredEvent = { type: 'PointsRedeemed', data: { reward: {} }, metadata: { schemaVersion: 1 } };
    expect(verifyChain(seal([old, { type: 'Noted', data: {} }])).ok).toBe(true);
    expect(seal([])).toEqual([]);
  });

  test('leaves out what JSON leaves out, and the `kind` that Emmett adds', () => {
    const [event] = EVENTS as [BankEvent];
    const odd = { kind: 'Event', ...event, data: { ...event.data, gone: undefined, nought: -0 } };
    const chain = seal([odd as StoredEvent]);
    expect(chain).toEqual(stored(chain));
    expect(verifyChain(stored(chain)).ok).toBe(true);
    expect(Object.keys(chain[0] as object)).toEqual(['type', 'data', 'metadata']);
  });

  test('does not change what events fold to', () => {
    expect(fold(SEALED)).toEqual(fold(EVENTS));
    expect(SEALED.reduce(evolve, initialAccount)).toEqual(fold(EVENTS));
  });

  test.each([
    ['an event that is sealed', () => seal(SEALED), 'event 0: metadata.sequence is already set'],
    [
      'a host’s own member of that name',
      () => seal([{ type: 'Noted', data: {}, metadata: { hash: 'x' } }]),
      'event 0: metadata.hash is already set',
    ],
    [
      'a date',
      () => seal([{ type: 'Noted', data: { at: new Date(0) } }]),
      'data.at: JSON does not hold [object Date]',
    ],
    [
      'a map',
      () => seal([{ type: 'Noted', data: { at: new Map() } }]),
      'data.at: JSON does not hold [object Map]',
    ],
    [
      'what writes itself otherwise',
      () => seal([{ type: 'Noted', data: { at: { toJSON: () => 1 } } }]),
      'data.at: JSON does not hold [object Object]',
    ],
    ['NaN', () => seal([{ type: 'Noted', data: { n: Number.NaN } }]), 'data.n: JSON does not hold number'],
    [
      'a function',
      () => seal([{ type: 'Noted', data: { n: () => 1 } }]),
      'data.n: JSON does not hold function',
    ],
    [
      'a hole in a list',
      () => seal([{ type: 'Noted', data: { n: [undefined] } }]),
      'data.n[0]: JSON does not hold undefined',
    ],
    ['half a character', () => seal([{ type: 'Noted', data: { n: '\ud800' } }]), 'data.n: lone surrogate'],
    [
      'half a character in a name',
      () => seal([{ type: 'Noted', data: { '\ud800': 1 } }]),
      'data.\ud800: lone surrogate',
    ],
    [
      'a member named __proto__',
      () => seal([{ type: 'Noted', data: JSON.parse('{"__proto__":1}') }]),
      'data.__proto__: no member can have this name',
    ],
    ['nothing', () => seal([null as never]), undefined],
    ...[
      'a text',
      [],
      {},
      { type: 'Noted' },
      { type: 1, data: {} },
      { type: 'Noted', data: [] },
      { type: 'Noted', data: {}, metadata: null },
      { type: 'Noted', data: {}, metadata: '👍🏽' },
    ].map((none): [string, () => unknown, string] => [
      JSON.stringify(none),
      () => seal([none as never]),
      'an event has a type, data and optional metadata',
    ]),
    [
      'what cannot be read',
      () =>
        seal([
          {
            type: 'Noted',
            get data(): never {
              throw 'hostile';
            },
          },
        ]),
      'an event that cannot be read',
    ],
    ['an end that is none', () => seal([], { length: 2, head: 'x' }), 'not the end of a chain'],
    ['an end of no length', () => seal([], { length: -1, head: HEAD }), 'not the end of a chain'],
    ['an end of nothing with a hash', () => seal([], { length: 0, head: HEAD }), 'not the end of a chain'],
    [
      'an end of something without a hash',
      () => seal([], { length: 1, head: NO_HASH }),
      'not the end of a chain',
    ],
    [
      'an event before that is not sealed',
      () => seal(EVENTS, EVENTS[0] as never),
      'the previous event is not sealed',
    ],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message === undefined ? SealError : new SealError(message));
  });

  test('refuses deep nesting and cycles', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => seal([{ type: 'Noted', data: cycle }])).toThrow(/nested deeper than 64$/);
    const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
    expect(seal([{ type: 'Noted', data: { deep: deep(62) } }])).toHaveLength(1);
    expect(() => seal([{ type: 'Noted', data: { deep: deep(63) } }])).toThrow(SealError);
  });
});

describe('verifyChain', () => {
  test('returns the end of an intact chain', () => {
    const end = { ok: true, length: 5, head: HEAD };
    expect(verifyChain(SEALED)).toEqual(end);
    expect(verifyChain(SEALED, HEAD)).toEqual(end);
    expect(verifyChain(SEALED, { length: 5, head: HEAD })).toEqual(end);
    expect(verifyChain(SEALED.values())).toEqual(end);
    expect(verifyChain([])).toEqual({ ok: true, length: 0, head: NO_HASH });
    expect(verifyChain([], NO_HASH).ok).toBe(true);
    expect(Object.isFrozen(verifyChain(SEALED))).toBe(true);
  });

  test('ignores the order of members', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      );
    };
    expect(JSON.stringify(turned(SEALED))).not.toBe(JSON.stringify(SEALED));
    expect(verifyChain(turned(SEALED) as unknown[], HEAD).ok).toBe(true);
  });

  test('accepts the `kind` that Emmett adds, and no other extra member', () => {
    const beside = (more: object) => verifyChain(SEALED.map((event) => ({ ...event, ...more })));
    expect(beside({ kind: 'Event' }).ok).toBe(true);
    expect(fault(beside({ kind: 'Command' }))).toEqual([0, 'altered']);
    expect(fault(beside({ position: 1 }))).toEqual([0, 'altered']);
  });

  test('names the fault in both languages, counting from 1', () => {
    const verdict = verifyChain(SEALED.toSpliced(2, 1));
    expect(verdict).toEqual({
      ok: false,
      at: 2,
      fault: 'dropped',
    });
    expect(reported(verdict as Extract<typeof verdict, { ok: false }>)).toEqual({
      'zh-CN': '第 3 条缺失，已被删去。',
      en: 'What was sealed as entry 3 is missing: it was dropped.',
    });
    expect(openParts(verdict)).toEqual([]);
  });

  test('finds the first of several faults', () => {
    const [a, b, c, d, e] = SEALED as [SealedEvent, SealedEvent, SealedEvent, SealedEvent, SealedEvent];
    const altered = { ...b, data: { ...b.data, points: 9 } };
    expect(fault(verifyChain([a, altered, d, c, e]))).toEqual([1, 'altered']);
    expect(fault(verifyChain([a, c, altered]))).toEqual([1, 'dropped']);
  });

  test('with a head, detects a missing end', () => {
    for (let at = 0; at < 5; at += 1) {
      const cut = SEALED.slice(0, at);
      expect(verifyChain(cut).ok).toBe(true);
      expect(fault(verifyChain(cut, HEAD))).toEqual([at, 'truncated']);
      expect(fault(verifyChain(cut, { length: 5, head: HEAD }))).toEqual([at, 'truncated']);
    }
  });

  test('with a head, detects events added after it', () => {
    const early = SEALED[2]?.metadata.hash as string;
    expect(fault(verifyChain(SEALED, early))).toEqual([3, 'inserted']);
    expect(fault(verifyChain(SEALED, { length: 3, head: early }))).toEqual([3, 'inserted']);
    expect(fault(verifyChain(SEALED, NO_HASH))).toEqual([0, 'inserted']);
    expect(verifyChain(SEALED.slice(0, 3), { length: 3, head: early }).ok).toBe(true);
  });

  test('with a head, detects a chain that was sealed again', () => {
    const [first] = EVENTS as [BankEvent];
    const forged = seal([{ ...first, data: { ...first.data, points: 9 } } as BankEvent, ...EVENTS.slice(1)]);
    expect(verifyChain(forged).ok).toBe(true);
    expect(fault(verifyChain(forged, { length: 5, head: HEAD }))).toEqual([4, 'altered']);
    expect(fault(verifyChain(forged, { length: 3, head: SEALED[2]?.metadata.hash as string }))).toEqual([
      2,
      'altered',
    ]);
    // Given its hash alone, the head may be anywhere beyond the end.
    expect(fault(verifyChain(forged, HEAD))).toEqual([5, 'truncated']);
  });

  test('refuses an end that contradicts itself', () => {
    expect(fault(verifyChain(SEALED, { length: 7, head: HEAD }))).toEqual([5, 'truncated']);
    expect(fault(verifyChain(SEALED, { length: 3, head: HEAD }))).toEqual([3, 'inserted']);
  });

  test.each<unknown>([
    null,
    {},
    [],
    '',
    'abc',
    3,
    HEAD.toUpperCase(),
    { hash: HEAD, length: 5 },
    { head: HEAD },
    { head: HEAD, length: '5' },
    { head: 5, length: 5 },
    { head: HEAD, length: -1 },
    Object.create({ head: HEAD, length: 5 }),
  ])('throws for a head of another form, which would let a cut chain pass: %j', (head) => {
    expect(() => verifyChain(SEALED.slice(0, 3), head as string)).toThrow(SealError);
    expect(() => verifyChain(SEALED, head as string)).toThrow('neither a hash nor');
  });

  test('tells an entry sealed for another place from its neighbours', () => {
    const other = chainOf(run([open('community-party-member'), ...hardMatters(9, '2023-03-01')]).events);
    const foreign = other.events[8] as SealedEvent;
    const late = SEALED.toSpliced(2, 0, foreign);
    expect(fault(verifyChain(late))).toEqual([2, 'inserted']);
    expect(fault(verifyChain(SEALED.toSpliced(2, 0, foreign, other.events[9] as SealedEvent)))).toEqual([
      2,
      'inserted',
    ]);
    // At the end, it may follow a missing entry, unless the head is known.
    expect(fault(verifyChain([...SEALED, foreign]))).toEqual([5, 'dropped']);
    expect(fault(verifyChain([...SEALED, foreign], HEAD))).toEqual([5, 'inserted']);
    expect(fault(verifyChain([foreign]))).toEqual([0, 'dropped']);
  });

  test('tells an entry that was sealed again from the next entry, which it contradicts', () => {
    const [, second] = EVENTS as [BankEvent, BankEvent];
    const forged = resealed(1, { ...second, data: { ...second.data, points: 9 } } as BankEvent);
    expect(fault(verifyChain(SEALED.with(1, forged)))).toEqual([1, 'altered']);
    // Sealed after a hash that is not in the chain.
    const [lost] = seal([second], { length: 1, head: HEAD });
    expect(fault(verifyChain(SEALED.with(1, lost as SealedEvent)))).toEqual([1, 'altered']);
    const [first] = seal(EVENTS.slice(0, 1), { length: 1, head: HEAD });
    expect(fault(verifyChain([{ ...first, metadata: { ...first?.metadata, sequence: 0 } }]))).toEqual([
      0,
      'altered',
    ]);
  });

  test('reports a chain that does not begin at its beginning as altered there', () => {
    // Made by hand, because `seal` never does this.
    const [first, second] = EVENTS as [BankEvent, BankEvent];
    const placed = { ...first, metadata: { ...first.metadata, sequence: 0, previousHash: HEAD } };
    const begun = { ...placed, metadata: { ...placed.metadata, hash: sha256(placed) } } as SealedEvent;
    expect(fault(verifyChain([begun]))).toEqual([0, 'altered']);
    expect(fault(verifyChain([begun, ...seal([second], begun)]))).toEqual([0, 'altered']);
  });

  test('requires each entry to be in its own place, even after the right hash', () => {
    for (const length of [2, 5, 9]) {
      const [odd] = seal(EVENTS.slice(3, 4), { length, head: SEALED[2]?.metadata.hash as string });
      const chain = [...SEALED.slice(0, 3), odd as SealedEvent];
      expect(fault(verifyChain(chain))).toEqual([3, 'altered']);
      expect(fault(verifyChain([...chain, ...SEALED.slice(4)]))).toEqual([3, 'altered']);
      expect(fault(verifyChain([...chain, ...SEALED.slice(3)]))).toEqual([3, 'inserted']);
    }
  });

  test('of two entries sealed for one place, accepts the one on which the chain continues', () => {
    const [, second] = EVENTS as [BankEvent, BankEvent];
    const forged = resealed(1, { ...second, data: { ...second.data, points: 9 } } as BankEvent);
    expect(fault(verifyChain(SEALED.toSpliced(1, 0, forged)))).toEqual([1, 'inserted']);
    expect(fault(verifyChain(SEALED.toSpliced(2, 0, forged)))).toEqual([2, 'inserted']);
  });

  test('never throws because of a chain’s content', () => {
    const throwing = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('hostile');
        },
      },
    );
    const cycle: Record<string, unknown> = { type: 'Noted', data: {} };
    cycle.metadata = cycle;
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    for (const odd of [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      throwing,
      cycle,
      { type: 'x', data: deep, metadata: {} },
      Symbol('x'),
    ]) {
      expect(fault(verifyChain([odd]))).toEqual([0, 'altered']);
      expect(fault(verifyChain(SEALED.with(2, odd as never)))).toEqual([2, 'altered']);
      expect(fault(verifyChain(SEALED.toSpliced(2, 0, odd as never)))).toEqual([2, 'inserted']);
      expect(fault(verifyChain([...SEALED, odd], HEAD))).toEqual([5, 'inserted']);
    }
  });
});
