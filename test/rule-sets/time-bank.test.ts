import { describe, expect, test } from 'vitest';
import { quantities, redeemable, withReading } from '../../src/index.js';
import { timeBank } from '../../src/rule-sets.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { receive, send } from '../living/commands.js';
import { accountOf, eventOf, outcomes, refusalOf, run } from '../support/history.js';
import { reasonOf } from '../support/words.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: timeBank, handbook: POINT_BY_POINT };
const OPENED = opened('volunteer');

function service(hours: number, on: string) {
  return credited('service', `service of ${on}`, on, hours);
}

function ofV2(command: { readonly type: string; readonly data: object }) {
  return { ...command, data: { ...command.data, accountId: 'v2' } };
}

describe('hours add up before they become whole points (1)', () => {
  const parts = [OPENED, service(1.5, '2024-01-05'), service(1.5, '2025-05-05')];

  test('1.5 hours and 1.5 hours are 3 points', () => {
    const ran = run(parts, RULES);
    expect(ran.outcomes).toEqual([0, 1, 2]);
    expect(quantities(accountOf(ran))).toEqual({ hour: 3 });
  });

  test('read as in each calendar year, they do not where a year lies between', () => {
    const ruleSet = withReading(timeBank, 'added-up-over', 'calendar-year');
    const commands = [...parts, service(0.5, '2025-06-01')];
    expect(outcomes(commands, { ruleSet })).toEqual([0, 1, 1, 1]);
  });
});

test('redeemed from 100 hours in all: with 93, 7 are missing (2)', () => {
  const commands = [
    OPENED,
    service(93, '2024-01-10'),
    spent(1, '2024-02-01'),
    service(7, '2024-02-02'),
    spent(1, '2024-02-02'),
  ];
  const ran = run(commands, RULES);
  expect(ran.outcomes).toEqual([0, 93, 'condition-not-met', 7, -1]);
  const refusal = refusalOf(ran.steps[2]?.decision);
  expect(refusal).toMatchObject({ clause: '2', facts: { measured: 93, minimum: 100, missing: 7 } });
  expect(reasonOf(refusal, timeBank).en).toContain('the account has 93, so 7 are missing');
  expect(reasonOf(refusal, timeBank)['zh-CN']).toContain('还差 7 小时');
});

describe('at most 1,500 points are held (3)', () => {
  test('1,600 hours leave 1,500; 600 are spent; 80 hours more leave 980', () => {
    const ran = run(
      [OPENED, service(1600, '2024-01-10'), spent(600, '2024-02-10'), service(80, '2024-03-10')],
      RULES,
    );
    expect(ran.outcomes).toEqual([0, 1500, -600, 80]);
    expect(redeemable(accountOf(ran))).toBe(980);
    const event = eventOf(ran.steps[1]?.decision);
    expect(explain(event, en, timeBank)).toContain(
      'allows 1500 points to be held, and 0 were, so 100 points were cut',
    );
    expect(explain(event, zhCN, timeBank)).toContain('持有不超过 1500 分');
    expect(explain(event, ja, timeBank)).toContain('保有1500ポイントまで');
  });

  test('what is dated back adds to every later day as well', () => {
    const commands = [
      OPENED,
      service(1490, '2024-01-10'),
      spent(600, '2024-02-10'),
      service(80, '2024-01-05'),
      service(80, '2024-02-11'),
    ];
    expect(outcomes(commands, RULES).slice(3)).toEqual([10, 80]);
  });

  test('points of another account are received once all of them have room', () => {
    const other = opened('volunteer', '2024-01-02', { accountId: 'v2' });
    const [gift] = run(
      [other, service(5, '2024-01-10'), send('gift', 'v1', 3, '2024-02-01')].map(ofV2),
      RULES,
    ).events.slice(-1);
    const received = (on: string) => receive(gift, 'v1', on);
    const commands = [
      OPENED,
      service(1498, '2024-01-10'),
      received('2024-02-02'),
      spent(1, '2024-02-10'),
      received('2024-02-03'),
      received('2024-02-10'),
      received('2024-02-10'),
    ];
    const ran = run(commands, RULES);
    // Before the day on which a point is spent, 1,498 are still held.
    expect(ran.outcomes).toEqual([0, 1498, 'no-room-to-receive', -1, 'no-room-to-receive', 3, 'retried']);
    expect(redeemable(accountOf(ran))).toBe(1500);
  });
});

test('points may be given to another account (4)', () => {
  const other = opened('volunteer', '2024-01-02', { accountId: 'v2' });
  const given = run([OPENED, service(5, '2024-01-10'), send('gift', 'v2', 3, '2024-02-01')], RULES);
  expect(given.outcomes).toEqual([0, 5, -3]);
  const received = receive(given.events.at(-1), 'v2', '2024-02-02');
  expect(outcomes([other, received], RULES)).toEqual([0, 3]);
});
