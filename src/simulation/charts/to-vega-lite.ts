import { deepFreeze } from '../../values/json.js';
import type { RuleSetComparison } from '../compare/compare-rule-sets.js';
import type { SimulationResult } from '../result/simulation-result.js';
import { type ComparisonCharts, chartsOfComparison } from './comparison-charts.js';
import { type ChartOptions, chartLabels } from './labels.js';
import { chartsOfResult, type ResultCharts } from './result-charts.js';

/**
 * Draws charts as data: Vega-Lite specifications with the figures included, labelled in Chinese or English. The host renders them.
 *
 * @param subject - a result of {@link simulate} or {@link mergeResults}, or a comparison by {@link compareRuleSets}
 *
 * @example
 * ```ts
 * import { plainPopulation, simulate, toVegaLite } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const population = plainPopulation(renfa2022, { volunteers: 9 })
 * const result = simulate({ ruleSet: renfa2022, population, from: '2023-01-01', to: '2023-12-31', seed: 1 })
 * const charts = toVegaLite(result, { locale: 'zh-CN', ruleSet: renfa2022 })
 * console.log(charts.pointsByMonthAndItem.title) // → 各月各项积分
 * ```
 */
export function toVegaLite(subject: SimulationResult, options?: ChartOptions): ResultCharts;
export function toVegaLite(subject: RuleSetComparison, options?: ChartOptions): ComparisonCharts;
export function toVegaLite(
  subject: SimulationResult | RuleSetComparison,
  options: ChartOptions = {},
): ResultCharts | ComparisonCharts {
  const asked: ChartOptions = Object(options);
  const labels = chartLabels(asked);
  return deepFreeze(
    'run' in subject ? chartsOfResult(subject, labels) : chartsOfComparison(subject, labels, asked),
  );
}
