import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBank } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { day, under } from '../support/arbitraries.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  claim,
  hardMatters,
  lastEvent,
  open,
  outcomeOf,
  outcomes,
  type Rules,
  redeem,
  refusalOf,
  reportIn,
  run,
  type Step,
} from '../support/history.js';

/* What a refusal or an event says of other days and other entries has to be true. */

/** Whether the same command is free to be sent for the day that its refusal names as the next. */
function keptOn(command: { type: string; data: object }, refused: Step, rules: Rules): void {
  const { again } = refusalOf(refused.decision).facts as { again: string };
  const then = createBank(rules.ruleSet ?? renfa2022, { handbook: HANDBOOK }).decideUnknown(
    { ...command, data: { ...command.data, on: again } },
    refused.before,
  );
  expect(outcomeOf(then)).not.toBe(refusalOf(refused.decision).code);
  expect(outcomeOf(then)).not.toBe('retried');
}

describe('the day from which it is possible again', () => {
  const wealth = [open('resident', '2022-01-01'), ...hardMatters(20, '2022-01-02')];

  test.each(['calendar-half', 'six-months-since', 'quarter', 'year'])(
    'holds for redemptions, the period read as %s',
    (reading) => {
      const rules = { ruleSet: under(['redemption-period', reading]) };
      fc.assert(
        fc.property(fc.array(day(), { maxLength: 6 }), (days) => {
          const visits = days.map((on, n) => redeem(`visit ${n}`, on, { haircut: 1 }));
          for (const [n, step] of run([...wealth, ...visits], rules)
            .steps.slice(wealth.length)
            .entries()) {
            if (!step.decision.accepted) keptOn(visits[n] as (typeof visits)[number], step, rules);
          }
        }),
        { numRuns: 100 },
      );
    },
  );

  test.each(['calendar-year', 'opening-apart', 'twelve-months'])(
    'holds for report-ins, the year read as %s',
    (reading) => {
      const rules = { ruleSet: under(['registration-year', reading]) };
      fc.assert(
        fc.property(fc.uniqueArray(day(), { maxLength: 6 }), (days) => {
          const reports = days.map((on) => reportIn(on));
          for (const [n, step] of run([wealth[0], ...reports], rules)
            .steps.slice(1)
            .entries()) {
            if (!step.decision.accepted) keptOn(reports[n] as (typeof reports)[number], step, rules);
          }
        }),
        { numRuns: 100 },
      );
    },
  );

  test('is not a year in which the volunteer reported in already', () => {
    const { steps } = run([open('resident', '2023-01-10'), reportIn('2024-03-01'), reportIn('2023-05-01')]);
    expect(refusalOf(steps[2]?.decision).facts).toMatchObject({ again: '2025-01-01' });
  });

  test('is not a half-year in which points were redeemed already', () => {
    const visits = ['2022-08-01', '2022-03-01', '2022-05-01'].map((on) =>
      redeem(`visit of ${on}`, on, { haircut: 1 }),
    );
    const { steps } = run([...wealth, ...visits]);
    expect(refusalOf(steps.at(-1)?.decision).facts).toMatchObject({ period: '2022-H1', again: '2023-01-01' });
  });
});

test('the entries that used up a ceiling are all named, the opening too', () => {
  const ruleSet = under(['hundred-mark', 'ceiling']);
  const ran = run([open('resident', '2023-01-10'), ...hardMatters(50, '2023-05-01')], { ruleSet });
  const [limit] = lastEvent(ran, 'ActivityCredited').data.limits ?? [];
  expect(limit).toMatchObject({ limit: 'hundred', used: 99, took: 1 });
  expect(limit?.usedBy?.reduce((sum, { points }) => sum + points, 0)).toBe(99);
  expect(limit?.usedBy?.[0]).toEqual({ item: 'registration', id: '2023-01-10', on: '2023-01-10', points: 1 });
});

describe('the last year that the calendar has', () => {
  test('takes one report-in', () => {
    expect(outcomes([open('resident', '9999-01-01'), reportIn('9999-12-31')])).toEqual([
      1,
      'already-reported-in',
    ]);
  });

  test('takes one redemption in six months, where these are counted from the last', () => {
    const commands = [
      open('resident', '9999-01-01'),
      ...hardMatters(2, '9999-01-02'),
      redeem('first', '9999-08-01', { haircut: 1 }),
      redeem('second', '9999-12-31', { haircut: 1 }),
    ];
    expect(
      outcomes(commands, { ruleSet: under(['redemption-period', 'six-months-since']) }).slice(-2),
    ).toEqual([-1, 'already-redeemed']);
  });

  test('says of no limit that it resets on a day that cannot be written', () => {
    const ruleSet = under(['claim-cap-window', 'calendar-year']);
    const ran = run([open('resident', '9999-01-01'), claim('gate', '9999-02-01')], { ruleSet });
    const [limit] = lastEvent(ran, 'PostClaimed').data.limits ?? [];
    expect(limit?.resetsOn ?? 'never').toMatch(/^(?:\d{4}-\d\d-\d\d|never)$/);
  });
});
