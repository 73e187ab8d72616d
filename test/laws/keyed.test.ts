import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { hash32 } from '../../src/values/hash.js';
import { entriesOf, type Keyed, lookUp, put } from '../../src/values/keyed.js';
import { frozen, stored } from '../support/checks.js';

type Owner = { map: Keyed<unknown> };

/** The inner state of FNV-1a over UTF-16 units, from a state on: what `hash32` mixes at its end. */
function fnv(text: string, state = 0x811c9dc5): number {
  let h = state;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Two texts that lead from one state to the same next one. */
function meeting(state: number): [string, string] {
  const seen = new Map<number, string>();
  for (let n = 0; ; n += 1) {
    const word = n.toString(36).padStart(5, '0');
    const next = fnv(word, state);
    const other = seen.get(next);
    if (other !== undefined) return [other, word];
    seen.set(next, word);
  }
}

/** Thirty-two keys with one and the same hash: five meetings, one after the other. */
function colliding(): string[] {
  let keys = [''];
  for (let step = 0; step < 5; step += 1) {
    const [a, b] = meeting(fnv(keys[0] as string));
    keys = keys.flatMap((key) => [key + a, key + b]);
  }
  return keys;
}

const COLLIDING = colliding();
const PROPERTY_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '0',
  'length',
  '',
];

const key = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.nat(300).map((n) => `key-${n}`) },
    { weight: 2, arbitrary: fc.constantFrom(...COLLIDING) },
    { weight: 1, arbitrary: fc.constantFrom(...PROPERTY_NAMES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );

const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(fc.integer(), fc.string(), fc.tuple(fc.string(), fc.integer()), fc.constant(null));

function holdsWhatTheModelHolds(owner: Owner, model: ReadonlyMap<string, unknown>): void {
  expect(new Map(entriesOf(owner.map))).toEqual(model);
  expect([...entriesOf(owner.map)]).toHaveLength(model.size);
  for (const [of, held] of model) expect(lookUp(owner.map, of)).toEqual(held);
  expect(stored(owner)).toEqual(owner);
}

class Put implements fc.Command<Map<string, unknown>, Owner> {
  readonly of: string;
  readonly held: unknown;
  constructor(of: string, held: unknown) {
    this.of = of;
    this.held = held;
  }
  check = (): boolean => true;
  run(model: Map<string, unknown>, owner: Owner): void {
    put(owner, 'map', this.of, this.held);
    model.set(this.of, this.held);
    expect(lookUp(owner.map, this.of)).toEqual(this.held);
  }
  toString = (): string => `put(${JSON.stringify(this.of)}, ${JSON.stringify(this.held)})`;
}

/** By way of an immer draft of a frozen map: what came before has to stay as it was. */
class PutOnDraft extends Put {
  override run(model: Map<string, unknown>, owner: Owner): void {
    const before = { map: owner.map };
    const kept = stored(before);
    const next = produce(before, (draft) => put(draft as Owner, 'map', this.of, this.held));
    expect(stored(before)).toEqual(kept);
    // The tree is opened again, so that either kind of step can follow.
    owner.map = structuredClone(next.map);
    model.set(this.of, this.held);
    expect(lookUp(next.map, this.of)).toEqual(this.held);
  }
  override toString = (): string => `draft ${JSON.stringify(this.of)}`;
}

class LookUp implements fc.Command<Map<string, unknown>, Owner> {
  readonly of: string;
  constructor(of: string) {
    this.of = of;
  }
  check = (): boolean => true;
  run(model: Map<string, unknown>, owner: Owner): void {
    expect(lookUp(owner.map, this.of)).toEqual(model.get(this.of));
  }
  toString = (): string => `lookUp(${JSON.stringify(this.of)})`;
}

class Everything implements fc.Command<Map<string, unknown>, Owner> {
  check = (): boolean => true;
  run(model: Map<string, unknown>, owner: Owner): void {
    holdsWhatTheModelHolds(owner, model);
  }
  toString = (): string => 'everything';
}

describe('a keyed map', () => {
  test('behaves as a Map does, step by step, in place and through drafts', () => {
    const steps = fc.commands(
      [
        fc.tuple(key(), value()).map(([of, held]) => new Put(of, held)),
        fc.tuple(key(), value()).map(([of, held]) => new PutOnDraft(of, held)),
        key().map((of) => new LookUp(of)),
        fc.constant(new Everything()),
      ],
      { maxCommands: 120, size: 'max' },
    );
    fc.assert(
      fc.property(steps, (commands) => {
        fc.modelRun(
          () => ({ model: new Map<string, unknown>(), real: { map: [] as Keyed<unknown> } }),
          commands,
        );
      }),
      { numRuns: 100 },
    );
  });

  test('holds keys of one and the same hash', () => {
    expect(new Set(COLLIDING).size).toBe(32);
    expect(new Set(COLLIDING.map(hash32)).size).toBe(1);
    const owner: Owner = { map: [] };
    const model = new Map<string, unknown>();
    for (const [n, of] of COLLIDING.entries()) {
      put(owner, 'map', of, n);
      model.set(of, n);
      holdsWhatTheModelHolds(owner, model);
    }
    expect(lookUp(owner.map, `${COLLIDING[0]}x`)).toBeUndefined();
  });

  test('holds keys that are names of properties, and finds none that were not put', () => {
    const owner: Owner = { map: [] };
    for (const of of PROPERTY_NAMES) expect(lookUp(owner.map, of)).toBeUndefined();
    const model = new Map<string, unknown>();
    for (const [n, of] of [
      ...PROPERTY_NAMES,
      ...Array.from({ length: 200 }, (_, i) => `filler ${i}`),
    ].entries()) {
      put(owner, 'map', of, n);
      model.set(of, n);
    }
    holdsWhatTheModelHolds(owner, model);
    for (const of of ['isPrototypeOf', '__defineGetter__', '1', 'map'])
      expect(lookUp(owner.map, of)).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('shares with the map before it all but the few nodes on the way', () => {
    const owner: Owner = { map: [] };
    for (let n = 0; n < 20_000; n += 1) put(owner, 'map', `key ${n}`, n);
    const before = frozen(owner);
    const after = produce(before, (draft) => put(draft as Owner, 'map', 'one more', true));
    const nodes = (map: unknown, found = new Set<unknown>()): Set<unknown> => {
      if (typeof map === 'object' && map !== null) {
        found.add(map);
        if (!Array.isArray(map)) for (const child of Object.values(map)) nodes(child, found);
      }
      return found;
    };
    const old = nodes(before.map);
    const fresh = [...nodes(after.map)].filter((node) => !old.has(node));
    expect(fresh.length).toBeLessThanOrEqual(8);
    expect(lookUp(after.map, 'one more')).toBe(true);
    expect(lookUp(before.map, 'one more')).toBeUndefined();
  });
});
