import { describe, expect, test } from 'vitest';
import { balanceOn, quantities, redeemable, withReading } from '../../src/index.js';
import { careSupport } from '../../src/rule-sets.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { days } from '../schemes/small-scheme.js';
import { accountOf, eventOf, outcomes, refusalOf, run } from '../support/history.js';
import { credited, opened, pricedAt, spent } from './commands.js';

/** Ten stamps are 1,000, and nothing is paid out below ten. */
const RULES = { ruleSet: careSupport, handbook: pricedAt(10) };
const OPENED = opened('volunteer', '2020-04-01');

/** Hours at one place. */
function care(hours: number, on: string, place = 'a home') {
  return credited('care', `${place}, ${on}`, on, hours);
}

/** So many stamps, two a day. */
function stamps(count: number, from: string) {
  return days(from, count / 2).map((on) => care(2, on));
}

describe('an hour is a stamp, two a day (1, 2)', () => {
  test('one hour and two hours at two places on one day make two', () => {
    const commands = [
      OPENED,
      care(1, '2024-03-04'),
      care(2, '2024-03-04', 'a hospital'),
      care(2, '2024-03-04', 'a clinic'),
    ];
    const ran = run(commands, RULES);
    expect(ran.outcomes).toEqual([0, 1, 1, 0]);
    expect(eventOf(ran.steps.at(-1)?.decision)).toMatchObject({
      data: {
        limits: [
          { limit: 'day', window: '2024-03-04', used: 2, took: 2, resetsOn: '2024-03-05' },
          { limit: 'year', window: '2023-04..2024-03', used: 2, took: 0, resetsOn: '2024-04-01' },
        ],
      },
    });
  });

  test('3.75 hours at one place make two, and all of them are recorded', () => {
    const ran = run([OPENED, care(3.75, '2024-03-05')], RULES);
    expect(ran.outcomes).toEqual([0, 2]);
    expect(quantities(accountOf(ran))).toEqual({ hour: 3.75 });
  });

  test('the windows are said in words', () => {
    const event = eventOf(run([OPENED, care(3, '2024-03-04')], RULES).steps[1]?.decision);
    expect(explain(event, en, careSupport)).toContain(
      'allows 2 points over 2024-03-04, of which 0 had been used',
    );
    expect(explain(event, en, careSupport)).toContain('over 2023-04 to 2024-03');
    expect(explain(event, zhCN, careSupport)).toContain('2023-04至2024-03累计不超过 50 分');
    expect(explain(event, ja, careSupport)).toContain('2023-04から2024-03までの累計で50ポイントまで');
  });
});

test('a fiscal year has room for 50, and the next one for as many (3)', () => {
  const twoYears = [OPENED, ...stamps(30, '2024-02-10'), ...stamps(30, '2024-04-01')];
  expect(redeemable(accountOf(run(twoYears, RULES)))).toBe(60);
  expect(redeemable(accountOf(run([...twoYears, ...stamps(24, '2024-05-01')], RULES)))).toBe(30 + 50);
});

describe('stamps are paid out in tens, in the fiscal year after, from 1 July on (4)', () => {
  test('8 of March and 4 of June: on 1 July only the 8 can be spent', () => {
    const ran = run(
      [OPENED, ...stamps(8, '2024-03-04'), ...stamps(4, '2024-06-03'), spent(1, '2024-07-01')],
      {
        ...RULES,
      },
    );
    expect(refusalOf(ran.steps.at(-1)?.decision)).toMatchObject({
      code: 'insufficient-points',
      clause: '4',
      facts: { price: 10, balance: 8 },
    });
  });

  test('30 of March are paid out from July on, and none in June', () => {
    const visits = [spent(1, '2024-06-30'), spent(4, '2024-07-01', 'all'), spent(3, '2024-07-01')];
    const commands = [OPENED, ...stamps(30, '2024-03-01'), ...stamps(30, '2024-04-10'), ...visits];
    expect(outcomes(commands, RULES).slice(-3)).toEqual(['insufficient-points', 'insufficient-points', -30]);
  });

  test('38 are three times 1,000, not four', () => {
    const commands = [
      OPENED,
      ...stamps(38, '2024-03-01'),
      spent(4, '2024-07-01', 'four'),
      spent(3, '2024-07-01'),
    ];
    expect(outcomes(commands, RULES).slice(-2)).toEqual(['insufficient-points', -30]);
  });
});

test.each([
  ['kept', 8],
  ['lapses', 0],
] as const)('what was too little to be paid out, read as %s', (answer, left) => {
  const ruleSet = withReading(careSupport, 'left-over', answer);
  const ran = run([OPENED, ...stamps(38, '2024-03-01'), spent(3, '2024-07-01')], { ...RULES, ruleSet });
  const held = ['2025-03-31', '2025-04-01'].map((on) => balanceOn(accountOf(ran), on, ruleSet));
  expect(held).toEqual([8, left]);
});
