import { deepFreeze } from '../values/json.js';
import { type ChainEntry, chainEntry, follows } from './chain-entry.js';
import { type ChainFault, type Found, faultAt } from './chain-fault.js';
import { type ChainEnd, NO_HASH } from './sealed.js';

/** What came of verifying a chain: its end, or the first place where something is wrong. */
export type ChainVerified =
  | ({ readonly ok: true } & ChainEnd)
  | {
      readonly ok: false;
      /** The place of the fault, an index into the events; past the last of them where the end is missing. */
      readonly at: number;
      readonly fault: ChainFault;
    };

/**
 * Verifies that sealed events are whole: each is what was sealed, none is missing or was put in, and all are in their order. Give it
 * the events as they are stored, before `upcast` and without what the store itself adds to `metadata`; after tampering they may be
 * anything.
 *
 * The chain alone cannot know that its end was cut off, or that all of it was sealed anew from some place on. A head that was kept
 * elsewhere shows both: the hash of the last event, or better the `length` and `head` that an earlier call gave. A chain that has
 * grown since is verified up to it by its first `length` events.
 *
 * @param events - the sealed events, in order
 * @param head - what the chain has to end with; nothing where that is not known
 * @returns the chain's end, or the first fault with its place and words; frozen. Never throws for what is in the events.
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
export function verifyChain(events: Iterable<unknown>, head?: string | ChainEnd): ChainVerified {
  const entries = Array.from(events, chainEntry);
  const end = typeof head === 'string' ? head : head?.head;
  let last = NO_HASH;
  for (const [at, entry] of entries.entries()) {
    if (!follows(entry, at, last)) return found(faultAt(entries, at, last, end));
    last = entry.seal.hash;
  }
  const fault = end === undefined ? undefined : faultOfEnd(entries, last, end, lengthOf(head));
  return fault === undefined ? Object.freeze({ ok: true, length: entries.length, head: last }) : found(fault);
}

function lengthOf(head: string | ChainEnd | undefined): number | undefined {
  return typeof head === 'object' ? head.length : undefined;
}

/** What is wrong with the end of a chain that is whole in itself. */
function faultOfEnd(
  entries: readonly ChainEntry[],
  last: string,
  head: string,
  length: number | undefined,
): Found | undefined {
  const count = entries.length;
  if (last === head && (length ?? count) === count) return undefined;
  if (length !== undefined && length > count) return { at: count, fault: 'truncated' };
  const place = head === NO_HASH ? 0 : entries.findIndex(({ seal }) => seal?.hash === head) + 1;
  if (place > 0 || head === NO_HASH) return { at: Math.min(place, length ?? place), fault: 'inserted' };
  if (length === undefined) return { at: count, fault: 'truncated' };
  // As many as there were, or more, and the head is not among them: sealed anew, and nobody can tell from which place on.
  return { at: Math.max(length - 1, 0), fault: 'altered' };
}

function found({ at, fault }: Found): ChainVerified {
  return deepFreeze({ ok: false, at, fault });
}
