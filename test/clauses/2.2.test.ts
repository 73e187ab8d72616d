import { describe, expect, test } from 'vitest';
import { accountOf, credit, open, outcomes, refusalOf, reportIn, run } from '../support/history.js';

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
});
