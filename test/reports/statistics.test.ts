import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, medianOfCounts, zScores } from '../../src/reports/anomalies/statistics.js';

describe('the robust measure', () => {
  test('median', () => {
    expect([median([]), median([7]), median([10, 9, 1]), median([4, 1, 2, 30])]).toEqual([0, 7, 9, 3]);
  });

  test('0.6745 × (value − median) / median distance', () => {
    // Distances from 11 are 1, 1, 0, 1, 49: their median is 1.
    expect(zScores([10, 10, 11, 12, 60])(60)).toEqual({
      median: 11,
      spread: 1,
      spreadBy: 'median-distance',
      score: 0.6745 * 49,
    });
  });

  test('uses the mean distance if more than half are equal', () => {
    const measure = zScores([5, 5, 5, 5, 5, 5, 5, 5, 5, 15]);
    expect(measure(15)).toEqual({ median: 5, spread: 1, spreadBy: 'mean-distance', score: 10 / 1.253314 });
    expect(measure(5).score).toBe(0);
  });

  test('is 0 for equal values and for an empty group', () => {
    expect(zScores([3, 3, 3])(3)).toEqual({ median: 3, spread: 0, spreadBy: 'mean-distance', score: 0 });
    expect(zScores([])(3).score).toBe(0);
  });

  const group = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });

  test('is the same median of values that are counted', () => {
    expect(medianOfCounts({})).toEqual({ median: 0, values: 0 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }), (values) => {
        const counts: Record<number, number> = {};
        for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
        expect(medianOfCounts(counts)).toEqual({ median: median(values), values: values.length });
      }),
    );
  });

  test('the median has as many values below as above', () => {
    fc.assert(
      fc.property(group, (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });

  test('scores do not depend on the zero point or the unit', () => {
    fc.assert(
      fc.property(
        group,
        fc.integer({ min: -500, max: 500 }),
        fc.constantFrom(2, 4, 8),
        (values, shift, unit) => {
          const plain = zScores(values);
          const moved = zScores(values.map((value) => value * unit + shift));
          for (const value of values)
            expect(moved(value * unit + shift).score).toBeCloseTo(plain(value).score, 8);
        },
      ),
    );
  });
});
