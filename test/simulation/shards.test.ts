import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  mergeResults,
  plainPopulation,
  type SimulationResult,
  simulate,
  simulateHistories,
} from '../../src/simulation.js';
import { openParts, stored } from '../support/checks.js';
import { smallRun } from './runs.js';

const RUN = smallRun({ to: '2022-12-31', volunteers: 11 });
const WHOLE = simulate(RUN);

function shards(of: number): SimulationResult[] {
  return Array.from({ length: of }, (_, index) => simulate({ ...RUN, shard: { index, of } }));
}

/** The same shards in another order, in nested groups by the numbers. */
function merged(results: readonly SimulationResult[], cuts: readonly number[]): SimulationResult {
  const [cut, ...rest] = cuts;
  if (results.length < 2 || cut === undefined) return mergeResults(results);
  const at = 1 + (cut % (results.length - 1));
  return mergeResults([merged(results.slice(0, at), rest), merged(results.slice(at), rest)]);
}

describe('shards', () => {
  test('any number of them, in any order and grouping, merge into exactly the result of the whole run', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }).chain((of) =>
          fc.tuple(
            fc.constant(of),
            fc.shuffledSubarray(
              Array.from({ length: of }, (_, i) => i),
              { minLength: of },
            ),
            fc.array(fc.nat(30), { maxLength: 6 }),
          ),
        ),
        ([of, order, cuts]) => {
          const all = shards(of);
          const shuffled = order.map((i) => all[i] as SimulationResult);
          expect(JSON.stringify(merged(shuffled, cuts))).toBe(JSON.stringify(WHOLE));
        },
      ),
      { numRuns: 15 },
    );
  });

  test('merging results from JSON leaves them unchanged', () => {
    const parts = shards(3).map(stored);
    const before = JSON.stringify(parts);
    const whole = mergeResults(parts);
    expect(whole).toEqual(WHOLE);
    expect(openParts(whole)).toEqual([]);
    expect(JSON.stringify(parts)).toBe(before);
    expect(parts.some((part) => Object.isFrozen(part.roles))).toBe(false);
  });

  test('some of the shards give a result of their own', () => {
    const [first, , third] = shards(3) as [SimulationResult, SimulationResult, SimulationResult];
    const part = mergeResults([third, first]);
    expect(part.volunteers).toEqual([
      [0, 4],
      [8, 11],
    ]);
    expect(part.accounts).toBe(7);
  });

  test('a shard of no volunteers adds nothing', () => {
    const empty = simulate({ ...RUN, shard: { index: 11, of: 12 } });
    expect(empty.volunteers).toEqual([]);
    expect(empty.accounts).toBe(0);
    expect(mergeResults([empty, WHOLE])).toEqual(WHOLE);
  });

  test('the ledger of the shards is the ledger of the run', () => {
    const parts = [0, 1, 2].map((index) => [...simulateHistories({ ...RUN, shard: { index, of: 3 } })]);
    expect(parts.flat()).toEqual([...simulateHistories(RUN)]);
  });
});

describe('results that do not belong together are not merged', () => {
  const other = (more: Partial<typeof RUN>): SimulationResult =>
    simulate({ ...RUN, ...more, shard: { index: 1, of: 2 } });
  const half = simulate({ ...RUN, shard: { index: 0, of: 2 } });
  const { filing: _, ...unfiled } = renfa2022;

  test.each([
    ['seed', 'run.seed', other({ seed: 8 })],
    ['first day', 'run.from', other({ from: '2022-03-11' })],
    ['last day', 'run.to', other({ to: '2022-12-30' })],
    ['rule set', 'run.ruleSet', other({ ruleSet: unfiled })],
    ['population', 'run.population', other({ population: plainPopulation(renfa2022, { volunteers: 12 }) })],
    ['handbook', 'run.handbook', other({ handbook: { ...(RUN.handbook as object), version: '2' } as never })],
  ])('another %s', (_name, path, result) => {
    for (const pair of [
      [half, result],
      [result, half],
    ])
      expect(() => mergeResults(pair)).toThrow(
        expect.objectContaining({ name: 'SimulationError', code: 'different-runs', path }),
      );
  });

  test('results with common volunteers', () => {
    expect(() => mergeResults([half, half])).toThrow(expect.objectContaining({ code: 'overlapping-shards' }));
    expect(() => mergeResults([WHOLE, half])).toThrow(
      expect.objectContaining({ code: 'overlapping-shards' }),
    );
  });

  test('no results', () => {
    expect(() => mergeResults([])).toThrow(expect.objectContaining({ code: 'nothing-to-merge' }));
  });
});
