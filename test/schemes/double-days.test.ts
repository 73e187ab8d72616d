import { expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import type { RuleSet } from '../../src/index.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened } from '../rule-sets/commands.js';
import { eventOf, outcomes, run } from '../support/history.js';
import { matter, rulesWith } from './scoring-rules.js';

const OPENED = opened('member');

/** Twice the points in the volunteers' month, half as many again in the week of the festival. */
const factors = {
  'volunteer-month': {
    clause: '3',
    title: { en: 'Volunteer month' },
    times: 2,
    from: '2024-03-01',
    until: '2024-03-31',
  },
  festival: { clause: '4', title: { en: 'Festival' }, times: 1.5, from: '2024-03-25', until: '2024-04-07' },
};
const ruleSet = rulesWith({
  service: matter(
    'Service',
    { by: 'quantity', unit: 'hour', unitTitle: { en: 'hours' }, points: 1, each: 1, rounding: 'down' },
    { factors },
  ),
  breach: matter('Breach', { by: 'fixed', points: -3 }, { factors }),
});
const RULES = { ruleSet };

test.each([
  ['2024-02-29', 3],
  ['2024-03-01', 6],
  ['2024-03-31', 6],
  ['2024-04-01', 4],
  ['2024-04-08', 3],
])('3 hours on %s score %d', (on, points) => {
  expect(outcomes([OPENED, credited('service', 'a', on, 3)], RULES)).toEqual([0, points]);
});

test('a deduction counts as many times, rounded towards nothing', () => {
  expect(outcomes([OPENED, credited('breach', 'a', '2024-04-01')], RULES)).toEqual([0, -4]);
});

test('the explanation names the factor', () => {
  const event = eventOf(run([OPENED, credited('service', 'a', '2024-03-01', 3)], RULES).steps[1]?.decision);
  const said = explain(event, en, ruleSet);
  expect(said).toContain('3 (hours): 1 point for each 1 scores 3.');
  expect(said).toContain("'Volunteer month' (clause 3) counts it 2 times: 6 points.");
  expect(explain(event, zhCN, ruleSet)).toContain('按 2 倍计，记 6 分');
  expect(explain(event, ja, ruleSet)).toContain('2倍で、6ポイント');
});

test('days in the wrong order, and a factor of what is taken whole, are problems', () => {
  const rules = JSON.parse(JSON.stringify(ruleSet)) as RuleSet;
  const { member } = rules.roles;
  if (member === undefined) throw new Error('no role');
  const backwards = { ...factors, festival: { ...factors.festival, until: '2024-03-01' } };
  const items = {
    ...member.items,
    service: { ...member.items.service, factors: backwards },
    breach: matter('Breach', { by: 'balance' }, { factors }),
  };
  const broken = { ...rules, roles: { member: { ...member, items } } };
  expect(checkRuleSet(broken).map(({ path, code }) => [path, code])).toEqual([
    ['roles.member.items.service.factors.festival.until', 'backwards'],
    ['roles.member.items.breach.factors', 'not-both'],
  ]);
});
