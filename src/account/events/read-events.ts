import type { BankEvent } from './event.js';
import { isEventType, type StoredEvent, UPCASTERS, type Upcasters, upcast } from './upcast.js';

/**
 * What becomes of a stored event whose type nobody knows: `refuse` throws {@link UnknownEventError}, `keep` leaves it out of the fold and
 * gives it back beside the events.
 */
export type UnknownTypes = 'refuse' | 'keep';

/** A stored event that was kept aside, with its place in the stream, from 0. */
export type KeptEvent = { readonly at: number; readonly event: StoredEvent };

/** A stream brought up to date. */
export type EventsRead = {
  /** The events that fold, in their current form and in their order. */
  readonly events: readonly BankEvent[];
  /** The events of unknown types, as they are stored; none where they are refused. */
  readonly kept: readonly KeptEvent[];
};

/**
 * Brings a stored stream to the forms that this library folds, with an explicit policy for types of event that neither the library
 * nor the host's steps know, such as those of a later version of the library or of another program that writes to the stream. A
 * version that is not known, of a type that is, is always refused: without it the account would be wrong.
 *
 * @param options - `unknown`: what becomes of unknown types, `refuse` where left out; `upcasters`: the library's own steps where left
 *   out, with which a host may also drop types of its own for good
 * @throws {@link UnknownEventError} for an unknown version, and for an unknown type unless it is to be kept
 *
 * @example
 * ```ts
 * import { fold, readEvents } from 'points-bank'
 *
 * const { events, kept } = readEvents([{ type: 'LetterSent', data: { to: 'v1' } }], { unknown: 'keep' })
 * console.log(fold(events).status, kept[0].at, kept[0].event.type) // → unopened 0 LetterSent
 * ```
 */
export function readEvents(
  stored: Iterable<StoredEvent>,
  {
    unknown = 'refuse',
    upcasters = UPCASTERS,
  }: { readonly unknown?: UnknownTypes; readonly upcasters?: Upcasters } = {},
): EventsRead {
  const events: BankEvent[] = [];
  const kept: KeptEvent[] = [];
  let at = 0;
  for (const event of stored) {
    const known = isEventType(event.type) || Object.hasOwn(upcasters, event.type);
    if (known || unknown === 'refuse') events.push(...upcast(event, upcasters));
    else kept.push(Object.freeze({ at, event }));
    at += 1;
  }
  return Object.freeze({ events: Object.freeze(events), kept: Object.freeze(kept) });
}
