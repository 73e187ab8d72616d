import { type BankEvent, EVENT_VERSIONS, type EventType } from '../account/events/event.js';
import { isEventType } from '../account/events/upcast.js';
import { copyOf } from './copy-of.js';
import { eventData } from './event.js';
import { flatTaker, NOT_TAKEN, type Taker } from './sealer.js';
import { takerOf } from './taker.js';

/** More members than this beside an event are unusual. */
const MOST_METADATA = 100;

const takers = new Map<EventType, Taker>();

/**
 * An event in its current form, copied and frozen in one pass, with what its host added to `metadata`; {@link NOT_TAKEN} for
 * whatever is not well formed, of an earlier form, or unusual. Getters and proxies of the input may throw.
 */
export function takeEvent(input: unknown): BankEvent | typeof NOT_TAKEN {
  // What every object inherits would be taken for the event's own.
  for (const _ in Object.prototype) return NOT_TAKEN;
  // The mark that some stores put on an event means nothing here.
  const event = copyOf(input, 'kind');
  if (event === undefined) return NOT_TAKEN;
  for (const key in event) {
    if (key !== 'type' && key !== 'data' && key !== 'metadata') return NOT_TAKEN;
  }
  const { type, data, metadata } = event;
  if (typeof type !== 'string' || !isEventType(type)) return NOT_TAKEN;
  event.data = takerFor(type)(data);
  if (event.data === NOT_TAKEN) return NOT_TAKEN;
  if (EVENT_VERSIONS[type] !== 1 || 'metadata' in event) {
    const taken = takeMetadata(metadata);
    if (taken === NOT_TAKEN || versionOf(taken) !== EVENT_VERSIONS[type]) return NOT_TAKEN;
    event.metadata = taken;
  }
  return Object.freeze(event) as BankEvent;
}

function takerFor(type: EventType): Taker {
  let taker = takers.get(type);
  if (taker === undefined) {
    taker = takerOf(eventData[type]);
    takers.set(type, taker);
  }
  return taker;
}

/** Takes metadata of simple values. */
const takeMetadata = /* @__PURE__ */ flatTaker((made) => {
  let left = MOST_METADATA;
  for (const key in made) {
    left -= 1;
    if (left < 0 || !isSimple(made[key])) return NOT_TAKEN;
  }
  return Object.freeze(made);
});

/** The version that metadata name, which is 1 where they name none. */
function versionOf(metadata: unknown): unknown {
  const { schemaVersion = 1 } = metadata as { readonly schemaVersion?: unknown };
  return schemaVersion;
}

function isSimple(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}
