import { seal, verifyChain } from 'points-bank/audit';
import { describe, expect, test } from 'vitest';
import { ChainFollower } from '../src/audit/chain-follower.js';
import { COMMANDS, eventsOf } from './support/sample.js';

/* The follower holds the end of a chain alone, and has to say what `verifyChain` says, which holds all of it. */

type Stored = {
  readonly type: string;
  readonly data: object;
  readonly metadata: { readonly [member: string]: unknown };
};

const events = eventsOf(COMMANDS).map((event) => ({
  ...event,
  metadata: { ...event.metadata, recorder: 'Li' },
}));
const sealed: readonly Stored[] = JSON.parse(JSON.stringify(seal(events)));

function followed(stored: readonly unknown[]): ChainFollower {
  const follower = new ChainFollower();
  for (const event of stored) follower.follow(event);
  return follower;
}

/** What can be done to an event; in its place stand the events that are given. */
const CHANGES: { readonly [name: string]: (event: Stored, all: readonly Stored[]) => readonly unknown[] } = {
  'left as it is': (event) => [event],
  'members in another order': ({ type, data, metadata }) => [{ metadata, kind: 'Event', data, type }],
  'another type': (event) => [{ ...event, type: 'Noted' }],
  'other data': (event) => [{ ...event, data: { ...event.data, on: '2022-01-01' } }],
  'a member more in the data': (event) => [{ ...event, data: { ...event.data, note: '' } }],
  'other metadata': (event) => [{ ...event, metadata: { ...event.metadata, recorder: 'Wu' } }],
  'a member beside those that are sealed': (event) => [{ ...event, note: 1 }],
  'a kind that no event has': (event) => [{ ...event, kind: 'Command' }],
  'no metadata': ({ type, data }) => [{ type, data }],
  'no hash': ({ metadata: { hash: _, ...metadata }, ...event }) => [{ ...event, metadata }],
  'another place': (event) => [{ ...event, metadata: { ...event.metadata, sequence: 99 } }],
  'another predecessor': (event) => [
    { ...event, metadata: { ...event.metadata, previousHash: '0'.repeat(64) } },
  ],
  'another hash': (event) => [{ ...event, metadata: { ...event.metadata, hash: 'f'.repeat(64) } }],
  'sealed anew by itself': ({
    metadata: { sequence: _s, previousHash: _p, hash: _h, ...metadata },
    ...event
  }) => seal([{ ...event, data: { ...event.data, note: 'x' }, metadata }] as never[]),
  dropped: () => [],
  twice: (event) => [event, event],
  'another event of the chain': (_, all) => [all[3]],
  'a number': () => [1],
  nothing: () => [undefined],
  'an empty object': () => [{}],
  'data that JSON does not hold': (event) => [{ ...event, data: { ...event.data, on: Number.NaN } }],
};

test('a whole chain is whole, and ends where verifyChain says', () => {
  const { whole, sealed: isSealed, end } = followed(sealed);
  expect([whole, isSealed, { ok: true, ...end }]).toEqual([true, true, verifyChain(sealed)]);
});

describe.each(Object.entries(CHANGES))('%s', (_, change) => {
  test.each(sealed.map((__, place) => place))('at place %i', (place) => {
    const event = sealed[place] as Stored;
    const stored = [...sealed.slice(0, place), ...change(event, sealed), ...sealed.slice(place + 1)];
    expect(followed(stored).whole).toBe(verifyChain(stored).ok);
  });
});

test('what has no seal at all is not sealed', () => {
  expect(followed(events).sealed).toBe(false);
  expect(followed([null, 1, 'text', [], {}, { metadata: null }, undefined]).sealed).toBe(false);
});
