import {
  type Calendar,
  daysAtMost,
  isAsLong,
  isOfMonths,
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
  if (span === 'life' || isAsLong(span, per, calendar)) return 1;
  if (isOfMonths(span) && isOfMonths(per) && isAsLong(per, span, calendar))
    return WINDOWS_A_YEAR[span] / WINDOWS_A_YEAR[per];
  const days = daysAtMost(per);
  if (isRolling(span)) return Math.ceil(days / (span.of === 'days' ? span.last : span.last * SHORTEST.month));
  return Math.ceil((days - 1) / SHORTEST[span]) + 1;
}

/** So much in each of so many windows; nothing without end is nothing, and so is no end of anything in no window. */
export function times(amount: number, windows: number): number {
  return amount === 0 || windows === 0 ? 0 : amount * windows;
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
