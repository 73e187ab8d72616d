import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import type { Lapse, RuleSet } from '../../src/rules/rule-set.js';
import { Centre } from './history.js';

/** The first scheme with points that lapse, and an item of any number of points, upwards as `earns` and downwards as `costs`. */
function lapsing(lapse: Lapse): RuleSet {
  const { resident } = renfa2022.roles;
  const { affairs, other } = resident.items;
  const unit = { by: 'quantity', unit: 'point', unitTitle: { 'zh-CN': '分', en: 'point' } } as const;
  const scored = (points: number) => ({ ...unit, points, each: 1, rounding: 'down' }) as const;
  const { opening } = resident;
  const items = {
    ...resident.items,
    affairs: { ...affairs, scoring: scored(1) },
    other: { ...other, scoring: scored(-1) },
  };
  const { redemption } = renfa2022;
  return {
    ...renfa2022,
    roles: { ...renfa2022.roles, resident: { ...resident, opening: { ...opening, points: 0 }, items } },
    redemption: {
      ...redemption,
      period: { kind: 'calendar', window: 'month' },
      carryOver: { ...redemption.carryOver, lapse },
    },
  };
}

/** Points by day: earned if above 0, deducted if below. */
function ledger(
  lapse: Lapse,
  points: readonly (readonly [on: string, points: number])[],
): {
  readonly centre: Centre;
  readonly balanceOn: (day: string) => number | undefined;
  readonly lapses: (events?: readonly BankEvent[]) => unknown[] | undefined;
} {
  const ruleSet = lapsing(lapse);
  const centre = new Centre(ruleSet);
  centre.open('v', '2023-01-01');
  for (const [i, [on, amount]] of points.entries()) {
    const item = amount > 0 ? 'affairs' : 'other';
    const entered = centre.enter('CreditActivity', 'v', {
      item,
      matterId: `m${i}`,
      quantity: Math.abs(amount),
      on,
    });
    expect(entered).toBe(true);
  }
  const ever = { from: '2023-01-01', ruleSet };
  return {
    centre,
    balanceOn: (day) => statement(centre.events, { ...ever, to: day })?.closing.redeemable,
    lapses: () =>
      statement(centre.events, { ...ever, to: '2030-12-31' })
        ?.entries.filter(({ type }) => type === 'PointsLapsed')
        .map(({ on, points: lost, earned }) => [on, lost, earned?.from, earned?.to]),
  };
}

describe('points that lapse, the oldest first', () => {
  test('a deduction takes the oldest', () => {
    const { balanceOn, lapses } = ledger({ window: 'year', periods: 1 }, [
      ['2023-01-10', 10],
      ['2024-12-01', 10],
      ['2024-12-02', -5],
    ]);
    expect([balanceOn('2024-12-31'), balanceOn('2025-01-01'), balanceOn('2026-01-01')]).toEqual([15, 10, 0]);
    expect(lapses()).toEqual([
      ['2025-01-01', -5, '2023-01', '2023-12'],
      ['2026-01-01', -10, '2024-01', '2024-12'],
    ]);
  });

  test('each month of points is good for twelve months after it', () => {
    const { centre, balanceOn, lapses } = ledger({ window: 'month', periods: 12 }, [
      ['2023-01-10', 100],
      ['2023-06-10', 50],
    ]);
    centre.redeem('v', '2023-08-01', 'r', 'visit', 40);
    const days = ['2023-07-31', '2023-08-01', '2024-01-31', '2024-02-01', '2024-06-30', '2024-07-01'];
    expect(days.map(balanceOn)).toEqual([150, 70, 70, 50, 50, 0]);
    expect(lapses()).toEqual([
      ['2024-02-01', -20, '2023-01', '2023-01'],
      ['2024-07-01', -50, '2023-06', '2023-06'],
    ]);
  });

  test('what a day takes is taken from what the day and those before it had', () => {
    const { balanceOn, lapses } = ledger({ window: 'month', periods: 0 }, [
      ['2023-03-20', 10],
      ['2023-03-10', 4],
      ['2023-03-10', -6],
    ]);
    // The 2 that are owed on 10 March are paid on 20 March.
    expect([balanceOn('2023-03-10'), balanceOn('2023-03-20'), balanceOn('2023-04-01')]).toEqual([-2, 8, 0]);
    expect(lapses()).toEqual([['2023-04-01', -8, '2023-03', '2023-03']]);
  });

  test('nothing lapses in an account that is closed', () => {
    const { centre, balanceOn, lapses } = ledger({ window: 'year', periods: 0 }, [['2023-03-20', 10]]);
    centre.enter('CloseAccount', 'v', { reason: 'left', on: '2023-06-01' });
    expect([balanceOn('2023-05-31'), balanceOn('2023-06-01'), lapses()]).toEqual([10, 0, []]);
  });
});
