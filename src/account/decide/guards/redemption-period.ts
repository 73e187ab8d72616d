import type { RedemptionPeriod } from '../../../rules/rule-set.js';
import { addMonths, NEVER, yearOf } from '../../../values/calendar.js';
import { type Calendar, resetsOn, windowOf } from '../../../values/window.js';

/** A period of redemption as one account meets it on one day. */
export type PeriodOn = {
  /** Its name, for events and texts. */
  readonly key: string;
  /** Of the days of other visits, those that use the same period; the fullest, where periods roll. */
  readonly together: (days: readonly string[]) => readonly string[];
};

/** The period that a day lies in, or `undefined` where redemption is not open on it. */
export function periodOn(
  period: RedemptionPeriod,
  on: string,
  calendar: Calendar | undefined,
): PeriodOn | undefined {
  if (period.kind === 'calendar') {
    const { key } = windowOf(period.window, on, calendar);
    return {
      key,
      together: (days) => days.filter((day) => windowOf(period.window, day, calendar).key === key),
    };
  }
  if (period.kind === 'rolling') {
    const next = (day: string): string => addMonths(day, period.months);
    return { key: on, together: (days) => fullestWith(days, on, next) };
  }
  const key = openingOf(period.openings, on);
  if (key === undefined) return undefined;
  return { key, together: (days) => days.filter((day) => openingOf(period.openings, day) === key) };
}

/** Each visit begins a rolling period: the other visits in the fullest of those that hold `on`. */
function fullestWith(days: readonly string[], on: string, next: (day: string) => string): readonly string[] {
  let fullest: readonly string[] = [];
  for (const first of [...days, on]) {
    const end = next(first);
    if (on < first || on >= end) continue;
    const within = days.filter((day) => day >= first && day < end);
    if (within.length > fullest.length) fullest = within;
  }
  return fullest;
}

/** The opening that a day lies in, as `2023-06-01`: its first day. */
function openingOf(openings: readonly { from: string; to: string }[], on: string): string | undefined {
  const day = on.slice(5);
  const opening = openings.find(({ from, to }) => from <= day && day <= to);
  return opening === undefined ? undefined : `${yearOf(on)}-${opening.from}`;
}

/** The first day after `on` that a further visit may bear, beside those of `days`; `undefined` where the calendar has none. */
export function freeAfter(
  period: RedemptionPeriod,
  visits: number,
  days: readonly string[],
  on: string,
  calendar: Calendar | undefined,
): string | undefined {
  return [...new Set([on, ...days].flatMap((day) => nextOf(period, day, calendar)))]
    .filter((day) => day > on && day !== NEVER)
    .sort()
    .find((day) => (periodOn(period, day, calendar)?.together(days).length ?? visits) < visits);
}

/** Where a new period begins after one that a visit of `day` used. */
function nextOf(period: RedemptionPeriod, day: string, calendar: Calendar | undefined): string[] {
  if (period.kind === 'rolling') return [addMonths(day, period.months)];
  if (period.kind === 'calendar') return [resetsOn(period.window, day, calendar) ?? NEVER];
  const year = yearOf(day);
  return [year, year + 1].flatMap((of) => period.openings.map(({ from }) => `${of}-${from}`));
}
