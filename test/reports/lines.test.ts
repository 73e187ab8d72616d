import { describe, expect, test } from 'vitest';
import type { ActivityCredited, BankEvent, ScoreCorrected } from '../../src/account/events/event.js';
import { entryOf, lapseEntry } from '../../src/reports/shared/entry.js';
import { daysOf, lapsedBy } from '../../src/reports/shared/lapse.js';
import { ascendingBy, byText, earlier } from '../../src/reports/shared/order.js';
import type { ReportEntry } from '../../src/reports/shared/report-entry.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { reported } from '../support/words.js';
import { Centre } from './history.js';

const centre = new Centre();
centre.open('v1', '2023-01-01');
for (const on of ['2023-03-01', '2023-03-02', '2023-05-04', '2024-02-01', '2025-02-01', '2025-03-01'])
  centre.credit('v1', on, on, 'hard');
centre.correct('v1', '2023-04-01', 'c1', -1);
const [opened, credited] = centre.events as [never, ActivityCredited];
const corrected = centre.events.at(-1) as ScoreCorrected;

/** The line of an event of which nothing became. */
function lineOf(event: BankEvent, index: number): ReportEntry {
  const on = event.type === 'ScoreCorrected' ? event.data.countsOn : event.data.on;
  return entryOf({ event, index, on, knownSince: event.data.on }, { returns: [] });
}

describe('the line of an event', () => {
  test('has the note of an activity, and only its own day', () => {
    const noted: ActivityCredited = { ...credited, data: { ...credited.data, note: '雨天' } };
    expect(lineOf(noted, 4)).toStrictEqual({
      on: '2023-03-01',
      type: 'ActivityCredited',
      clause: '2.3.3.3',
      title: credited.data.title,
      points: 2,
      assessed: 2,
      event: { index: 4, id: '2023-03-01', item: 'activity' },
      note: '雨天',
    });
    expect(Object.keys(lineOf(credited, 0))).not.toContain('note');
    expect(Object.keys(lineOf(opened, 0))).not.toContain('madeOn');
  });

  test('has the reason of a correction, and the day it was made if it counts on another', () => {
    const elsewhere: ScoreCorrected = { ...corrected, data: { ...corrected.data, countsOn: '2023-03-01' } };
    expect(lineOf(elsewhere, 1)).toMatchObject({
      on: '2023-03-01',
      madeOn: '2023-04-01',
      note: '核实后更正',
    });
    expect(Object.keys(lineOf(corrected, 1))).not.toContain('madeOn');
  });
});

describe('points that lapse', () => {
  const standing = centre.events.slice(0, -1).map((event, index) => ({ event, index, on: event.data.on }));
  const days = daysOf(standing as Parameters<typeof daysOf>[0]);

  const lapsing = (periods: number): RuleSet => ({
    ...renfa2022,
    redemption: { ...renfa2022.redemption, carryOver: { clause: '4.2', lapse: { window: 'year', periods } } },
  });

  test('have one line for each window in which they were earned, the oldest first', () => {
    expect(lapsedBy(days, lapsing(0), '2026-01-01')).toEqual([
      { on: '2024-01-01', points: 7, earnedFrom: '2023-01', earnedTo: '2023-12' },
      { on: '2025-01-01', points: 2, earnedFrom: '2024-01', earnedTo: '2024-12' },
      { on: '2026-01-01', points: 4, earnedFrom: '2025-01', earnedTo: '2025-12' },
    ]);
    // All three years are still valid during the third.
    expect(lapsedBy(days, lapsing(2), '2028-01-01')).toEqual([
      { on: '2026-01-01', points: 7, earnedFrom: '2023-01', earnedTo: '2023-12' },
      { on: '2027-01-01', points: 2, earnedFrom: '2024-01', earnedTo: '2024-12' },
      { on: '2028-01-01', points: 4, earnedFrom: '2025-01', earnedTo: '2025-12' },
    ]);
  });

  test('are described with the months in which they were earned', () => {
    const lapsed = { on: '2023-04-01', points: 2, earnedFrom: '2023-03', earnedTo: '2023-03' };
    expect(lapseEntry(lapsed, '4.2')).toStrictEqual({
      on: '2023-04-01',
      type: 'PointsLapsed',
      clause: '4.2',
      earned: { from: '2023-03', to: '2023-03' },
      points: -2,
      assessed: 0,
    });
    expect(reported(lapseEntry(lapsed, '4.2'))).toEqual({
      'zh-CN': '积分到期失效（2023-03 所得）',
      en: 'Points lapsed (earned in 2023-03)',
    });
    expect(reported(lapseEntry({ ...lapsed, earnedFrom: '2023-01' }, '4.2'))).toEqual({
      'zh-CN': '积分到期失效（2023-01 至 2023-03 所得）',
      en: 'Points lapsed (earned from 2023-01 to 2023-03)',
    });
  });
});

test('texts are ordered by their units, and equal texts stay in place', () => {
  expect([byText('a', 'b'), byText('b', 'a'), byText('a', 'a'), byText('Z', 'a')]).toEqual([-1, 1, 0, -1]);
  const tied = [
    ['x', 2],
    ['x', 1],
    ['w', 3],
  ] as const;
  expect([...tied].sort(ascendingBy(([id]) => id))).toEqual([tied[2], tied[0], tied[1]]);
  expect([earlier('2023-01-02', '2023-01-01'), earlier('2023-01-01', '2023-01-02')]).toEqual([
    '2023-01-01',
    '2023-01-01',
  ]);
});
