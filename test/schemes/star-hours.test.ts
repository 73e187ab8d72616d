import { expect, test } from 'vitest';
import { quantities, type RoleRule, type RuleSet, snapshot } from '../../src/index.js';
import { communityRegister, statement } from '../../src/reports.js';
import { parseSnapshot } from '../../src/schema.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened } from '../rule-sets/commands.js';
import { accountOf, close, eventOf, lastEvent, reverse, run } from '../support/history.js';
import { matter, rulesWith } from './scoring-rules.js';

const OPENED = opened('member');
const unit = { unit: 'hour', unitTitle: { en: 'hours' } } as const;

/** Free service received lowers the hours. */
const RULES = {
  ruleSet: rulesWith({
    given: matter('Service given', { by: 'quantity', ...unit, points: 10, each: 1, rounding: 'down' }),
    received: matter('Service received', {
      by: 'quantity',
      ...unit,
      points: 0,
      each: 1,
      rounding: 'down',
      lowers: true,
    }),
  }),
};

const SIXTY = credited('given', 'a', '2024-01-05', 60);
const TWENTY = credited('received', 'b', '2024-02-05', 20);

test('60 hours, then 20 hours of service received, are 40 hours', () => {
  const ran = run([OPENED, SIXTY, TWENTY], RULES);
  expect(ran.outcomes).toEqual([0, 600, 0]);
  expect(quantities(accountOf(ran))).toEqual({ hour: 40 });
  expect(quantities(accountOf(ran), { item: 'received' })).toEqual({ hour: -20 });
  expect(quantities(accountOf(ran), { to: '2024-01' })).toEqual({ hour: 60 });
});

test('undone, the service received lowers nothing, and lowers again when that is undone', () => {
  const undone = [OPENED, SIXTY, TWENTY, reverse('r', 'matter', 'b', '2024-03-01')];
  expect(quantities(accountOf(run(undone, RULES)))).toEqual({ hour: 60 });
  const back = [...undone, reverse('s', 'reversal', 'r', '2024-03-02')];
  expect(quantities(accountOf(run(back, RULES)))).toEqual({ hour: 40 });
});

test('more may be received than was given', () => {
  expect(quantities(accountOf(run([OPENED, TWENTY], RULES)))).toEqual({ hour: -20 });
});

test('reports take it off as well', () => {
  const { events } = run([OPENED, SIXTY, TWENTY], RULES);
  const register = communityRegister(events, { communityId: 'linan', on: '2024-12-31' });
  expect(JSON.stringify(register)).toContain('"quantity":-20');
  expect(statement(events, { from: '2024-01-01', to: '2024-12-31' })?.closing.redeemable).toBe(600);
});

test('the explanation says so', () => {
  const event = eventOf(run([OPENED, SIXTY, TWENTY], RULES).steps[2]?.decision);
  expect(explain(event, en, RULES.ruleSet)).toContain('20 (hours) is taken off the sum.');
  expect(explain(event, zhCN, RULES.ruleSet)).toContain('从累计数量中减去 20 hours');
  expect(explain(event, ja, RULES.ruleSet)).toContain('累計から20（hours）を差し引きます');
});

test('an account that continues another takes the hours as they are', () => {
  const { authority } = RULES.ruleSet;
  const said = (en: string) => ({ en });
  const reasons = { moved: { title: said('moved'), holdings: 'handed-on' } } as const;
  const ruleSet = {
    ...RULES.ruleSet,
    authority: { ...authority, offices: { ...authority.offices, CloseAccount: ['community'] as const } },
    closing: { clause: '1', title: said('closing'), reasons },
  };
  const day = '2024-02-05';
  const cancelled = credited('given', 'c', '2024-03-05', 2);
  const received = credited('received', 'd', '2024-03-05', 2);
  const closed = run([OPENED, SIXTY, TWENTY, cancelled, received, close('moved', '2024-04-01')], { ruleSet });
  const closing = lastEvent(closed, 'AccountClosed');
  expect(closing.data.handedOn?.items).toContainEqual({
    item: 'received',
    on: day,
    points: 0,
    entries: 1,
    quantities: [{ unit: 'hour', quantity: -20 }],
  });
  const { data } = opened('member', '2024-04-02', { accountId: 'v2', continues: [closing] });
  const next = run([{ type: 'OpenAccount', data }], { ruleSet });
  expect(quantities(accountOf(next, 'v2'))).toEqual({ hour: 40 });
  expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot(accountOf(next, 'v2'), 1)))).ok).toBe(true);
});

test('hours that lower wait to be verified like any others', () => {
  const { authority } = RULES.ruleSet;
  const ruleSet = {
    ...RULES.ruleSet,
    verification: { clause: '2', title: { en: 'verification' } },
    authority: { ...authority, offices: { ...authority.offices, VerifyEntry: ['community'] as const } },
  };
  const data = {
    accountId: 'v1',
    verifies: { kind: 'matter', id: 'b' },
    on: '2024-03-01',
    by: OPENED.data.by,
  };
  const ran = run([OPENED, TWENTY, { type: 'VerifyEntry', data }], { ruleSet });
  expect(quantities(accountOf(run([OPENED, TWENTY], { ruleSet })))).toEqual({});
  expect(quantities(accountOf(ran))).toEqual({ hour: -20 });
  expect(lastEvent(ran, 'EntryVerified').data).toMatchObject({ quantity: 20, lowers: true });
});

test('a limit counts the hours that lower like any others, also when they come back', () => {
  const most = { clause: '1', title: { en: 'at most 24 hours' }, counts: 'quantity', unit: 'hour' } as const;
  const limit = {
    ...most,
    items: ['received'],
    per: 'calendar-year',
    maximum: 24,
    beyond: 'refuse',
  } as const;
  const { member } = RULES.ruleSet.roles;
  const ruleSet: RuleSet = {
    ...RULES.ruleSet,
    roles: { member: { ...(member as RoleRule), limits: { most: limit } } },
  };
  const more = (hours: number, on = '2024-03-05') => credited('received', `more ${hours}`, on, hours);
  expect(run([OPENED, SIXTY, TWENTY, more(5), more(4)], { ruleSet }).outcomes).toEqual([
    0,
    600,
    0,
    'limit-reached',
    0,
  ]);
  expect(run([OPENED, TWENTY, more(5, '2025-01-01')], { ruleSet }).outcomes).toEqual([0, 0, 0]);
  const undone = [OPENED, TWENTY, reverse('r', 'matter', 'b', '2024-03-01')];
  const back = reverse('s', 'reversal', 'r', '2024-04-01');
  expect(run([...undone, more(4), back], { ruleSet }).outcomes.at(-1)).toBe(0);
  expect(run([...undone, more(5), back], { ruleSet }).outcomes.at(-1)).toBe('limit-reached');
});
