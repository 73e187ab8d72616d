import type { BankEvent, EventMetadata } from '../../account/events/event.js';
import type { StoredEvent } from '../../account/events/upcast.js';
import { isRecord } from '../../values/json.js';

/** What a seal puts into an event's `metadata`. */
export type Seal = {
  /** The event's place in the chain, from 0. */
  readonly sequence: number;
  /** The hash of the event before it; {@link NO_HASH} for the first. */
  readonly previousHash: string;
  /** SHA-256 over the canonical JSON (RFC 8785) of the whole event but this very hash: 64 hexadecimal digits. */
  readonly hash: string;
};

/** An event with its place in the chain. It folds, and is reported, like the event itself. */
export type Sealed<E extends StoredEvent | BankEvent = BankEvent> = E & {
  readonly metadata: EventMetadata & Seal;
};

/** Where a chain ends: how many events it has, and the hash of the last, which vouches for all of them. */
export type ChainEnd = { readonly length: number; readonly head: string };

/** What stands for the hash before the first event, and for the head of an empty chain. */
export const NO_HASH: string = '0'.repeat(64);

/** The members of `metadata` that a seal takes. */
export const SEAL_MEMBERS: readonly (keyof Seal)[] = ['sequence', 'previousHash', 'hash'];

const HASH = /^[0-9a-f]{64}$/;

/** Whether a value is a hash as a seal writes it. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

/** Whether a value is a place in a chain, or its length. */
export function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The seal that an event's `metadata` bears, or `undefined` where it bears none. */
export function sealOf(metadata: unknown): Seal | undefined {
  if (!isRecord(metadata)) return undefined;
  const { sequence, previousHash, hash } = metadata;
  if (!isPlace(sequence) || !isHash(previousHash) || !isHash(hash)) return undefined;
  return { sequence, previousHash, hash };
}
