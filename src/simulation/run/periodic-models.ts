import type { Handbook } from '../../account/handbook.js';
import type { RedemptionPeriod, RedemptionRule } from '../../rules/rule-set.js';
import { windowOf } from '../../values/window.js';
import type { RedeemingBehaviour } from '../population/population.js';
import { rollsFor } from './random.js';
import type { RunDays } from './run-days.js';

/** Redeeming made ready for rolling. */
export type RedeemingModel = {
  readonly rolls: number;
  readonly another: number;
  readonly rewards: readonly { readonly rewardId: string; readonly price: number; readonly weight: number }[];
  /** In each period; one where the rules allow any number. */
  readonly visits: number;
  readonly mostLines: number;
  readonly mostRewards: number;
  /** The periods of redemption in the run; absent where each account has its own, so many months long. */
  readonly periods?: readonly VisitPeriod[];
  readonly rollingMonths: number;
  /** The number of the first day on which the handbook can be used. */
  readonly from: number;
};

/** The days of a period of redemption, as numbers: from the first, up to and without the end. */
export type VisitPeriod = { readonly first: number; readonly end: number };

/** The most lines of a visit that are simulated, whatever the rules allow. */
const MOST_LINES = 20;

/** Makes redeeming ready: what can be redeemed, and when. */
export function redeemingModel(
  { probability, rewards, another = 0 }: RedeemingBehaviour,
  { period, visits = 1, linesPerVisit, rewardsPerVisit }: RedemptionRule,
  handbook: Handbook,
  days: RunDays,
): RedeemingModel {
  const weighed = handbook.rewards.map(({ rewardId, price }) => ({
    rewardId,
    price,
    weight: rewards === undefined ? 1 : (rewards[rewardId] ?? 0),
  }));
  return {
    rolls: rollsFor(probability),
    another: rollsFor(another),
    rewards: weighed.filter(({ weight }) => weight > 0),
    visits,
    mostLines: Math.min(linesPerVisit ?? MOST_LINES, MOST_LINES),
    mostRewards: Math.min(rewardsPerVisit ?? MOST_LINES, MOST_LINES),
    ...(period.kind === 'rolling' ? {} : { periods: visitPeriods(period, days) }),
    rollingMonths: period.kind === 'rolling' ? period.months : 0,
    from: days.numberFrom(handbook.published),
  };
}

function visitPeriods(period: Exclude<RedemptionPeriod, { kind: 'rolling' }>, days: RunDays): VisitPeriod[] {
  const periods: { first: number; end: number; key: string }[] = [];
  for (const [number, date] of days.dates.entries()) {
    const key = keyOf(period, date);
    const last = periods.at(-1);
    if (key === undefined) continue;
    if (last?.key === key && last.end === number) last.end = number + 1;
    else periods.push({ first: number, end: number + 1, key });
  }
  return periods.map(({ first, end }) => ({ first, end }));
}

function keyOf(period: Exclude<RedemptionPeriod, { kind: 'rolling' }>, date: string): string | undefined {
  if (period.kind === 'calendar') return windowOf(period.window, date).key;
  const day = date.slice(5);
  const at = period.openings.findIndex(({ from, to }) => from <= day && day <= to);
  return at < 0 ? undefined : `${date.slice(0, 4)} ${at}`;
}
