import { isList } from '../../values/is-list.js';
import { isMessage } from '../../values/json.js';

/** Thrown for events that cannot be one account's history: streams were mixed up, an event is given twice, or one is damaged. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

/** Throws for what is no list of events. */
export function requireEvents(events: unknown): void {
  if (!isList(events)) throw new HistoryError('a history is a list of events');
}

/** Throws for what is no list of histories; whether each of them is one, {@link requireEvents} tells. */
export function requireHistories(histories: unknown): void {
  if (!isList(histories)) throw new HistoryError('the histories have to be a list');
}

/** Throws for what is no event at all; whether its data are right, `parseEvent` tells. */
export function requireEvent(event: unknown): void {
  if (!isMessage(event)) throw new HistoryError('an event has a type and data');
}
