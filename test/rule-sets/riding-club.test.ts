import { describe, expect, test } from 'vitest';
import { balanceOn } from '../../src/index.js';
import { ridingClub } from '../../src/rule-sets.js';
import { receive, send } from '../living/commands.js';
import { days } from '../schemes/small-scheme.js';
import { accountOf, outcomes, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT } from './commands.js';

const RULES = { ruleSet: ridingClub, handbook: POINT_BY_POINT };
const OPENED = opened('member');

describe('of two duties at one show only the higher counts (1)', () => {
  test.each([
    ['manager', 'announcer', [10, 0]],
    ['announcer', 'manager', [5, 5]],
  ])('%s, then %s', (first, second, points) => {
    const duties = [first, second].map((duty) => credited(duty, 'show of May', '2024-05-04'));
    const ran = run([OPENED, ...duties], RULES);
    expect(ran.outcomes.slice(1)).toEqual(points);
    expect(accountOf(ran).earned).toBe(10);
  });
});

test('of 250 that are left on 31 December 100 carry over, and 250 stay earned (2)', () => {
  const shows = days('2024-03-01', 25).map((on) => credited('manager', `show of ${on}`, on));
  const account = accountOf(run([OPENED, ...shows], RULES));
  // The season ends on 31 October.
  const ends = ['2024-11-01', '2024-12-31', '2025-01-01', '2025-11-01', '2026-01-01'];
  expect(ends.map((on) => balanceOn(account, on, ridingClub))).toEqual([250, 250, 100, 100, 100]);
  expect(account.earned).toBe(250);
});

test('points may be given within a family (3)', () => {
  const show = credited('manager', 'show of May', '2024-05-04');
  const given = run([OPENED, show, send('gift', 'v2', 4, '2024-06-01')], RULES);
  expect(given.outcomes).toEqual([0, 10, -4]);
  const family = opened('member', '2024-01-02', { accountId: 'v2' });
  expect(outcomes([family, receive(given.events.at(-1), 'v2', '2024-06-01')], RULES)).toEqual([0, 4]);
});
