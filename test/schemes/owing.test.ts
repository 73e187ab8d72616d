import { describe, expect, test } from 'vitest';
import { createBank, decideAll, fold, initialAccount, stockAfter } from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { A_POINT_EACH, handbookOf, Member, scheme } from './redeeming.js';

/** Quarters of an hour. */
const QUARTERS = 4;

describe('a time bank whose members may owe up to 10 hours', () => {
  const rules = (more: object = {}) =>
    scheme({
      scoring: A_POINT_EACH,
      redemption: { overdraft: { clause: '3', points: 10 * QUARTERS }, ...more },
    });

  test('a new member receives 10 hours, and not a quarter more', () => {
    const one = new Member(rules());
    expect(one.redeem('2024-01-10', 10 * QUARTERS)).toBe(-10 * QUARTERS);
    expect(one.redeem('2024-02-10', 1)).toBe('insufficient-points');
    expect(one.refusal).toMatchObject({ facts: { price: 1, balance: -40, overdraft: 40 } });
    expect(one.activity('2024-03-01', 12)).toBe(-28);
    expect(one.redeem('2024-03-02', 12)).toBe(-40);
  });

  test('in one go it is the same', () => {
    const one = new Member(rules());
    expect(one.redeem('2024-01-10', 41)).toBe('insufficient-points');
    expect(explain(one.refusal, en)).toBe(
      'Refused (clause 3): 41 points needed; the balance is 0, and at most 40 may be owed.',
    );
    expect(explain(one.refusal, zhCN)).toContain('最多可透支 40 分');
    expect(explain(one.refusal, ja)).toContain('40ポイントまで');
  });

  test('an earlier day may not owe so much that a later one owes more than it may', () => {
    const one = new Member(rules());
    one.activity('2024-01-10', 20);
    one.redeem('2024-06-01', 50);
    expect(one.redeem('2024-03-01', 11)).toBe('insufficient-points');
    expect(one.redeem('2024-03-01', 10)).toBe(10);
    expect(one.balanceOn('2024-06-01')).toBe(-40);
  });

  test('with points that lapse the debt stays, and what lapses covers nothing', () => {
    const one = new Member(rules({ carryOver: { clause: '4', lapse: { window: 'year', periods: 0 } } }));
    one.activity('2023-06-01', 30);
    expect(one.redeem('2024-02-01', 45)).toBe('insufficient-points');
    expect(one.redeem('2024-02-01', 40)).toBe(-40);
    expect(one.balanceOn('2030-01-01')).toBe(-40);
    // The 30 of 2023 lapsed unspent, so that a visit of that year can still take them, and owe what later days do not.
    expect(one.redeem('2023-07-01', 31)).toBe('insufficient-points');
    expect(one.redeem('2023-07-01', 30)).toBe(0);
  });

  test('it can be sent to another member, too', () => {
    const one = new Member(rules());
    const send = (points: number, transferId: string) =>
      one.send('TransferPoints', { transferId, to: 'other', points, on: '2024-01-10' });
    expect([send(41, 't1'), send(40, 't2')]).toEqual(['insufficient-points', -40]);
  });

  test('and a correction that may not take the balance below 0 may take it as far', () => {
    const one = new Member(
      scheme({
        scoring: A_POINT_EACH,
        floor: 'refuse-balance',
        redemption: { overdraft: { clause: '3', points: 40 } },
      }),
    );
    expect([one.correct('2024-01-10', -41), one.correct('2024-01-10', -40)]).toEqual(['below-zero', -40]);
    one.correct('2024-01-11', -1);
    expect(explain(one.refusal, en)).toBe(
      'Refused (clause 5): The balance is −40; taking 1 point would leave it below −40.',
    );
  });

  test('what is owed when it is entered counts where that is what covers a redemption', () => {
    const one = new Member(rules({ covered: 'when-entered' }));
    one.activity('2024-06-01', 5);
    expect([one.redeem('2024-01-10', 46), one.redeem('2024-01-10', 45)]).toEqual([
      'insufficient-points',
      -45,
    ]);
  });
});

test('points that lapse count as far as they are held in the end, where that covers a redemption', () => {
  const one = new Member(
    scheme({
      scoring: A_POINT_EACH,
      redemption: {
        covered: 'when-entered',
        carryOver: { clause: '4', lapse: { window: 'year', periods: 0 } },
      },
    }),
  );
  one.activity('2023-06-01', 5);
  one.activity('2024-06-01', 3);
  expect([one.redeem('2023-07-01', 4), one.redeem('2024-07-01', 3)]).toEqual(['insufficient-points', 0]);
});

describe('members who may owe 5 points, and whose points wait until the next half-year', () => {
  const WAITING = { spendableAfter: 'half-year', overdraft: { clause: '3', points: 5 } } as const;
  const waiting = (more: object = {}) =>
    new Member(scheme({ scoring: { by: 'fixed', points: 10 }, redemption: { ...WAITING, ...more } }));

  test('owe what they spend of points that wait, until these have waited', () => {
    const one = waiting();
    one.activity('2024-02-01');
    expect([one.redeem('2024-03-01', 6), one.redeem('2024-03-01', 5)]).toEqual(['insufficient-points', 5]);
    expect(one.redeem('2024-03-02', 1)).toBe('insufficient-points');
    expect(one.refusal).toMatchObject({ facts: { price: 1, balance: -5, held: 5, overdraft: 5 } });
    expect(explain(one.refusal, en)).toContain('what can be spent on that day is −5, and at most 5 may');
    expect(explain(one.refusal, zhCN)).toContain('可兑换积分为 −5 分，最多可透支 5 分');
    expect([one.redeem('2024-07-01', 10), one.redeem('2024-07-01', 1)]).toEqual([-5, 'insufficient-points']);
  });

  test('and still owe what points that wait made up', () => {
    const one = waiting();
    expect(one.redeem('2024-01-10', 5)).toBe(-5);
    one.activity('2024-02-01');
    expect(one.redeem('2024-03-01', 1)).toBe('insufficient-points');
    expect(one.redeem('2024-07-01', 10)).toBe(-5);
  });

  test('and owe nothing for points that lapsed before they had waited', () => {
    const one = waiting({
      spendableAfter: 'year',
      carryOver: { clause: '4', inactivity: { last: 2, of: 'months' } },
    });
    one.activity('2024-02-01');
    expect(one.balanceOn('2024-06-01')).toBe(0);
    expect(one.redeem('2024-06-01', 5)).toBe(-5);
  });
});

describe('a district where points are redeemed at any community', () => {
  const rules = scheme({
    opening: 5,
    scoring: { by: 'fixed', points: 1 },
    redemption: { at: 'any-community' },
  });

  test('5, 6 after a service, 5 after one received, 4 after one received elsewhere', () => {
    const one = new Member(rules);
    expect([
      one.balanceOn('2020-01-01'),
      one.activity('2024-01-10'),
      one.redeem('2024-02-10', 1),
      one.redeem('2024-03-10', 1, 'elsewhere'),
    ]).toEqual([5, 6, 5, 4]);
    const [event] = one.decision?.accepted ? one.decision.events : [];
    expect(event?.data).toMatchObject({ communityId: 'home', at: 'elsewhere' });
    expect(explain(event as never, en)).toContain("Redeemed at community 'elsewhere'.");
    expect(explain(event as never, zhCN)).toContain('在社区“elsewhere”兑换。');
    expect(explain(event as never, ja)).toContain('交換した地域は「elsewhere」です。');
    expect(statement(one.events, { from: '2024-03-01', to: '2024-03-31' })?.closing.redeemable).toBe(4);
  });

  test('sent again it is the same visit, and at another community another one', () => {
    const one = new Member(rules);
    const visit = (communityId: string) =>
      one.send(
        'RedeemPoints',
        {
          redemptionId: 'r',
          communityId,
          lines: [{ rewardId: 'reward', quantity: 1 }],
          on: '2024-01-10',
        },
        communityId,
      );
    expect([visit('elsewhere'), visit('elsewhere'), one.events.length]).toEqual([4, 4, 2]);
    expect(visit('home')).toBe('duplicate-redemption');
  });

  test('the handbook is that of the community where it is', () => {
    const one = new Member(rules);
    const data = { redemptionId: 'r', lines: [{ rewardId: 'reward', quantity: 1 }], on: '2024-01-10' };
    expect(one.send('RedeemPoints', { ...data, communityId: 'elsewhere' })).toBe('wrong-handbook');
    expect(explain(one.refusal, en)).toBe(
      "Refused (clause 3): The handbook is that of community 'home'; the points are redeemed at 'elsewhere'.",
    );
    expect(explain(one.refusal, zhCN)).toContain('兑换地为“elsewhere”');
    expect(explain(one.refusal, ja)).toContain('交換するのは「elsewhere」');
  });

  test('the account that continues another knows where points were redeemed', () => {
    const one = new Member(rules);
    one.redeem('2024-01-10', 1, 'elsewhere');
    one.redeem('2024-01-11', 1);
    one.send('CloseAccount', { reason: 'merged', on: '2024-02-01' });
    const [closed] = one.decision?.accepted ? one.decision.events : [];
    const bank = createBank(rules);
    const by = { office: 'community', communityId: 'home' } as const;
    const opening = {
      type: 'OpenAccount',
      data: {
        accountId: 'next',
        role: 'member',
        communityId: 'home',
        on: '2024-02-01',
        formComplete: true,
        by,
        continues: [closed],
      },
    };
    const opened = bank.decideUnknown(opening, initialAccount);
    const account = fold(opened.accepted ? opened.events : []);
    expect(account).toMatchObject({
      redemptions: [{ on: '2024-01-10', at: 'elsewhere' }, { on: '2024-01-11' }],
    });
    expect(account.status === 'open' && account.redemptions[1]).not.toHaveProperty('at');
  });

  test('stock is that of the community where it is', () => {
    const one = new Member(rules);
    const stocked = {
      ...handbookOf('elsewhere', 1),
      rewards: handbookOf('elsewhere', 1).rewards.map((reward) => ({ ...reward, stock: 5 })),
    };
    one.redeem('2024-01-10', 2, 'elsewhere');
    one.redeem('2024-01-11', 1);
    expect(stockAfter(stocked, one.events).rewards[0]?.stock).toBe(3);
    const last = { ...stocked, rewards: stocked.rewards.map((reward) => ({ ...reward, stock: 1 })) };
    const bank = createBank(rules, { handbook: last });
    const by = { office: 'community', communityId: 'elsewhere' } as const;
    const lines = [{ rewardId: 'reward', quantity: 1 }];
    const visits = ['a', 'b'].map((redemptionId) => ({
      type: 'RedeemPoints',
      data: { accountId: 'm', redemptionId, communityId: 'elsewhere', lines, on: '2024-03-01', by },
    }));
    const { decisions, handbook } = decideAll(bank, visits, new Map([['m', one.account]]));
    const codes = decisions.map((decision) => (decision.accepted ? 'accepted' : decision.refusal.code));
    expect([...codes, handbook?.rewards[0]?.stock]).toEqual(['accepted', 'out-of-stock', 0]);
  });

  test('another community enters nothing else', () => {
    const one = new Member(rules);
    const activity = { item: 'activity', matterId: 'm', on: '2024-01-10' };
    expect(one.send('CreditActivity', activity, 'elsewhere')).toBe('wrong-community');
    const data = { redemptionId: 'r', lines: [{ rewardId: 'reward', quantity: 1 }], on: '2024-01-10' };
    expect(one.send('RedeemPoints', { ...data, communityId: 'home' }, 'elsewhere')).toBe('wrong-community');
  });

  test('elsewhere is refused if the rules do not say so', () => {
    const one = new Member(scheme({ opening: 5, scoring: A_POINT_EACH, redemption: {} }));
    expect(one.redeem('2024-01-10', 1, 'elsewhere')).toBe('wrong-community');
    const data = { redemptionId: 'r', lines: [{ rewardId: 'reward', quantity: 1 }], on: '2024-01-10' };
    expect(one.send('RedeemPoints', { ...data, communityId: 'elsewhere' })).toBe('wrong-community');
  });
});

test('a wait of days counts from the first day of the next window', () => {
  const days = scheme({
    scoring: A_POINT_EACH,
    redemption: { spendableAfter: 'month', spendableWait: { last: 10, of: 'days' } },
  });
  const one = new Member(days);
  one.activity('2024-01-20', 1);
  expect([one.redeem('2024-02-10', 1), one.redeem('2024-02-11', 1)]).toEqual(['insufficient-points', 0]);
});
