import { isList } from '../../values/is-list.js';
import { isMessage } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import type { BankEvent } from './event.js';
import {
  isEventType,
  type StoredEvent,
  UnknownEventError,
  UPCASTERS,
  type Upcasters,
  upcast,
} from './upcast.js';

/**
 * What to do with a stored event of an unknown type: `refuse` throws {@link UnknownEventError}, `keep` returns it beside the events that fold.
 */
export type UnknownTypes = 'refuse' | 'keep';

/** A stored event that was kept aside, with its position in the stream, from 0. */
export type KeptEvent = { readonly at: number; readonly event: StoredEvent };

/** A stream brought up to date. */
export type EventsRead = {
  /** The events that fold, in their current form and in their order. */
  readonly events: readonly BankEvent[];
  /** The events of unknown types, as they are stored. */
  readonly kept: readonly KeptEvent[];
};

/**
 * Brings a stored stream to the forms that this library folds, with an explicit policy for event types that neither the library nor
 * the host's upcasters know, such as those of another program that writes to the stream. An unknown version of a known type is always
 * refused, since the account would be wrong without it.
 *
 * @param options - `unknown`: what to do with unknown types (`refuse` by default); `upcasters`: the library's own by default
 * @throws {@link UnknownEventError} for an unknown version, for an unknown type unless it is kept, and for what is no list of events
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
  options: { readonly unknown?: UnknownTypes; readonly upcasters?: Upcasters } = {},
): EventsRead {
  return undisturbed(() => readAll(stored, options));
}

function readAll(
  stored: Iterable<StoredEvent>,
  options: { readonly unknown?: UnknownTypes; readonly upcasters?: Upcasters },
): EventsRead {
  const { unknown = 'refuse', upcasters = UPCASTERS }: typeof options = Object(options);
  if (!isList(stored)) throw new UnknownEventError('', Number.NaN, 'the events have to be a list');
  const events: BankEvent[] = [];
  const kept: KeptEvent[] = [];
  let at = 0;
  for (const event of stored) {
    // What is no event is refused by `upcast`.
    const isOfNoType = isMessage(event) && !isEventType(event.type) && !Object.hasOwn(upcasters, event.type);
    if (isOfNoType && unknown === 'keep') kept.push(Object.freeze({ at, event }));
    else for (const read of upcast(event, upcasters)) events.push(read);
    at += 1;
  }
  return Object.freeze({ events: Object.freeze(events), kept: Object.freeze(kept) });
}
