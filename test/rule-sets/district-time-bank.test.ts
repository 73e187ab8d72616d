import { expect, test } from 'vitest';
import { balanceOn, evolve } from '../../src/index.js';
import { districtTimeBank } from '../../src/rule-sets.js';
import { receive, send } from '../living/commands.js';
import { accountOf, bankOf, eventOf, outcomes, run } from '../support/history.js';
import { credited, opened, POINT_BY_POINT, pricedAt, spent } from './commands.js';

const RULES = { ruleSet: districtTimeBank, handbook: POINT_BY_POINT };
const OPENED = opened('member');

test('5 to start with, 6 after a service, 5 after one received, 4 after one received elsewhere (1–3)', () => {
  const ran = run([OPENED, credited('service', 'a', '2024-01-10'), spent(1, '2024-02-10')], RULES);
  const held = ['2024-01-02', '2024-01-10', '2024-02-10'];
  expect(held.map((on) => balanceOn(accountOf(ran), on, districtTimeBank))).toEqual([5, 6, 5]);

  const communityId = 'elsewhere';
  const { type, data } = spent(1, '2024-03-10');
  const decision = bankOf(districtTimeBank, pricedAt(1, communityId)).decideUnknown(
    { type, data: { ...data, communityId, by: { office: 'community', communityId } } },
    accountOf(ran),
  );
  const event = eventOf(decision);
  expect(event.data).toMatchObject({ communityId: 'linan', at: 'elsewhere' });
  const after = evolve(accountOf(ran), event);
  expect(balanceOn(after, '2024-03-10', districtTimeBank)).toBe(4);
});

test('a service needs a point', () => {
  expect(outcomes([OPENED, spent(6, '2024-02-10'), spent(5, '2024-02-11')], RULES)).toEqual([
    5,
    'insufficient-points',
    -5,
  ]);
});

test('points may be turned over to family (4)', () => {
  const given = run([OPENED, send('gift', 'v2', 2, '2024-06-01')], RULES);
  expect(given.outcomes).toEqual([5, -2]);
  const family = opened('member', '2024-01-02', { accountId: 'v2' });
  expect(outcomes([family, receive(given.events.at(-1), 'v2', '2024-06-01')], RULES)).toEqual([5, 2]);
});
