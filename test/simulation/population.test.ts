import { describe, expect, test } from 'vitest';
import { type BankEvent, withReading } from '../../src/index.js';
import { hailin, renfa2022 } from '../../src/rule-sets.js';
import {
  type Population,
  plainPopulation,
  type RoleBehaviour,
  SimulationError,
  simulate,
  simulateHistories,
} from '../../src/simulation.js';
import { HANDBOOK } from '../support/handbook.js';
import { certain, handbookWith } from './runs.js';

const residents = (of: Partial<RoleBehaviour>): Population => ({
  roles: { resident: { volunteers: 40, items: {}, ...of } },
});

function events(of: Partial<RoleBehaviour>, more = {}): BankEvent[] {
  return [...simulateHistories(certain(residents(of), more))].flat();
}

describe('each parameter has its effect', () => {
  test('joining: in the months with a weight above 0', () => {
    const months = events({ joining: [0, 1, 0, 2] }).map(({ data }) => data.on.slice(0, 7));
    expect([...new Set(months)].sort()).toEqual(['2023-02', '2023-04']);
    expect(months.filter((month) => month === '2023-04').length).toBeGreaterThan(18);
    expect(new Set(events({}).map(({ data }) => data.on.slice(0, 7)))).toEqual(new Set(['2023-01']));
  });

  test('report-ins: in every later year, in the given season', () => {
    const season = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0];
    const reported = events({ reportIn: { probability: 1, season } }).filter(
      ({ type }) => type === 'ActivityCredited',
    );
    expect(reported.length).toBe(40);
    expect(new Set(reported.map(({ data }) => data.on.slice(0, 7)))).toEqual(new Set(['2024-05']));
    expect(events({ reportIn: { probability: 0 } }).length).toBe(40);
  });

  test('items: the monthly rate, by season, tier and service', () => {
    const season = [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const items = {
      activity: { perMonth: 1, season, tiers: { base: 1, hard: 0 }, served: 1 },
      claim: { perMonth: 0.3, tiers: { hard: 1 } },
    };
    const all = events({ items });
    const done = all.flatMap((event) => (event.type === 'ActivityCredited' ? [event.data] : []));
    // 12 a year in two months. Volunteers join in January of the first year and miss half of it on average.
    expect(done.length).toBeGreaterThan(40 * 16);
    expect(done.length).toBeLessThan(40 * 24);
    expect(new Set(done.map(({ on }) => on.slice(5, 7)))).toEqual(new Set(['01', '02']));
    expect(new Set(done.map(({ difficulty }) => difficulty))).toEqual(new Set(['base']));
    const claims = all.flatMap((event) => (event.type === 'PostClaimed' ? [event.data] : []));
    expect(new Set(claims.map(({ difficulty }) => difficulty))).toEqual(new Set(['hard']));
    expect(done.filter(({ on, postId }) => on > '2024-01-01' && postId === undefined).length).toBeLessThan(
      40,
    );
  });

  test('quantities, for items scored by quantity', () => {
    const role = Object.keys(hailin.roles)[0] as string;
    const of = Object.entries(hailin.roles[role as keyof typeof hailin.roles].items);
    const hours = of.find(([, item]) => item.scoring.by === 'quantity')?.[0] as string;
    const quantities = [
      { quantity: 0.5, weight: 0 },
      { quantity: 1.5, weight: 2 },
    ];
    const population = {
      roles: { [role]: { volunteers: 5, items: { [hours]: { perMonth: 2, quantities } } } },
    };
    const run = certain(population, { ruleSet: hailin });
    const done = [...simulateHistories(run)]
      .flat()
      .flatMap((event) => (event.type === 'ActivityCredited' ? [event.data.quantity] : []));
    expect(new Set(done)).toEqual(new Set([1.5]));
  });

  test('zeal: groups of equal size, in proportion', () => {
    const histories = [
      ...simulateHistories(certain(residents({ zeal: [0, 1, 3], items: { other: { perMonth: 1 } } }))),
    ];
    const done = [0, 1, 2].map((group) => histories.filter((_, i) => i % 3 === group).flat().length);
    expect(done[0]).toBe(14);
    expect((done[2] as number) / (done[1] as number)).toBeGreaterThan(2);
    expect((done[2] as number) / (done[1] as number)).toBeLessThan(4);
  });

  test('lateness: entries are recorded after later ones', () => {
    const items = { other: { perMonth: 4 } };
    const isLate = (history: readonly BankEvent[]): boolean =>
      history.some(({ data }, i) => data.on < (history[i - 1]?.data.on ?? ''));
    const lateHistories = (late?: RoleBehaviour['late']): number =>
      [...simulateHistories(certain(residents({ items, ...(late === undefined ? {} : { late }) })))].filter(
        isLate,
      ).length;
    expect(lateHistories()).toBe(0);
    expect(lateHistories({ probability: 0.5, days: 60 })).toBe(40);
  });

  test('errors: they are refused or change nothing', () => {
    const items = { other: { perMonth: 1, tiers: { base: 1 } } };
    const clean = events({ items });
    const errors = { invalid: 1, repeated: 1, duplicates: 1 };
    const run = certain(residents({ items, errors }));
    expect([...simulateHistories(run)].flat()).toEqual(clean);
    const { commands } = simulate(run);
    const entries = clean.length - 40;
    expect(commands.repeated).toBe(entries);
    expect(commands.refused['duplicate-matter']).toBeGreaterThan(entries * 0.95);
    for (const code of ['before-opening', 'invalid-command', 'wrong-community', 'unknown-item'] as const)
      expect(commands.refused[code]).toBeGreaterThan(0);
  });

  test('corrections: the yearly rate, by size, and of a matter if named', () => {
    const of = {
      items: { other: { perMonth: 2 } },
      corrections: { perYear: 3, points: [{ points: -2, weight: 1 }], named: 1 },
    };
    const ruleSet = withReading(renfa2022, 'correction-bound', 'none');
    const made = events(of, { ruleSet }).flatMap((event) =>
      event.type === 'ScoreCorrected' ? [event.data] : [],
    );
    expect(made.length).toBeGreaterThan(170);
    expect(made.length).toBeLessThan(290);
    expect(new Set(made.map(({ points }) => points))).toEqual(new Set([-2]));
    expect(made.filter(({ corrects }) => corrects !== undefined).length / made.length).toBeGreaterThan(0.9);
  });

  test('redeeming: affordable rewards, by weight', () => {
    const of = {
      items: { other: { perMonth: 3 } },
      redeeming: { probability: 1, rewards: { haircut: 1, piano: 1000 }, another: 0.5 },
    };
    const visits = events(of, { handbook: HANDBOOK }).flatMap((event) =>
      event.type === 'PointsRedeemed' ? [event.data] : [],
    );
    // Four halves each; every account has a point from the first day.
    expect(visits.length).toBe(160);
    expect(visits.every(({ lines }) => lines.every(({ rewardId }) => rewardId === 'haircut'))).toBe(true);
    expect(visits.some(({ points }) => points > 1)).toBe(true);
    expect(simulate(certain(residents(of))).demand).toEqual({});
  });

  test('a handbook is not used before it is published', () => {
    const rewards = [
      { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 1 },
    ] as const;
    const handbook = handbookWith(rewards, { published: '2024-02-01', filed: '2024-02-02' });
    const visits = events({ redeeming: { probability: 1 } }, { handbook }).filter(
      ({ type }) => type === 'PointsRedeemed',
    );
    expect(visits.every(({ data }) => data.on >= '2024-02-01')).toBe(true);
    expect(visits.length).toBe(40);
  });
});

describe('an invalid population is refused with the path of its fault', () => {
  const items = (of: object): Partial<RoleBehaviour> => ({ items: { activity: { perMonth: 1, ...of } } });

  test.each<[path: string, of: Partial<RoleBehaviour>]>([
    ['roles.resident.volunteers', { volunteers: -1 }],
    ['roles.resident.joining', { joining: [0, 0] }],
    ['roles.resident.joining', { joining: [...Array(24).fill(0), 1] }],
    ['roles.resident.joining[0]', { joining: [Number.NaN] }],
    ['roles.resident.zeal', { zeal: [] }],
    ['roles.resident.season', { season: [1] }],
    ['roles.resident.reportIn.probability', { reportIn: { probability: 1.1 } }],
    ['roles.resident.late.days', { late: { probability: 1, days: 1.5 } }],
    ['roles.resident.errors.invalid', { errors: { invalid: -0.1 } }],
    ['roles.resident.items.singing', { items: { singing: { perMonth: 1 } } }],
    ['roles.resident.items.registration', { items: { registration: { perMonth: 1 } } }],
    ['roles.resident.items.activity.perMonth', items({ perMonth: Number.POSITIVE_INFINITY })],
    [
      'roles.resident.items.activity.perMonth',
      items({ perMonth: 100, season: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }),
    ],
    ['roles.resident.items.activity.tiers.extreme', items({ tiers: { extreme: 1 } })],
    ['roles.resident.items.activity.quantities', items({ quantities: [{ quantity: 1, weight: 1 }] })],
    ['roles.resident.items.activity.served', items({ served: 2 })],
    ['roles.resident.items.claim.served', { items: { claim: { perMonth: 1, served: 0.5 } } }],
    [
      'roles.resident.corrections.points[0].points',
      { corrections: { perYear: 1, points: [{ points: 0, weight: 1 }] } },
    ],
    ['roles.resident.redeeming.rewards.yacht', { redeeming: { probability: 1, rewards: { yacht: 1 } } }],
  ])('%s', (path, of) => {
    expect(() => simulate(certain(residents(of), { handbook: HANDBOOK }))).toThrow(
      expect.objectContaining({ name: 'SimulationError', code: 'bad-population', path }),
    );
  });

  test('anything in place of any part is a population, or is refused with a place', () => {
    const whole = {
      roles: {
        resident: {
          volunteers: 1,
          joining: [1],
          zeal: [1],
          season: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
          reportIn: { probability: 1 },
          items: { activity: { perMonth: 1, tiers: { base: 1 }, served: 0.5 }, claim: { perMonth: 1 } },
          late: { probability: 0.1, days: 3 },
          errors: { invalid: 0.1, repeated: 0.1, duplicates: 0.1 },
          corrections: { perYear: 1, points: [{ points: 1, weight: 1 }], named: 0.5 },
          redeeming: { probability: 1, rewards: {}, another: 0.1, returns: { probability: 1, days: 1 } },
          slips: { probability: 0.1, days: 2 },
          leaving: { perYear: 1, reasons: {} },
          changing: { perYear: 1, reason: 'role-changed', to: { resident: 1 } },
        },
      },
    };
    const paths = pathsIn(whole);
    expect(paths).toContainEqual(['roles', 'resident', 'corrections', 'points', '0', 'weight']);
    for (const path of [[], ...paths]) {
      for (const odd of [null, undefined, 'x', 1.5, -1, Number.NaN, 2 ** 53, 1n, [], [null], {}, () => 1]) {
        const population = replaced(whole, path, odd) as Population;
        try {
          simulate(certain(population, { handbook: HANDBOOK }));
        } catch (thrown) {
          expect(thrown, `${path.join('.')}: ${String(odd)}`).toBeInstanceOf(SimulationError);
          expect((thrown as SimulationError).path).not.toBe('');
        }
      }
    }
  });

  test('an unknown role', () => {
    const population = { roles: { mayor: { volunteers: 1, items: {} } } };
    expect(() => simulate(certain(population))).toThrow(expect.objectContaining({ path: 'roles.mayor' }));
  });

  test.each([
    ['not-a-date', { from: '2023-02-29' }],
    ['period-backwards', { from: '2025-01-01' }],
    ['bad-seed', { seed: 0.5 }],
    ['bad-seed', { seed: -1 }],
    ['bad-shard', { shard: { index: 2, of: 2 } }],
  ])('%s', (code, more) => {
    expect(() => simulate({ ...certain(residents({})), ...more })).toThrow(expect.objectContaining({ code }));
  });
});

test('a plain population divides its volunteers among the roles', () => {
  const { roles } = plainPopulation(renfa2022, { volunteers: 10 });
  expect(Object.values(roles).map(({ volunteers }) => volunteers)).toEqual([4, 3, 3]);
  expect(
    Object.values(plainPopulation(renfa2022).roles).reduce((sum, { volunteers }) => sum + volunteers, 0),
  ).toBe(1000);
});

/** The way to each part of a value, through objects and lists. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    [key],
    ...pathsIn(part).map((rest) => [key, ...rest]),
  ]);
}

/** A copy with something else in one place. */
function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, other);
  return copy;
}
