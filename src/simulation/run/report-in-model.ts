import type { RoleRule } from '../../rules/rule-set.js';
import { windowOf } from '../../values/window.js';
import type { RoleBehaviour, Season } from '../population/population.js';
import { type Chances, rollsFor, weighted } from './random.js';
import type { RunDays } from './run-days.js';

/** Report-ins made ready for rolling. */
export type ReportInModel = {
  readonly rolls: number;
  /** The periods of the run in each of which a report-in counts once. */
  readonly periods: readonly ReportInPeriod[];
  /** Whether the opening is the report-in of its period. */
  readonly openingCounts: boolean;
  /** Whether twelve months have to pass since the last one. */
  readonly twelveMonths: boolean;
};

/** A period, with the months of the run that are in it. */
export type ReportInPeriod = {
  /** The number of its first month, among the run's. */
  readonly first: number;
  readonly end: number;
  readonly month: Chances;
};

/** Report-ins are of the item that the opening is booked under. */
export function reportInModel(
  { items, opening }: RoleRule,
  { reportIn }: RoleBehaviour,
  ofRole: Season,
  { months }: RunDays,
): ReportInModel | undefined {
  const item = items[opening.item];
  if (reportIn === undefined || item?.entry !== 'registration') return undefined;
  const per = item.once?.per ?? 'year';
  const season = reportIn.season ?? ofRole;
  const periods: { first: number; end: number; key: string }[] = [];
  for (const [i, { month }] of months.entries()) {
    const { key } = windowOf(per === 'twelve-months' ? 'year' : per, `${month}-01`);
    const last = periods.at(-1);
    if (last?.key === key) last.end = i + 1;
    else periods.push({ first: i, end: i + 1, key });
  }
  return {
    rolls: rollsFor(reportIn.probability),
    periods: periods.map(({ first, end }) => {
      const weights = months.slice(first, end).map(({ ofYear }) => season[ofYear] as number);
      const none = !weights.some((weight) => weight > 0);
      return { first, end, month: weighted(none ? weights.map(() => 1) : weights) };
    }),
    openingCounts: item.once?.opening === 'counts',
    twelveMonths: per === 'twelve-months',
  };
}
