import { describe, expect, test } from 'vitest';
import { balanceOn, quantities } from '../../src/index.js';
import { seniorPoints } from '../../src/rule-sets.js';
import { en, explain, zhCN } from '../../src/words.js';
import { days } from '../schemes/small-scheme.js';
import { accountOf, outcomes, refusalOf, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: seniorPoints, handbook: POINT_BY_POINT };
const OPENED = opened('volunteer');

function activities(count: number, from = '2024-05-01') {
  return days(from, count).map((on) => credited('activity', on, on, 60));
}

describe('200 points for 30 minutes or more, 200 a day (1, 2)', () => {
  test.each([
    [20, 0],
    [29.99, 0],
    [30, 200],
    [240, 200],
  ])('%d minutes score %d', (minutes, points) => {
    const ran = run([OPENED, credited('activity', 'a', '2024-05-01', minutes)], RULES);
    expect(ran.outcomes).toEqual([0, points]);
    expect(quantities(accountOf(ran))).toEqual({ minute: minutes });
  });

  test('two activities on one day are 200, and minutes that score nothing are recorded', () => {
    const commands = [
      OPENED,
      credited('activity', 'a', '2024-05-01', 30),
      credited('activity', 'b', '2024-05-01', 90),
      credited('activity', 'c', '2024-05-02', 20),
    ];
    const ran = run(commands, RULES);
    expect(ran.outcomes).toEqual([0, 200, 0, 0]);
    expect(quantities(accountOf(ran))).toEqual({ minute: 140 });
  });
});

test('41 activities on 41 days are 8,000, good until the end of the year after (3, 5)', () => {
  const account = accountOf(run([OPENED, ...activities(41)], RULES));
  const held = ['2024-12-31', '2025-12-31', '2026-01-01'].map((on) => balanceOn(account, on, seniorPoints));
  expect(held).toEqual([8000, 8000, 0]);
});

describe('cashed by those who hold 1,000 or more (4)', () => {
  const tooFew = [OPENED, ...activities(4), spent(800, '2024-06-01')];

  test('800 are refused, and carry over', () => {
    const ran = run(tooFew, RULES);
    const refusal = refusalOf(ran.steps.at(-1)?.decision);
    expect(refusal).toMatchObject({
      code: 'condition-not-met',
      clause: '4',
      facts: { measured: 800, minimum: 1000, missing: 200 },
    });
    expect(explain(refusal, en, seniorPoints)).toContain('so 200 are missing');
    expect(explain(refusal, zhCN, seniorPoints)).toContain('还差 200 分');
    expect(balanceOn(accountOf(ran), '2025-06-01', seniorPoints)).toBe(800);
  });

  test('with 200 more they are cashed', () => {
    const commands = [...tooFew, ...activities(1, '2025-05-01'), spent(1000, '2025-05-01')];
    expect(outcomes(commands, RULES).slice(-2)).toEqual([200, -1000]);
  });
});
