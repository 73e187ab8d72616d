import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { reverse } from '../living/commands.js';
import { open, outcomes, refusalOf, reportIn, run } from '../support/history.js';

/* A report-in is named by its day: whatever the rhythm, no day has two of them. */

const { once: _, ...often } = renfa2022.roles.resident.items.registration;
const OFTEN = {
  ...renfa2022,
  readings: {},
  roles: {
    ...renfa2022.roles,
    resident: {
      ...renfa2022.roles.resident,
      items: { ...renfa2022.roles.resident.items, registration: often },
    },
  },
} as RuleSet;

const OPENED = open('resident', '2023-01-10');
const APPROVED = { by: { office: 'community', communityId: 'linan', approvedBy: 'w2' } };

describe('without a rhythm', () => {
  test('there may be one on every day', () => {
    const days = ['2023-02-01', '2023-02-02', '2023-01-20'];
    expect(outcomes([OPENED, ...days.map((on) => reportIn(on))], { ruleSet: OFTEN })).toEqual([1, 1, 1, 1]);
  });

  test('a second one of a day is refused, and the next day is free', () => {
    const { outcomes: became, steps } = run(
      [OPENED, reportIn('2023-02-01'), reportIn('2023-02-01'), reportIn('2023-02-01', APPROVED)],
      { ruleSet: OFTEN },
    );
    expect(became).toEqual([1, 1, 'retried', 'already-reported-in']);
    expect(refusalOf(steps.at(-1)?.decision).facts).toEqual({
      on: '2023-02-01',
      last: '2023-02-01',
      again: '2023-02-02',
    });
  });
});

test.each([
  ['without a rhythm', OFTEN],
  ['once a year', renfa2022],
])('one that was undone does not come back beside another of its day: %s', (_rhythm, ruleSet) => {
  const undone = reverse('u1', { kind: 'report-in', id: '2024-02-01' }, '2024-02-02');
  const back = reverse('u2', { kind: 'reversal', id: 'u1' }, '2024-02-03');
  const commands = [OPENED, reportIn('2024-02-01'), undone, reportIn('2024-02-01', APPROVED), back];
  expect(outcomes(commands, { ruleSet }).at(-1)).toBe('already-reported-in');
});
