import type { BankEvent } from '../../account/events/event.js';
import type { StoredEvent } from '../../account/events/upcast.js';
import { isRecord, type Json } from '../../values/json.js';
import { hashOf } from './hash-of.js';
import { plainJson } from './plain-json.js';
import {
  type ChainEnd,
  isHash,
  isPlace,
  NO_HASH,
  SEAL_MEMBERS,
  type Sealed,
  sealOf,
} from './sealed-event.js';

/** Thrown where a chain cannot be continued: an event that is sealed already or is no JSON, or an end that is none. */
export class SealError extends TypeError {
  override readonly name = 'SealError';
}

/**
 * Chains events, so that no later change of one, nor of their order, goes unnoticed: each gets its place, its hash and the hash of
 * the event before it into `metadata`. The hash is SHA-256 over the canonical JSON (RFC 8785) of `type`, `data` and `metadata`, so
 * that a store may give members back in any order. What the host adds to `metadata` has to be there before; it is covered too. One
 * event costs one hash, however long the chain is.
 *
 * A chain is no signature: whoever can write the store can seal anew from any place on. That shows against a head that was kept, or
 * signed, elsewhere.
 *
 * @param events - as they are to be stored, in their order: of one account, or of a whole community
 * @param previous - what the chain has so far: its last event, or its end as {@link verifyChain} gives it; nothing for a new chain
 * @returns the events sealed, copies and deeply frozen
 * @throws {@link SealError} where an event is sealed already, holds what JSON cannot, or `previous` is no end of a chain
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
  previous?: ChainEnd | Sealed<StoredEvent | BankEvent>,
): readonly Sealed<E>[] {
  let { length, head } = endOf(previous);
  const sealed: Sealed<E>[] = [];
  for (const event of events) {
    const one = sealOne(event, length, head);
    sealed.push(one as Sealed<E>);
    length += 1;
    head = one.metadata.hash;
  }
  return Object.freeze(sealed);
}

function sealOne(
  event: StoredEvent | BankEvent,
  sequence: number,
  previousHash: string,
): Sealed<StoredEvent> {
  const { type, data, metadata = {} } = copyOf(event);
  const taken = SEAL_MEMBERS.find((member) => Object.hasOwn(metadata, member));
  if (taken !== undefined) throw new SealError(`event ${sequence}: metadata.${taken} is there already`);
  const placed = { ...metadata, sequence, previousHash };
  const hash = hashOf({ type, data, metadata: placed });
  return Object.freeze({ type, data, metadata: Object.freeze({ ...placed, hash }) }) as Sealed<StoredEvent>;
}

type Copied = {
  readonly type: Json;
  readonly data: Json;
  readonly metadata?: { readonly [key: string]: Json };
};

function copyOf(event: StoredEvent | BankEvent): Copied {
  const copied = plainCopyOf(event);
  const { type, data, metadata = {} } = copied;
  if (typeof type === 'string' && isRecord(data) && isRecord(metadata)) return copied;
  throw new SealError('an event has a type and data, and may have metadata');
}

function plainCopyOf(event: StoredEvent | BankEvent): Copied {
  try {
    const { type, data, metadata } = event;
    return plainJson({ type, data, metadata }) as Copied;
  } catch (thrown) {
    throw new SealError(thrown instanceof Error ? thrown.message : 'an event that cannot be read');
  }
}

/** Where the chain ends that `previous` stands for. */
function endOf(previous: ChainEnd | Sealed<StoredEvent | BankEvent> | undefined): ChainEnd {
  if (previous === undefined) return { length: 0, head: NO_HASH };
  if ('metadata' in previous) {
    const last = sealOf(previous.metadata);
    if (last === undefined) throw new SealError('the event before is not sealed');
    return { length: last.sequence + 1, head: last.hash };
  }
  const { length, head } = previous;
  if (!isPlace(length) || !isHash(head) || (length === 0) !== (head === NO_HASH)) {
    throw new SealError('no chain has this end');
  }
  return { length, head };
}
