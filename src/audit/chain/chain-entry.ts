import { isRecord } from '../../values/json.js';
import { plainJson } from './plain-json.js';
import { hashOf, type Seal, type SealedContent, sealOf } from './sealed-event.js';

/** An event whose seal matches its content. */
export type IntactEntry = { readonly intact: true; readonly seal: Seal };
/** A stored event as verification sees it: its seal, and whether the seal matches its content. */
export type ChainEntry = IntactEntry | { readonly intact: false; readonly seal?: Seal };

const UNSEALED: ChainEntry = { intact: false };
const MEMBERS: readonly string[] = ['type', 'data', 'metadata', 'kind'];

/** Reads a stored event. After tampering it can be anything, so this never throws. */
export function chainEntry(stored: unknown): ChainEntry {
  try {
    if (!isRecord(stored) || !onlyMembers(stored)) return UNSEALED;
    const { type, data, metadata } = stored;
    const covered = plainJson({ type, data, metadata }) as SealedContent;
    const seal = sealOf(covered.metadata);
    return seal === undefined ? UNSEALED : { seal, intact: seal.hash === hashOf(covered) };
  } catch {
    return UNSEALED;
  }
}

/** Whether an event has only members that a seal covers, and the `kind` that Emmett adds. */
function onlyMembers(stored: Record<string, unknown>): boolean {
  if (Object.hasOwn(stored, 'kind') && stored.kind !== 'Event') return false;
  return Object.keys(stored).every((key) => MEMBERS.includes(key));
}

/** Whether an entry is intact, at the place and after the hash that its seal states. */
export function follows(entry: ChainEntry, place: number, previousHash: string): entry is IntactEntry {
  return entry.intact && entry.seal.sequence === place && entry.seal.previousHash === previousHash;
}
