import { type Text, text } from '../../values/text.js';
import type { RuleSetComparison } from '../compare/compare-rule-sets.js';
import type { PointsComparison } from '../compare/sums.js';
import type { ChartLabels, ChartOptions } from './labels.js';
import { type ChartRow, chart, names, numbers, type VegaLiteSpec } from './spec.js';

/** The charts of a comparison of rule sets. */
export type ComparisonCharts = {
  readonly assessmentByRole: VegaLiteSpec;
  /** Points earned, by item; items that differ. */
  readonly earnedByItem: VegaLiteSpec;
  /** The assessment, by calendar year; years that differ. */
  readonly assessmentByYear: VegaLiteSpec;
  /** The changes of the accounts that the comparison kept. */
  readonly winnersAndLosers: VegaLiteSpec;
};

const POINTS = text('积分', 'Points');
const ASSESSMENT = text('考核积分', 'Assessment');

/** Draws all charts of a comparison. */
export function chartsOfComparison(
  comparison: RuleSetComparison,
  labels: ChartLabels,
  options: ChartOptions,
): ComparisonCharts {
  const { say } = labels;
  const sides = options.names ?? { a: say(text('规则甲', 'Rules A')), b: say(text('规则乙', 'Rules B')) };
  const pairs = (
    title: Text,
    axis: Text,
    of: readonly (readonly [name: string, pair: PointsComparison])[],
  ): VegaLiteSpec => pairChart(say(title), say(axis), sides, of);
  return {
    assessmentByRole: pairs(
      text('各类别考核积分', 'Assessment by role'),
      ASSESSMENT,
      Object.entries(comparison.byRole).map(([id, { assessment }]) => [labels.role(id), assessment]),
    ),
    earnedByItem: pairs(
      text('各项积分（有差异者）', 'Points earned by item, where they differ'),
      POINTS,
      Object.entries(comparison.byItem).map(([id, pair]) => [labels.item(id), pair]),
    ),
    assessmentByYear: pairs(
      text('各年考核积分（有差异者）', 'Assessment by year, where it differs'),
      ASSESSMENT,
      Object.entries(comparison.byYear).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    winnersAndLosers: winnersAndLosers(comparison, labels),
  };
}

function pairChart(
  title: string,
  axis: string,
  sides: { readonly a: string; readonly b: string },
  of: readonly (readonly [name: string, pair: PointsComparison])[],
): VegaLiteSpec {
  const rows = of.flatMap(([name, { a, b }]): ChartRow[] => [
    { name, rules: sides.a, points: a },
    { name, rules: sides.b, points: b },
  ]);
  return chart(title, rows, {
    mark: 'bar',
    encoding: {
      x: names('name', null, { axis: { labelAngle: 0 } }),
      xOffset: names('rules', null),
      y: numbers('points', axis),
      color: names('rules', null),
    },
  });
}

function winnersAndLosers({ most }: RuleSetComparison, { role, say }: ChartLabels): VegaLiteSpec {
  const changed = [...most.winners, ...[...most.losers].reverse()];
  const rows = changed.map(({ accountId, role: id, assessment }): ChartRow => {
    const gain = assessment.b - assessment.a;
    const effect = gain > 0 ? text('增加', 'gains') : text('减少', 'loses');
    return { account: accountId, role: role(id), gain, effect: say(effect) };
  });
  return chart(say(text('变动最大的账户', 'Accounts that move most')), rows, {
    height: { step: 18 },
    mark: 'bar',
    encoding: {
      y: names('account', null),
      x: numbers('gain', say(text('考核积分变动', 'Change of the assessment')), { axis: { tickMinStep: 1 } }),
      color: names('effect', null),
    },
  });
}
