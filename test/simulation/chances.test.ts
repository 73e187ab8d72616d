import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  below,
  diceOf,
  outcomeOf,
  poisson,
  ROLLS,
  rollsFor,
  weighted,
} from '../../src/simulation/run/random.js';

function rolls(seed: number, volunteer: number, count: number): number[] {
  const dice = diceOf(seed, volunteer);
  return Array.from({ length: count }, dice);
}

describe('the stream of a volunteer', () => {
  test('is the same on every platform', () => {
    expect([
      rolls(0, 0, 3),
      rolls(1, 0, 3),
      rolls(1, 1, 3),
      rolls(Number.MAX_SAFE_INTEGER, 19_999, 3),
    ]).toMatchInlineSnapshot(`
      [
        [
          1703318757,
          2992085050,
          3862748615,
        ],
        [
          1597353152,
          1902577763,
          3289117670,
        ],
        [
          272201038,
          3543923884,
          2142538523,
        ],
        [
          3960424442,
          3076128054,
          1323996214,
        ],
      ]
    `);
  });

  test('is unique within a run and for each seed', () => {
    const begins = Array.from({ length: 20_000 }, (_, volunteer) => rolls(7, volunteer, 2).join(' '));
    expect(new Set(begins).size).toBe(20_000);
    const seeds = Array.from({ length: 5000 }, (_, seed) => rolls(seed * 0x1_0000_0001, 3, 2).join(' '));
    expect(new Set(seeds).size).toBe(5000);
  });

  test('is evenly distributed, even over the first rolls of many volunteers', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let volunteer = 0; volunteer < 20_000; volunteer += 1) {
      const tenth = below(10, diceOf(5, volunteer)());
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 2,000 each, with a standard deviation of about 42.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(220);
  });
});

describe('chances', () => {
  const ROLL = fc.nat({ max: ROLLS - 1 });

  test('of weights: the last roll means the last outcome with a weight above 0', () => {
    expect(weighted([1, 1])).toEqual([ROLLS / 2, ROLLS]);
    expect(outcomeOf(weighted([0, 3, 0]), 0)).toBe(1);
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), ROLL, (weights, roll) => {
        fc.pre(weights.some((weight) => weight > 0));
        expect(weights[outcomeOf(weighted(weights), roll)]).toBeGreaterThan(0);
      }),
    );
  });

  test('of a probability: 0 is never and 1 is always', () => {
    expect(rollsFor(0)).toBe(0);
    expect(rollsFor(1)).toBe(ROLLS);
    expect(rollsFor(0.25)).toBe(ROLLS / 4);
  });

  test('Poisson: mean and variance are right', () => {
    for (const mean of [0.05, 0.5, 1, 3.7, 20, 199]) {
      const chances = poisson(mean);
      let before = 0;
      let first = 0;
      let second = 0;
      for (const [count, end] of chances.entries()) {
        const probability = (end - before) / ROLLS;
        first += count * probability;
        second += count * count * probability;
        before = end;
      }
      expect(first).toBeCloseTo(mean, 4);
      expect(second - first * first).toBeCloseTo(mean, 3);
      expect(chances.at(-1)).toBe(ROLLS);
    }
    expect(outcomeOf(poisson(0), ROLLS - 1)).toBe(0);
  });

  test('Poisson: the exact numbers', () => {
    expect(poisson(0.5).slice(0, 4)).toMatchInlineSnapshot(`
      [
        2605029347,
        3907544021,
        4233172689,
        4287444134,
      ]
    `);
  });

  test('every roll has an outcome', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), ROLL, (mean, roll) => {
        const chances = poisson(mean);
        expect(outcomeOf(chances, roll)).toBeLessThan(chances.length);
        expect(outcomeOf(chances, ROLLS - 1)).toBeLessThan(chances.length);
      }),
    );
  });
});
