/*
 * Structure-aware mutation: a value that was well formed, with one to four things in it otherwise.
 */
import type { Dice } from './dice.js';

const throwing = (): never => {
  throw new Error('hostile');
};

function nested(depth: number, list: boolean): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = list ? [value] : { a: value };
  return value;
}

function cyclic(): unknown {
  const cycle: Record<string, unknown> = {};
  cycle.self = [cycle];
  return cycle;
}

/** What JSON can hold and a field can seldom. */
const PLAIN: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 0.5, 1.005, 1e21, 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 1e308, -3],
  ...[
    '',
    ' ',
    'a',
    'x'.repeat(257),
    'x'.repeat(70_000),
    '2023-02-29',
    '2023-02-28',
    '9999-12-31',
    '1900-01-01',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'community',
    'subdistrict',
    'base',
    'hard',
    'life',
  ],
  ...['\ud800', '\u0000', 'e\u0301', '\u202e', 'ＡＢ', '👍🏽', '积分', '2023-H1', '02-29'],
];

/** What only a program can hand over. */
const UNPLAIN: readonly (() => unknown)[] = [
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 10n,
  () => Symbol('s'),
  () => throwing,
  () => new Date(0),
  () => new Map([[1, 2]]),
  () => new Uint8Array(9),
  () => new Array(2 ** 32 - 1),
  () => Object.create(null),
  () => Object.defineProperty({}, 'type', { get: throwing, enumerable: true }),
  () => new Proxy({}, { get: throwing, ownKeys: throwing, getPrototypeOf: throwing }),
  () => new Proxy([], { get: (_, key) => (key === 'length' ? 2 ** 31 : 0) }),
  cyclic,
  () => nested(5000, true),
  () => nested(100, false),
  () => Array.from({ length: 300 }, (_, n) => n),
  () => Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`m${n}`, n])),
];

const NAMES = [
  '__proto__',
  'constructor',
  'toJSON',
  'points',
  'metadata',
  'on',
  'extra',
  'x'.repeat(300),
  '积分',
  '0',
];

type Place = { readonly holder: Record<string, unknown>; readonly name: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(value).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

function stranger(dice: Dice, onlyJson: boolean): unknown {
  return onlyJson || dice.below(3) > 0 ? dice.of(PLAIN) : dice.of(UNPLAIN)();
}

/**
 * A mutated copy.
 *
 * @param onlyJson - whether it has to stay what JSON can hold
 */
export function mutated(sample: unknown, dice: Dice, onlyJson = false): unknown {
  if (dice.below(60) === 0) return stranger(dice, onlyJson);
  const copy = structuredClone(sample);
  // What is put in is not walked through: some of it cannot be.
  const places = placesIn(copy);
  if (places.length === 0) return stranger(dice, onlyJson);
  const parts = placesIn(sample).map(({ holder, name }) => holder[name]);
  const changes = 1 + dice.below(4);
  for (let n = 0; n < changes; n += 1) change(dice.of(places), parts, dice, onlyJson);
  return copy;
}

function change({ holder, name }: Place, parts: readonly unknown[], dice: Dice, onlyJson: boolean): void {
  const held = holder[name];
  switch (dice.below(8)) {
    case 0:
      delete holder[name];
      break;
    case 1:
      addMember(holder, dice.of(NAMES), stranger(dice, onlyJson));
      break;
    case 2:
      // A part of the same value, where another was.
      holder[name] = structuredClone(dice.of(parts));
      break;
    case 3:
      if (typeof held === 'number') holder[name] = held + dice.of([1, -1, 0.5, 1e9]);
      else if (typeof held === 'string') holder[name] = bent(held, dice);
      else holder[name] = [held];
      break;
    case 4:
      holder[name] =
        dice.below(2) === 0 ? Array(dice.of([0, 2, 101])).fill(held) : { [dice.of(NAMES)]: held };
      break;
    case 5:
      addMember(holder, dice.of(NAMES), held);
      break;
    default:
      holder[name] = stranger(dice, onlyJson);
  }
}

/** A copy in which some members are what another value has under the same name: well formed, and seldom meant so. */
export function spliced(sample: unknown, other: unknown, dice: Dice): unknown {
  const copy = structuredClone(sample);
  const places = placesIn(copy);
  const others = placesIn(other);
  const changes = 1 + dice.below(3);
  for (let n = 0; n < changes && places.length > 0; n += 1) {
    const { holder, name } = dice.of(places);
    const like = others.filter((place) => place.name === name);
    if (like.length > 0) {
      const from = dice.of(like);
      holder[name] = structuredClone(from.holder[name]);
    }
  }
  return copy;
}

/** An own member of any name, `__proto__` among them. */
function addMember(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function bent(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  return (
    text.slice(0, at) + dice.of(['', 'x', ' ', '0', '-', '\u0000', text]) + text.slice(at + dice.below(2))
  );
}
