import { describe, expect, test } from 'vitest';
import { type ItemRule, type RuleSet, text } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { isAsLong, loosened, mostPoints, visitsPerYear } from '../../src/rules/bounds.js';

const BASE: RuleSet = renfa2022;
const unitTitle = text('小时', 'hours');

function scored(scoring: ItemRule['scoring']): ItemRule {
  return { clause: '9', title: text('事项', 'Matter'), entry: 'activity', scoring };
}

function byHours(points: number, maximum?: number): ItemRule {
  const hours = { by: 'quantity', unit: 'hour', unitTitle, points, each: 2, rounding: 'up' } as const;
  return scored(maximum === undefined ? hours : { ...hours, maximum });
}

describe('the most points that one entry can score', () => {
  test.each<[string, ItemRule, number]>([
    ['fixed points', scored({ by: 'fixed', points: 4 }), 4],
    ['the hardest tier', scored({ by: 'difficulty', points: { hard: 5, base: 1, mild: 2 } }), 5],
    ['the mildest deduction', scored({ by: 'difficulty', points: { hard: -5, base: -1 } }), -1],
    ['hours without a maximum', byHours(3), Number.POSITIVE_INFINITY],
    ['5 hours at 3 points for each 2, begun ones counted', byHours(3, 5), 9],
    ['hours that score nothing', byHours(0), 0],
    ['hours that cost points: none of them is the most', byHours(-3, 5), 0],
  ])('%s', (_, item, most) => {
    expect(mostPoints(item)).toBe(most);
  });
});

test.each<[Parameters<typeof visitsPerYear>[0], number]>([
  [{ period: { kind: 'calendar', window: 'year' }, visits: 1 }, 1],
  [{ period: { kind: 'calendar', window: 'half-year' }, visits: 2 }, 4],
  [{ period: { kind: 'calendar', window: 'month' }, visits: 1 }, 12],
  [{ period: { kind: 'rolling', months: 4 }, visits: 1 }, 3],
  [{ period: { kind: 'rolling', months: 24 }, visits: 1 }, 0.5],
  [{ period: { kind: 'openings', openings: [{ from: '06-01', to: '06-30' }] }, visits: 3 }, 3],
  [{ period: { kind: 'openings', openings: [] }, visits: 3 }, 0],
  [{ period: { kind: 'calendar', window: 'year' } }, Number.POSITIVE_INFINITY],
])('visits a year: %j', (redemption, visits) => {
  expect(visitsPerYear(redemption)).toBe(visits);
});

test('a window is as long as itself and as any that fits into it', () => {
  const kinds = ['life', 'year', 'half-year', 'quarter', 'month'] as const;
  kinds.forEach((window, i) => {
    kinds.forEach((than, j) => {
      expect(isAsLong(window, than)).toBe(i <= j);
    });
  });
});

/** The paths at which a rule set is looser than the first scheme, by the bound. */
function looserAt(derived: RuleSet): string[] {
  return loosened(BASE, derived).map(({ path }) => path);
}

const { resident } = BASE.roles as { readonly resident: RuleSet['roles'][string] };
const claims = resident.limits.claims as RuleSet['roles'][string]['limits'][string];

function withLimits(limits: RuleSet['roles'][string]['limits'], role = 'resident'): RuleSet {
  return { ...BASE, roles: { ...BASE.roles, [role]: { ...resident, limits } } };
}

describe('a limit that is held', () => {
  test('may be stricter, and may have another name', () => {
    expect(looserAt(withLimits({ claims: { ...claims, maximum: 2 } }))).toEqual([]);
    expect(looserAt(withLimits({ ours: { ...claims, items: [...claims.items, 'other'] } }))).toEqual([]);
  });

  test.each<[string, RuleSet['roles'][string]['limits']]>([
    ['missing', {}],
    ['higher', { claims: { ...claims, maximum: claims.maximum + 1 } }],
    ['over less time', { claims: { ...claims, per: 'year' } }],
    ['of other items', { claims: { ...claims, items: ['other'] } }],
    ['counting something else', { claims: { ...claims, counts: 'entries' } }],
  ])('may not be %s', (_, limits) => {
    expect(looserAt(withLimits(limits))).toEqual(['roles.resident.limits.claims']);
  });

  test('holds for a role that the base does not have, where it has the items', () => {
    expect(looserAt(withLimits({}, 'visitor'))).toEqual(['roles.visitor.limits.claims']);
    expect(looserAt(withLimits({ claims }, 'visitor'))).toEqual([]);
    const { claim: _, ...items } = resident.items;
    const without = { ...BASE, roles: { ...BASE.roles, visitor: { ...resident, items, limits: {} } } };
    expect(looserAt(without)).toEqual([]);
  });

  test('is that of another role where the role itself had none', () => {
    const base = withLimits({});
    expect(loosened(base, base).map(({ path }) => path)).toEqual(['roles.resident.limits.claims']);
    expect(loosened(base, BASE)).toEqual([]);
  });

  test('is nobody’s where no role of the base has it', () => {
    const bare = Object.fromEntries(
      Object.entries(BASE.roles).map(([id, role]) => [id, { ...role, limits: {} }]),
    );
    const base = { ...BASE, roles: bare };
    expect(loosened(base, base)).toEqual([]);
  });
});

describe('what is said of a rule set that is looser', () => {
  const said = (derived: RuleSet) => loosened(BASE, derived).map(({ path, text: { en } }) => [path, en]);

  test('on visits: how many a year, or any number', () => {
    const { visits: _, ...unlimited } = BASE.redemption;
    expect(said({ ...BASE, redemption: { ...BASE.redemption, visits: 3 } })).toEqual([
      ['redemption.period', expect.stringMatching(/: 6 times a year where it is 2\.$/)],
    ]);
    expect(said({ ...BASE, redemption: unlimited })).toEqual([
      ['redemption.period', expect.stringMatching(/: any number of times a year where it is 2\.$/)],
    ]);
    expect(loosened(BASE, { ...BASE, redemption: unlimited })[0]?.text['zh-CN']).toMatch(/：兑换次数不限。$/);
  });

  test('on points: how many, or that there is no end', () => {
    const at = (other: ItemRule): RuleSet => ({
      ...BASE,
      roles: { ...BASE.roles, resident: { ...resident, items: { ...resident.items, other } } },
    });
    expect(said(at(byHours(1, 6)))).toEqual([
      ['roles.resident.items.other.scoring', expect.stringMatching(/: up to 3 points\.$/)],
    ]);
    expect(said(at(byHours(1)))).toEqual([
      ['roles.resident.items.other.scoring', expect.stringMatching(/: without end\.$/)],
    ]);
    expect(said(at(byHours(1, 4)))).toEqual([]);
  });
});
