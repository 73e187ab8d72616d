import { isList } from '../../values/is-list.js';
import { isMessage, isRecord } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { type BankEvent, EVENT_VERSIONS, type EventType } from './event.js';

/** An event as a store gives it back: of any type and version. */
export type StoredEvent = {
  readonly type: string;
  readonly data: { readonly [key: string]: unknown };
  readonly metadata?: { readonly [key: string]: unknown };
};

/** Brings an event's form to the next version. Returns one event, several, or none; their version is set by {@link upcast}. */
export type Upcaster = (event: StoredEvent) => readonly StoredEvent[];

/** Upcasters by event type and by the version that they start from. */
export type Upcasters = { readonly [type: string]: { readonly [fromVersion: number]: Upcaster } };

/** Thrown for an event of an unknown type or version, and for what is no event. */
export class UnknownEventError extends Error {
  override readonly name = 'UnknownEventError';

  /** The event's type, as stored. */
  readonly type: string;
  /** The event's version, as stored. */
  readonly version: number;

  constructor(type: string, version: number, why: string) {
    super(`event '${type}' version ${version}: ${why}`);
    this.type = type;
    this.version = version;
  }
}

/**
 * The library's own upcasters.
 *
 * Version 1 of `PointsRedeemed` held one reward to an event (`reward`, with its consent); version 2 holds the lines of a visit.
 */
export const UPCASTERS: Upcasters = {
  PointsRedeemed: {
    1: (event) => {
      const { reward, ...data } = event.data;
      return [{ ...event, data: { ...data, lines: [reward] } }];
    },
  },
};

/** The version of a stored event's form; 1 if it says nothing. */
export function versionOf(event: StoredEvent): number {
  const version = event.metadata?.schemaVersion;
  if (version === undefined) return 1;
  return typeof version === 'number' ? version : Number.NaN;
}

/**
 * Brings a stored event to the form that this library folds, one version at a time. A current event is returned as it is, so that
 * upcasting twice changes nothing.
 *
 * @param upcasters - the library's own by default; a host with event types of its own adds to them
 * @param current - the version wanted of each type
 * @returns the events that it became, usually one
 * @throws {@link UnknownEventError} for an unknown type or version, a newer one above all, and for what is no event
 *
 * @example
 * ```ts
 * import { upcast } from 'points-bank'
 *
 * const stored = { type: 'PointsRedeemed', data: { reward: { rewardId: 'haircut' } }, metadata: { schemaVersion: 1 } }
 * console.log(upcast(stored)[0].metadata?.schemaVersion) // → 2
 * ```
 */
export function upcast(
  event: StoredEvent,
  upcasters: Upcasters = UPCASTERS,
  current: Readonly<Record<string, number>> = EVENT_VERSIONS,
): BankEvent[] {
  return undisturbed(() => upcastOf(event, upcasters, current));
}

function upcastOf(
  event: StoredEvent,
  upcasters: Upcasters,
  current: Readonly<Record<string, number>>,
): BankEvent[] {
  if (!isMessage(event)) throw new UnknownEventError(typeGiven(event), Number.NaN, 'it is not an event');
  const version = versionOf(event);
  const wanted = Object.hasOwn(current, event.type) ? current[event.type] : undefined;
  if (wanted === version) return [event as BankEvent];
  if (!Number.isSafeInteger(version) || version < 1)
    throw new UnknownEventError(event.type, version, 'it has no such version');
  if (wanted !== undefined && version > wanted) {
    throw new UnknownEventError(event.type, version, `it is newer than version ${wanted}, the newest known`);
  }
  const step = Object.hasOwn(upcasters, event.type) ? upcasters[event.type]?.[version] : undefined;
  if (step === undefined) {
    throw new UnknownEventError(
      event.type,
      version,
      wanted === undefined ? 'its type is not known' : 'no step leads from it',
    );
  }
  const stepped = step(event);
  if (!isList(stepped))
    throw new UnknownEventError(event.type, version, 'the events that its step gives have to be a list');
  // A copy has no holes, over which a list steps.
  return [...stepped].flatMap((next: unknown) => {
    if (!isMessage(next))
      throw new UnknownEventError(event.type, version, 'its step gives something that is not an event');
    return upcast(bumped(next as StoredEvent, event, version), upcasters, current);
  });
}

/** What is given as an event's type, as far as it is one. */
function typeGiven(event: unknown): string {
  return isRecord(event) && typeof event.type === 'string' ? event.type : '';
}

/** The result of a step at the next version. An event of another type keeps the version that the step gave it. */
function bumped(next: StoredEvent, event: StoredEvent, version: number): StoredEvent {
  if (next.type !== event.type) return next;
  const metadata = isRecord(next.metadata) ? next.metadata : {};
  return { ...next, metadata: { ...metadata, schemaVersion: version + 1 } };
}

/** Whether a name is one of the library's event types. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_VERSIONS, type);
}
