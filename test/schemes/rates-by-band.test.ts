import { expect, test } from 'vitest';
import { quantities } from '../../src/index.js';
import { checkLaws } from '../../src/testing.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened } from '../rule-sets/commands.js';
import { accountOf, CENTRE, eventOf, outcomes, reverse, run } from '../support/history.js';
import { matter, rulesWith } from './scoring-rules.js';

const OPENED = opened('member');
const on = '2024-03-05';

/** From 100,000 on 1 point for each 1,000, from 300,000 on 1 for each 900, below nothing. */
const RATES = rulesWith({
  purchase: matter('Purchase', {
    by: 'bands',
    unit: 'yen',
    unitTitle: { en: 'yen' },
    bands: [
      { from: 100_000, points: 1, each: 1000 },
      { from: 300_000, points: 1, each: 900 },
    ],
  }),
});

test.each([
  [196_000, 196],
  [20_000, 0],
  [360_000, 400],
  [99_999.99, 0],
  [299_999, 299],
])('%d score %d', (amount, points) => {
  expect(outcomes([OPENED, credited('purchase', 'a', on, amount)], { ruleSet: RATES })).toEqual([0, points]);
});

/** A park: 1 point an activity, 2 from 2 hours on, hours kept. */
const PARK = rulesWith({
  'park-work': matter('Work in the park', {
    by: 'bands',
    unit: 'hour',
    unitTitle: { en: 'hours' },
    bands: [
      { from: 0, points: 1 },
      { from: 2, points: 2 },
    ],
  }),
});

test('a point an activity, two from two hours on, and the hours are kept', () => {
  const ran = run(
    [0.5, 1.99, 2, 7]
      .map((hours, i) => credited('park-work', `m${i}`, on, hours))
      .toSpliced(0, 0, OPENED as never),
    { ruleSet: PARK },
  );
  expect(ran.outcomes).toEqual([0, 1, 1, 2, 2]);
  expect(quantities(accountOf(ran))).toEqual({ hour: 11.49 });
});

/** 200 points for an activity of 30 minutes or more. */
const HALF_HOUR = rulesWith({
  activity: matter('Activity', {
    by: 'bands',
    unit: 'minute',
    unitTitle: { en: 'minutes' },
    bands: [{ from: 30, points: 200 }],
  }),
});

test('200 points from 30 minutes on; 20 minutes score nothing and are recorded', () => {
  const ran = run(
    [
      OPENED,
      credited('activity', 'a', on, 30),
      credited('activity', 'b', on, 20),
      credited('activity', 'c', on, 300),
    ],
    { ruleSet: HALF_HOUR },
  );
  expect(ran.outcomes).toEqual([0, 200, 0, 200]);
  expect(quantities(accountOf(ran))).toEqual({ minute: 350 });
});

test('the explanation names the band', () => {
  const told = (ruleSet: typeof RATES, item: string, quantity: number, pack = en): string =>
    explain(
      eventOf(run([OPENED, credited(item, 'a', on, quantity)], { ruleSet }).steps[1]?.decision),
      pack,
      ruleSet,
    );
  expect(told(RATES, 'purchase', 360_500)).toContain(
    '360500 (yen): from 300000 on, 1 point for each 900, rounded down, scores 400.',
  );
  expect(told(RATES, 'purchase', 20_000)).toContain('20000 (yen): below 100000, it scores 0.');
  expect(told(PARK, 'park-work', 3)).toContain('3 (hours): from 2 on, it scores 2 points.');
  expect(told(RATES, 'purchase', 360_500, zhCN)).toContain('满 300000 yen，每 900 yen 记 1 分');
  expect(told(RATES, 'purchase', 20_000, zhCN)).toContain('不足 100000 yen，不记分');
  expect(told(PARK, 'park-work', 3, zhCN)).toContain('满 2 hours 记 2 分');
  expect(told(RATES, 'purchase', 360_500, ja)).toContain('300000以上では900につき1ポイント');
  expect(told(RATES, 'purchase', 20_000, ja)).toContain('100000未満なので、0ポイント');
  expect(told(PARK, 'park-work', 3, ja)).toContain('2以上で2ポイント');
});

test('quarters of an hour, rounded up: 52 minutes are one hour, 70 are five quarters', () => {
  const ruleSet = rulesWith({
    help: matter('Help', {
      by: 'quantity',
      unit: 'minute',
      unitTitle: { en: 'minutes' },
      points: 1,
      each: 15,
      rounding: 'up',
    }),
  });
  const commands = [OPENED, credited('help', 'a', on, 52), credited('help', 'b', on, 70)];
  expect(outcomes(commands, { ruleSet })).toEqual([0, 4, 5]);
});

/** A year's hours score 5 points from the first on, and 8 from ten. */
const YEAR = rulesWith({
  hours: matter('Hours of the year', {
    by: 'bands',
    unit: 'hour',
    unitTitle: { en: 'hours' },
    over: 'year',
    bands: [
      { from: 0, points: 5 },
      { from: 10, points: 8 },
    ],
  }),
});

test('a sum of nothing has none of the points of a band from 0: the first entry of the year scores them', () => {
  const ran = run(
    [4, 1, 8].map((hours, i) => credited('hours', `m${i}`, on, hours)).toSpliced(0, 0, OPENED as never),
    { ruleSet: YEAR },
  );
  expect(ran.outcomes).toEqual([0, 5, 0, 3]);
});

test('what is undone of such a sum is scored by whoever comes next', () => {
  const undone = reverse('r', 'matter', 'a', on, { by: CENTRE });
  const ran = run([OPENED, credited('hours', 'a', on, 4), undone, credited('hours', 'b', on, 1)], {
    ruleSet: YEAR,
  });
  expect(ran.outcomes).toEqual([0, 5, -5, 5]);
});

test('the laws know that', () => {
  expect(checkLaws(YEAR, { numRuns: 30 }).broken).toEqual([]);
});
