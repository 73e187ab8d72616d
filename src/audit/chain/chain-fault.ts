import { type ChainEntry, follows } from './chain-entry.js';
import type { Seal } from './sealed-event.js';

/**
 * The first fault of a chain. `altered`: the event differs from the sealed one; `dropped`: an event is missing; `inserted`: an event
 * was added; `reordered`: events changed places; `truncated`: the end is missing.
 */
export type ChainFault = 'altered' | 'dropped' | 'inserted' | 'reordered' | 'truncated';

/** A fault and its place, an index into the events. */
export type LocatedFault = { readonly at: number; readonly fault: ChainFault };

/**
 * Names the fault at the first entry that does not follow its predecessor.
 *
 * @param before - the hash of the predecessor
 * @param head - the hash with which the chain must end, if known
 */
export function faultAt(
  entries: readonly ChainEntry[],
  at: number,
  before: string,
  head: string | undefined,
): LocatedFault {
  const next = entries[at + 1];
  // If the entry that belongs here comes next, or the chain ends before, this entry is surplus.
  const surplus = next === undefined ? before === head : follows(next, at, before);
  const entry = entries[at] as ChainEntry;
  if (!entry.intact) return { at, fault: surplus ? 'inserted' : 'altered' };
  const { seal } = entry;
  // Right predecessor, wrong place: no honest sealer produces this.
  if (seal.previousHash === before) return { at, fault: surplus ? 'inserted' : 'altered' };
  if (isTwice(entries, at, seal) || (surplus && !isOwn(entries, seal))) return { at, fault: 'inserted' };
  if (seal.sequence < at) return twoForOnePlace(entries, at, seal, head);
  if (seal.sequence === at) return otherBefore(entries, at, seal);
  if (!entries.some((other, i) => i > at && follows(other, at, before))) return { at, fault: 'dropped' };
  return { at, fault: isOwn(entries, seal) ? 'reordered' : 'inserted' };
}

function isTwice(entries: readonly ChainEntry[], at: number, { hash }: Seal): boolean {
  return entries.some((entry, i) => i !== at && entry.seal?.hash === hash);
}

/** Whether an entry belongs to this chain: its predecessor is in it. */
function isOwn(entries: readonly ChainEntry[], { previousHash }: Seal): boolean {
  return entries.some(({ seal }) => seal?.hash === previousHash);
}

/** Decides between two entries sealed for one place: the one on which the chain continues belongs there. */
function twoForOnePlace(
  entries: readonly ChainEntry[],
  at: number,
  { sequence, hash }: Seal,
  head: string | undefined,
): LocatedFault {
  const continued = hash === head || entries.some(({ seal }) => seal?.previousHash === hash);
  return { at: continued ? sequence : at, fault: 'inserted' };
}

/** Right place, wrong predecessor: either the predecessor or this entry was sealed again. */
function otherBefore(entries: readonly ChainEntry[], at: number, { hash }: Seal): LocatedFault {
  const next = entries[at + 1]?.seal;
  const resealed = at === 0 || (next !== undefined && next.previousHash !== hash);
  return { at: resealed ? at : at - 1, fault: 'altered' };
}
