import { expect, test } from 'vitest';
import { credited, opened } from '../rule-sets/commands.js';
import { CENTRE, run, VOLUNTEER } from '../support/history.js';
import { held, matter, rulesWith } from './scoring-rules.js';

/** Party members of a city office: a base of 60 at the start of each year, never below 0, anew each year. */
const plain = rulesWith(
  {
    joining: {
      clause: '1',
      title: { en: 'Base of the year' },
      entry: 'registration',
      scoring: { by: 'fixed', points: 60 },
      once: { per: 'year', opening: 'counts' },
    },
    meeting: matter('A meeting', { by: 'fixed', points: 1 }),
    training: matter('Training', {
      by: 'bands',
      unit: 'day',
      unitTitle: { en: 'days' },
      bands: [
        { from: 0, points: 1 },
        { from: 7, points: 2 },
        { from: 61, points: 3 },
      ],
    }),
    article: matter('An article', { by: 'difficulty', points: { office: 3, city: 6 } }),
    lecture: matter('A lecture outside', { by: 'fixed', points: 5 }),
    deduction: matter('A deduction', {
      by: 'quantity',
      unit: 'point',
      unitTitle: { en: 'points' },
      points: -1,
      each: 1,
      rounding: 'down',
    }),
  },
  {
    entries: { clause: '2', order: 'any', floor: 'stop-at-zero' },
    redemption: {
      clause: '3',
      title: { en: 'redemption' },
      period: { kind: 'calendar', window: 'year' },
      consent: { clause: '3', kinds: [], basis: 'each-reward' },
      carryOver: { clause: '3', lapse: { window: 'year', periods: 0 } },
    },
  },
  60,
);
const RULES = { ruleSet: plain };
const OPENED = opened('member', '2024-01-02');

test('60, a meeting, training of ten days, an article of the city and a lecture are 74; 80 off takes 74', () => {
  const ran = run(
    [
      OPENED,
      credited('meeting', 'm', '2024-02-01'),
      credited('training', 't', '2024-03-01', 10),
      credited('article', 'a', '2024-04-01', undefined, { difficulty: 'city' }),
      credited('lecture', 'l', '2024-05-01'),
      credited('deduction', 'd', '2024-06-01', 80),
    ],
    RULES,
  );
  expect(ran.outcomes).toEqual([60, 1, 2, 6, 5, -74]);
});

test.each([
  [3, 1],
  [7, 2],
  [31, 2],
  [90, 3],
])('training of %d days scores %d', (days, points) => {
  expect(run([OPENED, credited('training', 't', '2024-03-01', days)], RULES).outcomes).toEqual([60, points]);
});

test('a deduction written up in the next year takes what its own year had', () => {
  const base = { type: 'ReportIn', data: { accountId: VOLUNTEER, on: '2025-01-06', by: CENTRE } };
  const ran = run([OPENED, base, credited('deduction', 'd', '2024-12-30', 100)], RULES);
  expect(ran.outcomes).toEqual([60, 60, -60]);
  expect(held(ran, '2024-12-31', plain)).toBe(0);
  expect(held(ran, '2025-01-06', plain)).toBe(60);
});
