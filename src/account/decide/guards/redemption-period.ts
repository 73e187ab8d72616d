import type { RedemptionPeriod } from '../../../rules/rule-set.js';
import { addMonths, dayBefore, dayNumber, NEVER, yearOf } from '../../../values/calendar.js';
import { type Calendar, resetsOn, stretch, windowOf } from '../../../values/window.js';

/** A visit that uses a period, and how much of a limit it uses. */
export type VisitOfPeriod = { readonly on: string; readonly amount: number };

/** A period of redemption as one account meets it on one day. */
export type PeriodOn = {
  /** Its name, for events and texts. */
  readonly key: string;
  /** Of other visits, those that use the same period; where periods roll, those of the fullest that holds the day. */
  readonly together: (visits: readonly VisitOfPeriod[]) => Together;
};

/** Visits that use one period, and its name: where periods roll, its first and last day. */
export type Together = { readonly window: string; readonly visits: readonly VisitOfPeriod[] };

/** The period that a day lies in, or `undefined` where redemption is not open on it. */
export function periodOn(
  period: RedemptionPeriod,
  on: string,
  calendar: Calendar | undefined,
): PeriodOn | undefined {
  if (period.kind === 'rolling') {
    const next = (day: string): string => addMonths(day, period.months);
    return { key: on, together: (visits) => fullestWith(visits, on, next) };
  }
  const keyOf = (day: string): string | undefined =>
    period.kind === 'calendar' ? windowOf(period.window, day, calendar).key : openingOf(period.openings, day);
  const key = keyOf(on);
  if (key === undefined) return undefined;
  return {
    key,
    together: (visits) => ({ window: key, visits: visits.filter((visit) => keyOf(visit.on) === key) }),
  };
}

/** How much the visits of a period use. */
export function usedBy({ visits }: Pick<Together, 'visits'>): number {
  return visits.reduce((sum, { amount }) => sum + amount, 0);
}

/** Each visit begins a rolling period: the other visits in the fullest of those that hold `on`. */
function fullestWith(visits: readonly VisitOfPeriod[], on: string, next: (day: string) => string): Together {
  const periodFrom = (first: string): Together => ({
    window: stretch(dayNumber(first), dayBefore(dayNumber(next(first)))).key,
    visits: visits.filter((visit) => visit.on >= first && visit.on < next(first)),
  });
  let fullest = periodFrom(on);
  for (const { on: first } of visits) {
    if (on < first || on >= next(first)) continue;
    const period = periodFrom(first);
    if (usedBy(period) > usedBy(fullest)) fullest = period;
  }
  return fullest;
}

/** The opening that a day lies in, from its first day to its last: `2023-06-01..2023-06-10`, or `2023-06` of a whole month. */
function openingOf(openings: readonly { from: string; to: string }[], on: string): string | undefined {
  const day = on.slice(5);
  const opening = openings.find(({ from, to }) => from <= day && day <= to);
  if (opening === undefined) return undefined;
  const [first, last] = [opening.from, opening.to].map((of) => dayNumber(`${yearOf(on)}-${of}`));
  return stretch(first as number, last as number).key;
}

/** The first day after `on` whose period leaves room for so much beside some visits; `undefined` where the calendar has none. */
export function freeAfter(
  period: RedemptionPeriod,
  { room, visits }: { readonly room: number; readonly visits: readonly VisitOfPeriod[] },
  on: string,
  calendar: Calendar | undefined,
): string | undefined {
  return [
    ...new Set([on, ...visits.map((visit) => visit.on)].flatMap((day) => nextOf(period, day, calendar))),
  ]
    .filter((day) => day > on && day !== NEVER)
    .sort()
    .find((day) => {
      const of = periodOn(period, day, calendar);
      return of !== undefined && usedBy(of.together(visits)) <= room;
    });
}

/** The first day from a day on when redemption is open; `undefined` where the calendar has none. */
export function openFrom(period: RedemptionPeriod, day: string): string | undefined {
  if (period.kind !== 'openings' || openingOf(period.openings, day) !== undefined) return day;
  return nextOf(period, day, undefined)
    .sort()
    .find((start) => start > day && start !== NEVER);
}

/** Where a new period begins after one that a visit of `day` used. */
function nextOf(period: RedemptionPeriod, day: string, calendar: Calendar | undefined): string[] {
  if (period.kind === 'rolling') return [addMonths(day, period.months)];
  if (period.kind === 'calendar') return [resetsOn(period.window, day, calendar) ?? NEVER];
  const year = yearOf(day);
  return [year, year + 1].flatMap((of) => period.openings.map(({ from }) => `${of}-${from}`));
}
