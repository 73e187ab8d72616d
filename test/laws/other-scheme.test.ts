import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreByQuantity } from '../../src/rules/score.js';
import { fromHundredths, isQuantity, toHundredths } from '../../src/values/points.js';
import { credit, eventOf, lastEvent, open, outcomes, refusalOf, run } from '../support/history.js';
import { OTHER_SCHEME } from '../support/other-scheme.js';

const rules = { ruleSet: OTHER_SCHEME };
const hours = (item: string, id: string, quantity: number, on = '2023-03-01') =>
  credit(item, id, on, { difficulty: undefined, quantity });
const plain = (item: string, id: string, on: string) => credit(item, id, on, { difficulty: undefined });
const became = (...commands: unknown[]) => outcomes([open('resident'), ...commands], rules).slice(1);

describe('a quantity', () => {
  test('scores for each whole part of it, the rest down, up, or to the nearest', () => {
    const halves = [0.5, 0.49, 0.99, 1, 1.5, 2.75].map((of, n) =>
      hours('halves', `h${n}`, of, `2023-0${n + 1}-15`),
    );
    expect(became(...halves)).toEqual([1, 0, 1, 2, 3, 5]);
    const thirds = [3, 3.01, 0.01, 6, 7].map((of, n) => hours('thirds', `t${n}`, of));
    expect(became(...thirds)).toEqual([2, 4, 2, 4, 6]);
    const tenths = [0.14, 0.15, 0.05, 0.04, 0.3, 1.1, 2.2].map((of, n) => hours('tenths', `n${n}`, of));
    expect(became(...tenths)).toEqual([1, 2, 1, 0, 3, 11, 22]);
  });

  test('past its maximum is recorded and scores nothing', () => {
    const ran = run([open('resident'), hours('halves', 'long', 7.5)], rules);
    expect(ran.outcomes).toEqual([1, 8]);
    expect(lastEvent(ran, 'ActivityCredited').data).toMatchObject({
      quantity: 7.5,
      unit: 'hour',
      scored: 8,
      points: 8,
    });
  });

  test('is asked for where an item counts one, and refused where it does not', () => {
    const asked = [
      plain('halves', 'a', '2023-03-01'),
      credit('halves', 'b', '2023-03-01', { quantity: 1 }),
      hours('club', 'c', 1),
      credit('club', 'd', '2023-03-01'),
      hours('sweeping', 'e', 1),
    ];
    const { steps } = run([open('resident'), ...asked], rules);
    expect(steps.slice(1).map(({ decision }) => refusalOf(decision).facts)).toMatchObject([
      { item: 'halves', measure: 'quantity', field: 'quantity' },
      { item: 'halves', measure: 'quantity', field: 'difficulty' },
      { item: 'club', measure: 'none', field: 'quantity' },
      { item: 'club', measure: 'none', field: 'difficulty' },
      { item: 'sweeping', measure: 'difficulty', field: 'quantity' },
    ]);
  });

  test('is counted in hundredths, so that sums are exact', () => {
    const quantities = fc.integer({ min: 1, max: 100_000_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(quantities, quantities, (a, b) => {
        expect(isQuantity(a)).toBe(true);
        expect(fromHundredths(toHundredths(a))).toBe(a);
        expect(toHundredths(a) + toHundredths(b)).toBe(Math.round((a + b) * 100));
      }),
      { numRuns: 500 },
    );
    for (const bad of [0, -1, 0.001, 1.005, 1_000_000.01, Number.NaN, Number.POSITIVE_INFINITY, '1', null]) {
      expect(isQuantity(bad)).toBe(false);
    }
  });

  test('scores what whole-number arithmetic says', () => {
    const hundredths = fc.integer({ min: 1, max: 100_000 });
    const rounding = fc.constantFrom('down' as const, 'up' as const, 'nearest' as const);
    fc.assert(
      fc.property(
        hundredths,
        hundredths,
        fc.integer({ min: 1, max: 9 }),
        rounding,
        (of, each, points, how) => {
          const rule = {
            by: 'quantity',
            unit: 'hour',
            unitTitle: { 'zh-CN': '小时', en: 'hours' },
            points,
            each: each / 100,
            rounding: how,
          } as const;
          const parts = {
            down: Math.floor(of / each),
            up: Math.ceil(of / each),
            nearest: Math.floor((2 * of + each) / (2 * each)),
          }[how];
          expect(scoreByQuantity(rule, of / 100)).toEqual({ base: points, scored: parts * points });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an item that scores once a month', () => {
  test('does so in each month by the day of the entry, whatever the order', () => {
    const days = ['2023-03-31', '2023-04-01', '2023-03-01', '2023-04-30', '2023-05-01'];
    expect(became(...days.map((on) => plain('club', on, on)))).toEqual([
      1,
      1,
      'limit-reached',
      'limit-reached',
      1,
    ]);
    const { steps } = run(
      [open('resident'), plain('club', 'a', '2023-03-31'), plain('club', 'b', '2023-03-01')],
      rules,
    );
    expect(refusalOf(steps[2]?.decision)).toMatchObject({
      clause: '9',
      facts: { item: 'club', limit: { limit: 'club-a-month', window: '2023-03' } },
    });
  });
});

describe('a deduction', () => {
  test('costs points, and meets no cap', () => {
    expect(became(plain('penalty', 'a', '2023-03-01'), plain('penalty', 'b', '2023-03-01'))).toEqual([
      -3, -3,
    ]);
  });
});

describe('limits', () => {
  const outdoors = (item: string, id: string, on: string, difficulty: string) =>
    credit(item, id, on, { difficulty });

  test('may hold for several items together', () => {
    const list = [
      outdoors('sweeping', 'a', '2023-01-15', 'hard'),
      outdoors('guarding', 'b', '2023-02-15', 'hard'),
      outdoors('guarding', 'c', '2023-03-31', 'hard'),
      outdoors('guarding', 'd', '2023-04-01', 'hard'),
    ];
    expect(became(...list)).toEqual([3, 2, 0, 2]);
    const ran = run([open('resident'), ...list], rules);
    const { data } = eventOf(ran.steps[3]?.decision);
    expect('limits' in data && data.limits).toMatchObject([
      {
        limit: 'outdoors-a-quarter',
        window: '2023-Q1',
        used: 5,
        took: 2,
        resetsOn: '2023-04-01',
        usedBy: [
          { item: 'sweeping', id: 'a', on: '2023-01-15', points: 3 },
          { item: 'guarding', id: 'b', on: '2023-02-15', points: 2 },
        ],
      },
    ]);
  });

  test('may count entries: one beyond the maximum scores nothing', () => {
    const days = ['2023-03-01', '2023-03-31', '2023-03-15', '2023-04-01'];
    expect(became(...days.map((on, n) => outdoors('sweeping', `s${n}`, on, 'base')))).toEqual([1, 1, 0, 1]);
  });

  test('may refuse an entry beyond the maximum', () => {
    const days = ['2023-03-01', '2023-12-31', '2023-06-15', '2024-01-01'];
    expect(became(...days.map((on) => plain('talks', on, on)))).toEqual([2, 2, 'limit-reached', 2]);
    const { steps } = run([open('resident'), ...days.map((on) => plain('talks', on, on))], rules);
    expect(refusalOf(steps[3]?.decision)).toMatchObject({
      clause: '9',
      facts: {
        item: 'talks',
        scored: 2,
        limit: { limit: 'talks-a-year', counts: 'entries', maximum: 2, used: 2, window: '2023' },
      },
    });
  });

  test('each take from what the ones before it left', () => {
    const { events } = run(
      [
        open('resident'),
        outdoors('guarding', 'a', '2023-03-01', 'hard'),
        outdoors('guarding', 'b', '2023-03-02', 'hard'),
        outdoors('sweeping', 'c', '2023-03-03', 'hard'),
      ],
      rules,
    );
    const { data } = events[3] as (typeof events)[number] & { type: 'ActivityCredited' };
    expect(data.points).toBe(1);
    expect(data.limits).toMatchObject([
      { limit: 'outdoors-a-quarter', used: 4, took: 2 },
      { limit: 'sweeping-a-month', used: 0, took: 0 },
    ]);
  });

  test('the base of a scoring is its mildest tier, in whatever order the tiers are written', () => {
    const ran = run([open('resident'), outdoors('sweeping', 'a', '2023-03-01', 'hard')], rules);
    expect(lastEvent(ran, 'ActivityCredited').data).toMatchObject({ base: 1, scored: 3 });
  });

  test('a trimmed quantity keeps what was counted', () => {
    const entries = ['2023-03-01', '2023-03-31', '2023-04-01'].map((on) => hours('halves', on, 4, on));
    const ran = run([open('resident'), ...entries], rules);
    expect(ran.outcomes).toEqual([1, 8, 2, 8]);
    expect(ran.events[2]?.data).toMatchObject({ quantity: 4, scored: 8, points: 2 });
  });
});
