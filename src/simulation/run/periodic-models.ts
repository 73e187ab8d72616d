import type { Handbook } from '../../account/handbook.js';
import { mostRedeemed } from '../../rules/reach/most-redeemed.js';
import type { RedemptionPeriod, RedemptionRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import type { RedemptionMeasure } from '../../rules/sentence.js';
import { type Calendar, windowOf } from '../../values/window.js';
import type { RedeemingBehaviour, RoleBehaviour, Season } from '../population/population.js';
import { type DelayedModel, delayedModel } from './delayed-model.js';
import { type Chances, rollsFor, weighted } from './random.js';
import type { RunDays } from './run-days.js';

/** Report-in behaviour, prepared for rolling. */
export type ReportInModel = {
  readonly rolls: number;
  /** The run's periods; a report-in counts once in each. */
  readonly periods: readonly ReportInPeriod[];
  /** Whether the opening is the report-in of its period. */
  readonly openingCounts: boolean;
  /** Whether twelve months must pass between report-ins. */
  readonly twelveMonths: boolean;
};

/** The months of a run that lie in one period, from `first` up to but excluding `end`, and when in them volunteers report in. */
export type ReportInPeriod = { readonly first: number; readonly end: number; readonly month: Chances };

/** Prepares report-ins, which belong to the item of the opening. */
export function reportInModel(
  { items, opening }: RoleRule,
  { reportIn }: RoleBehaviour,
  ofRole: Season,
  { months }: RunDays,
  calendar: Calendar | undefined,
): ReportInModel | undefined {
  const item = items[opening.item];
  if (reportIn === undefined || item?.entry !== 'registration') return undefined;
  const per = item.once?.per ?? 'year';
  const season = reportIn.season ?? ofRole;
  // A run plans report-ins by months, so that shorter windows are months here.
  const window = per === 'twelve-months' ? 'year' : per === 'week' || per === 'day' ? 'month' : per;
  const keys = months.map(({ month }) => windowOf(window, `${month}-01`, calendar).key);
  return {
    rolls: rollsFor(reportIn.probability),
    periods: rangesOf(keys).map(({ first, end }) => {
      const weights = months.slice(first, end).map(({ ofYear }) => season[ofYear] as number);
      const none = !weights.some((weight) => weight > 0);
      return { first, end, month: weighted(none ? weights.map(() => 1) : weights) };
    }),
    openingCounts: item.once?.opening === 'counts',
    twelveMonths: per === 'twelve-months',
  };
}

/** Redeeming behaviour, prepared for rolling. */
export type RedeemingModel = {
  readonly rolls: number;
  readonly another: number;
  readonly returns?: DelayedModel;
  readonly rewards: readonly { readonly rewardId: string; readonly price: number; readonly weight: number }[];
  /** The visits in each period; one if the rules allow any number. */
  readonly visits: number;
  readonly mostLines: number;
  readonly mostRewards: number;
  /** The run's redemption periods; absent if periods roll with each account. */
  readonly periods?: readonly DayRange[];
  /** The length of a rolling period in months; 0 otherwise. */
  readonly rollingMonths: number;
  /** The number of the first day on which the handbook can be used. */
  readonly from: number;
};

/** The most lines and rewards that a simulated visit has, whatever the rules allow. */
const MOST_LINES = 20;

/** The visits in each period; one if the rules allow any number. */
export function visitsAPeriod(redemption: RedemptionRule, calendar: Calendar | undefined): number {
  const visits = mostRedeemed(redemption, { counts: 'visits', per: 'period' }, calendar);
  return Number.isFinite(visits) ? visits : 1;
}

/** Prepares redeeming: the rewards and the periods. */
export function redeemingModel(
  { probability, rewards, another = 0, returns }: RedeemingBehaviour,
  { calendar, redemption }: RuleSet,
  handbook: Handbook,
  days: RunDays,
): RedeemingModel {
  const { period } = redemption;
  const most = (counts: RedemptionMeasure): number =>
    Math.min(mostRedeemed(redemption, { counts, per: 'visit' }, calendar), MOST_LINES);
  const weighed = handbook.rewards.map(({ rewardId, price }) => ({
    rewardId,
    price,
    weight: rewards === undefined ? 1 : (rewards[rewardId] ?? 0),
  }));
  return {
    rolls: rollsFor(probability),
    another: rollsFor(another),
    ...(returns === undefined ? {} : { returns: delayedModel(returns) }),
    // Points are not spent on honours.
    rewards: weighed.filter(({ weight, price }) => weight > 0 && price > 0),
    visits: visitsAPeriod(redemption, calendar),
    mostLines: most('lines'),
    mostRewards: most('rewards'),
    ...(period.kind === 'rolling'
      ? {}
      : { periods: rangesOf(days.dates.map((date) => periodKey(period, date, calendar))) }),
    rollingMonths: period.kind === 'rolling' ? period.months : 0,
    from: days.numberFrom(handbook.published),
  };
}

/** The key of the redemption period on a date; `undefined` if redemption is closed. */
function periodKey(
  period: Exclude<RedemptionPeriod, { kind: 'rolling' }>,
  date: string,
  calendar: Calendar | undefined,
): string | undefined {
  if (period.kind === 'calendar') return windowOf(period.window, date, calendar).key;
  const day = date.slice(5);
  const at = period.openings.findIndex(({ from, to }) => from <= day && day <= to);
  return at < 0 ? undefined : `${date.slice(0, 4)} ${at}`;
}

/** A range of numbers, from `first` up to but excluding `end`. */
export type DayRange = { readonly first: number; readonly end: number };

/** The ranges of indices over which a key stays the same. */
function rangesOf(keys: readonly (string | undefined)[]): DayRange[] {
  const ranges: { first: number; end: number }[] = [];
  for (const [i, key] of keys.entries()) {
    const last = ranges.at(-1);
    if (key === undefined) continue;
    if (last?.end === i && keys[last.first] === key) last.end = i + 1;
    else ranges.push({ first: i, end: i + 1 });
  }
  return ranges;
}
