import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf, targetsOf } from '../harness/report.mjs';
import { exponent, median, ratioOf } from '../harness/statistics.mjs';

test('the median is the middle one, or between the middle two', () => {
  assert.equal(median([5, 1, 9]), 5);
  assert.equal(median([4, 1, 9, 2]), 3);
});

test('a ratio is that of the medians; one slow run moves its maximum alone', () => {
  const { ratio, min, max, best } = ratioOf([2, 4, 400], [1, 2, 3]);
  assert.deepEqual({ ratio, min, max, best }, { ratio: 2, min: 1, max: 200, best: 2 });
});

test('the fitted exponent of a power is its own', () => {
  const cost = (k) => [10, 1000, 100_000].map((n) => [n, 3 * n ** k]);
  for (const k of [0.5, 1, 1.05, 2]) assert.ok(Math.abs(exponent(cost(k)) - k) < 1e-9);
});

test('a target is met up to its bound and not beyond', () => {
  const of = (came) => targetsOf({ targets: [{ what: 'it', most: 1.25, of: () => came }] })[0]?.met;
  assert.deepEqual([of(1.25), of(1.26), of(undefined)], [true, false, undefined]);
  const least = (came) => targetsOf({ targets: [{ what: 'it', least: 100, of: () => came }] })[0].met;
  assert.deepEqual([least(100), least(99)], [true, false]);
  assert.throws(() => of(Number.NaN), /'it' came to NaN/);
});

test('a result holds each contender against the first of its size, and targets see their ratios', () => {
  const measured = [
    contender('limit', 1),
    contender('library', 1.2),
    contender('limit@9', 10),
    contender('library@9', 30),
  ];
  const targets = [
    { what: 'ratio', most: 1.25, of: ({ ratio }) => ratio('library') },
    { what: 'growth', most: 2, of: ({ against }) => against('library@9', 'library') },
    { what: 'of one that was not run', most: 1, of: ({ ratio }) => ratio('nobody') },
  ];
  const result = resultOf({ targets }, measured);
  assert.deepEqual(
    result.contenders.map(({ name, against, ratio }) => [name, against, ratio]),
    [
      ['limit', 'limit', 1],
      ['library', 'limit', 1.2],
      ['limit@9', 'limit@9', 1],
      ['library@9', 'limit@9', 3],
    ],
  );
  assert.deepEqual(
    result.targets.map(({ what, met }) => [what, met]),
    [
      ['ratio', true],
      ['growth', false],
    ],
  );
});

function contender(name, wall) {
  return { name, times: [{ wall, cpu: wall }], heap: 1, rss: 1, share: 1, sum: 's' };
}
