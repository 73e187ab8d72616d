import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { figures, type RuleSet, withReading } from '../../src/index.js';
import { annualFeedback } from '../../src/reports.js';
import { companyBranch } from '../../src/rule-sets.js';
import { accountOf, eventOf, outcomes, reportIn, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: companyBranch, handbook: POINT_BY_POINT };
const OPENED = opened('party-member');

function basic(points: number, on: string, matterId = `duty of ${on}`) {
  return credited('basic', matterId, on, points);
}

function extra(points: number, on: string, matterId = `merit of ${on}`) {
  return credited('extra', matterId, on, points);
}

function mark(commands: readonly unknown[], year: number, ruleSet: RuleSet = companyBranch) {
  return annualFeedback(run([OPENED, ...commands], { ...RULES, ruleSet }).events, year)?.mark;
}

test('it is a valid rule set', () => {
  expect(defineRuleSet(companyBranch)).toEqual(companyBranch);
});

describe('80 basic and 20 extra points a year (2, 3)', () => {
  test('each is trimmed to what fits', () => {
    const commands = [
      OPENED,
      basic(50, '2024-03-01'),
      basic(29, '2024-04-01'),
      basic(5, '2024-05-01'),
      basic(1, '2024-06-01'),
      extra(15, '2024-06-02'),
      extra(15, '2024-06-03'),
      extra(1, '2024-06-04'),
    ];
    expect(outcomes(commands, RULES)).toEqual([0, 50, 29, 1, 0, 15, 5, 0]);
  });

  test('a single entry too', () => {
    expect(outcomes([OPENED, basic(500, '2024-03-01'), extra(500, '2024-03-01')], RULES)).toEqual([
      0, 80, 20,
    ]);
  });

  test('neither takes room from the other, and the entry says what took its points', () => {
    const { steps } = run([OPENED, basic(90, '2024-03-01'), extra(3, '2024-03-01')], RULES);
    expect(eventOf(steps[1]?.decision).data).toMatchObject({
      scored: 90,
      points: 80,
      limits: [{ limit: 'basic', clause: '2', took: 10, window: '2024', resetsOn: '2025-01-01' }],
    });
    expect(eventOf(steps[2]?.decision).data).toMatchObject({
      points: 3,
      limits: [{ limit: 'extra', took: 0 }],
    });
  });

  test('the next year has room again', () => {
    const ran = run([OPENED, basic(80, '2024-12-31'), basic(80, '2025-01-01')], RULES);
    expect(ran.outcomes).toEqual([0, 80, 80]);
    const account = accountOf(ran);
    expect(figures(account, { from: '2025-01', to: '2025-12' }).earned).toBe(80);
  });
});

describe('the mark is out of 100 (1)', () => {
  test('and cannot pass it', () => {
    const year = [basic(90, '2024-03-01'), extra(25, '2024-03-01')];
    expect(mark(year, 2024)).toEqual({ points: 100, outOf: 100 });
  });

  test('of the year alone', () => {
    const commands = [basic(70, '2024-03-01'), extra(4, '2024-03-02'), basic(12, '2025-03-01')];
    expect([mark(commands, 2024)?.points, mark(commands, 2025)?.points]).toEqual([74, 12]);
  });
});

test('nothing can be redeemed, by anybody', () => {
  const subdistrict = { ...spent(1, '2024-03-02').data, by: { office: 'subdistrict' } };
  const commands = [
    OPENED,
    basic(50, '2024-03-01'),
    spent(1, '2024-03-02'),
    { type: 'RedeemPoints', data: subdistrict },
  ];
  expect(outcomes(commands, RULES).slice(2)).toEqual(['office-not-entitled', 'office-not-entitled']);
});

describe('read as 80 given and then deducted from', () => {
  const ruleSet = withReading(companyBranch, 'basic-points', 'given');

  test('a year starts from 80', () => {
    const commands = [
      OPENED,
      basic(6, '2024-03-01'),
      extra(25, '2024-04-01'),
      reportIn('2025-01-02'),
      basic(1, '2025-03-01'),
    ];
    expect(outcomes(commands, { ruleSet })).toEqual([80, -6, 20, 80, -1]);
    expect(mark(commands.slice(1), 2024, ruleSet)?.points).toBe(94);
    expect(mark(commands.slice(1), 2025, ruleSet)?.points).toBe(79);
  });

  test('the mark does not fall below 0', () => {
    expect(mark([basic(90, '2024-03-01')], 2024, ruleSet)).toEqual({ points: 0, outOf: 100 });
  });
});
