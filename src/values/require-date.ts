import { type CalendarDate, isCalendarDate } from './calendar.js';

/** Thrown where something else is given than a day that exists, written `YYYY-MM-DD`. */
export class NotADateError extends RangeError {
  override readonly name = 'NotADateError';

  constructor(given: unknown) {
    super(`not a date written YYYY-MM-DD: ${String(given)}`);
  }
}

/** Throws for what is no day. */
export function requireDate(given: unknown): asserts given is CalendarDate {
  if (!isCalendarDate(given)) throw new NotADateError(given);
}
