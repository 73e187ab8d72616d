import { expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import type { ItemRule, RuleSet } from '../../src/index.js';
import { ridingClub } from '../../src/rule-sets.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened } from '../rule-sets/commands.js';
import { accountOf, CENTRE, eventOf, reverse, run, VOLUNTEER } from '../support/history.js';

const OPENED = opened('member');
const { member } = ridingClub.roles;

/** The club's rules with further duties. */
function clubWith(duties: { readonly [item: string]: ItemRule }): RuleSet {
  const items = { ...member.items, ...duties };
  return defineRuleSet<RuleSet>({ ...ridingClub, roles: { member: { ...member, items } } });
}

function duty(points: number, more: Partial<ItemRule> = {}): ItemRule {
  return { ...member.items.announcer, scoring: { by: 'fixed', points }, ...more };
}

const RULES = { ruleSet: clubWith({ steward: duty(7), breach: duty(-2) }) };
const show = (duty: string, on = '2024-05-04') => credited(duty, 'show of May', on);

test.each([
  [
    ['manager', 'announcer'],
    [10, 0],
  ],
  [
    ['announcer', 'manager'],
    [5, 5],
  ],
  [
    ['announcer', 'steward', 'manager'],
    [5, 2, 3],
  ],
  [
    ['steward', 'manager', 'announcer'],
    [7, 3, 0],
  ],
  [
    ['breach', 'announcer', 'manager'],
    [-2, 5, 5],
  ],
])('%j at one show score %j', (duties, points) => {
  const ran = run([OPENED, ...duties.map((duty) => show(duty))], RULES);
  expect(ran.outcomes.slice(1)).toEqual(points);
});

test('duties at different shows all count', () => {
  const ran = run([OPENED, show('manager'), credited('announcer', 'show of June', '2024-06-01')], RULES);
  expect(ran.outcomes).toEqual([0, 10, 5]);
});

test.each([
  [3, [1, 1, 1]],
  [2, [1, 1, 1]],
  [1, [1, 0, 0]],
])('where one duty is served and attended for at most %d together, both rules bind', (most, points) => {
  const both = { serviceAndAttendance: 'together', mostPerMatter: most } as const;
  const ruleSet = clubWith({ helper: duty(1), steward: duty(most > 1 ? 2 : 1, both) });
  const served = credited('steward', 'show of May', '2024-05-04', undefined, { postId: 'ring' });
  const ran = run([OPENED, show('helper'), served, show('steward')], { ruleSet });
  expect(ran.outcomes.slice(1)).toEqual(points);
});

test('without the rule each duty counts', () => {
  const ruleSet: RuleSet = { ...ridingClub, entries: { clause: '1', order: 'any' } };
  const ran = run([OPENED, show('manager'), show('announcer')], { ruleSet });
  expect(accountOf(ran).earned).toBe(15);
});

test('a duty that was undone takes nothing, and comes back where there is room for it', () => {
  const undone = [OPENED, show('manager'), reverse('r', 'matter', 'show of May', '2024-05-05')];
  expect(run([...undone, show('announcer')], RULES).outcomes).toEqual([0, 10, -10, 5]);
  const back = reverse('s', 'reversal', 'r', '2024-05-06');
  expect(run([...undone, back], RULES).outcomes.at(-1)).toBe(10);
  expect(run([...undone, show('announcer'), back], RULES).outcomes.at(-1)).toBe('matter-used-up');
});

test('a duty that a higher one was added to comes back under it', () => {
  const reverses = { kind: 'matter' as const, id: 'show of May', item: 'announcer' };
  const undone = reverse('r', 'matter', 'show of May', '2024-05-05', { reverses });
  const back = reverse('s', 'reversal', 'r', '2024-05-06');
  const both = [OPENED, show('announcer'), show('manager'), undone];
  expect(run([...both, back], RULES).outcomes).toEqual([0, 5, 5, -5, 5]);
  expect(run([...both, show('steward'), back], RULES).outcomes).toEqual([0, 5, 5, -5, 2, 'matter-used-up']);
});

test('duties that wait take nothing from each other until they are verified', () => {
  const { authority } = RULES.ruleSet;
  const ruleSet = {
    ...RULES.ruleSet,
    verification: { clause: '2', title: { en: 'verification' } },
    authority: { ...authority, offices: { ...authority.offices, VerifyEntry: ['community'] as const } },
  };
  const verified = (item: string) => ({
    type: 'VerifyEntry',
    data: {
      accountId: VOLUNTEER,
      verifies: { kind: 'matter', id: 'show of May', item },
      on: '2024-06-01',
      by: CENTRE,
    },
  });
  const ran = run([OPENED, show('announcer'), show('manager'), verified('manager'), verified('announcer')], {
    ruleSet,
  });
  expect(ran.outcomes).toEqual([0, 0, 0, 10, 0]);
});

test('the explanation says that the highest counts', () => {
  const { steps } = run([OPENED, show('manager'), show('announcer')], RULES);
  const event = eventOf(steps[2]?.decision);
  expect(explain(event, en, RULES.ruleSet)).toContain(
    'The matter scored 10 points under other items, and only the highest counts, so 5 points were cut (clause 1).',
  );
  expect(explain(event, zhCN, RULES.ruleSet)).toContain(
    '同一事项只计最高的一项（条款 1），其他项目已记 10 分，因此少记 5 分',
  );
  expect(explain(event, ja, RULES.ruleSet)).toContain('同じ案件は最も高い一件だけを数え');
});

test('service and attendance together, and other duties beside them: whatever leaves less', () => {
  const drill = duty(2, { serviceAndAttendance: 'together', mostPerMatter: 3 });
  const ruleSet = clubWith({ drill, helper: duty(1) });
  const inPost = (matterId: string) => credited('drill', matterId, '2024-05-04', undefined, { postId: 'p' });
  const at = (duty: string, matterId: string) => credited(duty, matterId, '2024-05-04');
  const commands = [
    OPENED,
    at('drill', 'a'),
    at('helper', 'a'),
    inPost('a'),
    at('drill', 'b'),
    at('manager', 'b'),
    inPost('b'),
    at('helper', 'c'),
    at('drill', 'c'),
    inPost('c'),
  ];
  const ran = run(commands, { ruleSet });
  expect(ran.outcomes.slice(1)).toEqual([2, 0, 1, 2, 8, 0, 1, 1, 1]);
  const [, , , , , , onB] = ran.events;
  expect(onB?.data).toMatchObject({ matter: { held: 8, took: 2, highest: true } });
});
