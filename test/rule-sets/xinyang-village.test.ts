import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { assessment, type BankEvent, balanceOn, withReading } from '../../src/index.js';
import { xinyangVillage } from '../../src/rule-sets.js';
import { en, explain } from '../../src/words.js';
import { accountOf, correct, eventOf, outcomes, refusalOf, reportIn, run } from '../support/history.js';
import { reasonOf, told } from '../support/words.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: xinyangVillage, handbook: POINT_BY_POINT };
const OPENED = opened('household');

function added(points: number, on: string, matterId = `good of ${on}`) {
  return credited('addition', matterId, on, points);
}

function deducted(points: number, on: string, matterId = `bad of ${on}`) {
  return credited('deduction', matterId, on, points);
}

test('it is a valid rule set', () => {
  expect(defineRuleSet(xinyangVillage)).toEqual(xinyangVillage);
});

test('a household has one account, with a base of 50 (1, 2)', () => {
  const commands = [OPENED, opened('household', '2024-02-01'), opened('volunteer'), reportIn('2025-01-02')];
  expect(outcomes(commands, RULES)).toEqual([
    50,
    'account-already-open',
    'unknown-role',
    'office-not-entitled',
  ]);
});

test('additions and deductions move it, each matter once (3, 4)', () => {
  const ran = run(
    [
      OPENED,
      added(5, '2024-02-01'),
      deducted(8, '2024-02-02'),
      deducted(8, '2024-02-02'),
      deducted(3, '2024-02-03', 'bad of 2024-02-02'),
      deducted(-3, '2024-02-03'),
    ],
    RULES,
  );
  expect(ran.outcomes).toEqual([50, 5, -8, 'retried', 'duplicate-matter', 'invalid-command']);
  const account = accountOf(ran);
  expect([account.earned, assessment(account), balanceOn(account, '2024-02-03', xinyangVillage)]).toEqual([
    47, 47, 47,
  ]);
});

test('a deduction can be explained', () => {
  const event = eventOf(run([OPENED, deducted(8, '2024-02-02')], RULES).steps[1]?.decision);
  expect(explain(event, en, xinyangVillage)).toBe(
    "2024-02-02, Deduction: 'bad of 2024-02-02' (clause 4): −8 points. 8 (points): −1 point for each 1 scores −8. " +
      "Readings used: May deductions take the balance below 0? – 'yes'.",
  );
});

describe('below 0', () => {
  const history = [OPENED, spent(45, '2024-02-01'), deducted(8, '2024-02-02'), deducted(2, '2024-02-03')];

  test('by default, a deduction goes, and blocks redemption', () => {
    const ran = run([...history, spent(1, '2024-02-04')], RULES);
    expect(ran.outcomes).toEqual([50, -45, -8, -2, 'insufficient-points']);
  });

  test('read as a stop at 0, it is cut, recorded even at 0, and explained', () => {
    const ruleSet = withReading(xinyangVillage, 'floor', 'stop-at-zero');
    const ran = run([...history, added(3, '2024-02-04'), deducted(2, '2024-02-05')], { ...RULES, ruleSet });
    expect(ran.outcomes).toEqual([50, -45, -5, 0, 3, -2]);
    const [cut, nothing, whole] = [2, 3, 5].map((i) => eventOf(ran.steps[i]?.decision));
    expect(cut?.data).toMatchObject({ scored: -8, points: -5, readings: { floor: 'stop-at-zero' } });
    const said = (event: BankEvent | undefined, locale: 'zh-CN' | 'en') =>
      event && told(event, ruleSet)[locale];
    expect(said(cut, 'en')).toContain('It stops where the balance is 0, so it takes 5 points.');
    expect(said(cut, 'zh-CN')).toContain('积分扣至 0 为止，实扣 5 分。');
    expect(said(nothing, 'en')).toContain('so it takes 0 points.');
    expect(said(whole, 'en')).not.toContain('It stops');
    expect(nothing?.data).toMatchObject({ scored: -2, points: 0 });
  });

  test('read as refused, it says which figure would fall, and changes nothing', () => {
    const ruleSet = withReading(xinyangVillage, 'floor', 'refused');
    const ran = run(history, { ...RULES, ruleSet });
    expect(ran.outcomes).toEqual([50, -45, 'below-zero', -2]);
    expect(refusalOf(ran.steps[2]?.decision)).toMatchObject({
      clause: '4',
      facts: { figure: 'balance', before: 5, points: -8 },
      readings: { floor: 'refused' },
    });
    expect(reasonOf(refusalOf(ran.steps[2]?.decision)).en).toBe(
      'The balance is 5; taking 8 points would leave it below 0.',
    );
  });

  test('corrections take the same answer', () => {
    const ruleSet = withReading(xinyangVillage, 'floor', 'stop-at-zero');
    const corrected = [
      OPENED,
      spent(45, '2024-02-01'),
      correct('c1', -8, '2024-02-02'),
      correct('c2', -1, '2024-02-02'),
    ];
    expect(outcomes(corrected, { ...RULES, ruleSet }).slice(2)).toEqual([-5, 'below-zero']);
  });
});

describe('the base again', () => {
  test('read as every year, once a year, and what is left over stays', () => {
    const ruleSet = withReading(xinyangVillage, 'base-again', 'yearly');
    const ran = run(
      [
        OPENED,
        reportIn('2024-06-01'),
        deducted(10, '2024-07-01'),
        reportIn('2025-01-01'),
        reportIn('2025-12-31'),
      ],
      { ...RULES, ruleSet },
    );
    expect(ran.outcomes).toEqual([50, 'already-reported-in', -10, 50, 'already-reported-in']);
    expect(balanceOn(accountOf(ran), '2025-01-01', ruleSet)).toBe(90);
  });

  test('read as every year anew, what is left over lapses', () => {
    const ruleSet = withReading(xinyangVillage, 'base-again', 'anew');
    const account = accountOf(
      run([OPENED, added(7, '2024-07-01'), reportIn('2025-01-01')], { ...RULES, ruleSet }),
    );
    expect([balanceOn(account, '2024-12-31', ruleSet), balanceOn(account, '2025-01-01', ruleSet)]).toEqual([
      57, 50,
    ]);
  });

  test('a floor counts what is left on the day, lapsed points left out', () => {
    const ruleSet = withReading(withReading(xinyangVillage, 'base-again', 'anew'), 'floor', 'stop-at-zero');
    const commands = [
      OPENED,
      added(2, '2025-02-01'),
      deducted(30, '2025-02-02'),
      correct('c1', -1, '2025-02-02'),
    ];
    expect(outcomes(commands, { ...RULES, ruleSet })).toEqual([50, 2, -2, 'below-zero']);
  });
});
