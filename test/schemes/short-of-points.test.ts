import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/index.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { A_POINT_EACH, Member, scheme } from './redeeming.js';

const MORE = 1_000;

function member(redemption: Partial<RuleSet['redemption']>): Member {
  return new Member(scheme({ scoring: A_POINT_EACH, redemption }));
}

/** What a visit is told that asks for more than there can be. */
function shortOn(one: Member, on: string, points = MORE): Readonly<Record<string, unknown>> {
  expect(one.redeem(on, points)).toBe('insufficient-points');
  return one.refusal.facts as unknown as Readonly<Record<string, unknown>>;
}

const day = fc.integer({ min: 0, max: 1_400 }).map((n) => {
  const date = new Date(Date.UTC(2020, 0, 2 + n));
  return date.toISOString().slice(0, 10);
});
const moves = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 8 });

function enter(one: Member, history: readonly (readonly [string, number, boolean])[]): void {
  for (const [on, points, spends] of history) {
    if (spends) one.redeem(on, points);
    else one.activity(on, points);
  }
}

describe('points that wait to be spent', () => {
  const WAITING = { spendableAfter: 'half-year' } as const;

  test('are told beside those that can be spent, with the day from which more can', () => {
    const one = member(WAITING);
    one.activity('2024-03-01', 8);
    one.activity('2024-08-01', 4);
    expect(shortOn(one, '2024-09-01', 10)).toEqual({
      price: 10,
      balance: 8,
      held: 12,
      spendableFrom: '2025-01-01',
    });
    expect(explain(one.refusal, en)).toBe(
      'Refused (clause 3): 10 points needed; the balance is 12, of which only 8 can be spent on that day. More can be spent from 2025-01-01.',
    );
    expect(explain(one.refusal, zhCN)).toBe(
      '未能办理（条款 3）：需 10 分，持有积分 12 分，其中当日可兑换积分只有 8 分。自 2025-01-01 起可兑换更多。',
    );
    expect(explain(one.refusal, ja)).toContain(
      '10ポイント必要ですが、保有12ポイントのうち、その日に交換可能なのは8ポイントです。2025-01-01 からは、さらに交換できます。',
    );
  });

  test('are in the balance that an event tells', () => {
    const one = member({ ...WAITING, overdraft: { clause: '4', points: 2 } });
    one.activity('2024-03-01', 8);
    one.activity('2024-08-01', 4);
    expect(one.redeem('2024-09-01', 3)).toBe(9);
    expect(one.events.at(-1)).toMatchObject({ data: { points: 3, balance: 12 } });
    // What is owed beside them is owed all the same.
    expect(one.redeem('2024-09-02', 7)).toBe(2);
    expect(one.events.at(-1)).toMatchObject({ data: { points: 7, balance: 9 } });
  });

  test('are told of a day only if they will still be there', () => {
    const one = member({
      ...WAITING,
      carryOver: { clause: '4', goodFor: { last: 4, of: 'months' } },
    });
    one.activity('2024-08-01', 4);
    expect(shortOn(one, '2024-09-01')).toEqual({ price: MORE, balance: 0, held: 4 });
  });

  test.each([undefined, { last: 2, of: 'months' }, { last: 45, of: 'days' }] as const)(
    'can be spent from the day that is told, and not before: wait %j',
    (wait) => {
      fc.assert(
        fc.property(moves, day, (history, on) => {
          const one = member({ ...WAITING, ...(wait === undefined ? {} : { spendableWait: wait }) });
          enter(one, history);
          const { balance, spendableFrom } = shortOn(one, on);
          if (spendableFrom === undefined) return;
          const before = new Date(Date.parse(spendableFrom as string) - 86_400_000)
            .toISOString()
            .slice(0, 10);
          const { balance: then } = shortOn(one, spendableFrom as string);
          const { balance: earlier } = shortOn(one, before);
          expect(then).toBeGreaterThan(balance as number);
          // A later redemption takes some of it meanwhile.
          if (on >= one.account.latestOn) expect(earlier).toBe(balance);
        }),
        { numRuns: 30 },
      );
    },
  );
});

test('what is held is told where later days have spent some of it', () => {
  const one = member({});
  one.activity('2024-01-10', 12);
  one.redeem('2024-06-01', 4);
  expect(shortOn(one, '2024-03-01', 10)).toEqual({ price: 10, balance: 8, held: 12 });
});

describe('points that lapsed', () => {
  const LAPSING = { carryOver: { clause: '4', lapse: { window: 'year', periods: 0 } } } as const;

  test('are told to who comes too late', () => {
    const one = member(LAPSING);
    one.activity('2023-06-01', 51);
    expect(shortOn(one, '2024-03-01', 10)).toEqual({
      price: 10,
      balance: 0,
      lapsed: 51,
      lapsedOn: '2024-01-01',
    });
    expect(explain(one.refusal, en)).toBe(
      'Refused (clause 3): 10 points needed; the balance is 0. 51 points lapsed unspent, the last of them on 2024-01-01.',
    );
    expect(explain(one.refusal, zhCN)).toContain('另有 51 分未兑换，已到期失效（最近一次为 2024-01-01）。');
    expect(explain(one.refusal, ja)).toContain(
      '交換されずに失効したポイントが51あります（最後の失効は 2024-01-01）。',
    );
  });

  test.each([
    LAPSING,
    { carryOver: { clause: '4', goodFor: { last: 100, of: 'days' } } },
    { carryOver: { clause: '4', inactivity: { last: 6, of: 'months' } } },
    { carryOver: { clause: '4', keeps: { per: 'year', percent: 50 } } },
  ] as const)('are those of a statement since the last redemption: %j', (redemption) => {
    fc.assert(
      fc.property(moves, day, (history, on) => {
        const one = member(redemption);
        enter(one, history);
        const [, to] = [on, one.account.latestOn].sort() as [string, string];
        const facts = shortOn(one, to);
        const last =
          one.account.redemptions
            .map((visit) => visit.on)
            .sort()
            .at(-1) ?? '2020-01-01';
        const since = one.lapses(to).filter((lapse) => lapse.on > last);
        const sum = since.reduce((points, lapse) => points - lapse.points, 0);
        expect([facts.lapsed ?? 0, facts.lapsedOn]).toEqual([sum, since.at(-1)?.on]);
      }),
      { numRuns: 30 },
    );
  });
});
