import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, type BankEvent, fold, type RuleSet, redeemable, withReading } from '../../src/index.js';
import { communityRegister } from '../../src/reports.js';
import * as schemes from '../../src/rule-sets.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { mergeResults, plainPopulation, simulate, simulateHistories } from '../../src/simulation.js';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import { type WindowKind, windowOf } from '../../src/values/window.js';
import { openParts } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { movedBy } from '../support/history.js';
import { accountOf, fullestWindows, handbookWith, smallRun } from './runs.js';

const key = (per: string, on: string): string => windowOf(per as WindowKind, on, undefined).key;
const SEED = fc.nat({ max: Number.MAX_SAFE_INTEGER });

/** Fails if a history does not fold, or breaks a limit or a redemption period. */
function expectLawful(history: readonly BankEvent[], ruleSet: RuleSet): void {
  const account = accountOf(history);
  const points = history.reduce((sum, event) => sum + movedBy(event), 0);
  expect(redeemable(account)).toBe(points);
  for (const { limit, maximum, used } of fullestWindows(history, ruleSet)) {
    // A limit on entries that trims records further entries with 0 points.
    const rule = ruleSet.roles[account.role]?.limits[limit];
    if (ruleSet.correction.freesRoom || (rule?.counts === 'entries' && rule.beyond === 'trim')) continue;
    expect(used).toBeLessThanOrEqual(maximum);
  }
}

describe('simulated histories', () => {
  test('fold, keep the limits, and redeem once a half-year', () => {
    fc.assert(
      fc.property(SEED, (seed) => {
        for (const history of simulateHistories(smallRun({ seed }))) {
          expectLawful(history, renfa2022);
          const halves = history.flatMap(({ type, data }) =>
            type === 'PointsRedeemed' ? [key('half-year', data.on)] : [],
          );
          expect(new Set(halves).size).toBe(halves.length);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('are frozen, in the order of recording, and of one account each', () => {
    const ids = new Set<string>();
    for (const history of simulateHistories(smallRun())) {
      expect(openParts(history)).toEqual([]);
      const [id, ...others] = new Set(history.map(({ data }) => data.accountId));
      expect(others).toEqual([]);
      ids.add(id as string);
      expect(history[0]?.type).toBe('AccountOpened');
    }
    expect(ids.size).toBe(12);
  });

  test('come one at a time', () => {
    const endless = simulateHistories(smallRun({ volunteers: 3_000_000_000 }));
    expect(endless.next().done).toBe(false);
    endless.return();
  });

  test('a volunteer intends the same under another reading', () => {
    const plain = plainPopulation(renfa2022, { volunteers: 30 });
    // Service depends on the posts held, and so on decisions.
    const roles = Object.entries(plain.roles).map(([role, { items, redeeming: _, ...of }]) => [
      role,
      {
        ...of,
        items: Object.fromEntries(Object.entries(items).map(([id, { perMonth }]) => [id, { perMonth }])),
      },
    ]);
    const run = smallRun({ population: { roles: Object.fromEntries(roles) } });
    const refused = withReading(renfa2022, 'claim-cap-overflow', 'refused');
    const activitiesUnder = (ruleSet: RuleSet): string[] =>
      [...simulateHistories({ ...run, ruleSet })]
        .flat()
        .flatMap(({ type, data }) =>
          type === 'ActivityCredited' && data.entry === 'activity' ? [`${data.on} ${data.item}`] : [],
        );
    const claimsUnder = (ruleSet: RuleSet): number =>
      [...simulateHistories({ ...run, ruleSet })].flat().filter(({ type }) => type === 'PostClaimed').length;
    expect(activitiesUnder(refused)).toEqual(activitiesUnder(renfa2022));
    expect(claimsUnder(refused)).toBeLessThan(claimsUnder(renfa2022));
  });
});

describe('other rule sets', () => {
  const shipped = Object.entries(schemes).filter(
    ([, scheme]) => typeof scheme === 'object' && 'roles' in scheme,
  );

  test.each(shipped)('%s', (_name, ruleSet) => {
    const handbook = handbookWith(HANDBOOK.rewards, { standingConsent: '2020-01-01' });
    const population = plainPopulation(ruleSet, { volunteers: 12 });
    const run = { ruleSet, handbook, population, from: '2022-01-01', to: '2026-06-30', seed: 3 };
    const histories = [...simulateHistories(run)];
    expect(histories.length).toBe(12);
    for (const history of histories) expectLawful(history, ruleSet);
    const result = simulate(run);
    const register = communityRegister(histories.flat(), { on: run.to, ruleSet });
    for (const { month, outstanding } of register.byMonth) {
      expect({ month, outstanding: result.months[month]?.outstanding }).toEqual({ month, outstanding });
    }
    const kinds = new Set(histories.flat().map(({ type }) => type));
    expect([...kinds]).toContain('ActivityCredited');
    // A plain population does wrong as often as right, and does not gather 100 hours in these years.
    const isHard = ['community-households', 'time-bank'].includes(ruleSet.id);
    const isRedeemed = (ruleSet.authority.offices.RedeemPoints ?? []).length > 0 && !isHard;
    expect(kinds.has('PointsRedeemed')).toBe(isRedeemed);
    expect(Object.keys(result.commands.refused)).not.toContain('office-not-entitled');
  });

  test('any valid rule set: histories fold, and shards merge into the whole', () => {
    fc.assert(
      fc.property(ruleSets(), SEED, fc.integer({ min: 1, max: 4 }), (ruleSet, seed, of) => {
        const population = plainPopulation(ruleSet, { volunteers: 5 });
        const handbook = handbookWith(HANDBOOK.rewards);
        const run = { ruleSet, handbook, population, from: '2023-05-15', to: '2024-08-01', seed };
        for (const history of simulateHistories(run)) expectLawful(history, ruleSet);
        const parts = Array.from({ length: of }, (_, index) => simulate({ ...run, shard: { index, of } }));
        expect(JSON.stringify(mergeResults(parts))).toBe(JSON.stringify(simulate(run)));
      }),
      { numRuns: 60 },
    );
  });
});

test('the result equals the accounts of the ledger', () => {
  const run = smallRun({ volunteers: 30 });
  const { roles } = simulate(run);
  const accounts = [...simulateHistories(run)].map((history) => fold(history));
  for (const [role, of] of Object.entries(roles)) {
    const figures = accounts.flatMap((account) =>
      account.status === 'open' && account.role === role ? [assessment(account)] : [],
    );
    expect(of.assessment.flatMap(([value, count]) => Array(count).fill(value))).toEqual(
      figures.sort((a, b) => a - b),
    );
  }
});

describe('rules about the persons at an office', () => {
  const answers = [
    ['self-issue', 'refused'],
    ['approval', 'two-person'],
  ] as const;

  test.each(answers)(
    '%s = %s: offices name them, and nothing else comes out otherwise',
    (reading, answer) => {
      const points = (ruleSet: RuleSet): unknown =>
        [...simulateHistories(smallRun({ ruleSet }))].map((history) =>
          history.map((event) => [event.type, event.data.on, movedBy(event)]),
        );
      const strict = withReading<RuleSet, string>(renfa2022, reading, answer);
      expect(points(strict)).toEqual(points(renfa2022));
      for (const { data } of [...simulateHistories(smallRun({ ruleSet: strict }))].flat()) {
        expect(data.by.recorder).toBe('recorder');
        expect(data.by.approvedBy).toBe(reading === 'approval' ? 'approver' : undefined);
        expect(data.readings[reading]).toBe(answer);
      }
    },
  );
});
