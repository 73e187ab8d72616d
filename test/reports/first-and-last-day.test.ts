import { describe, expect, test } from 'vitest';
import type { AccountOpened } from '../../src/account/events/event.js';
import { findAnomalies } from '../../src/reports/anomalies/find-anomalies.js';
import { communityRegister } from '../../src/reports/register/community-register.js';
import { termsOf } from '../../src/reports/volunteer/feedback-terms.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import { Centre } from './history.js';

const centre = new Centre();
centre.open('v1', '2023-03-01');
centre.credit('v1', '2023-05-04', 'a', 'hard');
const { events } = centre;

describe('a register of a day', () => {
  test('includes that day and nothing later', () => {
    const of = (on: string) => {
      const [role] = communityRegister(events, { on }).byRole;
      return role && [role.accounts, role.entries, role.earned];
    };
    expect(of('2023-02-28')).toBeUndefined();
    expect(of('2023-03-01')).toEqual([1, 1, 1]);
    expect(of('2023-05-03')).toEqual([1, 1, 1]);
    expect(of('2023-05-04')).toEqual([1, 2, 3]);
  });
});

describe('a statement of a period', () => {
  const yearly = withReading(renfa2022, 'carry-over', 'year-end');
  const lapsed = (from: string, to: string) => {
    const made = statement(events, { from, to, ruleSet: yearly });
    return [made?.entries.map(({ type, on }) => [type, on]), made?.opening.redeemable, made?.totals.lapsed];
  };

  test('includes points that lapse on its first or its last day', () => {
    const line = ['PointsLapsed', '2024-01-01'];
    expect(lapsed('2024-01-01', '2024-12-31')).toEqual([[line], 3, 3]);
    expect(lapsed('2023-12-31', '2024-01-01')).toEqual([[line], 3, 3]);
    expect(lapsed('2024-01-02', '2024-12-31')).toEqual([[], 0, 0]);
    expect(lapsed('2023-12-01', '2023-12-31')).toEqual([[], 3, 0]);
  });
});

test('an account opened on the last day of the period is one of the peers', () => {
  const many = new Centre();
  for (let i = 0; i < 9; i += 1) many.open(`v${i}`, '2023-01-01');
  for (let i = 0; i < 12; i += 1) many.credit('v0', `2023-02-${String(i + 1).padStart(2, '0')}`, `m${i}`);
  many.open('last', '2023-12-31');
  const peersOf = (to: string) =>
    findAnomalies(many.events, { to }).map((one) => 'peers' in one && one.peers);
  expect(peersOf('2023-12-31')).toEqual([9]);
  expect(peersOf('2023-12-30')).toEqual([8]);
});

test('the terms of a given rule set have its mark, if it has one', () => {
  const [opened] = events as [AccountOpened];
  expect(termsOf(opened, renfa2022)).toMatchObject({ outOf: 100 });
  expect(termsOf(opened, withReading(renfa2022, 'hundred-mark', 'no-mark'))).not.toHaveProperty('outOf');
});
