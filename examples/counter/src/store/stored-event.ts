import type { BankEvent, EventMetadata, StoredEvent } from 'points-bank';
import { parseEvent } from 'points-bank/schema';

// #region from-store
/** An event as Emmett's stores give it back: they add their own metadata to it. */
type FromStore = { readonly type: string; readonly data: unknown; readonly metadata?: unknown };

/** What Emmett's stores write into the metadata that they give back. */
const OF_THE_STORE = new Set(['messageId', 'streamName', 'streamPosition', 'globalPosition', 'checkpoint']);

/** A stored event that the library does not know or that breaks its schema: nothing may be decided on such a history. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

/** A stored event in its current form, with the metadata that went in; upcast and checked against its schema. */
export function fromStore({ type, data, metadata }: FromStore): BankEvent {
  const own = Object.entries((metadata ?? {}) as EventMetadata).filter(([key]) => !OF_THE_STORE.has(key));
  const parsed = parseEvent({
    type,
    data,
    ...(own.length === 0 ? {} : { metadata: Object.fromEntries(own) }),
  });
  if (parsed.ok) return parsed.value;
  const problems = parsed.problems.map(({ path, message }) => `${path} ${message}`);
  throw new UnreadableEvent(`${type}: ${problems.join('; ')}`);
}
// #endregion

/** An event as it went into the store, in the form that it has there: what seals are of. */
export function asStored({ type, data, metadata }: FromStore): StoredEvent {
  return { type, data: data as StoredEvent['data'], metadata: ownMetadata(metadata) };
}

function ownMetadata(metadata: unknown): EventMetadata {
  const own = Object.entries((metadata ?? {}) as EventMetadata).filter(([key]) => !OF_THE_STORE.has(key));
  return Object.fromEntries(own);
}

/** An event with what the host adds to its metadata; as it is where there is nothing to add. */
export function withMetadata(event: BankEvent, metadata: EventMetadata | undefined): BankEvent {
  return metadata === undefined ? event : { ...event, metadata: { ...metadata, ...event.metadata } };
}
