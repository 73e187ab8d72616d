import { isRecord } from '../../values/json.js';
import { type Covered, hashOf } from './hash-of.js';
import { plainJson } from './plain-json.js';
import { type Seal, sealOf } from './sealed-event.js';

/** An event that bears the seal of what it says. */
export type SoundEntry = { readonly sound: true; readonly seal: Seal };
/** What verifying keeps of an event: the seal it bears, and whether that is the seal of what it says. */
export type ChainEntry = SoundEntry | { readonly sound: false; readonly seal?: Seal };

const UNSEALED: ChainEntry = { sound: false };
const MEMBERS: readonly string[] = ['type', 'data', 'metadata', 'kind'];

/** Reads a stored event, which after tampering may be anything. Never throws. */
export function chainEntry(stored: unknown): ChainEntry {
  try {
    if (!isRecord(stored) || !onlyMembers(stored)) return UNSEALED;
    const { type, data, metadata } = stored;
    const covered = plainJson({ type, data, metadata }) as Covered;
    const seal = sealOf(covered.metadata);
    return seal === undefined ? UNSEALED : { seal, sound: seal.hash === hashOf(covered) };
  } catch {
    return UNSEALED;
  }
}

/** No member but those that a seal covers, and the mark that Emmett puts beside an event. */
function onlyMembers(stored: Record<string, unknown>): boolean {
  if (Object.hasOwn(stored, 'kind') && stored.kind !== 'Event') return false;
  return Object.keys(stored).every((key) => MEMBERS.includes(key));
}

/** Whether an entry is whole and stands where its seal says: at that place, after that hash. */
export function follows(entry: ChainEntry, place: number, previousHash: string): entry is SoundEntry {
  return entry.sound && entry.seal.sequence === place && entry.seal.previousHash === previousHash;
}
