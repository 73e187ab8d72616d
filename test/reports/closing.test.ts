import { describe, expect, test } from 'vitest';
import { communityRegister } from '../../src/reports/register/community-register.js';
import type { ReportEntry } from '../../src/reports/shared/report-entry.js';
import { annualFeedback, annualFeedbacks } from '../../src/reports/volunteer/annual-feedback.js';
import { type Statement, statement } from '../../src/reports/volunteer/statement.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import { reported } from '../support/words.js';
import { Centre, LIVING } from './history.js';

const YEAR = { from: '2023-01-01', to: '2023-12-31' };

function of(
  centre: Centre,
  accountId: string,
  more: Partial<Parameters<typeof statement>[1]> = {},
): Statement {
  return statement(centre.events, { ...YEAR, accountId, ...more }) as Statement;
}

/** A resident who joins the party in June 2023. */
function joiner(ruleSet = renfa2022): Centre {
  const centre = new Centre(ruleSet);
  centre.open('v', '2022-11-01');
  centre.credit('v', '2023-03-01', 'a', 'hard');
  centre.redeem('v', '2023-04-01', 'r');
  centre.correct('v', '2023-05-01', 'c', 1);
  centre.goOn('v', '2023-06-10', 'w', 'role-changed', 'community-party-member');
  centre.credit('w', '2023-07-01', 'b');
  return centre;
}

describe('an account that was closed and continued', () => {
  test('ends with a balance of 0, and its line says where the points went', () => {
    const made = of(joiner(), 'v');
    expect(made).toMatchObject({
      closed: { on: '2023-06-10', reason: 'role-changed', continuedBy: 'w' },
      closing: { redeemable: 0, assessment: 4 },
      totals: { earned: 2, corrected: 1, redeemed: 1, closedOut: 3 },
    });
    const last = made.entries.at(-1) as ReportEntry;
    expect(last).toMatchObject({
      type: 'AccountClosed',
      points: -3,
      assessed: 0,
      closing: { reason: 'role-changed', holdings: 'handed-on', continuedBy: 'w' },
    });
    expect(reported(last)).toEqual({
      'zh-CN': '账户注销（类别变更），剩余积分移交账户 w',
      en: "Account closed: change of role; points handed on to account 'w'",
    });
    expect(of(joiner(), 'v', { knownOn: '2023-06-09' })).not.toHaveProperty('closed');
    expect(of(joiner(), 'v', { to: '2023-06-09' }).closing.redeemable).toBe(3);
  });

  test('has no more than its later entries, as long as it is not on record that they were undone', () => {
    const centre = new Centre(renfa2022);
    centre.open('v', '2022-11-01');
    centre.credit('v', '2023-03-01', 'late', 'hard');
    centre.reverse(centre.last, '2023-03-02', 'undone', { recordedOn: '2023-12-01' });
    expect(centre.goOn('v', '2023-01-10', 'w')).toBe(true);
    const told = ({ opening, closing, totals }: Statement) => [
      opening.redeemable,
      totals.earned,
      totals.closedOut,
      closing.redeemable,
    ];
    expect(told(of(centre, 'v'))).toEqual([1, 0, 1, 0]);
    expect(told(of(centre, 'v', { from: '2023-02-01' }))).toEqual([0, 0, 0, 0]);
    // The same as what the next account took up.
    expect(told(of(centre, 'v', { knownOn: '2023-06-01' }))).toEqual([1, 2, 1, 2]);
    expect(told(of(centre, 'v', { knownOn: '2023-06-01', from: '2023-02-01' }))).toEqual([0, 2, 0, 2]);
    expect(told(of(centre, 'v', { knownOn: '2023-06-01', to: '2023-02-28' }))).toEqual([1, 0, 1, 0]);
    const register = communityRegister(centre.events, { on: '2023-12-31', knownOn: '2023-06-01' });
    // The next account has a point of its own for its opening.
    expect(register.byMonth.map(({ month, outstanding }) => [month, outstanding])).toEqual([
      ['2022-11', 1],
      ['2022-12', 1],
      ['2023-01', 2],
      ['2023-02', 2],
      ['2023-03', 4],
    ]);
  });

  test('opens with what it took up', () => {
    const made = of(joiner(), 'w');
    expect(made).toMatchObject({
      continues: ['v'],
      opening: { redeemable: 0, assessment: 0 },
      closing: { redeemable: 5, assessment: 6 },
      totals: { earned: 2, takenUp: 3 },
    });
    expect(
      made.entries.map(({ on, points, assessed, redeemable, assessment }) => [
        on,
        points,
        assessed,
        redeemable,
        assessment,
      ]),
    ).toEqual([
      ['2023-06-10', 4, 5, 4, 5],
      ['2023-07-01', 1, 1, 5, 6],
    ]);
    expect(made.entries[0]?.takenUp).toEqual({ accountIds: ['v'], points: 3, assessed: 4 });
  });

  test('takes up points with their age', () => {
    const ruleSet = withReading(renfa2022, 'carry-over', 'year-end');
    const made = of(joiner(ruleSet), 'w', { to: '2024-12-31', ruleSet });
    // Of 2022, 1 point had lapsed before; of the 2 and 1 of 2023, one was spent; the opening is the year's report-in.
    expect(made.entries.map(({ type, on, points }) => [type, on, points])).toEqual([
      ['AccountOpened', '2023-06-10', 3],
      ['ActivityCredited', '2023-07-01', 1],
      ['PointsLapsed', '2024-01-01', -4],
    ]);
    expect(made.closing).toEqual({ redeemable: 0, assessment: 6 });
  });

  test('gives back what is returned of a visit that was handed on', () => {
    const centre = joiner();
    const reverses = { kind: 'redemption', id: 'r' };
    centre.enter('ReverseEntry', 'w', { reversalId: 'x', reverses, reason: '退回', on: '2023-08-01' });
    const made = of(centre, 'w');
    expect(made.entries.map(({ type, on, points }) => [type, on, points])).toEqual([
      ['AccountOpened', '2023-06-10', 4],
      ['EntryReversed', '2023-06-10', 1],
      ['ActivityCredited', '2023-07-01', 1],
    ]);
    expect([made.totals.takenUp, made.closing.redeemable]).toEqual([4, 6]);
  });

  test('gives back, reward by reward, the whole of a visit that was handed on', () => {
    const centre = new Centre();
    centre.open('v', '2023-01-05');
    for (const matter of ['a', 'b']) centre.credit('v', '2023-01-06', matter, 'hard');
    const rewards = ['haircut', 'visit'];
    const lines = rewards.map((rewardId) => ({ rewardId, quantity: 1 }));
    centre.enter('RedeemPoints', 'v', { redemptionId: 'r', communityId: 'linan', lines, on: '2023-02-01' });
    centre.goOn('v', '2023-06-10', 'w');
    const balances = [of(centre, 'w').closing.redeemable];
    for (const [i, rewardId] of rewards.entries()) {
      const reverses = { kind: 'redemption', id: 'r' };
      const back = { reversalId: `x${i}`, reverses, lines: [{ rewardId, quantity: 1 }], reason: '退回' };
      expect(centre.enter('ReverseEntry', 'w', { ...back, on: '2023-08-01' })).toBe(true);
      balances.push(of(centre, 'w').closing.redeemable);
    }
    // 5 earned, 1 and 2 spent; the opening scores nothing, since the year's report-in was handed on.
    expect(balances).toEqual([2, 3, 5]);
    expect(of(centre, 'w').totals).toMatchObject({ takenUp: 5, redeemed: 0 });
    expect(of(centre, 'w').entries.map(({ type, points }) => [type, points])).toEqual([
      ['AccountOpened', 2],
      ['EntryReversed', 1],
      ['EntryReversed', 2],
    ]);
  });

  test('stands apart in the register, and every entry counts once', () => {
    const register = communityRegister(joiner().events, { on: '2023-12-31' });
    expect(
      register.accounts.map(({ accountId, redeemable, assessment }) => [accountId, redeemable, assessment]),
    ).toEqual([['w', 5, 6]]);
    expect(
      register.closedAccounts.map(({ accountId, closed, redeemable }) => [accountId, closed?.on, redeemable]),
    ).toEqual([['v', '2023-06-10', 0]]);
    expect(register.totals).toEqual({
      accounts: 1,
      closedAccounts: 1,
      entries: 4,
      earned: 5,
      corrected: 1,
      redeemed: 1,
      lapsed: 0,
      transferred: 0,
      takenUp: 3,
      closedOut: 3,
      redeemable: 5,
      assessment: 6,
    });
    const before = communityRegister(joiner().events, { on: '2023-06-09' });
    expect([before.accounts.length, before.closedAccounts]).toEqual([1, []]);
  });

  test('is fed back for the year in which it was closed, after the open ones', () => {
    const { events } = joiner();
    const feedbacks = annualFeedbacks(events, 2023);
    expect([...feedbacks.keys()]).toEqual(['w', 'v']);
    expect(feedbacks.get('v')).toMatchObject({
      earned: 2,
      corrected: 1,
      assessment: 3,
      redeemable: 0,
      closed: { reason: 'role-changed' },
    });
    // Of the year, 2 + 1 were taken up; 1 of the year before was not.
    expect(feedbacks.get('w')).toMatchObject({
      earned: 2,
      takenUp: 3,
      assessment: 5,
      redeemable: 5,
      mark: { points: 5 },
    });
    expect([...annualFeedbacks(events, 2024).keys()]).toEqual(['w']);
    // A closing of a later year is in no supplement of this one.
    expect(annualFeedbacks(events, 2022).get('v')?.supplement.entries).toEqual([]);
  });

  test('that was continued after the year was fed back is in the supplement with what it took up of the year', () => {
    const centre = new Centre();
    centre.open('v', '2022-05-01');
    centre.open('u', '2023-01-05');
    centre.credit('v', '2023-02-01', 'a', 'hard');
    centre.goOn('v', '2023-12-10', 'w');
    const supplement = annualFeedbacks(centre.events, 2023).get('w')?.supplement;
    expect(supplement).toMatchObject({ takenUp: 2, assessment: 3 });
    expect(supplement?.entries.map(({ type, assessed, takenUp }) => [type, assessed, takenUp])).toEqual([
      ['AccountOpened', 3, { accountIds: ['v'], points: 3, assessed: 2 }],
    ]);
  });

  test('is in no register of before its opening was on record', () => {
    const centre = new Centre();
    const opening = { role: 'resident', communityId: 'linan', formComplete: true };
    centre.enter('OpenAccount', 'v', { ...opening, on: '2023-01-05', recordedOn: '2023-02-01' });
    const known = (knownOn: string) =>
      communityRegister(centre.events, { on: '2023-12-31', knownOn }).accounts;
    expect([known('2023-01-31').length, known('2023-02-01').length]).toEqual([0, 1]);
  });
});

test('an account that was closed without anybody to go on forfeits its points', () => {
  const centre = new Centre();
  centre.open('v', '2023-01-05');
  centre.enter('CloseAccount', 'v', { reason: 'died', on: '2023-02-01' });
  const last = of(centre, 'v').entries.at(-1) as ReportEntry;
  expect(last).toMatchObject({ points: -1, closing: { holdings: 'forfeited' } });
  expect(reported(last)).toEqual({
    'zh-CN': '账户注销（去世），剩余积分清零',
    en: 'Account closed: died; points forfeited',
  });
});

test('transfers move the balance alone, and each names the other account', () => {
  const centre = new Centre(LIVING[0]);
  for (const id of ['v', 'w']) centre.open(id, '2023-01-05');
  centre.enter('TransferPoints', 'v', { transferId: 't', to: 'w', points: 1, on: '2023-02-01' });
  centre.enter('ReceivePoints', 'w', { sent: centre.last, on: '2023-02-02' });
  expect(of(centre, 'v')).toMatchObject({
    closing: { redeemable: 0, assessment: 1 },
    totals: { transferred: -1 },
    entries: [{}, { type: 'PointsSent', points: -1, assessed: 0, otherAccount: 'w' }],
  });
  expect(of(centre, 'w')).toMatchObject({
    closing: { redeemable: 2, assessment: 1 },
    totals: { transferred: 1 },
    entries: [{}, { type: 'PointsReceived', points: 1, assessed: 0, otherAccount: 'v' }],
  });
  const said = ['v', 'w'].map((id) => reported(of(centre, id).entries.at(-1) as ReportEntry)['zh-CN']);
  expect(said).toEqual(['积分转出至账户 w', '积分由账户 v 转入']);
});

test('posts given up and bars have lines of their own, without points', () => {
  const centre = new Centre(LIVING[0]);
  centre.open('v', '2023-01-05');
  centre.enter('ClaimPost', 'v', { postId: 'gate', kind: 'post', difficulty: 'base', on: '2023-02-01' });
  centre.enter('ReleasePost', 'v', { postId: 'gate', on: '2023-03-01' });
  const bar = { barId: 'b', ground: 'dispute', from: '2023-04-01', until: '2023-06-30', reason: '核实中' };
  centre.enter('BarAccount', 'v', { ...bar, on: '2023-04-01' });
  const [released, barred] = of(centre, 'v').entries.slice(-2) as unknown as [ReportEntry, ReportEntry];
  expect(released).toMatchObject({ type: 'PostReleased', points: 0, assessed: 0, event: { id: 'gate' } });
  expect(barred).toMatchObject({
    points: 0,
    barred: { from: '2023-04-01', until: '2023-06-30' },
    note: '核实中',
  });
  expect([released, barred].map((line) => reported(line))).toEqual([
    { 'zh-CN': '退岗：gate', en: 'Post given up: gate' },
    {
      'zh-CN': '限制资格：有纠纷（2023-04-01 至 2023-06-30）',
      en: 'Barred: In dispute (2023-04-01 to 2023-06-30)',
    },
  ]);
});

test('the member is named where that is not the account itself', () => {
  const centre = new Centre();
  const opening = {
    role: 'resident',
    communityId: 'linan',
    formComplete: true,
    on: '2023-01-05',
    memberId: 'li',
  };
  centre.enter('OpenAccount', 'v', opening);
  expect(of(centre, 'v').memberId).toBe('li');
  expect(annualFeedback(centre.events, 2023)?.memberId).toBe('li');
  expect(communityRegister(centre.events, { on: '2023-12-31' }).accounts[0]?.memberId).toBe('li');
  const patrol = { item: 'activity', difficulty: 'base', on: '2023-03-01' };
  centre.enter('CreditActivity', 'v', { ...patrol, matterId: 'a', memberId: 'wang' });
  centre.enter('CreditActivity', 'v', { ...patrol, matterId: 'b' });
  // The line of the opening does not say again whose account it is.
  const [first, byWang, ofNobody] = of(centre, 'v').entries;
  expect(byWang).toHaveProperty('memberId', 'wang');
  for (const line of [first, ofNobody]) expect(line).not.toHaveProperty('memberId');
});
