import {
  type Calendar,
  type CalendarWindow,
  daysAtMost,
  isAsLong,
  isRolling,
  type LimitSpan,
  WINDOWS_A_YEAR,
  type WindowSpan,
} from '../../values/window.js';

/** The window that a sentence counts over, as long as it is: the one before is as long as that of the day. */
export function lengthOf(per: WindowSpan): LimitSpan {
  return typeof per !== 'string' && 'before' in per ? per.before : per;
}

/**
 * How many windows of one span lie in, or reach into, one of another, at most. Of windows that are counted back: how many of them cover
 * it.
 */
export function windowsIn(span: LimitSpan, per: LimitSpan, calendar: Calendar | undefined): number {
  return windowsInPlain(asYear(span, calendar), asYear(per, calendar), calendar);
}

/** So much in each of so many windows; nothing in windows without end is nothing. */
export function times(amount: number, windows: number): number {
  return amount === 0 ? 0 : amount * windows;
}

function windowsInPlain(span: LimitSpan, per: LimitSpan, calendar: Calendar | undefined): number {
  const areApart = startsWithinAMonth(calendar) && isOfOwnYear(span) !== isOfOwnYear(per);
  // A half-year from the last of August begins on the last of February: it has a day more than six months counted back.
  const isUneven = isRolling(span) && isOfOwnYear(per) && startsLateInAMonth(calendar);
  if ((!areApart || isRolling(span)) && !isUneven) {
    if (isAsLong(span, per)) return 1;
    if (isOfMonths(span) && isOfMonths(per) && isAsLong(per, span))
      return WINDOWS_A_YEAR[span] / WINDOWS_A_YEAR[per];
  }
  const days = daysAtMost(per);
  if (span === 'life') return 1;
  if (isRolling(span)) return Math.ceil(days / (span.of === 'days' ? span.last : span.last * SHORTEST.month));
  return Math.ceil((days - 1) / SHORTEST[span]) + 1;
}

/** The fewest days of a window. */
const SHORTEST = {
  'account-year': 365,
  year: 365,
  'calendar-year': 365,
  'half-year': 181,
  quarter: 90,
  month: 28,
  week: 7,
  day: 1,
} as const;

/** How many calendar months a window touches, at most. */
export function monthsIn(per: LimitSpan, calendar: Calendar | undefined): number {
  if (per === 'account-year') return WINDOWS_A_YEAR.month + 1;
  return isRolling(per) && per.of === 'months' ? per.last + 1 : windowsIn('month', per, calendar);
}

function isOfMonths(span: LimitSpan): span is Exclude<CalendarWindow, 'week' | 'day'> {
  return span === 'month' || span === 'calendar-year' || isOfOwnYear(span);
}

/** The calendar year is the scheme's own where that starts with it. */
function asYear(span: LimitSpan, calendar: Calendar | undefined): LimitSpan {
  return span === 'calendar-year' && (calendar?.yearStarts ?? '01-01') === '01-01' ? 'year' : span;
}

/** Whether the scheme's year starts in the midst of a month, so that a month may lie in two years. */
function startsWithinAMonth(calendar: Calendar | undefined): boolean {
  return calendar?.yearStarts?.endsWith('-01') === false;
}

/** Whether the scheme's year starts on a day that not every month has. */
function startsLateInAMonth(calendar: Calendar | undefined): boolean {
  return Number(calendar?.yearStarts?.slice(3) ?? 1) > SHORTEST.month;
}

function isOfOwnYear(span: LimitSpan): span is 'year' | 'half-year' | 'quarter' {
  return span === 'year' || span === 'half-year' || span === 'quarter';
}
