import { type ChainEntry, follows } from './chain-entry.js';
import { NO_HASH, type Seal } from './sealed.js';

/**
 * What was done to a chain at its first wrong place. `altered`: the event is not what was sealed; `dropped`: an event is missing;
 * `inserted`: an event was put in; `reordered`: events changed places; `truncated`: the end is missing.
 */
export type ChainFault = 'altered' | 'dropped' | 'inserted' | 'reordered' | 'truncated';

/** A fault and its place, an index into the events. */
export type Found = { readonly at: number; readonly fault: ChainFault };

/**
 * What happened at the first entry that does not follow the one before it.
 *
 * @param head - the hash that the chain has to end with, where that is known
 */
export function faultAt(entries: readonly ChainEntry[], at: number, head: string | undefined): Found {
  const before = entries[at - 1]?.seal?.hash ?? NO_HASH;
  const { seal, sound } = entries[at] as ChainEntry;
  if (sound && seal !== undefined) return misplaced(entries, at, seal, head);
  // The event that belongs here comes next, or none does: this one is too many.
  const next = entries[at + 1];
  const over = next === undefined ? before === head : follows(next, at, before);
  return { at, fault: over ? 'inserted' : 'altered' };
}

/** A whole entry that stands in the wrong place. */
function misplaced(entries: readonly ChainEntry[], at: number, seal: Seal, head: string | undefined): Found {
  if (entries.some((entry, i) => i !== at && entry.seal?.hash === seal.hash))
    return { at, fault: 'inserted' };
  if (seal.sequence < at) return twoForOnePlace(entries, at, seal, head);
  if (seal.sequence === at) return otherBefore(entries, at, seal);
  const before = entries[at - 1]?.seal?.hash ?? NO_HASH;
  if (!entries.some((entry, i) => i > at && follows(entry, at, before))) return { at, fault: 'dropped' };
  // Where the entry that it comes after is there too, it is the chain's own.
  const own = entries.some((entry) => entry.seal?.hash === seal.previousHash);
  return { at, fault: own ? 'reordered' : 'inserted' };
}

/** Two entries were sealed for one place: the one that the chain goes on from belongs there. */
function twoForOnePlace(
  entries: readonly ChainEntry[],
  at: number,
  { sequence, hash }: Seal,
  head: string | undefined,
): Found {
  const goesOn = hash === head || entries.some(({ seal }) => seal?.previousHash === hash);
  return { at: goesOn ? sequence : at, fault: 'inserted' };
}

/** The right place after another hash: the entry before was sealed anew, or else this one was. */
function otherBefore(entries: readonly ChainEntry[], at: number, { hash }: Seal): Found {
  const next = entries[at + 1]?.seal;
  const anew = at === 0 || (next !== undefined && next.previousHash !== hash);
  return { at: anew ? at : at - 1, fault: 'altered' };
}
