import type { RedemptionPeriod } from '../../rules/rule-set.js';
import { addMonths, yearOf } from '../../values/calendar.js';
import { resetsOn, windowOf } from '../../values/window.js';

/** A period of redemption as one account meets it on one day. */
export type PeriodOn = {
  /** Its name, for events and texts. */
  readonly key: string;
  /** Of the days of other visits, those that use the same period; the fullest, where periods roll. */
  readonly together: (days: readonly string[]) => readonly string[];
  /** The first day on which a visit of `day` no longer stands in the way, where the calendar says. */
  readonly again: (day: string) => string | undefined;
};

/** The period that a day lies in, or `undefined` where redemption is not open on it. */
export function periodOn(period: RedemptionPeriod, on: string): PeriodOn | undefined {
  if (period.kind === 'calendar') {
    const { key } = windowOf(period.window, on);
    return {
      key,
      together: (days) => days.filter((day) => windowOf(period.window, day).key === key),
      again: (day) => resetsOn(period.window, day),
    };
  }
  if (period.kind === 'rolling') {
    const next = (day: string): string => addMonths(day, period.months);
    return { key: on, together: (days) => fullestWith(days, on, next), again: next };
  }
  const key = openingOf(period.openings, on);
  if (key === undefined) return undefined;
  return {
    key,
    together: (days) => days.filter((day) => openingOf(period.openings, day) === key),
    again: () => undefined,
  };
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
  return opening === undefined ? undefined : `${String(yearOf(on)).padStart(4, '0')}-${opening.from}`;
}
