import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as keyed from '../../src/values/persistent-map.js';
import { copyOnWrite } from '../../src/values/writable.js';
import { frozen, stored } from '../support/checks.js';
import { entriesOf } from '../support/inside.js';

/** Records of two fields: a value, and one that every record has alike. */
type Held = readonly [value: unknown, also: 'also'];
type Owner = { map: keyed.PersistentMap<Held> };

/** In place: what `add` gives takes the place of the map. */
function add(owner: Owner, of: string, value: unknown): void {
  owner.map = keyed.add<Held>(owner.map, of, [value, 'also']);
}

function heldIn(record: Held | undefined): unknown {
  expect(record?.[1]).toBe(record === undefined ? undefined : 'also');
  return record?.[0];
}
const lookUp = (map: Owner['map'], of: string): unknown => heldIn(keyed.lookUp(map, of, 2));
const allOf = (map: Owner['map'], of: string): unknown[] => keyed.recordsOf(map, of, 2).map(heldIn);

/** Keys that begin alike, and differ only at their ends. */
const ALIKE = Array.from({ length: 64 }, (_, n) => `${'long '.repeat(40)}${n}`);
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
    { weight: 4, arbitrary: fc.nat(900).map((n) => `key-${n}`) },
    { weight: 2, arbitrary: fc.constantFrom(...ALIKE) },
    { weight: 1, arbitrary: fc.constantFrom(...PROPERTY_NAMES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  );

const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(fc.integer(), fc.string(), fc.tuple(fc.string(), fc.integer()), fc.constant(null));

/** What the map has to hold: of each key, all that was added, in its order. */
type Model = Map<string, unknown[]>;

function noted(model: Model, of: string, held: unknown): void {
  model.set(of, [...(model.get(of) ?? []), held]);
}

function holdsWhatTheModelHolds(owner: Owner, model: Model): void {
  const found: Model = new Map();
  for (const [of, record] of entriesOf<Held>(owner.map, 2)) noted(found, of, heldIn(record));
  expect(found).toEqual(model);
  for (const [of, held] of model) expect(allOf(owner.map, of)).toEqual(held);
  expect(stored(owner)).toEqual(owner);
}

class Add implements fc.Command<Model, Owner> {
  readonly of: string;
  readonly held: unknown;
  constructor(of: string, held: unknown) {
    this.of = of;
    this.held = held;
  }
  check = (): boolean => true;
  run(model: Model, owner: Owner): void {
    add(owner, this.of, this.held);
    noted(model, this.of, this.held);
    expect(allOf(owner.map, this.of)).toEqual(model.get(this.of));
  }
  toString = (): string => `add(${JSON.stringify(this.of)}, ${JSON.stringify(this.held)})`;
}

/** To a map that is shared: only the nodes on the way are copied. */
class AddOnCopies extends Add {
  override run(model: Model, owner: Owner): void {
    const before = frozen({ map: owner.map });
    const kept = stored(before);
    const after = keyed.add<Held>(before.map, this.of, [this.held, 'also'], copyOnWrite([]));
    expect(stored(before)).toEqual(kept);
    // The tree is opened again, so that either kind of step can follow.
    owner.map = structuredClone(after);
    noted(model, this.of, this.held);
    expect(allOf(after, this.of)).toEqual(model.get(this.of));
  }
  override toString = (): string => `on copies ${JSON.stringify(this.of)}`;
}

class Remove implements fc.Command<Model, Owner> {
  readonly of: string;
  readonly onCopies: boolean;
  constructor(of: string, onCopies: boolean) {
    this.of = of;
    this.onCopies = onCopies;
  }
  check = (): boolean => true;
  run(model: Model, owner: Owner): void {
    const [, second] = model.get(this.of) ?? [];
    const isMeant = ([held]: Held): boolean =>
      second === undefined || JSON.stringify(held) === JSON.stringify(second);
    const before = this.onCopies ? frozen({ map: owner.map }) : { map: owner.map };
    const kept = stored(before);
    const after = keyed.remove<Held>(
      before.map,
      this.of,
      2,
      isMeant,
      this.onCopies ? copyOnWrite([]) : undefined,
    );
    if (this.onCopies) expect(stored(before)).toEqual(kept);
    owner.map = structuredClone(after);
    const left = [...(model.get(this.of) ?? [])];
    const at = left.findIndex((held) => isMeant([held, 'also']));
    if (at >= 0) left.splice(at, 1);
    if (left.length > 0) model.set(this.of, left);
    else model.delete(this.of);
    expect(allOf(owner.map, this.of)).toEqual(left);
  }
  toString = (): string => `remove ${JSON.stringify(this.of)}`;
}

class LookUp implements fc.Command<Model, Owner> {
  readonly of: string;
  constructor(of: string) {
    this.of = of;
  }
  check = (): boolean => true;
  run(model: Model, owner: Owner): void {
    expect(lookUp(owner.map, this.of)).toEqual(model.get(this.of)?.[0]);
    expect(allOf(owner.map, this.of)).toEqual(model.get(this.of) ?? []);
  }
  toString = (): string => `lookUp(${JSON.stringify(this.of)})`;
}

class Everything implements fc.Command<Model, Owner> {
  check = (): boolean => true;
  run(model: Model, owner: Owner): void {
    holdsWhatTheModelHolds(owner, model);
  }
  toString = (): string => 'everything';
}

describe('a keyed map', () => {
  test('behaves as a Map of lists does, step by step, in place and on copies', () => {
    const steps = fc.commands(
      [
        fc.tuple(key(), value()).map(([of, held]) => new Add(of, held)),
        fc.tuple(key(), value()).map(([of, held]) => new AddOnCopies(of, held)),
        key().map((of) => new LookUp(of)),
        fc.tuple(key(), fc.boolean()).map(([of, onCopies]) => new Remove(of, onCopies)),
        fc.constant(new Everything()),
      ],
      { maxCommands: 240, size: 'max' },
    );
    fc.assert(
      fc.property(steps, (commands) => {
        fc.modelRun(() => ({ model: new Map() as Model, real: { map: [] as Owner['map'] } }), commands);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['in their order', (n: number) => n],
    ['in the opposite order', (n: number) => 5000 - n],
    ['in no order', (n: number) => (n * 2741) % 5003],
  ])('holds keys that come %s, in a tree of few and well-filled nodes', (_, at) => {
    const owner: Owner = { map: [] };
    for (let n = 0; n < 5000; n += 1) add(owner, `key ${String(at(n)).padStart(5, '0')}`, n);
    const leaves: number[] = [];
    const depth = (node: readonly unknown[]): number => {
      if (typeof node[0] === 'string') return leaves.push(node.length / 3) && 1;
      const children = node.filter((child) => typeof child !== 'string') as (readonly unknown[])[];
      return 1 + Math.max(...children.map(depth));
    };
    expect(depth(owner.map)).toBeLessThanOrEqual(4);
    expect(5000 / leaves.length).toBeGreaterThan(15);
    for (let n = 0; n < 5000; n += 97) {
      expect(lookUp(owner.map, `key ${String(at(n)).padStart(5, '0')}`)).toBe(n);
    }
  });

  test('holds many records of one key', () => {
    const owner: Owner = { map: [] };
    const model: Model = new Map();
    for (let n = 0; n < 200; n += 1) {
      for (const of of n % 3 === 0 ? ['one', 'other'] : ['one']) {
        add(owner, of, n);
        noted(model, of, n);
      }
    }
    holdsWhatTheModelHolds(owner, model);
  });

  test('holds keys that are names of properties, and finds none that were not added', () => {
    const owner: Owner = { map: [] };
    for (const of of PROPERTY_NAMES) expect(lookUp(owner.map, of)).toBeUndefined();
    const model: Model = new Map();
    const fillers = Array.from({ length: 800 }, (_, i) => `filler ${i}`);
    for (const [n, of] of [...PROPERTY_NAMES, ...fillers].entries()) {
      add(owner, of, n);
      noted(model, of, n);
    }
    holdsWhatTheModelHolds(owner, model);
    for (const of of ['isPrototypeOf', '__defineGetter__', '1', 'map'])
      expect(lookUp(owner.map, of)).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('shares with the map before it all but the few nodes on the way', () => {
    const owner: Owner = { map: [] };
    for (let n = 0; n < 20_000; n += 1) add(owner, `key ${n}`, n);
    const before = frozen(owner);
    const after = keyed.add<Held>(before.map, 'one more', [true, 'also'], copyOnWrite([]));
    const nodes = (map: unknown, found = new Set<unknown>()): Set<unknown> => {
      if (typeof map === 'object' && map !== null) {
        found.add(map);
        for (const child of Object.values(map)) nodes(child, found);
      }
      return found;
    };
    const old = nodes(before.map);
    const fresh = [...nodes(after)].filter((node) => !old.has(node));
    expect(fresh.length).toBeLessThanOrEqual(8);
    expect(lookUp(after, 'one more')).toBe(true);
    expect(lookUp(before.map, 'one more')).toBeUndefined();
  });
});
