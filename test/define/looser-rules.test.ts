import { describe, expect, test } from 'vitest';
import { deriveRuleSet, LooserThanBoundError, type RuleSetPatch } from '../../src/define.js';
import type { Bound, LimitRule, RuleSet } from '../../src/index.js';
import { en, enReports, explain, ja, jaReports, zhCN, zhCNReports } from '../../src/words.js';
import { activity, forEach, limit, scheme, words } from '../schemes/small-scheme.js';

const DEDUCTED = limit({ counts: 'deductions', maximum: 10, per: 'year' });
const HELPED = limit({ counts: 'points', items: ['help'], maximum: 20, per: 'year', beyond: 'refuse' });
const cited = { clause: '3', title: words('part') };

function base(held: { readonly [bound: string]: Bound } = {}): RuleSet {
  return scheme(
    {
      help: activity({ by: 'fixed', points: 5 }),
      talk: activity({
        by: 'bands',
        unit: 'hour',
        unitTitle: words('hours'),
        bands: [{ from: 1, points: 2 }],
      }),
      service: activity(forEach(1, 1, 'hour', { maximum: 8 })),
      visits: activity(forEach(1, 1, 'day', { maximum: 8 })),
      fault: activity({ by: 'fixed', points: -5 }, { bars: { ground: 'dishonesty' } }),
      fraud: activity({ by: 'balance' }),
    },
    {
      deducted: DEDUCTED,
      helped: HELPED,
      hours: limit({ counts: 'quantity', unit: 'hour', maximum: 40, per: 'month' }),
    },
    {
      bounds: { clause: '0', looser: 'refused', held },
      redemption: {
        ...scheme({}, {}).redemption,
        requires: { b: { ...cited, counts: 'balance', minimum: 3, per: 'life' } },
        limits: { r: { ...cited, counts: 'redeemed', maximum: 10, per: 'year' } },
      },
      ineligibility: {
        dishonesty: { ...cited, bars: ['recognition', 'redeeming'] },
        lateness: { ...cited, bars: ['recognition'] },
      },
      recognition: { gold: { ...cited, points: 50, per: 'year' } },
    },
  );
}

const member = (change: object): RuleSetPatch => ({ roles: { member: change } });

/** What is refused of a change, with the kind of each place. */
function refused(patch: RuleSetPatch, of: RuleSet = base()): [string, string][] {
  try {
    deriveRuleSet(of, patch);
    return [];
  } catch (error) {
    if (!(error instanceof LooserThanBoundError)) throw error;
    return error.loosened.map(({ path, kind }) => [path, kind]);
  }
}

const LIMIT = 'roles.member.limits.deducted';

describe('a limit on deductions', () => {
  test.each<[string, Partial<LimitRule> | null]>([
    ['higher', { maximum: 20 }],
    ['over less time', { per: 'month' }],
    ['of fewer items', { items: ['fault'] }],
    ['for each member apart', { each: 'member' }],
    ['gone', null],
  ])('that is %s is stricter and taken', (_, deducted) => {
    const patch = member({ limits: { deducted } });
    expect(refused(patch)).toEqual([]);
    const held = { kind: 'limit', ...cited, limit: 'deducted' } as const;
    // A bound names a limit that is there.
    if (deducted !== null) expect(refused(patch, base({ held }))).toEqual([]);
  });

  test.each<[Partial<LimitRule>, string]>([
    [{ maximum: 5 }, 'maximum'],
    [{ per: 'life' }, 'per'],
    [{ beyond: 'refuse' }, 'beyond'],
  ])('with %j is looser and refused', (deducted, part) => {
    const patch = member({ limits: { deducted } });
    expect(refused(patch)).toEqual([[`${LIMIT}.${part}`, 'looser']]);
    const held = { kind: 'limit', ...cited, limit: 'deducted' } as const;
    expect(refused(patch, base({ held }))).toEqual([
      part === 'beyond' ? [`${LIMIT}.beyond`, 'looser'] : [LIMIT, 'limit'],
    ]);
  });

  test('is refused where there was none, and so is losing an item that takes', () => {
    expect(refused(member({ limits: { mercy: { ...DEDUCTED, items: ['fault'], maximum: 4 } } }))).toEqual([
      ['roles.member.limits.mercy', 'looser'],
    ]);
    expect(refused(member({ items: { fault: null } }))).toEqual([['roles.member.items.fault', 'looser']]);
    expect(refused(member({ items: { lateness: activity({ by: 'fixed', points: -1 }) } }))).toEqual([]);
  });

  test('is told as a bound in every language', () => {
    const held = { kind: 'limit', ...cited, limit: 'deducted' } as const;
    try {
      deriveRuleSet(base({ held }), member({ limits: { deducted: { maximum: 5 } } }));
      expect.unreachable();
    } catch (error) {
      const [place] = (error as LooserThanBoundError).loosened;
      const said = (
        [
          { ...en, ...enReports },
          { ...zhCN, ...zhCNReports },
          { ...ja, ...jaReports },
        ] as const
      ).map((pack) => explain(place as never, pack));
      expect(said[0]).toMatch(/: deductions of 10 have to stay possible over the same time or shorter\.$/);
      expect(said[1]).toMatch(/：在同样或更短的期间内应仍可扣到 10 分。$/);
      expect(said[2]).toMatch(/同じかより短い期間で10点まで減点できなければなりません/);
    }
  });
});

test.each<[string, RuleSetPatch, [string, string][]]>([
  [
    'points by bands become fixed',
    member({
      items: { talk: { scoring: { by: 'fixed', points: 50, unit: null, unitTitle: null, bands: null } } },
    }),
    [['roles.member.items.talk.scoring', 'looser']],
  ],
  [
    'a deduction of everything becomes one point',
    member({ items: { fraud: { scoring: { by: 'fixed', points: -1 } } } }),
    [['roles.member.items.fraud.scoring', 'other']],
  ],
  [
    'points become entries',
    member({ limits: { helped: { counts: 'entries' } } }),
    [['roles.member.limits.helped.counts', 'other']],
  ],
  [
    'the limit is on another item',
    member({ limits: { helped: { items: ['service'] } } }),
    [['roles.member.limits.helped.items', 'other']],
  ],
  [
    'another unit is limited',
    member({ limits: { hours: { unit: 'day' } } }),
    [['roles.member.limits.hours.unit', 'other']],
  ],
  [
    'points redeemed become visits',
    { redemption: { limits: { r: { counts: 'visits' } } } },
    [['redemption.limits.r.counts', 'other']],
  ],
  [
    'a balance becomes points, and fewer of them',
    { redemption: { requires: { b: { counts: 'points', minimum: 2 } } } },
    [
      ['redemption.requires.b.counts', 'other'],
      ['redemption.requires.b.minimum', 'other'],
    ],
  ],
  [
    'a bar is on another ground',
    member({ items: { fault: { bars: { ground: 'lateness' } } } }),
    [['roles.member.items.fault.bars', 'other']],
  ],
  [
    'a level counts the whole life',
    { recognition: { gold: { per: 'life' } } },
    [['recognition.gold.per', 'looser']],
  ],
  [
    'what is held is asked of the year before',
    { redemption: { requires: { b: { per: { before: 'year' } } } } },
    [['redemption.requires.b.per', 'other']],
  ],
  [
    'points redeemed are limited by the visit alone',
    { redemption: { limits: { r: { per: 'visit' } } } },
    [['redemption.limits.r.per', 'looser']],
  ],
])('looser or not to be compared, and refused: %s', (_, patch, places) => {
  expect(refused(patch)).toEqual(places);
});

test('what cannot be compared is said so', () => {
  expect(() => deriveRuleSet(base(), member({ limits: { helped: { counts: 'entries' } } }))).toThrow(
    'roles.member.limits.helped.counts cannot be compared with its base (clause 2)',
  );
});

test.each<[string, RuleSetPatch]>([
  ['a level by the month', { recognition: { gold: { per: 'month' } } }],
  ['fewer points for hours', member({ items: { service: { scoring: { maximum: 4 } } } })],
  ['what is held on the day, asked of its year', { redemption: { requires: { b: { per: 'year' } } } }],
  ['the floor that is meant anyway', { entries: { floor: 'none' } }],
  ['another clause and title', member({ limits: { helped: { clause: '7', title: words('ours') } } })],
])('stricter, new or no difference, and taken: %s', (_, patch) => {
  expect(refused(patch)).toEqual([]);
});

test('a limit on each visit may become one on any time', () => {
  const { redemption } = base();
  const r = { ...cited, counts: 'redeemed', maximum: 10, per: 'visit' } as const;
  const each = { ...base(), redemption: { ...redemption, limits: { r } } };
  for (const per of ['day', 'month', 'account-year', 'life', 'period', { last: 30, of: 'days' }] as const)
    expect(refused({ redemption: { limits: { r: { per } } } }, each)).toEqual([]);
});

test('openings may be fewer and shorter, and other days are not opened', () => {
  const { redemption } = base();
  type Opening = { readonly from: string; readonly to: string };
  const opened = (...openings: Opening[]) => ({ kind: 'openings', openings }) as const;
  const june = { from: '06-01', to: '06-10' };
  const december = { from: '12-01', to: '12-10' };
  const twice = { ...base(), redemption: { ...redemption, period: opened(june, december) } };
  const into = (...openings: Opening[]) => refused({ redemption: { period: opened(...openings) } }, twice);
  expect(into(june)).toEqual([]);
  expect(into({ from: '06-02', to: '06-09' }, december)).toEqual([]);
  expect(into({ from: '01-01', to: '12-31' })).toEqual([['redemption.period', 'other']]);
  expect(into({ from: '06-01', to: '06-05' }, { from: '06-06', to: '06-10' }, december)).toEqual([
    ['redemption.period', 'looser'],
  ]);
});
