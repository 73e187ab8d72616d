/*
 * Ways to tamper with a sealed history, each a single change. Each states what it did, so that the verdict can be checked.
 */
import fc from 'fast-check';
import { type ChainFault, type SealedEvent, seal } from '../../src/audit.js';
import { type Chain, unsealed } from './histories.js';

/** A tampered chain, and the fault that must be found. */
type Tampered = {
  readonly events: readonly unknown[];
  /** The place and the name of the fault, if only one is right. */
  readonly at?: number;
  readonly fault?: ChainFault;
  /** Whether the events alone show it, or only the kept end does. */
  readonly needsEnd?: true;
};

/** Tampers with a chain; `undefined` if this way does not change the chain. The numbers decide where and how. */
export type Way = (chain: Chain, other: Chain, dice: readonly number[]) => Tampered | undefined;

type Place = { readonly holder: Record<string, unknown>; readonly name: string };

/** Every member of every object and list in a value, outermost first. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(value).flatMap((name) => [{ holder, name }, ...placesIn(holder[name])]);
}

const pick = <T>(from: readonly T[], n = 0): T => from[n % from.length] as T;

/** A copy of the events with one changed; `change` returns whether it changed anything. */
function changed(chain: Chain, place: number, change: (event: SealedEvent) => boolean): Tampered | undefined {
  const events = structuredClone(chain.events) as SealedEvent[];
  const at = place % events.length;
  return change(events[at] as SealedEvent) ? { events, at, fault: 'altered' } : undefined;
}

/** Values of other kinds that replace a value. */
const STRANGERS = [null, 0, 1, -1, '', 'v1', true, false, [], {}, '2023-01-01', 1e21, 0.5];

function otherThan(value: unknown, n: number): unknown {
  if (typeof value === 'number' && n % 3 > 0) return n % 3 === 1 ? value + 1 : -value - 1;
  if (typeof value === 'string' && value.length > 0 && n % 3 > 0) {
    const i = n % value.length;
    const letter = value[i] === 'x' ? 'y' : 'x';
    return value.slice(0, i) + letter + value.slice(i + 1);
  }
  if (typeof value === 'boolean') return !value;
  return pick(
    STRANGERS.filter((stranger) => JSON.stringify(stranger) !== JSON.stringify(value)),
    n,
  );
}

function aValue(chain: Chain, _: Chain, [place = 0, part = 0, how = 0]: readonly number[]) {
  return changed(chain, place, (event) => {
    const { holder, name } = pick(placesIn(event), part);
    holder[name] = otherThan(holder[name], how);
    return true;
  });
}

function aMemberLess(chain: Chain, _: Chain, [place = 0, part = 0]: readonly number[]) {
  return changed(chain, place, (event) => {
    const { holder, name } = pick(placesIn(event), part);
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete holder[name];
    return true;
  });
}

const NAMES = ['points', 'note', 'extra', 'constructor', '0', 'Type', 'kind'];

function aMemberMore(chain: Chain, _: Chain, [place = 0, part = 0, how = 0]: readonly number[]) {
  return changed(chain, place, (event) => {
    const holders = [event, ...placesIn(event).map(({ holder, name }) => holder[name])];
    const holder = pick(
      holders.filter((value) => typeof value === 'object' && value !== null),
      part,
    ) as Record<string, unknown>;
    const name = Array.isArray(holder) ? String(holder.length) : pick(NAMES, how);
    const before = JSON.stringify(holder);
    if (how % 7 === 6) Object.defineProperty(holder, '__proto__', { value: 1, enumerable: true });
    else holder[name] = pick(STRANGERS, how);
    return JSON.stringify(holder) !== before;
  });
}

function aMemberRenamed(chain: Chain, _: Chain, [place = 0, part = 0, how = 0]: readonly number[]) {
  return changed(chain, place, (event) => {
    const members = placesIn(event).filter(({ holder }) => !Array.isArray(holder));
    const { holder, name } = pick(members, part);
    const value = holder[name];
    delete holder[name];
    holder[how % 2 === 0 ? `${name}x` : name.toUpperCase()] = value;
    return true;
  });
}

function aListTurned(chain: Chain, _: Chain, [place = 0, part = 0]: readonly number[]) {
  return changed(chain, place, (event) => {
    const lists = placesIn(event).flatMap(({ holder, name }) =>
      Array.isArray(holder[name]) ? [holder[name] as unknown[]] : [],
    );
    if (lists.length === 0) return false;
    const list = pick(lists, part);
    const before = JSON.stringify(list);
    list.reverse();
    return JSON.stringify(list) !== before;
  });
}

const dropped: Way = ({ events }, _, [place = 0]) => {
  const at = place % events.length;
  const rest = events.toSpliced(at, 1);
  const last = at === events.length - 1;
  return last
    ? { events: rest, at, fault: 'truncated', needsEnd: true }
    : { events: rest, at, fault: 'dropped' };
};

const cut: Way = ({ events }, _, [place = 0]) => {
  const at = place % events.length;
  return { events: events.slice(0, at), at, fault: 'truncated', needsEnd: true };
};

const swapped: Way = ({ events }, _, [a = 0, b = 0]) => {
  const [i, j] = [a % events.length, b % events.length].sort((x, y) => x - y) as [number, number];
  if (i === j) return undefined;
  const turned = events.with(i, events[j] as SealedEvent).with(j, events[i] as SealedEvent);
  return { events: turned, at: i, fault: 'reordered' };
};

const moved: Way = ({ events }, _, [from = 0, to = 0]) => {
  const [i, j] = [from % events.length, to % events.length];
  if (i === j) return undefined;
  const turned = events.toSpliced(i, 1).toSpliced(j, 0, events[i] as SealedEvent);
  return { events: turned, at: Math.min(i, j), fault: 'reordered' };
};

const turnedRound: Way = ({ events }) => ({ events: events.toReversed(), at: 0, fault: 'reordered' });

/** Inserts a copy of an event. The chain has it twice, and its first wrong place is the fault. */
const copied: Way = ({ events }, _, [which = 0, to = 0]) => {
  const of = which % events.length;
  const at = to % (events.length + 1);
  const more = events.toSpliced(at, 0, events[of] as SealedEvent);
  return { events: more, at: at === of ? at + 1 : at, fault: 'inserted' };
};

const ofAnother: Way = (chain, other, [which = 0, to = 0]) => {
  const at = to % (chain.events.length + 1);
  const foreign = pick(other.events, which);
  return { events: chain.events.toSpliced(at, 0, foreign), at, fault: 'inserted' };
};

/** Inserts an unsealed event. At the end, it may be one that lost its seal, unless the end is known. */
const unsealedOne: Way = (chain, other, [which = 0, to = 0]) => {
  const at = to % (chain.events.length + 1);
  const bare = unsealed(pick(other.events, which));
  return { events: chain.events.toSpliced(at, 0, bare as SealedEvent), at, fault: 'inserted' };
};

/** Inserts an event that is properly sealed for its place. */
const sealedIn: Way = (chain, other, [which = 0, to = 0]) => {
  const at = to % (chain.events.length + 1);
  const [one] = seal([unsealed(pick(other.events, which))], chain.events[at - 1]);
  const events = chain.events.toSpliced(at, 0, one as SealedEvent);
  const atTheEnd = at >= chain.events.length;
  return { events, at, fault: 'inserted', ...(atTheEnd ? { needsEnd: true } : {}) };
};

/** Alters an event and seals it again, and leaves the rest. */
const sealedAnew: Way = (chain, other, [which = 0, place = 0]) => {
  const at = place % chain.events.length;
  const { data, type } = unsealed(pick(other.events, which));
  const own = unsealed(chain.events[at] as SealedEvent);
  const [one] = seal([{ ...own, type, data } as typeof own], chain.events[at - 1]);
  if (one?.metadata.hash === chain.events[at]?.metadata.hash) return undefined;
  const last = at === chain.events.length - 1;
  return {
    events: chain.events.with(at, one as SealedEvent),
    at,
    fault: 'altered',
    ...(last ? { needsEnd: true } : {}),
  };
};

/** Alters an event and seals everything from there on again, so that no event contradicts another. */
const allSealedAnew: Way = (chain, _, [place = 0]) => {
  const at = place % chain.events.length;
  const rest = chain.events.slice(at).map(unsealed);
  const [first, ...after] = rest;
  const forged = { ...first, data: { ...first?.data, points: 99 } } as typeof first;
  const events = [
    ...chain.events.slice(0, at),
    ...seal([forged as NonNullable<typeof first>, ...after], chain.events[at - 1]),
  ];
  return { events, fault: 'altered', needsEnd: true };
};

const GARBAGE = [null, undefined, 0, 'x', [], {}, { type: 'Noted' }, { metadata: {} }, [[]], true];

const garbageIn: Way = ({ events }, _, [what = 0, to = 0]) => {
  const at = to % (events.length + 1);
  return {
    events: [...events.slice(0, at), pick(GARBAGE, what), ...events.slice(at)],
    at,
    fault: 'inserted',
  };
};

const garbageFor: Way = ({ events }, _, [what = 0, place = 0]) => {
  const at = place % events.length;
  return {
    events: [...events.slice(0, at), pick(GARBAGE, what), ...events.slice(at + 1)],
    at,
    fault: 'altered',
  };
};

const LETTERS = '0123456789abcdefxyz"\\{}[]:,.-+eE \u0000\n积';

/** Adds, removes or changes one byte of the file. A line that is no longer JSON becomes a text. */
const inTheFile: Way = ({ events }, _, [where = 0, how = 0, letter = 0]) => {
  const lines = events.map((event) => JSON.stringify(event)).join('\n');
  const at = where % lines.length;
  const put = how % 3 === 1 ? '' : pick([...LETTERS], letter);
  const file = lines.slice(0, at) + put + lines.slice(how % 3 === 2 ? at : at + 1);
  const read = file.split('\n').map((line): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      return line;
    }
  });
  // Whitespace, or another way to write the same text, does not change the content.
  return JSON.stringify(read) === JSON.stringify(events) ? undefined : { events: read };
};

/** All ways, by name. */
export const WAYS: { readonly [name: string]: Way } = {
  aValue,
  aMemberLess,
  aMemberMore,
  aMemberRenamed,
  aListTurned,
  dropped,
  cut,
  swapped,
  moved,
  turnedRound,
  copied,
  ofAnother,
  unsealedOne,
  sealedIn,
  sealedAnew,
  allSealedAnew,
  garbageIn,
  garbageFor,
  inTheFile,
};

/** A way, the numbers of the chain and of another one, and the numbers that decide where and how. */
export const tampering: fc.Arbitrary<[way: string, chain: number, other: number, dice: number[]]> = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('aValue', 'inTheFile', 'aMemberLess') },
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(WAYS)) },
  ),
  fc.nat(),
  fc.nat(),
  fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
);
