import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { balanceOn, quantities, redeemable, withReading } from '../../src/index.js';
import { huangshan } from '../../src/rule-sets.js';
import { accountOf, correct, outcomes, refusalOf, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: huangshan, handbook: POINT_BY_POINT };
const OPENED = opened('volunteer', '2020-01-02');

function served(points: number, on: string, matterId = `service of ${on}`) {
  return credited('service', matterId, on, points);
}

/** What is left on days, under the rules as they are or under an answer. */
function left(commands: readonly unknown[], days: readonly string[], ruleSet = huangshan): number[] {
  const account = accountOf(run([OPENED, ...commands], { ...RULES, ruleSet }));
  return days.map((day) => balanceOn(account, day, ruleSet));
}

test('it is a valid rule set', () => {
  expect(defineRuleSet(huangshan)).toEqual(huangshan);
});

describe('points lapse after 3 years (1)', () => {
  test.each([
    ['2021-03-01', '2024-03-31', '2024-04-01'],
    ['2021-03-31', '2024-03-31', '2024-04-01'],
    ['2020-02-29', '2023-02-28', '2023-03-01'],
    ['2021-12-15', '2024-12-31', '2025-01-01'],
  ])('those of %s are good on %s and gone on %s', (on, last, gone) => {
    expect(left([served(5, on)], [on, last, gone, '2040-01-01'])).toEqual([5, 5, 0, 0]);
  });

  test('each in its own time', () => {
    const commands = [served(5, '2021-03-10'), served(3, '2021-04-10'), served(2, '2023-01-10')];
    const days = ['2023-06-01', '2024-03-31', '2024-04-30', '2024-05-01', '2026-01-31', '2026-02-01'];
    expect(left(commands, days)).toEqual([10, 10, 5, 2, 2, 0]);
  });

  test.each([
    ['months', ['2024-03-31', '2024-04-01']],
    ['calendar-years', ['2024-12-31', '2025-01-01']],
    ['year-included', ['2023-12-31', '2024-01-01']],
  ] as const)('read as %s', (answer, days) => {
    const ruleSet = withReading(huangshan, 'three-years', answer);
    expect(left([served(5, '2021-03-10')], days, ruleSet)).toEqual([5, 0]);
  });

  test('what has lapsed cannot be redeemed, and the refusal names clause and reading', () => {
    const commands = [OPENED, served(5, '2021-03-10'), served(2, '2022-03-10'), spent(3, '2024-04-01')];
    const { steps, outcomes: of } = run(commands, RULES);
    expect(of.at(-1)).toBe('insufficient-points');
    expect(refusalOf(steps.at(-1)?.decision)).toMatchObject({
      clause: '3',
      facts: { price: 3, balance: 2 },
      readings: { 'three-years': 'months' },
    });
  });

  test('no event is written for it: the account itself says what was earned, corrected and redeemed', () => {
    const account = accountOf(run([OPENED, served(5, '2021-03-10')], RULES));
    expect(balanceOn(account, '2030-01-01', huangshan)).toBe(0);
    expect(redeemable(account)).toBe(5);
  });
});

describe('spending takes the oldest first', () => {
  const earned = [served(5, '2021-03-10'), served(5, '2022-06-10')];

  test('so that less lapses', () => {
    const days = ['2023-01-10', '2024-03-31', '2024-04-01', '2025-06-30', '2025-07-01'];
    expect(left([...earned, spent(4, '2023-01-10')], days)).toEqual([6, 6, 5, 5, 0]);
  });

  test('and goes on with the next oldest', () => {
    const days = ['2023-01-10', '2024-04-01', '2025-07-01'];
    expect(left([...earned, spent(6, '2023-01-10')], days)).toEqual([4, 4, 0]);
  });

  test('of what is still good only', () => {
    const days = ['2024-03-31', '2024-05-01', '2025-07-01'];
    // On 2024-05-01 the first 5 are gone, so the visit takes the later ones.
    expect(left([...earned, spent(3, '2024-05-01')], days)).toEqual([10, 2, 0]);
  });

  test('a point is spent once: no visit of an earlier day takes what a later one took', () => {
    const both = [OPENED, ...earned, spent(8, '2024-02-01'), spent(3, '2023-05-01', 'written up late')];
    expect(outcomes(both, RULES).at(-1)).toBe('insufficient-points');
    // What was held on that day is another question.
    expect(left([...earned, spent(8, '2024-02-01')], ['2023-05-01'])).toEqual([10]);
  });

  test('a visit of an earlier day takes what lapsed before the later one', () => {
    const both = [OPENED, ...earned, spent(5, '2024-05-01'), spent(5, '2024-03-01', 'written up late')];
    const ran = run(both, RULES);
    expect(ran.outcomes.slice(-2)).toEqual([-5, -5]);
    expect(balanceOn(accountOf(ran), '2024-05-01', huangshan)).toBe(0);
  });
});

describe('a debt', () => {
  const history = [served(5, '2021-03-10'), spent(5, '2021-05-10'), correct('c1', -3, '2021-06-10')];

  test('does not lapse', () => {
    expect(left(history, ['2021-06-10', '2024-04-01', '2040-01-01'])).toEqual([-3, -3, -3]);
  });

  test('is paid by what is earned next, and blocks redemption until then', () => {
    const commands = [...history, served(2, '2026-01-10'), served(4, '2026-02-10')];
    expect(left(commands, ['2026-02-28', '2029-01-31', '2029-02-28', '2029-03-01'])).toEqual([3, 3, 3, 0]);
    expect(
      outcomes([OPENED, ...history, served(3, '2026-01-10'), spent(1, '2026-01-20')], RULES).at(-1),
    ).toBe('insufficient-points');
  });

  test('comes of a correction after the points have lapsed, too, where it counts on its own day', () => {
    expect(left([served(5, '2021-03-10'), correct('c1', -3, '2025-01-10')], ['2025-01-10'])).toEqual([-3]);
  });
});

describe('late entries', () => {
  test('bear their own day, so that what is written up after its time scores, and is gone', () => {
    const commands = [served(2, '2025-05-10'), served(4, '2021-03-10', 'written up late')];
    expect(left(commands, ['2024-03-31', '2025-05-10'])).toEqual([4, 2]);
  });

  test('pay a debt of their own time, and none of later', () => {
    const debt = [served(1, '2021-01-10'), spent(1, '2021-02-10'), correct('c1', -3, '2021-02-11')];
    expect(left([...debt, served(4, '2021-01-20', 'late')], ['2021-02-11', '2025-01-01'])).toEqual([1, 0]);
    const later = [served(1, '2025-01-10'), spent(1, '2025-02-10'), correct('c1', -3, '2025-02-11')];
    expect(left([...later, served(4, '2021-01-20', 'late')], ['2025-02-11'])).toEqual([-3]);
  });
});

test('hours are kept: they do not lapse and are not spent (2)', () => {
  const ran = run(
    [OPENED, served(5.5, '2021-03-10'), spent(2, '2022-01-10'), served(1.25, '2026-01-10')],
    RULES,
  );
  const account = accountOf(ran);
  expect(ran.outcomes).toEqual([0, 5, -2, 1]);
  expect(balanceOn(account, '2026-01-10', huangshan)).toBe(1);
  expect(quantities(account)).toEqual({ hour: 6.75 });
});

describe('nothing is returned (3)', () => {
  const history = [OPENED, served(5, '2021-03-10'), spent(3, '2021-04-10', 'r1')];

  test('no command undoes a redemption: it is no matter that could be corrected, and sent again it is the same one', () => {
    const commands = [
      ...history,
      spent(3, '2021-04-10', 'r1'),
      correct('c1', 3, '2021-05-01', { corrects: 'r1' }),
    ];
    expect(outcomes(commands, RULES).slice(-2)).toEqual(['retried', 'unknown-matter']);
    expect(outcomes([...history, spent(-3, '2021-05-01')], RULES).at(-1)).toBe('invalid-command');
  });

  test('nor does a later entry bring lapsed points back', () => {
    const commands = [served(5, '2021-03-10'), served(1, '2025-01-10'), correct('c1', 1, '2025-01-11')];
    expect(left(commands, ['2025-01-11'])).toEqual([2]);
  });

  test('redemptions are as many as one likes', () => {
    const commands = [...history, spent(1, '2021-04-10', 'r2'), spent(1, '2021-04-10', 'r3')];
    expect(outcomes(commands, RULES).slice(-2)).toEqual([-1, -1]);
  });
});
