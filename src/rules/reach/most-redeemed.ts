import { type Calendar, isRolling, type LimitSpan } from '../../values/window.js';
import type { RedemptionLimit, RedemptionPeriod, RedemptionRule, RedemptionSpan } from '../rule-set.js';
import type { RedemptionMeasure } from '../sentence.js';
import { type Comparing, UNCOUNTED } from './comparing.js';
import { times, windowsIn } from './windows-in.js';

/** What the rules say of how often and how much an account redeems. */
export type Redeeming = Pick<RedemptionRule, 'period' | 'limits' | 'requires'>;

/** What is counted of redemptions, and over which window. */
type Counting = Pick<RedemptionLimit, 'counts' | 'rewards' | 'per'>;

/** What there is of each measure at least as much of: a visit has a line, and a line has a reward. */
const AT_LEAST: { readonly [M in RedemptionMeasure]: readonly RedemptionMeasure[] } = {
  visits: ['visits', 'lines', 'rewards'],
  lines: ['lines', 'rewards'],
  rewards: ['rewards'],
  redeemed: ['redeemed'],
};

/**
 * The most visits, rewards, lines or points that redemptions can come to in one of a sentence's windows, by the limits; `Infinity` if these
 * tell no end.
 *
 * @param except - the limit that the sentence is, if it is one
 * @param compare - is told how many limits and rewards are gone through
 */
export function mostRedeemed(
  redemption: Redeeming,
  sentence: Counting,
  calendar: Calendar | undefined,
  except?: RedemptionLimit,
  compare: Comparing = UNCOUNTED,
): number {
  const { counts, rewards, per } = sentence;
  if (counts === 'visits' && per === 'visit') return 1;
  const visits =
    counts === 'visits'
      ? Number.POSITIVE_INFINITY
      : mostRedeemed(redemption, { ...sentence, counts: 'visits' }, calendar, except, compare);
  const limits = Object.values(redemption.limits ?? {});
  compare(limits.length);
  const bounds = limits
    .filter(
      (limit) =>
        limit !== except && AT_LEAST[counts].includes(limit.counts) && holdsAll(limit, rewards, compare),
    )
    .map(({ maximum, per: span }) =>
      times(maximum, span === 'visit' ? visits : windowsOf(span, per, redemption.period, calendar)),
    );
  return visits === 0 ? 0 : bounds.reduce((least, of) => Math.min(least, of), Number.POSITIVE_INFINITY);
}

/** How many windows of one span lie in, or reach into, one of another, at most. */
function windowsOf(
  span: LimitSpan | 'period',
  per: RedemptionSpan,
  period: RedemptionPeriod,
  calendar: Calendar | undefined,
): number {
  // A visit lies in one window of any kind.
  if (per === 'visit' || span === per) return 1;
  if (span === 'period') return periodsIn(period, per as LimitSpan, calendar);
  return windowsIn(span, per === 'period' ? spanOfPeriod(period) : per, calendar);
}

/** How many periods of redemption a window touches, at most. */
function periodsIn(period: RedemptionPeriod, per: LimitSpan, calendar: Calendar | undefined): number {
  // A month from 31 January on ends before 28 February, and yet the last month up to that day begins on 29 January.
  if (period.kind === 'rolling' && isRolling(per) && per.of === 'months' && per.last === period.months)
    return 2;
  const many = period.kind === 'openings' ? period.openings.length : 1;
  return many * windowsIn(spanOfPeriod(period), per, calendar);
}

/** The window that a period of redemption is, or lies in. */
function spanOfPeriod(period: RedemptionPeriod): LimitSpan {
  switch (period.kind) {
    case 'calendar':
      return period.window;
    case 'rolling':
      return { last: period.months, of: 'months' };
    case 'openings':
      return 'calendar-year';
  }
}

/** Whether a limit counts all that a sentence counts. */
function holdsAll(
  { rewards: named }: RedemptionLimit,
  rewards: readonly string[] | undefined,
  compare: Comparing,
): boolean {
  if (named === undefined) return true;
  if (rewards === undefined) return false;
  compare(named.length);
  const [first] = rewards;
  if (first !== undefined && !named.includes(first)) return false;
  compare(rewards.length);
  const all = new Set(named);
  return rewards.every((reward) => all.has(reward));
}
