import { describe, expect, test } from 'vitest';
import {
  filing,
  type Handbook,
  handbookChanges,
  handbookOn,
  type RuleSet,
  stockAfter,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { CENTRE, hardMatters, open, redeem, run } from '../support/history.js';

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
  /** The handbook's tea with other members, and other rewards with theirs. */
  const tea = (more: object, others: { readonly [rewardId: string]: object } = {}) =>
    HANDBOOK.rewards.map((reward) => ({
      ...reward,
      ...(reward.rewardId === 'tea' ? more : others[reward.rewardId]),
    }));
  const stocks = (book: Handbook): unknown[] =>
    book.rewards.flatMap(({ rewardId, stock }) => (stock === undefined ? [] : [[rewardId, stock]]));

  test('is less by what was taken; what is not counted stays so', () => {
    expect(stocks(stockAfter(HANDBOOK, events.slice(0, -1)))).toEqual([['tea', 1]]);
    expect(stocks(stockAfter(HANDBOOK, events))).toEqual([['tea', 0]]);
    expect(stockAfter(HANDBOOK, []).rewards).toEqual(HANDBOOK.rewards);
    expect(stocks(HANDBOOK)).toEqual([['tea', 2]]);
  });

  test('is touched by no other community’s redemptions', () => {
    expect(stocks(stockAfter({ ...HANDBOOK, communityId: 'beishan' }, events))).toEqual([['tea', 2]]);
  });

  test('goes on over editions', () => {
    const next = { ...version('2022-2', '2022-06-01'), rewards: tea({ stock: 20, price: 2 }) };
    expect(stocks(stockAfter(next, events.slice(0, -1)))).toEqual([['tea', 19]]);
    expect(stocks(stockAfter(next, events))).toEqual([['tea', 18]]);
  });

  test('starts anew on the day on which it was counted', () => {
    const left = ['2022-03-02', '2022-03-03', '2022-09-01', '2022-09-02'].map((stockFrom) =>
      stocks(stockAfter({ ...HANDBOOK, rewards: tea({ stock: 20, stockFrom }) }, events)),
    );
    expect(left).toEqual([[['tea', 18]], [['tea', 19]], [['tea', 19]], [['tea', 20]]]);
  });

  test('has back what was reversed, whole or by line, and not what was put back', () => {
    const undo = (reversalId: string, reverses: object, more: object = {}) => ({
      type: 'ReverseEntry',
      data: { accountId: 'v1', reversalId, reverses, reason: '退货', on: '2022-10-01', by: CENTRE, ...more },
    });
    const r1 = { kind: 'redemption', id: 'r1' };
    const steps = [
      undo('x1', r1, { lines: [{ rewardId: 'haircut', quantity: 1 }] }),
      undo('x2', r1),
      undo('x3', { kind: 'reversal', id: 'x2' }),
      undo('x4', { kind: 'reversal', id: 'x3' }),
      redeem('r1', '2022-03-05', { tea: 1, haircut: 1 }),
      undo('x5', r1, { lines: [{ rewardId: 'tea', quantity: 1 }] }),
      undo('x6', { kind: 'reversal', id: 'x5' }),
    ];
    const counted = { ...HANDBOOK, rewards: tea({ stock: 2 }, { haircut: { stock: 9 } }) };
    const left = steps.map((_, i) => {
      const ran = run([...VISITS, ...steps.slice(0, i + 1)]);
      expect(ran.outcomes.every((outcome) => typeof outcome === 'number')).toBe(true);
      return stocks(stockAfter(counted, ran.events)).map((of) => (of as [string, number])[1]);
    });
    expect(left).toEqual([
      [8, 0],
      [9, 1],
      [8, 0],
      [9, 1],
      [8, 0],
      [8, 1],
      [8, 0],
    ]);
    // Of redemptions that the events do not have, nothing was taken, and nothing comes back.
    const ran = run([...VISITS, ...steps.slice(0, 3)]);
    const reversals = ran.events.filter(({ type }) => type === 'EntryReversed');
    expect(stockAfter(counted, reversals)).toEqual(counted);
  });

  test('has back what is returned to an account that continues the one that took it', () => {
    const close = {
      type: 'CloseAccount',
      data: { accountId: 'v1', reason: 'role-changed', on: '2022-10-01', by: CENTRE },
    };
    const closed = run([...VISITS, close]);
    const continues = [
      closed.events.at(-1),
      { ...closed.events.at(-1), data: { ...closed.events.at(-1)?.data, accountId: 'v0' } },
    ];
    const member = open('community-party-member', '2022-10-01', { accountId: 'v2', continues });
    const back = {
      type: 'ReverseEntry',
      data: {
        accountId: 'v2',
        reversalId: 'x',
        reverses: { kind: 'redemption', id: 'r2' },
        reason: '退货',
        on: '2022-10-02',
        by: CENTRE,
      },
    };
    const ran = run([...VISITS, close, member, back]);
    expect(ran.outcomes.slice(-2).every((outcome) => typeof outcome === 'number')).toBe(true);
    expect(stocks(stockAfter(HANDBOOK, ran.events))).toEqual([['tea', 1]]);
    // A visit that was not handed on is not known under the new account.
    const nothing = ran.events.map((event) =>
      event.type === 'AccountOpened' && event.data.continues !== undefined
        ? {
            ...event,
            data: {
              ...event.data,
              continues: event.data.continues.map((of) => ({
                ...of,
                handedOn: { ...of.handedOn, visits: [] },
              })),
            },
          }
        : event,
    );
    expect(stocks(stockAfter(HANDBOOK, nothing))).toEqual([['tea', 0]]);
  });

  test('has back what the visit of that day took, where two visits of merged accounts have one id', () => {
    const one = (accountId: string) => [
      open('resident', '2022-01-10', { accountId }),
      ...hardMatters(5, '2022-01-10').map((matter) => ({ ...matter, data: { ...matter.data, accountId } })),
    ];
    const closing = (accountId: string) => ({
      type: 'CloseAccount',
      data: { accountId, reason: 'merged', continuedBy: 'v3', on: '2022-10-01', by: CENTRE },
    });
    const before = run([
      ...one('v1'),
      redeem('r', '2022-03-02', { tea: 1 }),
      ...one('v2'),
      redeem('r', '2022-03-03', { haircut: 1 }, { accountId: 'v2' }),
      closing('v1'),
      closing('v2'),
    ]);
    const continues = before.events.slice(-2);
    const merged = run([open('resident', '2022-10-01', { accountId: 'v3', continues })]);
    const back = (on: string) =>
      run([
        open('resident', '2022-10-01', { accountId: 'v3', continues }),
        {
          type: 'ReverseEntry',
          data: {
            accountId: 'v3',
            reversalId: 'x',
            reverses: { kind: 'redemption', id: 'r', on },
            reason: '退货',
            on: '2022-10-02',
            by: CENTRE,
          },
        },
      ]).events;
    expect(merged.events).toHaveLength(1);
    expect(stocks(stockAfter(HANDBOOK, [...before.events, ...merged.events]))).toEqual([['tea', 1]]);
    expect(stocks(stockAfter(HANDBOOK, [...before.events, ...back('2022-03-02')]))).toEqual([['tea', 2]]);
    expect(stocks(stockAfter(HANDBOOK, [...before.events, ...back('2022-03-03')]))).toEqual([['tea', 1]]);
  });

  test('does not fall below none', () => {
    expect(stocks(stockAfter(HANDBOOK, [...events, ...events]))).toEqual([['tea', 0]]);
  });
});

describe('what changed between two editions', () => {
  const [haircut, repair, ...others] = HANDBOOK.rewards;

  test('is listed by reward and field: gone, new, changed', () => {
    const next: Handbook = {
      ...version('2023-1', '2023-01-01'),
      standingConsent: '2022-12-30',
      rewards: [
        { ...repair, price: 3, limit: { quantity: 1, per: 'year' } } as NonNullable<typeof repair>,
        ...others.map((reward) => {
          const { consent: _, ...rest } = reward;
          return reward.rewardId === 'rice' ? rest : reward;
        }),
        { ...haircut, rewardId: 'shave' } as NonNullable<typeof haircut>,
      ],
    };
    const changes = handbookChanges(HANDBOOK, next);
    expect(changes.map((change) => ({ ...change, title: undefined }))).toEqual([
      { part: 'handbook', change: 'changed', field: 'standingConsent', is: '2022-12-30' },
      { part: 'reward', id: 'haircut', change: 'removed' },
      { part: 'reward', id: 'repair', change: 'changed', field: 'price', was: 2, is: 3 },
      {
        part: 'reward',
        id: 'repair',
        change: 'changed',
        field: 'limit',
        is: { quantity: 1, per: 'year' },
      },
      { part: 'reward', id: 'rice', change: 'changed', field: 'consent', was: '2022-03-01' },
      { part: 'reward', id: 'shave', change: 'added' },
    ]);
    expect(openParts(changes)).toEqual([]);
  });

  test('is nothing where they say the same, and leaves both to the host', () => {
    const plain: Handbook = stored({ ...HANDBOOK, version: '2', published: '2023-01-01' });
    expect(handbookChanges(HANDBOOK, plain)).toEqual([]);
    handbookChanges({ ...HANDBOOK, rewards: [] }, plain);
    expect(Object.isFrozen(plain.rewards[0]?.title)).toBe(false);
    expect(
      handbookChanges(
        { ...HANDBOOK, rewards: [{ ...haircut, consent: undefined } as never] },
        { ...HANDBOOK, rewards: [haircut] as never },
      ),
    ).toEqual([]);
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

test.each([
  ['2023-02-28', '2022-03-01'],
  ['2023-03-01', 'consent-ended'],
  ['2023-06-30', 'consent-ended'],
  ['2023-07-01', '2023-07-01'],
])('on %s goods rest on their own consent up to its end, and then on a standing one: %s', (on, expected) => {
  const rewards = HANDBOOK.rewards.map((reward) =>
    reward.rewardId === 'tea' ? { ...reward, consentUntil: '2023-02-28' } : reward,
  );
  const handbook = { ...HANDBOOK, rewards, standingConsent: '2023-07-01' };
  const ruleSet = withReading(renfa2022, 'goods-consent', 'standing');
  const commands = [open('resident', '2022-12-01'), redeem('v', on, { tea: 1 })];
  const { events, outcomes } = run(commands, { ruleSet, handbook });
  const [line] = events.flatMap((event) => (event.type === 'PointsRedeemed' ? event.data.lines : []));
  expect(line?.consent ?? outcomes.at(-1)).toBe(expected);
});
