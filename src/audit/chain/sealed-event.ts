import type { BankEvent, EventMetadata } from '../../account/events/event.js';
import type { StoredEvent } from '../../account/events/upcast.js';
import { digestOf } from '../../values/digest.js';
import { isRecord, type Json } from '../../values/json.js';

/** The members that a seal adds to an event's `metadata`. */
export type Seal = {
  /** The event's place in the chain, from 0. */
  readonly sequence: number;
  /** The hash of the event before it; {@link NO_HASH} for the first. */
  readonly previousHash: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of the whole event except this hash: 64 hexadecimal digits. */
  readonly hash: string;
};

/** An event with its place in a chain. It folds and is reported like the event itself. */
export type SealedEvent<E extends StoredEvent | BankEvent = BankEvent> = E & {
  readonly metadata: EventMetadata & Seal;
};

/** The end of a chain: the number of its events, and the hash of the last, which vouches for all of them. */
export type ChainEnd = { readonly length: number; readonly head: string };

/** Stands for the hash before the first event, and for the head of an empty chain. */
export const NO_HASH: string = '0'.repeat(64);

/** The members of `metadata` reserved for seals. */
export const SEAL_MEMBERS: readonly (keyof Seal)[] = ['sequence', 'previousHash', 'hash'];

const HASH = /^[0-9a-f]{64}$/;

/** Whether a value is a hash in the form of a seal. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

/** Whether a value can be a place in a chain or its length. */
export function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The seal in an event's `metadata`, or `undefined` if there is none. */
export function sealOf(metadata: unknown): Seal | undefined {
  if (!isRecord(metadata)) return undefined;
  const { sequence, previousHash, hash } = metadata;
  if (!isPlace(sequence) || !isHash(previousHash) || !isHash(hash)) return undefined;
  return { sequence, previousHash, hash };
}

/** The content that a seal covers: the stored event, with its place and the previous hash. */
export type SealedContent = {
  readonly type: Json;
  readonly data: Json;
  readonly metadata: { readonly [key: string]: Json };
};

/** The hash of an event. It does not depend on the order in which a store returns the members. */
export function hashOf({ type, data, metadata }: SealedContent): string {
  const { hash: _, ...rest } = metadata;
  return digestOf({ type, data, metadata: rest });
}
