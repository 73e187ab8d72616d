import { describe, expect, test } from 'vitest';
import { filing, type Handbook, handbookOn, type RuleSet, stockAfter } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from '../support/handbook.js';
import { hardMatters, open, redeem, run } from '../support/history.js';

function version(name: string, published: string): Handbook {
  return { ...HANDBOOK, version: name, published };
}

describe('of several handbooks the one in use on a day', () => {
  const first = version('first', '2022-01-01');
  const second = version('second', '2023-01-01');

  test('is the latest published, from the day of publication on, however they are listed', () => {
    for (const books of [
      [first, second],
      [second, first],
    ]) {
      const found = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01', '2030-01-01'].map(
        (on) => handbookOn(books, on)?.version,
      );
      expect(found).toEqual([undefined, 'first', 'first', 'second', 'second']);
    }
  });

  test('is the one listed last where two bear one day, and none of none', () => {
    const again = version('again', '2023-01-01');
    expect(handbookOn(new Set([second, again]), '2023-01-01')).toBe(again);
    expect(handbookOn([again, second], '2023-01-01')).toBe(second);
    expect(handbookOn([], '2023-01-01')).toBeUndefined();
  });
});

describe('the stock that is left', () => {
  const VISITS = [
    open('resident', '2022-01-10'),
    ...hardMatters(5, '2022-01-10'),
    redeem('r1', '2022-03-02', { tea: 1, haircut: 2 }),
    redeem('r2', '2022-09-01', { tea: 1 }),
  ];
  const { events } = run(VISITS);
  const stocks = (book: Handbook): unknown[] =>
    book.rewards.flatMap(({ rewardId, stock }) => (stock === undefined ? [] : [[rewardId, stock]]));

  test('is less by what was taken; what is not counted stays so', () => {
    expect(stocks(stockAfter(HANDBOOK, events.slice(0, -1)))).toEqual([['tea', 1]]);
    expect(stocks(stockAfter(HANDBOOK, events))).toEqual([['tea', 0]]);
    expect(stockAfter(HANDBOOK, []).rewards).toEqual(HANDBOOK.rewards);
    expect(stocks(HANDBOOK)).toEqual([['tea', 2]]);
  });

  test('is touched by no other community’s redemptions and by no other version’s', () => {
    expect(stocks(stockAfter({ ...HANDBOOK, communityId: 'beishan' }, events))).toEqual([['tea', 2]]);
    expect(stocks(stockAfter({ ...HANDBOOK, version: '2022-2' }, events))).toEqual([['tea', 2]]);
  });

  test('does not fall below none', () => {
    expect(stocks(stockAfter(HANDBOOK, [...events, ...events]))).toEqual([['tea', 0]]);
  });
});

describe('the filing of what was published', () => {
  const { clause, withinDays } = renfa2022.filing as NonNullable<RuleSet['filing']>;
  const published = '2023-06-24';
  const dueOn = '2023-07-01';

  test('is due so many days later, and is judged as it stood on a day', () => {
    expect([clause, withinDays]).toEqual(['5', 7]);
    const told = { clause, dueOn };
    expect(filing({ published }, renfa2022)).toStrictEqual({ ...told, state: 'overdue', inTime: false });
    expect(filing({ published }, renfa2022, dueOn)).toStrictEqual({
      ...told,
      state: 'pending',
      inTime: false,
    });
    expect(filing({ published, filed: dueOn }, renfa2022, '2023-06-30')).toStrictEqual({
      ...told,
      state: 'pending',
      inTime: false,
    });
    expect(filing({ published, filed: dueOn }, renfa2022, dueOn)).toEqual({
      ...told,
      filedOn: dueOn,
      state: 'filed-in-time',
      inTime: true,
    });
    expect(filing({ published, filed: '2023-07-02' }, renfa2022)).toEqual({
      ...told,
      filedOn: '2023-07-02',
      state: 'filed-late',
      inTime: false,
    });
  });

  test('is no concern of rules that ask for none', () => {
    const { filing: _, ...others } = renfa2022;
    expect(filing({ published }, others as RuleSet)).toEqual({ state: 'not-needed', inTime: true });
  });
});
