import { isMessage } from '../../values/json.js';

/** Thrown for events that cannot be one account's history: streams were mixed up, an event is given twice, or one is damaged. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

/** Throws for what is no event at all; whether its data are right, `parseEvent` tells. */
export function requireEvent(event: unknown): void {
  if (!isMessage(event)) throw new HistoryError('what has no type and no data is not an event');
}
