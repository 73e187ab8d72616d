import { type CalendarDate, isCalendarDate } from '../../values/calendar.js';
import { isList } from '../../values/is-list.js';

/** Why a {@link ReportError} was thrown. */
export type ReportErrorCode =
  /** The day does not exist, or is not written `YYYY-MM-DD`. */
  | 'not-a-date'
  /** The year is not a whole number from 1900 to 9999. */
  | 'not-a-year'
  /** The period ends before it starts. */
  | 'period-backwards'
  /** The events belong to several accounts, and `accountId` is missing. */
  | 'several-accounts'
  /** The events cannot be an account's history. */
  | 'broken-history'
  /** The option cannot have this value. */
  | 'bad-option'
  /** Two states that are to be merged have events of the same account. */
  | 'shared-account'
  /** The state is of another report, or of another version of its form. */
  | 'other-state';

/**
 * Thrown when a report cannot be made: a mistake in the calling program. A reasonable request without a result, such as the statement
 * of an unknown account, returns `undefined` instead.
 */
export class ReportError extends RangeError {
  override readonly name = 'ReportError';
  /** Why it was thrown. */
  readonly code: ReportErrorCode;

  /**
   * @param code - why it is thrown
   * @param message - for the programmer
   */
  constructor(code: ReportErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Throws for what is no list of events. */
export function requireEvents(events: unknown): void {
  if (!isList(events)) throw new ReportError('broken-history', 'a history is a list of events');
}

/** Returns the day, or throws if it is not a valid date. */
export function checkedDate(name: string, value: CalendarDate): CalendarDate {
  if (isCalendarDate(value)) return value;
  throw new ReportError('not-a-date', `${name} is not a date written YYYY-MM-DD: ${String(value)}`);
}

/** Throws for a `knownOn` that is not a valid date. */
export function checkedKnownOn(knownOn: CalendarDate | undefined): void {
  if (knownOn !== undefined) checkedDate('knownOn', knownOn);
}

/** Throws for an invalid date and for a period that ends before it starts. */
export function checkPeriod(from: CalendarDate, to: CalendarDate): void {
  if (checkedDate('from', from) > checkedDate('to', to)) {
    throw new ReportError('period-backwards', `the period ends on ${to}, before it starts on ${from}`);
  }
}

/** Returns the number, or throws if it is below `least`. */
export function checkedNumber(name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new ReportError('bad-option', `${name} is not a number of at least ${least}: ${String(value)}`);
}
