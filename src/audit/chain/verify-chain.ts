import { deepFreeze, isRecord, own } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { type ChainEntry, chainEntry, follows } from './chain-entry.js';
import { type ChainFault, faultAt, type LocatedFault } from './chain-fault.js';
import { requireEventList, SealError } from './seal.js';
import { type ChainEnd, isHash, isPlace, NO_HASH } from './sealed-event.js';

/** The result of verifying a chain: its end, or its first fault. */
export type ChainVerification =
  | ({ readonly ok: true } & ChainEnd)
  | {
      readonly ok: false;
      /** The place of the fault, an index into the events; their number if the end is missing. */
      readonly at: number;
      readonly fault: ChainFault;
    };

/**
 * Verifies a chain of sealed events: no event was altered, none is missing or added, and all are in order. Pass the events as stored,
 * before `upcast` and without the store's own additions to `metadata`. Tampered events can be anything.
 *
 * A chain alone cannot show that its end was cut off, or that it was sealed again from some place on. A head kept elsewhere shows both:
 * the hash of the last event or, better, the `length` and `head` of an earlier verification. To verify a chain that has grown since,
 * pass its first `length` events.
 *
 * @param events - the sealed events, in order
 * @param head - the hash or end with which the chain must end; omit it if unknown
 * @returns the chain's end, or its first fault with place and text; frozen. Never throws because of an event's content.
 * @throws {@link SealError} if `head` is given and is neither a hash nor the end of a chain, or the events are no list
 *
 * @example
 * ```ts
 * import { seal, verifyChain } from 'points-bank/audit'
 *
 * const note = (n: number) => ({ type: 'Noted', data: { n } })
 * const chain = seal([note(1), note(2), note(3)])
 * const whole = verifyChain(chain)
 * if (whole.ok) console.log(whole.length, whole.head === chain[2].metadata.hash) // → 3 true
 *
 * const dropped = verifyChain([chain[0], chain[2]])
 * if (!dropped.ok) console.log(dropped.at, dropped.fault) // → 1 dropped
 *
 * const cut = chain.slice(0, 2)
 * console.log(verifyChain(cut).ok, verifyChain(cut, chain[2].metadata.hash).ok) // → true false
 * ```
 */
export function verifyChain(events: Iterable<unknown>, head?: string | ChainEnd): ChainVerification {
  return undisturbed(() => verified(events, head));
}

function verified(events: Iterable<unknown>, head: string | ChainEnd | undefined): ChainVerification {
  const { head: end, length } = endOf(head);
  requireEventList(events);
  const entries = Array.from(events, chainEntry);
  let last = NO_HASH;
  for (const [at, entry] of entries.entries()) {
    if (!follows(entry, at, last)) return faulty(faultAt(entries, at, last, end));
    last = entry.seal.hash;
  }
  const fault = end === undefined ? undefined : faultOfEnd(entries, last, end, length);
  return fault === undefined
    ? Object.freeze({ ok: true, length: entries.length, head: last })
    : faulty(fault);
}

/** The end that a chain must have. Of an unknown form it would ask for nothing, and a chain that was cut would pass. */
function endOf(head: unknown): Partial<ChainEnd> {
  if (head === undefined) return {};
  if (isHash(head)) return { head };
  const [hash, length] = isRecord(head) ? [own(head, 'head'), own(head, 'length')] : [];
  if (isHash(hash) && isPlace(length)) return { head: hash, length };
  throw new SealError('the head is neither a hash nor the length and head of a chain');
}

/** The fault at the end of an otherwise intact chain, if any. */
function faultOfEnd(
  entries: readonly ChainEntry[],
  last: string,
  head: string,
  length: number | undefined,
): LocatedFault | undefined {
  const count = entries.length;
  if (last === head && (length ?? count) === count) return undefined;
  if (length !== undefined && length > count) return { at: count, fault: 'truncated' };
  const place = head === NO_HASH ? 0 : entries.findIndex(({ seal }) => seal?.hash === head) + 1;
  if (place > 0 || head === NO_HASH) return { at: Math.min(place, length ?? place), fault: 'inserted' };
  if (length === undefined) return { at: count, fault: 'truncated' };
  // Long enough, but the head is not in it: the chain was sealed again, from a place that nobody can tell.
  return { at: Math.max(length - 1, 0), fault: 'altered' };
}

function faulty({ at, fault }: LocatedFault): ChainVerification {
  return deepFreeze({ ok: false, at, fault });
}
