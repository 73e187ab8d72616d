import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communityRegister } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { mean, plainPopulation, quantiles, simulate, simulateHistories } from '../../src/simulation.js';
import { numbersIn, openParts, stored } from '../support/checks.js';
import { smallRun } from './runs.js';

const SEED = fc.nat({ max: Number.MAX_SAFE_INTEGER });

describe('a run', () => {
  test('gives the same result for the same seed, and another result for another seed', () => {
    fc.assert(
      fc.property(SEED, SEED, (seed, other) => {
        fc.pre(seed !== other);
        const written = JSON.stringify(simulate(smallRun({ seed })));
        expect(JSON.stringify(simulate(smallRun({ seed })))).toBe(written);
        expect(JSON.stringify(simulate(smallRun({ seed: other })))).not.toBe(written);
      }),
      { numRuns: 8 },
    );
  });

  test('does not depend on the order of the roles in a population', () => {
    const population = plainPopulation(renfa2022, { volunteers: 12 });
    const roles = Object.fromEntries(
      Object.entries(population.roles)
        .reverse()
        .map(([role, of]) => [
          role,
          { ...of, items: Object.fromEntries(Object.entries(of.items).reverse()) },
        ]),
    );
    expect(JSON.stringify(simulate(smallRun({ population: { roles } })))).toBe(
      JSON.stringify(simulate(smallRun())),
    );
  });

  test('is plain JSON of whole numbers, deeply frozen', () => {
    const result = simulate(smallRun());
    expect(openParts(result)).toEqual([]);
    expect(stored(result)).toEqual(result);
    expect(numbersIn(result).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
  });

  test('equals the register of its ledger in accounts, points and balances', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        const run = smallRun({ seed });
        const result = simulate(run);
        const register = communityRegister([...simulateHistories(run)].flat(), { on: run.to });
        expect(result.accounts).toBe(register.totals.accounts);
        for (const { month, outstanding, earned, corrected, redeemed } of register.byMonth) {
          const of = result.months[month];
          const points = Object.values(of?.items ?? {}).reduce((sum, item) => sum + item.points, 0);
          expect({ month, outstanding, earned, corrected, redeemed }).toEqual({
            month,
            outstanding: of?.outstanding,
            earned: points,
            corrected: of?.corrected,
            redeemed: of?.redeemed,
          });
        }
        for (const { role, accounts, earned, assessment, redeemable } of register.byRole) {
          const of = result.roles[role];
          const total = (histogram: typeof of extends undefined ? never : NonNullable<typeof of>['earned']) =>
            histogram.reduce((sum, [value, count]) => sum + value * count, 0);
          if (of === undefined) throw new Error(`no role ${role}`);
          expect(of.accounts).toBe(accounts);
          expect([total(of.earned), total(of.assessment), total(of.redeemable)]).toEqual([
            earned,
            assessment,
            redeemable,
          ]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('counts the events of its ledger, and more commands than events', () => {
    const run = smallRun({ volunteers: 30 });
    const { commands, accounts } = simulate(run);
    const events = [...simulateHistories(run)].flat();
    const accepted = Object.values(commands.accepted).reduce((sum, count) => sum + count, 0);
    expect(accepted).toBe(events.length);
    expect(commands.accepted.OpenAccount).toBe(accounts);
    expect(commands.repeated).toBeGreaterThan(0);
    expect(Object.keys(commands.refused)).toContain('duplicate-matter');
  });
});

describe('no regression', () => {
  test('a fixed seed gives these figures on every platform', () => {
    const result = simulate(smallRun({ seed: 2022, volunteers: 30 }));
    const { resident } = result.roles;
    expect({
      commands: result.commands.accepted,
      repeated: result.commands.repeated,
      outstanding: result.months['2023-08']?.outstanding,
      medians: Object.values(result.roles).map(({ assessment }) => quantiles(assessment, [0.5])[0]),
      claims: resident?.limits.claims,
    }).toMatchInlineSnapshot(`
      {
        "claims": {
          "accounts": 1,
          "points": 0,
          "refused": 0,
          "trimmed": 0,
          "windows": 1,
        },
        "commands": {
          "ClaimPost": 29,
          "CorrectScore": 5,
          "CreditActivity": 829,
          "OpenAccount": 30,
          "RedeemPoints": 47,
          "ReportIn": 24,
        },
        "medians": [
          47,
          37,
          40,
        ],
        "outstanding": 1096,
        "repeated": 5,
      }
    `);
  });
});

describe('quantiles and means', () => {
  const histogram = [
    [-2, 1],
    [0, 3],
    [7, 1],
  ] as const;

  test('quantiles are values of accounts', () => {
    expect(quantiles(histogram)).toEqual([-2, 0, 0, 0, 7]);
    expect(quantiles(histogram, [0.2, 0.21, 0.8, 0.81])).toEqual([-2, 0, 0, 7]);
    expect(quantiles([[5, 100]], [0.07])).toEqual([5]);
    expect(quantiles([])).toEqual([]);
    expect(() => quantiles(histogram, [1.5])).toThrow(RangeError);
  });

  test('quantiles are those of the sorted list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 100 }),
        (values, percent) => {
          const sorted = [...values].sort((a, b) => a - b);
          const counts = new Map<number, number>();
          for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
          const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
          expect(quantiles([...counts], [percent / 100])).toEqual([sorted[rank - 1]]);
        },
      ),
    );
  });

  test('the mean', () => {
    expect(mean(histogram)).toBe(1);
    expect(mean([])).toBe(0);
  });
});
