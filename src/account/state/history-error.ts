/** Thrown for events that cannot be one account's history: streams were mixed up, an event is given twice, or one is damaged. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}
