import { type ChainEnd, NO_HASH, type Seal, type SealedEvent, seal } from 'points-bank/audit';

const SEAL_MEMBERS: readonly string[] = ['sequence', 'previousHash', 'hash'] satisfies (keyof Seal)[];
/** What a seal covers, and the `kind` that event stores add. */
const MEMBERS: readonly string[] = ['type', 'data', 'metadata', 'kind'];

/**
 * Follows a chain of sealed events and holds only its end: each event is sealed again after the one before it, and has to come out as it
 * is stored. It can tell that a chain is whole; what is wrong with one that is not, `verifyChain` tells.
 */
export class ChainFollower {
  /** The end of the chain so far. */
  end: ChainEnd = { length: 0, head: NO_HASH };
  /** Whether every event so far follows from the one before it. */
  whole = true;
  /** Whether any event so far has a seal, or a part of one. */
  sealed = false;

  /** Takes the next event as it is stored, which may be anything. */
  follow(stored: unknown): void {
    const seal = sealOf(stored);
    this.sealed ||= seal !== undefined;
    if (!this.whole) return;
    const next = sealedAgain(stored, this.end);
    this.whole =
      next !== undefined &&
      seal !== undefined &&
      SEAL_MEMBERS.every((member) => next.metadata[member] === seal[member]);
    if (next !== undefined) this.end = { length: this.end.length + 1, head: next.metadata.hash };
  }
}

type Stored = { readonly [member: string]: unknown };

/** The metadata of a stored event, if it has any member of a seal. */
function sealOf(stored: unknown): Stored | undefined {
  const metadata = isRecord(stored) ? stored.metadata : undefined;
  return isRecord(metadata) && SEAL_MEMBERS.some((member) => member in metadata) ? metadata : undefined;
}

function sealedAgain(stored: unknown, end: ChainEnd): SealedEvent | undefined {
  if (!isRecord(stored) || !Object.keys(stored).every((key) => MEMBERS.includes(key))) return undefined;
  if ('kind' in stored && stored.kind !== 'Event') return undefined;
  const metadata = Object.entries(isRecord(stored.metadata) ? stored.metadata : {}).filter(
    ([member]) => !SEAL_MEMBERS.includes(member),
  );
  try {
    const { type, data } = stored as { type: string; data: Stored };
    const [sealed] = seal([{ type, data, metadata: Object.fromEntries(metadata) }], end);
    return sealed as SealedEvent | undefined;
  } catch {
    // It is no event, or nothing that JSON holds.
    return undefined;
  }
}

function isRecord(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
