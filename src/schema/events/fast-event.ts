import { type BankEvent, EVENT_VERSIONS, type EventType } from '../../account/events/event.js';
import { isEventType } from '../../account/events/upcast.js';
import { eventData } from './event.js';
import { readerOf } from './fast-reader.js';
import { isPlain, mapReader, type Reader, UNREAD } from './readers.js';

/** The readers of what events say, made when the first event of a type is read. */
const readers = new Map<EventType, Reader>();

/** Metadata of simple values, whatever their names. */
const readMetadata: Reader = mapReader(
  (name) => name,
  (value) => (isSimple(value) ? value : UNREAD),
  0,
);

/**
 * Reads an event in its current form, with what its host added to `metadata`, into a frozen copy; gives {@link UNREAD} for an event that
 * is malformed, of an earlier form, or unusual. Getters and proxies of the input may throw.
 */
export function readEvent(input: unknown): BankEvent | typeof UNREAD {
  // What every object inherits would be taken for the event's own.
  for (const _ in Object.prototype) return UNREAD;
  if (!isPlain(input)) return UNREAD;
  const event: Record<string, unknown> = {};
  for (const name in input) {
    // The mark that some stores put on an event means nothing here.
    if (name === 'kind') continue;
    if (name !== 'type' && name !== 'data' && name !== 'metadata') return UNREAD;
    event[name] = input[name];
  }
  const { type } = event;
  if (typeof type !== 'string' || !isEventType(type)) return UNREAD;
  event.data = readerFor(type)(event.data);
  if (event.data === UNREAD) return UNREAD;
  if ('metadata' in event) event.metadata = readMetadata(event.metadata);
  if (event.metadata === UNREAD || versionOf(event) !== EVENT_VERSIONS[type]) return UNREAD;
  return Object.freeze(event) as BankEvent;
}

function readerFor(type: EventType): Reader {
  const reader = readers.get(type) ?? readerOf(eventData[type]);
  readers.set(type, reader);
  return reader;
}

/** The version that metadata name, which is 1 where they name none. */
function versionOf({ metadata = {} }: { readonly metadata?: unknown }): unknown {
  const { schemaVersion = 1 } = metadata as { readonly schemaVersion?: unknown };
  return schemaVersion;
}

function isSimple(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}
