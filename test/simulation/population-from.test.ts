import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  type Histogram,
  mean,
  type Population,
  plainPopulation,
  populationFrom,
  quantiles,
  type RoleBehaviour,
  simulate,
  simulateHistories,
} from '../../src/simulation.js';
import { HANDBOOK } from '../support/handbook.js';
import { credit, open, run } from '../support/history.js';

const season = [1, 1, 2, 3, 3, 2, 1, 1, 2, 3, 2, 1];
const POPULATION: Population = {
  roles: {
    resident: {
      volunteers: 400,
      joining: [10, 4, 3, 2, 1],
      zeal: [1, 1, 2, 4, 8],
      season,
      reportIn: { probability: 0.7 },
      items: {
        activity: { perMonth: 0.8, tiers: { base: 3, hard: 1 }, served: 0.3 },
        affairs: { perMonth: 0.3, tiers: { base: 1 } },
        claim: { perMonth: 0.1, tiers: { base: 2, hard: 1 } },
      },
      late: { probability: 0.1, days: 20 },
      corrections: {
        perYear: 0.5,
        points: [
          { points: -1, weight: 3 },
          { points: 2, weight: 1 },
        ],
        named: 0.5,
      },
      redeeming: { probability: 0.6, rewards: { haircut: 3, repair: 1 }, another: 0.3 },
    },
  },
};
const RUN = {
  ruleSet: renfa2022,
  handbook: HANDBOOK,
  population: POPULATION,
  from: '2022-01-01',
  to: '2024-12-31',
  seed: 11,
};

const ESTIMATED = populationFrom(simulateHistories(RUN), renfa2022, RUN);
const resident = ESTIMATED.roles.resident as RoleBehaviour;

describe('parameters estimated from a simulated ledger', () => {
  test('are close to the original parameters', () => {
    expect(resident.volunteers).toBe(400);
    expect(resident.joining?.length).toBe(5);
    expect(resident.reportIn?.probability).toBeCloseTo(0.7, 1);
    expect(resident.items.activity?.perMonth).toBeCloseTo(0.8, 1);
    expect(resident.items.claim?.perMonth).toBeCloseTo(0.1, 1);
    expect(resident.items.activity?.served).toBeGreaterThan(0.2);
    const { base = 0, hard = 0 } = resident.items.activity?.tiers ?? {};
    expect(base / hard).toBeGreaterThan(2.7);
    expect(base / hard).toBeLessThan(3.3);
    expect(resident.corrections?.perYear).toBeCloseTo(0.5, 1);
    expect(resident.corrections?.named).toBeCloseTo(0.5, 1);
    expect(resident.redeeming?.probability).toBeCloseTo(0.6, 1);
    expect(resident.redeeming?.another).toBeCloseTo(0.3, 1);
    expect(resident.late?.probability).toBeGreaterThan(0.02);
  });

  test('include the season', () => {
    const of = resident.items.activity?.season ?? [];
    const sum = season.reduce((total, weight) => total + weight, 0);
    for (const [month, weight] of season.entries()) {
      expect(Math.abs((of[month] ?? 0) - (12 * weight) / sum)).toBeLessThan(0.25);
    }
  });

  test('include the zeal, the least first', () => {
    const of = resident.zeal ?? [];
    const total = of.reduce((sum, zeal) => sum + zeal, 0);
    const shares = of.map((zeal) => zeal / total);
    for (const [i, zeal] of [1, 1, 2, 4, 8].entries())
      expect(Math.abs((shares[i] ?? 0) - zeal / 16)).toBeLessThan(0.05);
  });

  test('give figures close to those of the ledger', () => {
    const was = simulate(RUN);
    const is = simulate({ ...RUN, population: ESTIMATED, seed: 12 });
    const near = (a: number, b: number, percent: number): void =>
      expect(Math.abs(a - b) / Math.max(1, a)).toBeLessThan(percent / 100);
    const [a, b] = [was, is].map((result) => result.roles.resident?.assessment as Histogram) as [
      Histogram,
      Histogram,
    ];
    near(mean(a), mean(b), 6);
    for (const share of [0.25, 0.5, 0.75, 0.9])
      near(quantiles(a, [share])[0] ?? 0, quantiles(b, [share])[0] ?? 0, 20);
    near(was.months['2024-12']?.outstanding ?? 0, is.months['2024-12']?.outstanding ?? 0, 8);
    near(was.roles.resident?.redemptions.visits ?? 0, is.roles.resident?.redemptions.visits ?? 0, 10);
    near(was.commands.accepted.ClaimPost ?? 0, is.commands.accepted.ClaimPost ?? 0, 12);
  });
});

describe('any ledger', () => {
  test('gives a population that its rule set accepts', () => {
    const population = plainPopulation(renfa2022, { volunteers: 12 });
    const ledger = { ...RUN, population, from: '2023-05-05', to: '2023-11-20' };
    const estimated = populationFrom(simulateHistories(ledger), renfa2022);
    const { accounts } = simulate({ ...ledger, population: estimated });
    expect(accounts).toBe(12);
    expect(JSON.parse(JSON.stringify(estimated))).toEqual(estimated);
  });

  test('of one day too', () => {
    const { events } = run([open('resident'), credit('other', 'm', '2023-01-10')]);
    const estimated = populationFrom([events], renfa2022);
    expect(estimated.roles.resident).toMatchObject({
      volunteers: 1,
      joining: [1],
      items: { other: { perMonth: 31 } },
    });
    expect(() => simulate({ ...RUN, population: estimated })).not.toThrow();
  });

  test('without events gives no volunteers', () => {
    expect(populationFrom([], renfa2022)).toEqual({ roles: {} });
    expect(simulate({ ...RUN, population: { roles: {} } }).accounts).toBe(0);
  });

  test('is read one history at a time', () => {
    const lengths: number[] = [];
    function* histories() {
      for (const history of simulateHistories({
        ...RUN,
        population: plainPopulation(renfa2022, { volunteers: 3 }),
      })) {
        lengths.push(history.length);
        yield history[Symbol.iterator]();
      }
    }
    expect(populationFrom(histories() as Iterable<never>, renfa2022).roles).not.toEqual({});
    expect(lengths.length).toBe(3);
  });
});
