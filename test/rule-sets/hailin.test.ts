import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { quantities, withReading } from '../../src/index.js';
import { hailin } from '../../src/rule-sets.js';
import { en, explain, zhCN } from '../../src/words.js';
import { accountOf, eventOf, outcomes, refusalOf, reportIn, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: hailin, handbook: POINT_BY_POINT };
const OPENED = opened('volunteer');

test('it is a valid rule set', () => {
  expect(defineRuleSet(hailin)).toEqual(hailin);
});

test('an account is opened without points, and nothing is reported in or claimed', () => {
  const claim = { type: 'ClaimPost', data: { ...OPENED.data, postId: 'p' } };
  const { role: _role, communityId: _id, formComplete: _form, ...data } = claim.data;
  const commands = [OPENED, reportIn('2024-02-01'), { type: 'ClaimPost', data: { ...data, kind: 'post' } }];
  expect(outcomes(commands, RULES)).toEqual([0, 'office-not-entitled', 'office-not-entitled']);
});

describe('an hour is a point (1)', () => {
  test.each([
    [1, 1],
    [2, 2],
    [1.5, 1],
    [1.99, 1],
    [0.5, 0],
    [2.5, 2],
    [8, 2],
  ])('%d hours of one activity score %d', (hours, points) => {
    expect(outcomes([OPENED, credited('service', 'a', '2024-01-05', hours)], RULES)).toEqual([0, points]);
  });

  test('an activity counts once, and activities are counted apart', () => {
    const day = '2024-01-05';
    const commands = [
      OPENED,
      credited('service', 'a', day, 2),
      credited('service', 'b', day, 2),
      credited('service', 'a', day, 2),
      credited('service', 'a', day, 1),
    ];
    expect(outcomes(commands, RULES)).toEqual([0, 2, 2, 'retried', 'duplicate-matter']);
  });

  test('hours have to be stated, and no difficulty is', () => {
    const commands = [
      OPENED,
      credited('service', 'a', '2024-01-05'),
      credited('service', 'a', '2024-01-05', 1, { difficulty: 'base' }),
      credited('service', 'a', '2024-01-05', 0),
      credited('service', 'a', '2024-01-05', 1.001),
    ];
    expect(outcomes(commands, RULES).slice(1)).toEqual([
      'wrong-measure',
      'wrong-measure',
      'invalid-command',
      'invalid-command',
    ]);
  });

  test.each([
    ['whole-hours', [0, 1, 1]],
    ['nearest', [1, 1, 2]],
    ['started', [1, 2, 2]],
  ] as const)('a part of an hour, read as %s', (answer, expected) => {
    const ruleSet = withReading(hailin, 'part-hours', answer);
    const commands = [0.5, 1.25, 1.75].map((hours, i) => credited('service', `a${i}`, '2024-01-05', hours));
    expect(outcomes([OPENED, ...commands], { ruleSet }).slice(1)).toEqual(expected);
  });

  test('no reading takes one activity past two points', () => {
    const ruleSet = withReading(hailin, 'part-hours', 'started');
    expect(outcomes([OPENED, credited('service', 'a', '2024-01-05', 2.1)], { ruleSet })).toEqual([0, 2]);
  });

  test('the explanation says what of the hours counted', () => {
    const event = eventOf(
      run([OPENED, credited('service', 'a', '2024-01-05', 3.5)], RULES).steps[1]?.decision,
    );
    expect(explain(event, en, hailin)).toContain(
      '3.5 (hours), of which at most 2 counts: 1 point for each 1 scores 2.',
    );
    expect(explain(event, zhCN, hailin)).toContain('3.5 小时，至多计 2 小时：每 1 小时记 1 分，记 2 分。');
  });
});

test('a referral is 2 points, for each volunteer once (2)', () => {
  const commands = [
    OPENED,
    credited('referral', 'v7', '2024-01-05'),
    credited('referral', 'v8', '2024-01-05'),
    credited('referral', 'v7', '2024-02-05'),
    credited('referral', 'v9', '2024-01-05', 2),
  ];
  expect(outcomes(commands, RULES)).toEqual([0, 2, 2, 'duplicate-matter', 'wrong-measure']);
});

describe('one redemption a quarter (3)', () => {
  const earned = ['a', 'b', 'c', 'd'].map((id) => credited('service', id, '2024-01-05', 2));
  const first = spent(1, '2024-03-30');

  test.each([
    ['2024-01-10', 'already-redeemed'],
    ['2024-03-31', 'already-redeemed'],
    ['2024-04-01', -1],
    ['2025-02-01', -1],
  ])('after one of 2024-03-30, on %s', (on, outcome) => {
    expect(outcomes([OPENED, ...earned, first, spent(1, on)], RULES).at(-1)).toBe(outcome);
  });

  test('the refusal says when the next quarter begins', () => {
    const { steps } = run([OPENED, ...earned, first, spent(1, '2024-03-31')], RULES);
    expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
      clause: '3',
      facts: { period: '2024-Q1', again: '2024-04-01', visits: 1 },
      readings: { quarter: 'calendar-quarter' },
    });
  });

  test.each([
    ['2024-06-29', 'already-redeemed'],
    ['2024-06-30', -1],
  ])('read as three months since the last, on %s', (on, outcome) => {
    const ruleSet = withReading(hailin, 'quarter', 'three-months-since');
    const commands = [OPENED, ...earned, first, spent(1, on)];
    expect(outcomes(commands, { ...RULES, ruleSet }).at(-1)).toBe(outcome);
  });

  test('it leaves the balance, and no more than the balance', () => {
    const commands = [OPENED, ...earned, spent(9, '2024-03-30'), spent(8, '2024-03-30', 'less')];
    expect(outcomes(commands, RULES).slice(-2)).toEqual(['insufficient-points', -8]);
  });

  test('the handbook needs no filing, so nothing is said of it', () => {
    const { steps } = run([OPENED, ...earned, first], RULES);
    const decision = steps.at(-1)?.decision;
    expect(decision).toMatchObject({ accepted: true, warnings: [] });
    expect(eventOf(decision).data).toMatchObject({ handbook: { version: '1', filing: 'not-needed' } });
    expect(eventOf(decision).data).not.toHaveProperty('handbook.filingDue');
  });
});

describe('hours are kept apart from points (4)', () => {
  const ran = run(
    [
      OPENED,
      credited('service', 'a', '2024-01-05', 3.5),
      credited('referral', 'v7', '2024-01-31'),
      credited('service', 'b', '2024-02-05', 0.25),
      credited('service', 'c', '2025-01-05', 0.1),
      credited('service', 'd', '2025-01-05', 0.2),
      spent(4, '2024-02-10'),
    ],
    RULES,
  );
  const account = accountOf(ran);

  test('all of them, those that scored nothing too, and spending leaves them', () => {
    expect(account).toMatchObject({ earned: 4, redeemed: 4 });
    expect(quantities(account)).toEqual({ hour: 4.05 });
  });

  test('over any months, and of one item', () => {
    expect(quantities(account, { from: '2024-02', to: '2024-12' })).toEqual({ hour: 0.25 });
    expect(quantities(account, { from: '2025-01' })).toEqual({ hour: 0.3 });
    expect(quantities(account, { item: 'referral' })).toEqual({});
  });

  test('an account that is not open has none', () => {
    expect(quantities({ status: 'unopened' })).toEqual({});
  });
});
