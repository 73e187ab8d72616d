import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { sensitivity } from '../../src/simulation.js';
import { under } from '../support/arbitraries.js';
import {
  accountOf,
  credit,
  lastEvent,
  open,
  outcomes,
  refusalOf,
  reportIn,
  run,
} from '../support/history.js';
import { told } from '../support/words.js';

describe('2.2: a red account for each party member, a blue one for each resident', () => {
  test.each([
    ['community-party-member', 'red', 'blue'],
    ['in-service-party-member', 'red', 'blue'],
    ['resident', 'blue', 'red'],
  ] as const)('the account of a %s is %s', (role, colour, other) => {
    expect(accountOf(run([open(role)]))).toMatchObject({
      role,
      colour,
      communityId: 'linan',
      openedOn: '2023-01-10',
    });
    expect(outcomes([open(role, '2023-01-10', { colour })])).toEqual([1]);
    const { steps } = run([open(role, '2023-01-10', { colour: other })]);
    expect(refusalOf(steps[0]?.decision)).toMatchObject({
      code: 'wrong-colour',
      clause: '2.2',
      facts: { colour: other, expected: colour },
    });
  });

  test('each person has one account, of one role and one community, for life', () => {
    const { steps, outcomes: became } = run([
      open('resident', '2023-01-10'),
      open('resident', '2023-01-11'),
      open('in-service-party-member', '2023-01-10'),
    ]);
    expect(became).toEqual([1, 'account-already-open', 'account-already-open']);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({ clause: '2.2', facts: { openedOn: '2023-01-10' } });
  });

  test('nothing is recorded for an account that has not been opened', () => {
    const { steps, outcomes: became } = run([credit('activity', 'a'), reportIn('2023-03-01')]);
    expect(became).toEqual(['account-not-open', 'account-not-open']);
    expect(refusalOf(steps[0]?.decision).clause).toBe('2.2');
  });

  test('nor for a day before it was opened', () => {
    expect(outcomes([open('resident', '2023-03-02'), credit('activity', 'a', '2023-03-01')])).toEqual([
      1,
      'before-opening',
    ]);
  });

  describe('a person with an account at another community', () => {
    const otherAccounts = [{ accountId: 'b7', communityId: 'beishan' }];
    const refused = under(['two-communities', 'refused']);
    const opening = (ruleSet?: RuleSet) =>
      run([open('resident', '2023-01-10', { otherAccounts })], ruleSet === undefined ? {} : { ruleSet });

    test('opens one here as well, and the opening keeps what the centre knew', () => {
      const { data } = lastEvent(opening(), 'AccountOpened');
      expect(data).toMatchObject({ otherAccounts, readings: { 'two-communities': 'allowed' } });
      expect(told(lastEvent(opening(), 'AccountOpened'), renfa2022)['zh-CN']).toContain(
        '本人在社区“beishan”另有账户“b7”尚未注销。',
      );
      expect(lastEvent(run([open('resident')]), 'AccountOpened').data.readings).toEqual({
        'registration-year': 'calendar-year',
      });
    });

    test('is refused under the other reading, for whoever the centre knows of alone', () => {
      const { steps } = opening(refused);
      expect(refusalOf(steps[0]?.decision)).toMatchObject({
        code: 'another-account-open',
        clause: '2.2',
        facts: { accountId: 'b7', communityId: 'beishan' },
        readings: { 'two-communities': 'refused' },
      });
      expect(outcomes([open('resident')], { ruleSet: refused })).toEqual([1]);
    });

    test('sent again, with what the centre knows by then, is the same opening', () => {
      const again = [open('resident'), open('resident', '2023-01-10', { otherAccounts })];
      expect(outcomes(again, { ruleSet: refused })).toEqual([1, 'retried']);
    });

    test('matters to a ledger that has one', () => {
      const { events } = opening();
      const { effects } = sensitivity([events], renfa2022);
      expect(effects.find(({ reading }) => reading === 'two-communities')).toMatchObject({
        answer: 'refused',
        accountsChanged: 1,
        totalPoints: -1,
        matters: true,
      });
    });
  });
});
