import { type CalendarDate, isCalendarDate } from '../../values/calendar.js';

/** What a {@link ReportError} is about. */
export type ReportErrorCode =
  /** A day that does not exist, or is not written `YYYY-MM-DD`. */
  | 'not-a-date'
  /** A year that is not a whole number from 1900 to 9999. */
  | 'not-a-year'
  /** A period that ends before it starts. */
  | 'period-backwards'
  /** Events of several accounts, and none of them named. */
  | 'several-accounts'
  /** Events that cannot be an account's history. */
  | 'broken-history'
  /** An option that has no such value. */
  | 'bad-option';

/**
 * Thrown where a report is asked for that cannot be made: an error of the program that asks. What people may well ask for, such as
 * the statement of an account that is not there, is answered with a value.
 */
export class ReportError extends RangeError {
  override readonly name = 'ReportError';
  /** What it is about. */
  readonly code: ReportErrorCode;

  /**
   * @param code - what it is about
   * @param message - for whoever wrote the program
   */
  constructor(code: ReportErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The day, where it is one. */
export function checkedDate(name: string, value: CalendarDate): CalendarDate {
  if (isCalendarDate(value)) return value;
  throw new ReportError('not-a-date', `${name} is not a day written YYYY-MM-DD: ${String(value)}`);
}

/** Refuses days that are none and a period that ends before it starts. */
export function checkPeriod(from: CalendarDate, to: CalendarDate): void {
  if (checkedDate('from', from) > checkedDate('to', to)) {
    throw new ReportError('period-backwards', `the period ends on ${to}, before it starts on ${from}`);
  }
}

/** The number, where it is at least so much. */
export function checkedNumber(name: string, value: number, least: number): number {
  if (Number.isFinite(value) && value >= least) return value;
  throw new ReportError('bad-option', `${name} is not a number from ${least}: ${String(value)}`);
}
