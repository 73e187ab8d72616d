import { loader, parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  type ComparisonCharts,
  compareRuleSets,
  type ResultCharts,
  redemptionDemand,
  simulate,
  simulateHistories,
  toVegaLite,
  type VegaLiteSpec,
} from '../../src/simulation.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { smallRun } from './runs.js';

const RUN = smallRun({ volunteers: 40 });
const RESULT = simulate(RUN);
const YEARLY = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
const COMPARISON = compareRuleSets(simulateHistories(RUN), renfa2022, YEARLY);

/** Renders a chart as a host would, and returns the warnings and the picture. */
async function rendered(spec: VegaLiteSpec): Promise<{ svg: string; warnings: string[] }> {
  const warnings: string[] = [];
  const warn = (...words: unknown[]): unknown => {
    warnings.push(words.join(' '));
    return logger;
  };
  const logger = { warn, error: warn, info: () => logger, debug: () => logger, level: () => logger };
  const vega = compile(stored(spec) as unknown as TopLevelSpec, { logger: logger as never }).spec;
  const view = new View(parse(vega), { renderer: 'none', loader: loader(), logger: logger as never });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

const charts: [name: string, spec: VegaLiteSpec][] = [
  ...Object.entries(toVegaLite(RESULT, { ruleSet: renfa2022, handbook: HANDBOOK })),
  ...Object.entries(toVegaLite(COMPARISON, { ruleSet: renfa2022 })),
];

describe('a chart', () => {
  test.each(charts)('%s is drawn without a warning', async (_name, spec) => {
    const { svg, warnings } = await rendered(spec);
    expect(warnings).toEqual([]);
    expect(svg).toContain(spec.title.replaceAll("'", '&#39;').slice(0, 12));
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(5);
  });

  test.each(charts)('%s is frozen plain JSON', (_name, spec) => {
    expect(openParts(spec)).toEqual([]);
    expect(stored(spec)).toEqual(spec);
  });
});

const rowsOf = (spec: VegaLiteSpec): Record<string, unknown>[] =>
  (spec.data as { values: Record<string, unknown>[] }).values;
const sum = (rows: Record<string, unknown>[], field: string): number =>
  rows.reduce((total, row) => total + Number(row[field]), 0);

describe('the charts of a simulation', () => {
  const english: ResultCharts = toVegaLite(RESULT, { ruleSet: renfa2022 });

  test('have the figures', () => {
    const points = Object.values(RESULT.months).flatMap(({ items }) =>
      Object.values(items).map((item) => item.points),
    );
    expect(sum(rowsOf(english.pointsByMonthAndItem), 'points')).toBe(points.reduce((a, b) => a + b, 0));
    expect(sum(rowsOf(english.assessmentByRole), 'accounts')).toBe(40);
    expect(sum(rowsOf(english.marksByRole), 'accounts')).toBe(40);
    expect(rowsOf(english.pointsOutstanding).map(({ outstanding }) => outstanding)).toEqual(
      Object.values(RESULT.months).map(({ outstanding }) => outstanding),
    );
    const taken = rowsOf(english.demandAgainstStock).filter(({ measure }) => measure === 'Taken');
    expect(sum(taken, 'quantity')).toBe(
      redemptionDemand(RESULT).reduce((total, { given }) => total + given, 0),
    );
  });

  test('have titles in the requested language', () => {
    const chinese = toVegaLite(RESULT, { locale: 'zh-CN', ruleSet: renfa2022, handbook: HANDBOOK });
    expect(Object.values(english).map(({ title }) => title)).toEqual([
      'Points by month and item',
      'Assessment by role',
      'Marks by role in the last year',
      "Points outstanding at each month's end",
      'Redemptions against stock',
    ]);
    expect(Object.values(chinese).map(({ title }) => title)).toEqual([
      '各月各项积分',
      '各类别考核积分分布',
      '各类别年度百分制得分分布（末年）',
      '各月末未兑换积分',
      '各期兑换需求与库存',
    ]);
    expect(new Set(rowsOf(chinese.assessmentByRole).map(({ role }) => role))).toEqual(
      new Set(['社区党员', '在职党员', '居民志愿者']),
    );
    expect(rowsOf(chinese.demandAgainstStock).map(({ reward }) => reward)).toContain('理发');
  });

  test('show ids if nothing gives names', () => {
    expect(rowsOf(toVegaLite(RESULT).assessmentByRole).map(({ role }) => role)).toContain('resident');
  });
});

describe('the charts of a comparison', () => {
  const drawn: ComparisonCharts = toVegaLite(COMPARISON, { names: { a: 'for life', b: 'yearly' } });

  test('have both sides', () => {
    expect(COMPARISON.winners).toBeGreaterThan(0);
    const rows = rowsOf(drawn.assessmentByRole);
    expect(new Set(rows.map(({ rules }) => rules))).toEqual(new Set(['for life', 'yearly']));
    const of = (rules: string): number =>
      sum(
        rows.filter((row) => row.rules === rules),
        'points',
      );
    expect([of('for life'), of('yearly')]).toEqual([
      COMPARISON.totals.assessment.a,
      COMPARISON.totals.assessment.b,
    ]);
    expect(rowsOf(drawn.earnedByItem).map(({ name }) => name)).toEqual(['claim', 'claim']);
    expect(rowsOf(drawn.assessmentByYear).length).toBe(2 * Object.keys(COMPARISON.byYear).length);
  });

  test('show the largest changes, up and down', () => {
    const back = toVegaLite(compareRuleSets(simulateHistories(RUN), YEARLY, renfa2022), { locale: 'zh-CN' });
    expect(rowsOf(drawn.winnersAndLosers).length).toBe(Math.min(10, COMPARISON.winners));
    expect(
      rowsOf(drawn.winnersAndLosers).every(({ gain, effect }) => Number(gain) > 0 && effect === 'gains'),
    ).toBe(true);
    expect(
      rowsOf(back.winnersAndLosers).every(({ gain, effect }) => Number(gain) < 0 && effect === '减少'),
    ).toBe(true);
    expect(back.winnersAndLosers.title).toBe('变动最大的账户');
  });
});

describe('demand against stock', () => {
  test('counts the stock once, or again in each period', () => {
    const once = redemptionDemand(RESULT).filter(({ rewardId }) => rewardId === 'tea');
    const anew = redemptionDemand(RESULT, { stock: 'each-period' }).filter(
      ({ rewardId }) => rewardId === 'tea',
    );
    let left = 2;
    for (const [i, { period, asked, given, stock, short }] of once.entries()) {
      expect({ stock, short }).toEqual({ stock: left, short: Math.max(0, given - left) });
      expect(anew[i]).toEqual({
        period,
        rewardId: 'tea',
        asked,
        given,
        stock: 2,
        short: Math.max(0, given - 2),
      });
      left = Math.max(0, left - given);
    }
    expect(once.length).toBeGreaterThan(1);
    expect(openParts(redemptionDemand(RESULT))).toEqual([]);
    expect(redemptionDemand(RESULT).find(({ rewardId }) => rewardId === 'haircut')).not.toHaveProperty(
      'stock',
    );
  });
});
