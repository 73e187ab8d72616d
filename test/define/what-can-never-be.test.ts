import { describe, expect, test } from 'vitest';
import {
  checkHandbook,
  checkRuleSet,
  defineHandbook,
  defineRuleSet,
  HandbookError,
  type Problem,
} from '../../src/define.js';
import type { RuleSet } from '../../src/index.js';
import { enReports, explain, jaReports, zhCNReports } from '../../src/words.js';
import { entriesOf } from '../support/entries.js';
import { perVisit, visitsAPeriod } from '../support/redeeming.js';

const title = { en: 'Title' };
const cited = { clause: '1', title };
const helping = { title, scoring: { by: 'fixed', points: 2 } } as const;
const hours = {
  title,
  scoring: { by: 'quantity', points: 1, unit: 'hour', unitTitle: title },
} as const;

type Rules = { readonly [part: string]: unknown };

function scheme(rules: Rules, role: Rules = {}): unknown {
  return {
    id: 'scheme',
    version: '1',
    title,
    roles: { member: { title, items: { helping, hours }, ...role } },
    ...rules,
  };
}

/** What is wrong with rules, as `path code detail`; paths in the role without it. */
function wrongWith(rules: Rules, role: Rules = {}): string[] {
  return checkRuleSet(scheme(rules, role)).map(({ path, code, detail }) =>
    `${path.replace('roles.member.', '')} ${code} ${detail}`.trim(),
  );
}

const weekly = (maximum: number) => ({ week: { title, maximum, per: 'week' } });
const level = (condition: Rules) => ({
  recognition: { star: { title, requires: { it: { title, ...condition } } } },
});
const needs = (condition: Rules) => ({ need: { title, minimum: 1, per: 'life', ...condition } });

describe('a level, or a mark, that nobody comes to', () => {
  test.each<[string, Rules, Rules, string[]]>([
    [
      'more points a month than its weeks give',
      { recognition: { star: { title, points: 400, per: 'month' } } },
      { limits: weekly(10) },
      ['recognition.star.points never-met 60'],
    ],
    [
      'as many points',
      { recognition: { star: { title, points: 60, per: 'month' } } },
      { limits: weekly(10) },
      [],
    ],
    [
      '13 months in a row of a year',
      level({ counts: 'months', minimum: 13, per: 'year' }),
      {},
      ['recognition.star.requires.it.minimum never-met 12'],
    ],
    ['12 months in a row of a year', level({ counts: 'months', minimum: 12, per: 'year' }), {}, []],
    [
      'months of what is entered once',
      level({ counts: 'months', minimum: 2, per: 'life', items: ['once'] }),
      { items: { once: helping }, limits: { once: entriesOf('once', 'life', 1, title) } },
      ['recognition.star.requires.it.minimum never-met 1'],
    ],
    [
      'more deductions than a limit lets be',
      level({ counts: 'deductions', minimum: 7, per: 'week' }),
      {
        items: { fault: { title, scoring: { by: 'fixed', points: -2 } } },
        limits: { few: { title, counts: 'deductions', maximum: 6, per: 'week' } },
      },
      ['recognition.star.requires.it.minimum never-met 6'],
    ],
    [
      'a mark above all that there is',
      { ineligibility: { fallen: { title, below: { counts: 'points', minimum: 50 } } } },
      {
        items: { once: { title, scoring: { by: 'fixed', points: 1 } } },
        limits: { once: entriesOf('once', 'life', 1, title) },
      },
      ['ineligibility.fallen.below.minimum never-met 1'],
    ],
    [
      'a mark within reach',
      { ineligibility: { fallen: { title, below: { counts: 'points', minimum: 50 } } } },
      {},
      [],
    ],
  ])('%s', (_, rules, role, wrong) => {
    expect(wrongWith(rules, role)).toEqual(wrong);
  });

  const one = (points: number) => ({
    title,
    items: { once: { title, scoring: { by: 'fixed', points } } },
    limits: { once: entriesOf('once', 'life', 1, title) },
  });
  const both = (holdings: string) => ({
    roles: { guest: one(3), member: one(4) },
    recognition: { star: { title, points: 7 } },
    closing: { ...cited, reasons: { moved: { title, holdings } } },
  });

  test('what two roles give together counts where accounts go on', () => {
    expect(wrongWith(both('handed-on'))).toEqual([]);
    expect(wrongWith(both('forfeited'))).toEqual(['recognition.star.points never-met 4']);
  });
});

test('points that a sum gives and takes again are not counted among deductions, and no limit on them is idle', () => {
  const bands = [
    { from: 1, points: 5 },
    { from: 5, points: 3 },
  ];
  const falling = { title, scoring: { by: 'bands', unit: 'hour', unitTitle: title, over: 'month', bands } };
  const few = { title, counts: 'deductions', items: ['falling'], maximum: 1, per: 'month' };
  expect(wrongWith({}, { items: { falling }, limits: { few } })).toEqual([
    'limits.few.counts gives-and-takes falling',
  ]);
  expect(
    wrongWith(level({ counts: 'deductions', minimum: 2, per: 'month' }), { items: { falling } }),
  ).toEqual([]);
});

describe('what comes only after itself', () => {
  test.each<[string, Rules, Rules, string[]]>([
    [
      'two items, each needing the other',
      {},
      {
        items: {
          a: { ...helping, requires: needs({ counts: 'entries', items: ['b'] }) },
          b: { ...helping, requires: needs({ counts: 'entries', items: ['a'] }) },
        },
      },
      ['items.a.requires.need.items nothing-before', 'items.b.requires.need.items nothing-before'],
    ],
    [
      'one after the other',
      {},
      { items: { a: { ...helping, requires: needs({ counts: 'entries', items: ['b'] }) }, b: helping } },
      [],
    ],
    [
      'a first visit that needs one',
      { redemption: { requires: needs({ counts: 'visits' }) } },
      {},
      ['redemption.requires.need.counts nothing-before'],
    ],
    [
      'a visit that needs few rewards before',
      {
        redemption: {
          limits: visitsAPeriod(1, title),
          requires: { few: { title, counts: 'rewards', per: 'life', maximum: 3 } },
        },
      },
      {},
      [],
    ],
    ['a visit that needs points', { redemption: { requires: needs({ counts: 'points' }) } }, {}, []],
    [
      'an item that needs a visit, and a visit that needs the item',
      { redemption: { requires: needs({ counts: 'entries', items: ['thanks'] }) } },
      { items: { helping, thanks: { ...helping, requires: needs({ counts: 'visits' }) } } },
      ['items.thanks.requires.need.counts nothing-before', 'redemption.requires.need.items nothing-before'],
    ],
    [
      'an item that needs a visit',
      {},
      { items: { helping, thanks: { ...helping, requires: needs({ counts: 'rewards' }) } } },
      [],
    ],
    [
      'more visits than there are',
      { redemption: { period: { kind: 'calendar', window: 'month' }, limits: visitsAPeriod(2, title) } },
      {
        items: {
          helping,
          thanks: { ...helping, requires: needs({ counts: 'visits', minimum: 3, per: 'month' }) },
        },
      },
      ['items.thanks.requires.need.minimum never-met 2'],
    ],
    [
      'a balance above what may be held',
      {},
      {
        items: { helping, more: { ...helping, requires: needs({ counts: 'balance', minimum: 300 }) } },
        limits: { held: { title, counts: 'balance', maximum: 200, per: 'life' } },
      },
      ['items.more.requires.need.minimum never-met 200'],
    ],
    [
      'a balance that the item before it is kept from',
      {},
      {
        items: { helping, more: { ...helping, requires: needs({ counts: 'balance', minimum: 300 }) } },
        limits: { held: { title, counts: 'balance', items: ['helping'], maximum: 200, per: 'life' } },
      },
      ['items.more.requires.need.counts nothing-before'],
    ],
    [
      'a balance that one item alone is kept from',
      {},
      {
        items: { helping, hours, more: { ...helping, requires: needs({ counts: 'balance', minimum: 300 }) } },
        limits: { held: { title, counts: 'balance', items: ['helping'], maximum: 200, per: 'life' } },
      },
      [],
    ],
  ])('%s', (_, rules, role, wrong) => {
    expect(wrongWith(rules, role)).toEqual(wrong);
  });
});

describe('a bound on redeeming that has nothing to refuse', () => {
  const quarterly = { period: { kind: 'calendar', window: 'quarter' } };
  const limit = (of: Rules, beside: Rules = visitsAPeriod(1, title)) => ({
    limits: { ...beside, some: { title, counts: 'visits', per: 'year', ...of } },
  });
  test.each<[string, Rules, string[]]>([
    [
      '10 visits a year, one a quarter',
      { ...quarterly, ...limit({ maximum: 10 }) },
      ['limits.some.maximum never-bites 4'],
    ],
    ['3 visits a year, one a quarter', { ...quarterly, ...limit({ maximum: 3 }) }, []],
    [
      'rewards, so many a visit',
      {
        ...quarterly,
        ...limit(
          { counts: 'rewards', maximum: 8 },
          { ...visitsAPeriod(1, title), ...perVisit('rewards', 2, title) },
        ),
      },
      ['limits.some.maximum never-bites 8'],
    ],
    ['points, which have no end', { ...quarterly, ...limit({ counts: 'redeemed', maximum: 1000 }) }, []],
    [
      'visits of some rewards',
      { ...quarterly, ...limit({ maximum: 4, rewards: ['rice'] }) },
      ['limits.some.maximum never-bites 4'],
    ],
    [
      'visits, each half a year after the last',
      { period: { kind: 'rolling', months: 6 }, ...limit({ maximum: 7 }) },
      ['limits.some.maximum never-bites 3'],
    ],
    [
      'visits at openings',
      {
        period: { kind: 'openings', openings: [{ from: '06-01', to: '06-30' }] },
        ...limit({ maximum: 1 }),
      },
      // Each of the two leaves the other nothing, and the first stays.
      ['limits.some.maximum never-bites 1'],
    ],
    [
      'more visits a period than a limit',
      { ...quarterly, ...limit({ maximum: 2 }, visitsAPeriod(3, title)) },
      ['limits.visits.maximum never-bites 2'],
    ],
    [
      'the wider of two limits',
      {
        limits: {
          all: { title, counts: 'visits', maximum: 2, per: 'year' },
          rice: { title, counts: 'visits', rewards: ['rice'], maximum: 9, per: 'year' },
        },
      },
      ['limits.rice.maximum never-bites 2'],
    ],
    [
      '5 lines with 2 rewards',
      { limits: { ...perVisit('lines', 5, title), ...perVisit('rewards', 2, title) } },
      ['limits.lines.maximum never-bites 2'],
    ],
    [
      '2 lines with 5 rewards',
      { limits: { ...perVisit('lines', 2, title), ...perVisit('rewards', 5, title) } },
      [],
    ],
    [
      'several visits in one',
      { limits: perVisit('visits', 2, title) },
      ['limits.visits.maximum never-bites 1'],
    ],
    [
      'visits of a month with a reward a month',
      {
        limits: {
          visits: { title, counts: 'visits', per: 'month', maximum: 2 },
          rewards: { title, counts: 'rewards', per: 'month', maximum: 1 },
        },
      },
      ['limits.visits.maximum never-bites 1'],
    ],
    [
      'points of a period that those of a month hold back',
      {
        ...quarterly,
        limits: {
          month: { title, counts: 'redeemed', per: 'month', maximum: 10 },
          period: { title, counts: 'redeemed', per: 'period', maximum: 30 },
        },
      },
      ['limits.period.maximum never-bites 30'],
    ],
    [
      'points of a visit above those of a period',
      {
        ...quarterly,
        limits: {
          visit: { title, counts: 'redeemed', per: 'visit', maximum: 20 },
          period: { title, counts: 'redeemed', per: 'period', maximum: 20 },
        },
      },
      ['limits.visit.maximum never-bites 20'],
    ],
  ])('%s', (_, redemption, wrong) => {
    expect(wrongWith({ redemption })).toEqual(wrong.map((one) => `redemption.${one}`));
  });
});

test('of limits that say the same, the first stays, whatever they limit', () => {
  const [limit, sent, visits] = ['points', 'sent', 'visits'].map((counts) => ({
    title,
    counts,
    maximum: 5,
    per: 'month',
  }));
  const alike = (of: Rules | undefined) => ({ limits: { first: of, second: of, third: of } });
  const rules = { redemption: alike(visits), transfer: { ...cited, ...alike(sent) } };
  expect(wrongWith(rules, alike(limit)).sort()).toEqual(
    ['limits', 'redemption.limits', 'transfer.limits'].flatMap((at) => [
      `${at}.second.maximum never-bites 5`,
      `${at}.third.maximum never-bites 5`,
    ]),
  );
  // Of limits that differ in what they leave, the wider is idle wherever it stands.
  const wider = { ...limit, maximum: 6 };
  expect(wrongWith({}, { limits: { wider, limit } })).toEqual(['limits.wider.maximum never-bites 5']);
});

test('what names a unit that there is not is not said to be out of reach as well', () => {
  const counting = { title, counts: 'quantity', per: 'year' };
  const of = (unit?: string) => ({
    items: { hours, helping: { ...helping, requires: { need: { ...counting, unit, minimum: 1 } } } },
    limits: { some: { ...counting, unit, maximum: 1 } },
  });
  expect(wrongWith({}, of('huor'))).toEqual([
    'items.helping.requires.need.unit unknown-unit hour',
    'limits.some.unit unknown-unit hour',
  ]);
  expect(wrongWith({}, of())).toEqual([
    'items.helping.requires.need.unit missing',
    'limits.some.unit missing',
  ]);
});

describe('what lacks a part, or whose parts are at odds, is told so', () => {
  const minimum5 = { counts: 'points', per: 'year', minimum: 5 };
  test.each<[string, Rules, string, string]>([
    [
      'a least above its most',
      level({ ...minimum5, maximum: 3 }),
      'recognition.star.requires.it.minimum',
      'is above its maximum, 3',
    ],
    [
      'neither a least nor a most',
      level({ counts: 'points', per: 'year' }),
      'recognition.star.requires.it.minimum',
      'is missing, and so is maximum: one of them is needed',
    ],
    [
      'a level that needs nothing',
      { recognition: { star: { title } } },
      'recognition.star.points',
      'is missing, and so is requires: one of them is needed',
    ],
    [
      'a level with a window of nothing',
      { recognition: { star: { title, per: 'year' } } },
      'recognition.star.points',
      'is missing',
    ],
    [
      'a wait after no window',
      { redemption: { spendableWait: { last: 1, of: 'months' } } },
      'redemption.spendableWait',
      'needs spendableAfter beside it',
    ],
    [
      'an opening over the end of the year',
      { redemption: { period: { kind: 'openings', openings: [{ from: '12-20', to: '01-05' }] } } },
      'redemption.period.openings[0].to',
      'has to be on or after 12-20: an opening cannot go over the end of the year',
    ],
    [
      'a share of nothing',
      { redemption: { carryOver: { keeps: { per: 'year', percent: 0 } } } },
      'redemption.carryOver.keeps.percent',
      'has to be a whole number from 1 to 99',
    ],
  ])('%s', (_, rules, path, message) => {
    expect(checkRuleSet(scheme(rules)).map((one) => [one.path, one.message])).toEqual([[path, message]]);
  });

  test('in every language, with both ends of a range', () => {
    const [wrong] = checkRuleSet(
      scheme({ redemption: { carryOver: { keeps: { per: 'year', percent: 0 } } } }),
    );
    expect([zhCNReports, jaReports].map((pack) => explain(wrong as Problem, pack))).toEqual([
      '应为 1 至 99 的整数',
      '1から99までの整数にしてください',
    ]);
  });
});

describe('a window that there is not', () => {
  const KINDS = 'life, year, calendar-year, half-year, quarter, month, week, day, account-year';
  const LAST = "{ last: 30, of: 'days' }, { last: 12, of: 'months' }";
  const OF_REDEEMING = `period, visit, ${KINDS}, ${LAST}`;
  const perOf = (place: string, per: unknown): readonly Problem[] => {
    const limit = { title, maximum: 1, per };
    switch (place) {
      case 'redeeming':
        return checkRuleSet(scheme({ redemption: { limits: { some: { ...limit, counts: 'visits' } } } }));
      case 'sending':
        return checkRuleSet(
          scheme({ transfer: { ...cited, limits: { some: { ...limit, counts: 'sent' } } } }),
        );
      case 'condition':
        return checkRuleSet(scheme(level({ counts: 'points', minimum: 1, per })));
      case 'limit':
        return checkRuleSet(scheme({}, { limits: { some: limit } }));
      default: {
        const reward = { rewardId: 'rice', kind: 'goods', title, price: 1, limit: { quantity: 1, per } };
        const handbook = { communityId: 'linan', version: '1', published: '2024-01-01', rewards: [reward] };
        return checkHandbook(handbook as never);
      }
    }
  };

  test.each<[string, string]>([
    ['redeeming', OF_REDEEMING],
    ['handbook', OF_REDEEMING],
    ['limit', `${KINDS}, ${LAST}`],
    ['sending', `${KINDS}, ${LAST}`],
    ['condition', `${KINDS}, ${LAST}, { before: 'year' }`],
  ])('names those of its place: %s', (place, detail) => {
    expect(perOf(place, 'fortnight')).toMatchObject([{ code: 'not-a-span', detail }]);
  });

  test.each<[string, unknown, string | undefined]>([
    ['redeeming', 'visits', 'visit'],
    ['handbook', 'periode', 'period'],
    ['handbook', 'monthly', 'month'],
    ['limit', 'visits', undefined],
    ['limit', 'acount-year', 'account-year'],
    ['limit', { last: 30, of: 'day' }, 'days'],
    ['redeeming', { last: 2, of: 'month' }, 'months'],
    ['redeeming', { last: 0, of: 'days' }, undefined],
    ['limit', { before: 'year' }, undefined],
  ])('of %s, %j: may mean %s', (place, per, suggestion) => {
    expect(perOf(place, per).map((one) => [one.code, one.suggestion])).toEqual([['not-a-span', suggestion]]);
  });
});

describe('points that nobody can keep', () => {
  const year = (periods: number) => ({ lapse: { window: 'year', periods } });
  test.each<[string, Rules, string[]]>([
    [
      'spent in the year after, and gone by then',
      { spendableAfter: 'year', carryOver: year(0) },
      ['spendableAfter never-spendable lapse'],
    ],
    ['spent in the year after', { spendableAfter: 'year', carryOver: year(1) }, []],
    ['spent in the month after, good for the year', { spendableAfter: 'month', carryOver: year(0) }, []],
    [
      'waited for too long',
      { spendableAfter: 'month', spendableWait: { last: 13, of: 'months' }, carryOver: year(0) },
      ['spendableAfter never-spendable lapse'],
    ],
    [
      'none of which is kept',
      { spendableAfter: 'year', carryOver: { keeps: { per: 'year', atMost: 0 } } },
      ['spendableAfter never-spendable keeps'],
    ],
    [
      'at most 500 in steps of 1,000',
      { carryOver: { keeps: { per: 'year', atMost: 500, inStepsOf: 1000 } } },
      ['carryOver.keeps.atMost never-carries 1000'],
    ],
    [
      'at most 1,000 in steps of 500',
      { carryOver: { keeps: { per: 'year', atMost: 1000, inStepsOf: 500 } } },
      [],
    ],
    [
      '12 months within 5 years',
      { carryOver: { ...year(5), goodFor: { last: 12, of: 'months' } } },
      ['carryOver.lapse no-effect goodFor'],
    ],
    [
      '60 months within a year',
      { carryOver: { ...year(1), goodFor: { last: 60, of: 'months' } } },
      ['carryOver.goodFor no-effect lapse'],
    ],
    ['12 months, and the year after', { carryOver: { ...year(1), goodFor: { last: 18, of: 'months' } } }, []],
  ])('%s', (_, redemption, wrong) => {
    expect(wrongWith({ redemption })).toEqual(wrong.map((one) => `redemption.${one}`));
  });
});

describe('a factor that changes nothing', () => {
  const on = (factor: Rules, scoring: Rules = helping.scoring, inForce: Rules = {}) =>
    wrongWith(
      { inForce },
      {
        items: {
          some: {
            title,
            scoring,
            factors: { double: { title, times: 2, from: '2024-03-01', until: '2024-03-31', ...factor } },
          },
        },
      },
    ).map((one) => one.replace('items.some.factors.double.', ''));

  test('before the rules are in force, or after', () => {
    expect(on({}, helping.scoring, { from: '2024-04-01' })).toEqual([
      'until no-effect inForce.from 2024-04-01',
    ]);
    expect(on({}, helping.scoring, { until: '2024-02-29' })).toEqual([
      'from no-effect inForce.until 2024-02-29',
    ]);
    expect(on({}, helping.scoring, { from: '2024-03-31', until: '2024-12-31' })).toEqual([]);
  });

  test.each<[number, Rules, boolean]>([
    [1.5, { by: 'fixed', points: 1 }, true],
    [1.5, { by: 'fixed', points: 2 }, false],
    [1.5, { by: 'fixed', points: -1 }, true],
    [0.5, { by: 'fixed', points: 1 }, false],
    [1, { by: 'fixed', points: 9 }, true],
    [
      1.5,
      {
        by: 'bands',
        unit: 'hour',
        unitTitle: title,
        bands: [
          { from: 1, points: 1 },
          { from: 2, points: -1 },
        ],
      },
      true,
    ],
    [
      1.5,
      {
        by: 'bands',
        unit: 'hour',
        unitTitle: title,
        bands: [
          { from: 1, points: 1 },
          { from: 2, points: -2 },
        ],
      },
      false,
    ],
    [1.5, { ...hours.scoring, points: -1 }, false],
    [1.5, { ...hours.scoring, maximum: 1 }, true],
  ])('%d times %j', (times, scoring, isIdle) => {
    expect(on({ times }, scoring)).toEqual(isIdle ? ['times no-effect scoring'] : []);
  });
});

test('an opening scores what its item does, where it is all that is entered under it', () => {
  const joining = (points: number, per = 'life') => ({
    items: {
      joining: {
        title,
        entry: 'registration',
        scoring: { by: 'fixed', points },
        once: { per, opening: 'counts' },
      },
    },
    opening: { points: 10 },
  });
  expect(wrongWith({}, joining(3))).toEqual(['opening.points opening-differs 3']);
  expect(wrongWith({}, joining(10))).toEqual([]);
  // What scores nothing of its own is a place to book the opening; a later report-in may score otherwise.
  expect(wrongWith({}, joining(0))).toEqual([]);
  expect(wrongWith({}, joining(3, 'year'))).toEqual([]);
});

describe('a reward dearer than any balance', () => {
  const rules = (more: Rules = {}): RuleSet =>
    defineRuleSet(
      scheme(more, { limits: { held: { title, counts: 'balance', maximum: 200, per: 'life' } } }) as never,
    );
  const handbook = (price: number) => ({
    communityId: 'linan',
    version: '1',
    published: '2024-01-01',
    rewards: [{ rewardId: 'bicycle', kind: 'service' as const, title, price }],
  });

  test('is wrong with the rules that it is for', () => {
    expect(checkHandbook(handbook(1000), rules())).toMatchObject([
      { path: 'rewards[0].price', code: 'too-dear', detail: '200' },
    ]);
    expect(checkHandbook(handbook(200), rules())).toEqual([]);
    expect(checkHandbook(handbook(1000))).toEqual([]);
    expect(() => defineHandbook(handbook(1000), rules())).toThrow(HandbookError);
    expect(defineHandbook(handbook(200), rules()).rewards).toHaveLength(1);
  });

  test('is not where so much may be owed', () => {
    const owing = rules({ redemption: { overdraft: { points: 800 } } });
    expect(checkHandbook(handbook(1000), owing)).toEqual([]);
    expect(checkHandbook(handbook(1001), owing)).toMatchObject([{ code: 'too-dear', detail: '1000' }]);
  });
});

describe('what may have been meant', () => {
  const suggested = (rules: Rules, role: Rules = {}) =>
    checkRuleSet(scheme(rules, role)).map(({ path, code, suggestion }) => [
      path.replace('roles.member.', ''),
      code,
      suggestion,
    ]);

  test.each<[string, Rules, Rules, string, string, string | undefined]>([
    ['a field', { redemtion: {} }, {}, 'redemtion', 'unknown-field', 'redemption'],
    [
      'a field of a part',
      {},
      { limits: { week: { title, maximum: 1, per: 'week', maximim: 2 } } },
      'limits.week.maximim',
      'unknown-field',
      'maximum',
    ],
    [
      'a field of a list’s member',
      { redemption: { period: { kind: 'openings', openings: [{ from: '01-01', to: '01-31', form: 1 }] } } },
      {},
      'redemption.period.openings[0].form',
      'unknown-field',
      undefined,
    ],
    [
      'a field of a kind',
      {},
      { items: { some: { title, scoring: { ...hours.scoring, uniit: 'x' } } } },
      'items.some.scoring.uniit',
      'unknown-field',
      'unit',
    ],
    [
      'a window',
      {},
      { limits: { week: { title, maximum: 1, per: 'weekly' } } },
      'limits.week.per',
      'not-a-span',
      'week',
    ],
    [
      'a word',
      {},
      { items: { helping: { ...helping, perPost: 'monthly' } } },
      'items.helping.perPost',
      'not-one-of',
      'month',
    ],
    [
      'a way to score',
      {},
      { items: { helping: { title, scoring: { by: 'fixd', points: 1 } } } },
      'items.helping.scoring.by',
      'not-one-of',
      'fixed',
    ],
    [
      'an item',
      {},
      { limits: { week: { title, items: ['helpng'], maximum: 1, per: 'week' } } },
      'limits.week.items[0]',
      'unknown-item',
      'helping',
    ],
    ['a number', { format: 2 }, {}, 'format', 'not-one-of', undefined],
    ['nothing near', { weather: {} }, {}, 'weather', 'unknown-field', undefined],
  ])('%s', (_, rules, role, path, code, suggestion) => {
    expect(suggested(rules, role)).toEqual([[path, code, suggestion]]);
  });

  test('an office', () => {
    const offices = { teacher: { title, acts: 'everywhere' } };
    const authority = { offices: { CreditActivity: ['teecher'] } };
    expect(suggested({ offices, authority })).toEqual([
      ['authority.offices.CreditActivity[0]', 'unknown-office', 'teacher'],
    ]);
  });

  test('is said in every language, and has no field where there is nothing near', () => {
    const [near] = checkRuleSet(scheme({ redemtion: {} }));
    expect(near?.message).toBe("there is no such field; did you mean 'redemption'?");
    expect([enReports, zhCNReports, jaReports].map((pack) => explain(near as Problem, pack))).toEqual([
      "there is no such field; did you mean 'redemption'?",
      '没有此项（是否应为“redemption”？）',
      'この項目は知られていません（「redemption」のことですか）',
    ]);
    const [far] = checkRuleSet(scheme({ weather: {} }));
    expect(far).toEqual({
      path: 'weather',
      code: 'unknown-field',
      detail: '',
      message: 'there is no such field',
    });
  });
});

test('what there is none of is said to be none', () => {
  const said = (rules: Rules, role: Rules) => checkRuleSet(scheme(rules, role)).map(({ message }) => message);
  const miles = {
    items: { helping },
    limits: { far: { title, counts: 'quantity', unit: 'mile', maximum: 1, per: 'year' } },
  };
  expect(said({}, miles)).toContain('no item counts a quantity');
  expect(
    said({}, { items: { helping: { title, scoring: { by: 'difficulty', points: { hard: 2 } } } } }),
  ).toEqual(['the rules name no difficulties']);
  expect(said({}, { items: { helping: { ...helping, bars: { ground: 'rudeness' } } } })).toEqual([
    'the rules have no grounds of ineligibility',
  ]);
  expect(said({}, { items: { helping: { title, scoring: { by: 'fixed', points: 1.5 } } } })).toEqual([
    expect.stringContaining('points.scale'),
  ]);
});
