import { expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import { type RuleSet, snapshot } from '../../src/index.js';
import { parseSnapshot } from '../../src/schema.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { verify } from '../living/commands.js';
import { credited, opened } from '../rule-sets/commands.js';
import { accountOf, eventOf, outcomes, run } from '../support/history.js';
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

test('what is verified apart counts as often as the day of the entry said', () => {
  const { authority } = ruleSet;
  const apart: RuleSet = {
    ...ruleSet,
    verification: { clause: '2', title: { en: 'verification' } },
    authority: { ...authority, offices: { ...authority.offices, VerifyEntry: ['community'] } },
  };
  const verified = verify({ kind: 'matter', id: 'a' }, '2024-05-01');
  const ran = run([OPENED, credited('service', 'a', '2024-03-01', 3), verified], { ruleSet: apart });
  expect(ran.outcomes).toEqual([0, 0, 6]);
  const event = eventOf(ran.steps[2]?.decision);
  expect(event).toMatchObject({ data: { factor: { times: 2, scored: 3 }, scored: 6 } });
  expect(explain(event, en, apart)).toContain(
    "3 (hours): 1 point for each 1 scores 3. 'Volunteer month' (clause 3) counts it 2 times: 6 points.",
  );
  const account = accountOf(run([OPENED, credited('service', 'a', '2024-03-01', 3)], { ruleSet: apart }));
  expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot(account, 2))))).toMatchObject({ ok: true });
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
