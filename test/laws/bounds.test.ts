import { describe, expect, test } from 'vitest';
import type { Loosened } from '../../src/define.js';
import type { Band, ItemRule, RedemptionLimit, RuleSet, Text } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { loosened } from '../../src/rules/differences/bounds.js';
import { visitsPerYear } from '../../src/rules/differences/visits-per-year.js';
import { mostPoints } from '../../src/rules/score.js';
import type { MonthDay } from '../../src/values/calendar.js';
import { text } from '../../src/values/text.js';
import { isAsLong, type LimitSpan } from '../../src/values/window.js';
import { visitsAPeriod } from '../support/redeeming.js';
import { reported } from '../support/words.js';

const BASE: RuleSet = renfa2022;
const unitTitle = text('小时', 'hours');

function scored(scoring: ItemRule['scoring']): ItemRule {
  return { clause: '9', title: text('事项', 'Matter'), entry: 'activity', scoring };
}

function byHours(points: number, maximum?: number): ItemRule {
  const hours = { by: 'quantity', unit: 'hour', unitTitle, points, each: 2, rounding: 'up' } as const;
  return scored(maximum === undefined ? hours : { ...hours, maximum });
}

const BANDS = [
  { from: 0, points: 0 },
  { from: 1, points: 1, each: 0.5 },
  { from: 2, points: 1 },
];

function byBands(bands: readonly Band[], maximum?: number): ItemRule {
  const hours = { by: 'bands', unit: 'hour', unitTitle, bands } as const;
  return scored(maximum === undefined ? hours : { ...hours, maximum });
}

const DAYS = { clause: '9', title: text('双倍', 'Double'), from: '2024-03-01', until: '2024-03-31' };
const FACTORS = { double: { ...DAYS, times: 2 }, more: { ...DAYS, times: 2.5 } };

describe('the most points that one entry can score', () => {
  test.each<[string, ItemRule, number]>([
    ['fixed points', scored({ by: 'fixed', points: 4 }), 4],
    ['the hardest tier', scored({ by: 'difficulty', points: { hard: 5, base: 1, mild: 2 } }), 5],
    ['the mildest deduction', scored({ by: 'difficulty', points: { hard: -5, base: -1 } }), -1],
    ['hours without a maximum', byHours(3), Number.POSITIVE_INFINITY],
    ['5 hours at 3 points for each 2, begun ones counted', byHours(3, 5), 9],
    ['hours that score nothing', byHours(0), 0],
    ['the best end of a band', byBands(BANDS), 3],
    ['a last band that is left open', byBands([{ from: 2, points: 1, each: 2 }]), Number.POSITIVE_INFINITY],
    ['a last band of the same points', byBands([{ from: 2, points: 5 }]), 5],
    ['a last band that costs points', byBands([{ from: 2, points: -1, each: 1 }]), 0],
    [
      'bands up to a maximum',
      byBands(
        [
          { from: 2, points: 1, each: 2 },
          { from: 9, points: 50 },
        ],
        7,
      ),
      3,
    ],
    ['everything that is held', scored({ by: 'balance' }), 0],
    ['points that count several times', { ...scored({ by: 'fixed', points: 3 }), factors: FACTORS }, 7],
    [
      'a deduction that counts several times',
      { ...scored({ by: 'fixed', points: -3 }), factors: FACTORS },
      -3,
    ],
    ['hours that cost points: none of them is the most', byHours(-3, 5), 0],
  ])('%s', (_, item, most) => {
    expect(mostPoints(item)).toBe(most);
  });
});

const HALF = { kind: 'calendar', window: 'half-year' } as const;

function perOf(per: RedemptionLimit['per'], maximum: number): RedemptionLimit {
  return { clause: '4.2', title: text('次数', 'visits'), counts: 'visits', per, maximum };
}

test.each<[Parameters<typeof visitsPerYear>[0], number]>([
  [{ period: { kind: 'calendar', window: 'year' }, limits: visitsAPeriod(1) }, 1],
  [{ period: { kind: 'calendar', window: 'half-year' }, limits: visitsAPeriod(2) }, 4],
  [{ period: { kind: 'calendar', window: 'month' }, limits: visitsAPeriod(1) }, 12],
  [{ period: { kind: 'rolling', months: 4 }, limits: visitsAPeriod(1) }, 3],
  [{ period: { kind: 'rolling', months: 24 }, limits: visitsAPeriod(1) }, 0.5],
  [{ period: { kind: 'openings', openings: [{ from: '06-01', to: '06-30' }] }, limits: visitsAPeriod(3) }, 3],
  [{ period: { kind: 'openings', openings: [] }, limits: visitsAPeriod(3) }, 0],
  [{ period: { kind: 'calendar', window: 'year' } }, Number.POSITIVE_INFINITY],
  // The lowest of all limits on visits of whatever rewards.
  [{ period: HALF, limits: { ...visitsAPeriod(2), month: perOf('month', 3) } }, 4],
  [{ period: HALF, limits: { ...visitsAPeriod(2), year: perOf('year', 3) } }, 3],
  [{ period: HALF, limits: { life: perOf('life', 9) } }, 9],
  [{ period: HALF, limits: { own: perOf('account-year', 2) } }, 2],
  [{ period: HALF, limits: { days: perOf({ last: 73, of: 'days' }, 1) } }, 5],
  [{ period: HALF, limits: { months: perOf({ last: 3, of: 'months' }, 1) } }, 4],
  [{ period: HALF, limits: { visit: perOf('visit', 2) } }, Number.POSITIVE_INFINITY],
  [{ period: HALF, limits: { rice: { ...perOf('year', 1), rewards: ['rice'] } } }, Number.POSITIVE_INFINITY],
])('visits a year: %j', (redemption, visits) => {
  expect(visitsPerYear(redemption)).toBe(visits);
});

test('a window is as long as itself and as any that fits into it', () => {
  const kinds = ['life', 'year', 'half-year', 'quarter', 'month'] as const;
  kinds.forEach((window, i) => {
    kinds.forEach((than, j) => {
      expect(isAsLong(window, than, undefined)).toBe(i <= j);
    });
  });
});

test.each<[LimitSpan, LimitSpan, MonthDay | undefined, boolean]>([
  // A calendar year is the scheme's own where both begin alike, and holds its quarters where these begin with it.
  ['calendar-year', 'year', undefined, true],
  ['year', 'calendar-year', '01-01', true],
  ['calendar-year', 'year', '04-01', false],
  ['year', 'calendar-year', '04-01', false],
  ['calendar-year', 'half-year', '04-01', false],
  ['calendar-year', 'quarter', '04-01', true],
  ['calendar-year', 'quarter', '03-01', false],
  ['calendar-year', 'month', '04-06', true],
  // A year that begins within a month cuts it.
  ['quarter', 'month', '04-06', false],
  ['year', 'quarter', '04-06', true],
  [{ last: 6, of: 'months' }, 'half-year', '08-28', true],
  [{ last: 6, of: 'months' }, 'half-year', '08-31', false],
  [{ last: 7, of: 'months' }, 'half-year', '08-31', true],
  [{ last: 12, of: 'months' }, 'year', '08-31', true],
  // Of months counted back, as few and as many days as they have.
  [{ last: 366, of: 'days' }, { last: 12, of: 'months' }, undefined, true],
  [{ last: 365, of: 'days' }, { last: 12, of: 'months' }, undefined, false],
  [{ last: 12, of: 'months' }, { last: 365, of: 'days' }, undefined, true],
  [{ last: 12, of: 'months' }, 'account-year', undefined, false],
  [{ last: 13, of: 'months' }, 'account-year', undefined, true],
  ['week', { last: 1, of: 'days' }, undefined, true],
])('%j is as long as %j of a year from %s: %j', (span, than, yearStarts, isSo) => {
  expect(isAsLong(span, than, yearStarts === undefined ? undefined : { yearStarts })).toBe(isSo);
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
  test('covers every item that it held and the role has, and needs no more', () => {
    const held = { ...claims, items: ['claim', 'other'] };
    const base = withLimits({ claims: held });
    const derived = (limit: object, items: object = resident.items): RuleSet => ({
      ...BASE,
      roles: {
        ...BASE.roles,
        resident: { ...resident, items, limits: { claims: { ...held, ...limit } } },
      } as never,
    });
    const { other: _, ...without } = resident.items;
    expect(loosened(base, derived({})).map(({ path }) => path)).toEqual([]);
    expect(loosened(base, derived({ items: ['claim'] })).map(({ path }) => path)).toEqual([
      'roles.resident.limits.claims',
    ]);
    expect(loosened(base, derived({ items: ['claim'] }, without)).map(({ path }) => path)).toEqual([]);
    expect(loosened(base, derived({ items: ['affairs'] }, without)).map(({ path }) => path)).toEqual([
      'roles.resident.limits.claims',
    ]);
  });

  test('may be stricter, and may have another name', () => {
    expect(looserAt(withLimits({ claims: { ...claims, maximum: 2 } }))).toEqual([]);
    expect(looserAt(withLimits({ ours: { ...claims, items: [...(claims.items ?? []), 'other'] } }))).toEqual(
      [],
    );
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
  const zh = (place: Loosened | undefined) => place && reported(place)['zh-CN'];
  const said = (derived: RuleSet) => loosened(BASE, derived).map((place) => [place.path, reported(place).en]);

  test('on visits: how many a year, or any number', () => {
    const { limits: _, ...unlimited } = BASE.redemption;
    expect(said({ ...BASE, redemption: { ...BASE.redemption, limits: visitsAPeriod(3) } })).toEqual([
      ['redemption.period', expect.stringMatching(/: 6 times a year instead of 2\.$/)],
    ]);
    expect(said({ ...BASE, redemption: unlimited })).toEqual([
      ['redemption.period', expect.stringMatching(/: any number of times a year instead of 2\.$/)],
    ]);
    expect(zh(loosened(BASE, { ...BASE, redemption: unlimited })[0])).toMatch(
      /：每年兑换次数不限，规定为 2 次。$/,
    );
  });

  test('in both languages, with the bound, its clause, and the part', () => {
    const six = { ...BASE, redemption: { ...BASE.redemption, limits: visitsAPeriod(3) } };
    const [visits] = loosened(BASE, six);
    const bounds = BASE.bounds.held as { readonly [id: string]: { clause: string; title: Text } };
    const of = (id: string | undefined) => bounds[id ?? ''] as { clause: string; title: Text };
    expect(zh(visits)).toBe(
      `积分兑换·兑换周期宽于“${of(visits?.bound).title['zh-CN']}”（条款 ${of(visits?.bound).clause}）：每年可兑换 6 次，规定为 2 次。`,
    );
    const [limit] = loosened(BASE, withLimits({}));
    const most = claims.maximum;
    expect(limit && reported(limit)).toEqual({
      'zh-CN': `类别“resident”·上限“claims”宽于“${of(limit?.bound).title['zh-CN']}”（条款 ${of(limit?.bound).clause}）：在同样或更长的期间内应不超过 ${most}。`,
      en: `role 'resident', limit 'claims' is looser than '${of(limit?.bound).title.en}' (clause ${of(limit?.bound).clause}): it has to stay within ${most} over the same time or longer.`,
    });
    const generous = { ...resident, opening: { ...resident.opening, points: 9 } };
    const [opening] = loosened(BASE, { ...BASE, roles: { ...BASE.roles, resident: generous } });
    expect(opening?.path).toBe('roles.resident.opening.points');
    expect(zh(opening)).toMatch(/：可达 9 分。$/);
    const endless = { ...resident, items: { ...resident.items, other: byHours(1) } };
    const [hours] = loosened(BASE, { ...BASE, roles: { ...BASE.roles, resident: endless } });
    expect(zh(hours)).toMatch(/：没有上限。$/);
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
      ['roles.resident.items.other.scoring', expect.stringMatching(/: without a maximum\.$/)],
    ]);
    expect(said(at(byHours(1, 4)))).toEqual([]);
  });
});
