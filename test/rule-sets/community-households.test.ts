import { describe, expect, test } from 'vitest';
import { balanceOn, withReading } from '../../src/index.js';
import { communityHouseholds } from '../../src/rule-sets.js';
import { en, explain } from '../../src/words.js';
import { accountOf, eventOf, outcomes, refusalOf, run } from '../support/history.js';
import { reasonOf } from '../support/words.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: communityHouseholds, handbook: POINT_BY_POINT };
const OPENED = opened('household');
const YEAR = [
  OPENED,
  commended('county', '2024-02-01'),
  credited('clean-up', 'spring', '2024-03-01', 3),
  credited('leader', '2024', '2024-04-01'),
];

function commended(difficulty: string, on: string) {
  return credited('commendation', difficulty, on, undefined, { difficulty });
}

test.each([
  ['national', 50],
  ['province', 30],
  ['city', 20],
  ['county', 15],
  ['township', 10],
  ['community', 5],
])('a commendation, %s, is %d points (2)', (level, points) => {
  expect(outcomes([OPENED, commended(level, '2024-02-01')], RULES)).toEqual([0, points]);
});

test('a commendation of the county 15, a clean-up with three persons 15 and a leader 10 are 40 (2–4)', () => {
  const again = [credited('leader', 'again', '2024-12-31'), credited('leader', '2025', '2025-01-01')];
  const ran = run([...YEAR, ...again], RULES);
  expect(ran.outcomes).toEqual([0, 15, 15, 10, 'limit-reached', 10]);
  expect(balanceOn(accountOf(ran), '2024-05-01', communityHouseholds)).toBe(40);
});

describe('an act that forfeits the points (5)', () => {
  const history = [
    ...YEAR,
    credited('offence', 'act', '2024-06-01'),
    credited('clean-up', 'summer', '2024-07-01', 2),
  ];

  test('sets the balance to nothing, and what is earned afterwards counts', () => {
    const ran = run(history, RULES);
    expect(ran.outcomes.slice(4)).toEqual([-40, 10]);
    const days = ['2024-05-31', '2024-06-01', '2024-07-01'];
    expect(days.map((on) => balanceOn(accountOf(ran), on, communityHouseholds))).toEqual([40, 0, 10]);
  });

  test('bars from redeeming this year and the next, and the refusal says on what ground and until when', () => {
    const ran = run(
      [...history, ...['2024-08-01', '2025-12-31', '2026-01-02'].map((on) => spent(1, on))],
      RULES,
    );
    expect(ran.outcomes.slice(6)).toEqual(['barred', 'barred', -1]);
    const refusal = refusalOf(ran.steps[6]?.decision);
    expect(refusal).toMatchObject({
      clause: '5',
      facts: { ground: 'offence', bars: 'redeeming', until: '2025-12-31' },
    });
    const reason = reasonOf(refusal, communityHouseholds);
    expect(reason.en).toContain('an act that forfeits the points');
    expect(reason['zh-CN']).toContain('有积分清零行为');
  });
});

describe('members', () => {
  test('an entry can say who of the household it was', () => {
    const leader = credited('leader', '2024', '2024-04-01', undefined, { memberId: 'ann' });
    expect(eventOf(run([OPENED, leader], RULES).steps[1]?.decision).data).toMatchObject({ memberId: 'ann' });
  });

  test('read as recorded by name, each has 5 a clean-up and at most 5 a day (3)', () => {
    const ruleSet = withReading(communityHouseholds, 'persons', 'named');
    const cleanUp = (memberId: string, matterId = `${memberId} in spring`, on = '2024-03-01') =>
      credited('clean-up', matterId, on, undefined, { memberId });
    const commands = [
      OPENED,
      ...['ann', 'ben', 'cho'].map((memberId) => cleanUp(memberId)),
      cleanUp('ben', 'ben again'),
      cleanUp('ben', 'ben next day', '2024-03-02'),
      credited('leader', '2024', '2024-03-01', undefined, { memberId: 'ben' }),
    ];
    const ran = run(commands, { ruleSet });
    expect(ran.outcomes).toEqual([0, 5, 5, 5, 0, 5, 10]);
    expect(explain(eventOf(ran.steps[4]?.decision), en, ruleSet)).toContain(
      'allows 5 points for each member over 2024-03-01',
    );
  });
});
