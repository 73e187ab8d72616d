import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Handbook } from '../../src/index.js';
import { withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  type ComparedFigure,
  compareSimulations,
  mergeResults,
  quantiles,
  type SimulationError,
  type SimulationResult,
  simulate,
} from '../../src/simulation.js';
import { HANDBOOK } from '../support/handbook.js';
import { smallRun } from './runs.js';

const SEEDS = [1, 2, 3, 4, 5];

/** The handbook with everything at so many times its price. */
function pricedAt(times: number): Handbook {
  return {
    ...HANDBOOK,
    rewards: HANDBOOK.rewards.map((reward) => ({ ...reward, price: reward.price * times })),
  };
}

const runs = (more: Parameters<typeof smallRun>[0]): SimulationResult[] =>
  SEEDS.map((seed) => simulate(smallRun({ volunteers: 15, seed, ...more })));
const PLAIN = runs({});
const DEAR = runs({ handbook: pricedAt(2) });

function figuresIn(value: unknown): ComparedFigure[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return 'change' in value ? [value as ComparedFigure] : Object.values(value).flatMap(figuresIn);
}

describe('simulations before and after a change', () => {
  test('are alike where nothing changed', () => {
    const same = compareSimulations(PLAIN, PLAIN);
    expect(same.seeds).toEqual(SEEDS);
    for (const { before, after, change } of figuresIn(same)) {
      expect(after).toEqual(before);
      expect(change).toEqual({ mean: 0, least: 0, most: 0 });
    }
  });

  test('change the other way when they are compared the other way', () => {
    const there = figuresIn(compareSimulations(PLAIN, DEAR));
    const back = figuresIn(compareSimulations(DEAR, PLAIN));
    expect(there.length).toBe(back.length);
    there.forEach(({ before, after, change }, i) => {
      expect(back[i]).toMatchObject({ before: after, after: before });
      expect(back[i]?.change.mean).toBeCloseTo(-change.mean, 9);
      expect(back[i]?.change.least).toBeCloseTo(-change.most, 9);
    });
  });

  test('tell what each seed tells by itself', () => {
    const { earned, demand, refused, roles } = compareSimulations(PLAIN, DEAR);
    const singly = PLAIN.map((one, i) => {
      const after = DEAR[i] as SimulationResult;
      const given = (result: SimulationResult): number =>
        Object.values(result.demand).reduce((sum, { rice }) => sum + (rice?.given ?? 0), 0);
      const total = (result: SimulationResult): number =>
        Object.values(result.roles).reduce(
          (sum, of) => sum + of.earned.reduce((all, [points, accounts]) => all + points * accounts, 0),
          0,
        );
      return {
        given: given(after) - given(one),
        earned: total(after) - total(one),
        median: quantiles(after.roles.resident?.assessment ?? [], [0.5])[0],
      };
    });
    const range = (values: readonly number[]) => ({ least: Math.min(...values), most: Math.max(...values) });
    expect(demand.rice?.given.change).toMatchObject(range(singly.map(({ given }) => given)));
    expect(Object.keys(refused)).not.toEqual([]);
    for (const [code, { change }] of Object.entries(refused)) {
      const count = ({ commands }: SimulationResult) =>
        (commands.refused as Record<string, number>)[code] ?? 0;
      const changes = PLAIN.map((one, i) => count(DEAR[i] as SimulationResult) - count(one));
      expect([code, change]).toMatchObject([code, range(changes)]);
    }
    expect(earned.change).toMatchObject(range(singly.map((one) => one.earned)));
    expect(roles.resident?.assessment.change).toEqual({ mean: 0, least: 0, most: 0 });
    // Where prices are double, less is given, and more under no seed.
    expect(demand.rice?.given.change.most).toBeLessThanOrEqual(0);
    expect(demand.rice?.given.change.mean).toBeLessThan(0);
  });

  test('show what another answer does as they show what other prices do', () => {
    const yearly = runs({ ruleSet: withReading(renfa2022, 'claim-cap-window', 'calendar-year') });
    const { earned, seeds } = compareSimulations(PLAIN, yearly);
    expect(seeds).toEqual(SEEDS);
    expect(earned.change.least).toBeGreaterThanOrEqual(0);
    expect(earned.change.most).toBeGreaterThan(0);
    expect(earned.after.mean).toBeCloseTo(earned.before.mean + earned.change.mean, 9);
  });

  test('may be merged from shards', () => {
    const shards = SEEDS.map((seed) =>
      mergeResults(
        [0, 1].map((index) => simulate({ ...smallRun({ volunteers: 15, seed }), shard: { index, of: 2 } })),
      ),
    );
    expect(compareSimulations(shards, DEAR)).toEqual(compareSimulations(PLAIN, DEAR));
  });

  test('do not depend on the order of the seeds, but for the list of them', () => {
    const { seeds: _, ...expected } = compareSimulations(PLAIN, DEAR);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const pick = (results: readonly SimulationResult[]) =>
          order.map((i) => results[i] as SimulationResult);
        const { seeds, ...found } = compareSimulations(pick(PLAIN), pick(DEAR));
        expect(seeds).toEqual(order.map((i) => SEEDS[i]));
        figuresIn(found).forEach(({ change }, i) => {
          expect(change.mean).toBeCloseTo(figuresIn(expected)[i]?.change.mean ?? Number.NaN, 9);
          expect(change.most).toBe(figuresIn(expected)[i]?.change.most);
        });
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['nothing', [], [], 'nothing-to-merge'],
    ['fewer of one kind', PLAIN, DEAR.slice(1), 'different-runs'],
    ['more of one kind', PLAIN.slice(1), DEAR, 'different-runs'],
    ['another order of seeds', PLAIN, [...DEAR].reverse(), 'different-runs'],
    ['another period', PLAIN, runs({ to: '2023-08-21' }), 'different-runs'],
    ['another number of volunteers', PLAIN, runs({ volunteers: 16 }), 'different-runs'],
    [
      'a part of a run',
      [simulate({ ...smallRun({ seed: 1 }), shard: { index: 0, of: 2 } })],
      [simulate(smallRun({ seed: 1 }))],
      'different-runs',
    ],
  ])('are not compared: %s', (_, before, after, code) => {
    let thrown: unknown;
    try {
      compareSimulations(before, after);
    } catch (error) {
      thrown = error;
    }
    expect((thrown as SimulationError | undefined)?.code).toBe(code);
  });
});
