import type { BankEvent } from '../../account/events/event.js';
import type { StoredEvent } from '../../account/events/upcast.js';
import { isList } from '../../values/is-list.js';
import { isRecord, type Json } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { plainJson } from './plain-json.js';
import {
  type ChainEnd,
  hashOf,
  isHash,
  isPlace,
  NO_HASH,
  SEAL_MEMBERS,
  type SealedEvent,
  sealOf,
} from './sealed-event.js';

/**
 * Thrown when a chain cannot be continued or verified: an event is already sealed or is not JSON, `previous` is not the end of a chain,
 * `head` is none, or the events are no list.
 */
export class SealError extends TypeError {
  override readonly name = 'SealError';
}

/**
 * Chains events, so that no later change of an event or of their order goes unnoticed. Each event's `metadata` gets its place, its
 * hash and the hash of the previous event. The hash is SHA-256 of the canonical JSON (RFC 8785) of `type`, `data` and `metadata`, so a
 * store may return members in any order. It covers the host's own `metadata`, which must be there before sealing. One event costs one
 * hash, however long the chain is.
 *
 * A chain is not a signature: whoever can write to the store can seal again from any place on. Only a head that was kept, or signed,
 * elsewhere reveals that.
 *
 * @param events - the events to store, in order, of one account or of a whole community
 * @param previous - the last event of the chain so far, or its end as returned by {@link verifyChain}; omit it for a new chain
 * @returns the sealed events: deeply frozen copies
 * @throws {@link SealError} if an event is already sealed or is not JSON, `previous` is not the end of a chain, or the events are no list
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 * import { seal, verifyChain } from 'points-bank/audit'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const opened = createBank(renfa2022).decider.decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } },
 *   initialAccount,
 * )
 * const [first] = seal(opened)
 * console.log(first.metadata.sequence, first.metadata.hash.length) // → 0 64
 * const [forged] = JSON.parse(JSON.stringify([first]).replace('"points":1', '"points":2'))
 * console.log(verifyChain([first]).ok, verifyChain([forged]).ok) // → true false
 * ```
 */
export function seal<const E extends StoredEvent | BankEvent>(
  events: Iterable<E>,
  previous?: ChainEnd | SealedEvent<StoredEvent | BankEvent>,
): readonly SealedEvent<E>[] {
  return undisturbed(() => sealAll(events, previous));
}

/** Throws for what is no list of events; what they hold, sealing and verifying tell. */
export function requireEventList(events: unknown): void {
  if (!isList(events)) throw new SealError('a chain is a list of events');
}

function sealAll<E extends StoredEvent | BankEvent>(
  events: Iterable<E>,
  previous: ChainEnd | SealedEvent<StoredEvent | BankEvent> | undefined,
): readonly SealedEvent<E>[] {
  let { length, head } = endOf(previous);
  requireEventList(events);
  const sealed: SealedEvent<E>[] = [];
  for (const event of events) {
    const one = sealOne(event, length, head);
    sealed.push(one as SealedEvent<E>);
    length += 1;
    head = one.metadata.hash;
  }
  return Object.freeze(sealed);
}

function sealOne(
  event: StoredEvent | BankEvent,
  sequence: number,
  previousHash: string,
): SealedEvent<StoredEvent> {
  const { type, data, metadata = {} } = copyOf(event);
  const taken = SEAL_MEMBERS.find((member) => Object.hasOwn(metadata, member));
  if (taken !== undefined) throw new SealError(`event ${sequence}: metadata.${taken} is already set`);
  const placed = { ...metadata, sequence, previousHash };
  const hash = hashOf({ type, data, metadata: placed });
  return Object.freeze({
    type,
    data,
    metadata: Object.freeze({ ...placed, hash }),
  }) as SealedEvent<StoredEvent>;
}

type PlainEvent = {
  readonly type: Json;
  readonly data: Json;
  readonly metadata?: { readonly [key: string]: Json };
};

function copyOf(event: StoredEvent | BankEvent): PlainEvent {
  const copied = plainCopyOf(event);
  const { type, data, metadata = {} } = copied;
  if (typeof type === 'string' && isRecord(data) && isRecord(metadata)) return copied;
  throw new SealError('an event has a type, data and optional metadata');
}

function plainCopyOf(event: StoredEvent | BankEvent): PlainEvent {
  try {
    const { type, data, metadata } = event;
    return plainJson({ type, data, metadata }) as PlainEvent;
  } catch (thrown) {
    throw new SealError(thrown instanceof Error ? thrown.message : 'an event that cannot be read');
  }
}

/** The end of the chain so far. */
function endOf(previous: ChainEnd | SealedEvent<StoredEvent | BankEvent> | undefined): ChainEnd {
  if (previous === undefined) return { length: 0, head: NO_HASH };
  if (!isRecord(previous)) throw new SealError('not the end of a chain');
  if ('metadata' in previous) {
    const last = sealOf(previous.metadata);
    if (last === undefined) throw new SealError('the previous event is not sealed');
    return { length: last.sequence + 1, head: last.hash };
  }
  const { length, head } = previous;
  if (!isPlace(length) || !isHash(head) || (length === 0) !== (head === NO_HASH)) {
    throw new SealError('not the end of a chain');
  }
  return { length, head };
}
