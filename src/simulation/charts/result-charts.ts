import { text } from '../../values/text.js';
import type { Histogram } from '../result/histogram.js';
import { redemptionDemand } from '../result/redemption-demand.js';
import type { RoleResult, SimulationResult } from '../result/simulation-result.js';
import type { ChartLabels } from './labels.js';
import { type ChartRow, chart, names, numbers, times, type VegaLiteSpec } from './spec.js';

/** The charts of a simulation. */
export type ResultCharts = {
  readonly pointsByMonthAndItem: VegaLiteSpec;
  readonly assessmentByRole: VegaLiteSpec;
  /** Marks of the last year; no rows if the rules have none. */
  readonly marksByRole: VegaLiteSpec;
  readonly pointsOutstanding: VegaLiteSpec;
  /** No rows if nothing was redeemed. */
  readonly demandAgainstStock: VegaLiteSpec;
};

const POINTS = text('积分', 'Points');
const ACCOUNTS = text('账户数', 'Accounts');
const MONTH = text('月份', 'Month');

/** Draws all charts of a simulation. */
export function chartsOfResult(result: SimulationResult, labels: ChartLabels): ResultCharts {
  return {
    pointsByMonthAndItem: pointsByMonthAndItem(result, labels),
    assessmentByRole: distribution(
      text('各类别考核积分分布', 'Assessment by role'),
      result,
      labels,
      ({ assessment }) => assessment,
    ),
    marksByRole: distribution(
      text('各类别年度百分制得分分布（末年）', 'Marks by role in the last year'),
      result,
      labels,
      ({ years }) => years[Object.keys(years).at(-1) ?? '']?.mark ?? [],
    ),
    pointsOutstanding: pointsOutstanding(result, labels),
    demandAgainstStock: demandAgainstStock(result, labels),
  };
}

function pointsByMonthAndItem({ months }: SimulationResult, { item, say }: ChartLabels): VegaLiteSpec {
  const rows = Object.entries(months).flatMap(([month, { items }]) =>
    Object.entries(items).map(([id, { points }]): ChartRow => ({ month, item: item(id), points })),
  );
  return chart(say(text('各月各项积分', 'Points by month and item')), rows, {
    mark: 'bar',
    encoding: {
      x: times('month', say(MONTH)),
      y: numbers('points', say(POINTS), { aggregate: 'sum' }),
      color: names('item', say(text('计分项', 'Item'))),
    },
  });
}

function distribution(
  title: { readonly 'zh-CN': string; readonly en: string },
  { roles }: SimulationResult,
  { role, say }: ChartLabels,
  histogramOf: (of: RoleResult) => Histogram,
): VegaLiteSpec {
  const rows = Object.entries(roles).flatMap(([id, of]) =>
    histogramOf(of).map(([points, accounts]): ChartRow => ({ role: role(id), points, accounts })),
  );
  return chart(say(title), rows, {
    height: 120,
    mark: 'bar',
    encoding: {
      x: numbers('points', say(POINTS), { bin: { maxbins: 40 } }),
      y: numbers('accounts', say(ACCOUNTS), { aggregate: 'sum' }),
      facet: names('role', null, { columns: 1 }),
    },
    resolve: { scale: { y: 'independent' } },
  });
}

function pointsOutstanding({ months }: SimulationResult, { say }: ChartLabels): VegaLiteSpec {
  const rows = Object.entries(months).map(([month, { outstanding }]): ChartRow => ({ month, outstanding }));
  return chart(say(text('各月末未兑换积分', "Points outstanding at each month's end")), rows, {
    mark: { type: 'line', point: true },
    encoding: { x: times('month', say(MONTH)), y: numbers('outstanding', say(POINTS)) },
  });
}

function demandAgainstStock(result: SimulationResult, { reward, say }: ChartLabels): VegaLiteSpec {
  const measures = [
    ['given', say(text('兑换', 'Taken'))],
    ['stock', say(text('库存', 'In stock'))],
  ] as const;
  const rows = redemptionDemand(result).flatMap((row) =>
    measures.flatMap(([of, measure]): ChartRow[] => {
      const quantity = row[of];
      return quantity === undefined
        ? []
        : [{ period: row.period, reward: reward(row.rewardId), measure, quantity }];
    }),
  );
  return chart(say(text('各期兑换需求与库存', 'Redemptions against stock')), rows, {
    width: 280,
    height: 160,
    mark: 'bar',
    encoding: {
      facet: names('period', null, { columns: 3 }),
      x: names('reward', null),
      xOffset: names('measure', null),
      y: numbers('quantity', say(text('数量', 'Quantity'))),
      color: names('measure', null),
    },
  });
}
