import { type ChainEntry, follows } from './chain-entry.js';
import type { Seal } from './sealed-event.js';

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
 * @param before - the hash of the one before it
 * @param head - the hash that the chain has to end with, where that is known
 */
export function faultAt(
  entries: readonly ChainEntry[],
  at: number,
  before: string,
  head: string | undefined,
): Found {
  const next = entries[at + 1];
  // The event that belongs here comes next, or none does: this one is too many.
  const over = next === undefined ? before === head : follows(next, at, before);
  const entry = entries[at] as ChainEntry;
  if (!entry.sound) return { at, fault: over ? 'inserted' : 'altered' };
  const { seal } = entry;
  // After the right one, for another place: nobody seals so who has the chain before them.
  if (seal.previousHash === before) return { at, fault: over ? 'inserted' : 'altered' };
  if (isTwice(entries, at, seal) || (over && !isOwn(entries, seal))) return { at, fault: 'inserted' };
  if (seal.sequence < at) return twoForOnePlace(entries, at, seal, head);
  if (seal.sequence === at) return otherBefore(entries, at, seal);
  if (!entries.some((other, i) => i > at && follows(other, at, before))) return { at, fault: 'dropped' };
  return { at, fault: isOwn(entries, seal) ? 'reordered' : 'inserted' };
}

function isTwice(entries: readonly ChainEntry[], at: number, { hash }: Seal): boolean {
  return entries.some((entry, i) => i !== at && entry.seal?.hash === hash);
}

/** Where the entry that it comes after is there too, an entry is the chain's own. */
function isOwn(entries: readonly ChainEntry[], { previousHash }: Seal): boolean {
  return entries.some(({ seal }) => seal?.hash === previousHash);
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
