import type { RedemptionPeriod } from '../../rules/rule-set.js';
import { addMonths, yearOf } from '../../values/calendar.js';
import { resetsOn, windowOf } from '../../values/window.js';

/** A period of redemption as one account meets it on one day. */
export type PeriodOn = {
  /** Its name, for events and texts. */
  readonly key: string;
  /** Whether a visit of another day uses the same period. */
  readonly shares: (other: string) => boolean;
  /** The first day on which a visit of `day` no longer stands in the way, where the calendar says. */
  readonly again: (day: string) => string | undefined;
};

/** The period that a day lies in, or `undefined` where redemption is not open on it. */
export function periodOn(period: RedemptionPeriod, on: string): PeriodOn | undefined {
  if (period.kind === 'calendar') {
    const { key } = windowOf(period.window, on);
    return {
      key,
      shares: (other) => windowOf(period.window, other).key === key,
      again: (day) => resetsOn(period.window, day),
    };
  }
  if (period.kind === 'rolling') {
    const next = (day: string): string => addMonths(day, period.months);
    return { key: on, shares: (other) => (other <= on ? on < next(other) : other < next(on)), again: next };
  }
  const key = openingOf(period.openings, on);
  if (key === undefined) return undefined;
  return { key, shares: (other) => openingOf(period.openings, other) === key, again: () => undefined };
}

/** The opening that a day lies in, as `2023-06-01`: its first day. */
function openingOf(openings: readonly { from: string; to: string }[], on: string): string | undefined {
  const day = on.slice(5);
  const opening = openings.find(({ from, to }) => from <= day && day <= to);
  return opening === undefined ? undefined : `${String(yearOf(on)).padStart(4, '0')}-${opening.from}`;
}
