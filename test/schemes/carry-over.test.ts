import { describe, expect, test } from 'vitest';
import { A_POINT_EACH, Member, scheme } from './redeeming.js';

function member(carryOver: object, more: { readonly calendar?: object } = {}): Member {
  return new Member(
    scheme({ scoring: A_POINT_EACH, redemption: { carryOver: { clause: '4', ...carryOver } }, ...more }),
  );
}

describe('at most so much carries over', () => {
  test('of what is left on 31 December at most 100', () => {
    const rider = member({ keeps: { per: 'year', atMost: 100 } });
    rider.activity('2024-03-01', 250);
    expect([rider.balanceOn('2024-12-31'), rider.balanceOn('2025-01-01')]).toEqual([250, 100]);
    expect(rider.account.earned).toBe(250);
    expect(rider.lapses()).toEqual([{ on: '2025-01-01', points: -150 }]);
    expect(rider.activity('2025-02-01', 30)).toBe(130);
    expect([rider.balanceOn('2026-01-01'), rider.balanceOn('2030-01-01')]).toEqual([100, 100]);
  });

  test('and where the year starts with the season, at its end', () => {
    const rider = member({ keeps: { per: 'year', atMost: 100 } }, { calendar: { yearStarts: '11-01' } });
    rider.activity('2024-03-01', 250);
    expect([rider.balanceOn('2024-10-31'), rider.balanceOn('2024-11-01')]).toEqual([250, 100]);
  });

  test('what was spent before the end of the window is not cut once more', () => {
    const rider = member({ keeps: { per: 'year', atMost: 100 } });
    rider.activity('2024-03-01', 250);
    rider.redeem('2024-06-01', 200);
    expect(rider.balanceOn('2025-01-01')).toBe(50);
  });

  test('what lapses is the oldest, so that the rest keeps its own time', () => {
    const rider = member({ keeps: { per: 'half-year', atMost: 10 }, goodFor: { last: 12, of: 'months' } });
    rider.activity('2024-01-15', 10);
    rider.activity('2024-05-15', 10);
    expect(
      ['2024-07-01', '2025-01-16', '2025-05-15', '2025-05-16'].map((day) => rider.balanceOn(day)),
    ).toEqual([10, 10, 10, 0]);
  });
});

describe('a share carries over', () => {
  test('half of it, rounded down, at the end of each year', () => {
    const one = member({ keeps: { per: 'year', percent: 50 } });
    one.activity('2024-03-01', 101);
    const days = ['2024-12-31', '2025-01-01', '2026-01-01', '2029-01-01', '2031-01-01'];
    expect(days.map((day) => one.balanceOn(day))).toEqual([101, 50, 25, 3, 0]);
    expect(one.lapses('2026-06-01')).toEqual([
      { on: '2025-01-01', points: -51 },
      { on: '2026-01-01', points: -25 },
    ]);
  });

  test('of very many points exactly', () => {
    const one = member({ keeps: { per: 'year', percent: 33 } });
    for (let i = 0; i < 3; i += 1) one.activity('2024-03-01', 999_999);
    expect(one.balanceOn('2025-01-01')).toBe(989_999);
  });

  test('in whole steps', () => {
    const one = member({ keeps: { per: 'quarter', inStepsOf: 10 } });
    one.activity('2024-03-01', 38);
    expect([one.balanceOn('2024-03-31'), one.balanceOn('2024-04-01')]).toEqual([38, 30]);
  });

  test('in whole steps after points have gone by their age', () => {
    const one = member({ keeps: { per: 'quarter', inStepsOf: 10 }, goodFor: { last: 100, of: 'days' } });
    one.activity('2024-02-01', 15);
    one.activity('2024-03-20', 15);
    // On 12 May the first 15 are over their 100 days.
    expect(['2024-04-01', '2024-05-12', '2024-07-01', '2024-07-02'].map((day) => one.balanceOn(day))).toEqual(
      [30, 15, 0, 0],
    );
  });
});

describe('points stay good as long as there is an activity at least once in 24 months', () => {
  const inactivity = { last: 24, of: 'months' };

  test('10 and 10 are 20, and 0 when 24 months have gone without any', () => {
    const walker = member({ inactivity });
    walker.activity('2022-02-10', 10);
    walker.activity('2023-12-10', 10);
    expect(['2024-03-10', '2025-12-10', '2025-12-11'].map((day) => walker.balanceOn(day))).toEqual([
      20, 20, 0,
    ]);
    expect(walker.lapses()).toEqual([{ on: '2025-12-11', points: -20 }]);
  });

  test('what is added without an activity does not keep the rest', () => {
    const walker = member({ inactivity });
    walker.activity('2022-02-10', 10);
    walker.correct('2023-12-10', 5);
    expect([walker.balanceOn('2024-02-10'), walker.balanceOn('2024-02-11')]).toEqual([15, 0]);
    // It stays what it is until an activity starts the time anew.
    walker.correct('2024-05-01', 3);
    expect(walker.balanceOn('2030-01-01')).toBe(3);
    walker.activity('2030-02-01', 1);
    expect([walker.balanceOn('2032-02-01'), walker.balanceOn('2032-02-02')]).toEqual([4, 0]);
  });

  test('one that is written up late keeps them after all, and one that is undone does not', () => {
    const walker = member({ inactivity });
    walker.activity('2022-02-10', 10);
    expect(walker.balanceOn('2024-06-01')).toBe(0);
    walker.activity('2023-06-01', 0.5);
    expect(walker.balanceOn('2024-06-01')).toBe(10);
    walker.send('ReverseEntry', {
      reversalId: 'u1',
      reverses: { kind: 'matter', id: 'm2' },
      reason: 'a slip',
      on: '2023-07-01',
    });
    expect(walker.balanceOn('2024-06-01')).toBe(0);
  });
});

describe('batches that are good for so long', () => {
  test('100 and 50, good for 12 months after their month, less 80', () => {
    const one = member({ lapse: { window: 'month', periods: 12 } });
    one.activity('2023-01-10', 100);
    one.activity('2023-06-10', 50);
    expect(one.redeem('2023-08-01', 80)).toBe(70);
    expect(['2024-01-31', '2024-02-01', '2024-07-01'].map((day) => one.balanceOn(day))).toEqual([70, 50, 0]);
  });

  test('for so many months or days after their own day', () => {
    const months = member({ goodFor: { last: 1, of: 'months' } });
    months.activity('2024-01-31', 5);
    expect([months.balanceOn('2024-02-29'), months.balanceOn('2024-03-01')]).toEqual([5, 0]);
    const days = member({ goodFor: { last: 30, of: 'days' } });
    days.activity('2024-01-31', 5);
    expect([days.balanceOn('2024-03-01'), days.balanceOn('2024-03-02')]).toEqual([5, 0]);
  });

  test('until the first of two ends', () => {
    const one = member({ lapse: { window: 'year', periods: 0 }, goodFor: { last: 3, of: 'months' } });
    one.activity('2024-01-10', 5);
    one.activity('2024-11-10', 5);
    expect(['2024-04-10', '2024-04-11', '2024-12-31', '2025-01-01'].map((day) => one.balanceOn(day))).toEqual(
      [5, 0, 5, 0],
    );
  });
});
