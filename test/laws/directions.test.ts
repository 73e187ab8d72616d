import { describe, expect, test } from 'vitest';
import {
  deviations,
  type ItemRule,
  type LimitRule,
  type RoleRule,
  type RuleSet,
  type Sentence,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import type { Verdict } from '../../src/rules/differences/direction.js';
import { judge } from '../../src/rules/differences/directions.js';
import type { Json } from '../../src/values/json.js';
import { text } from '../../src/values/text.js';

/** A part, what it was and what it became; `undefined` where it is not there. */
type Row = [path: string, was: Json | undefined, is: Json | undefined];

const ITEM = 'roles.resident.items.activity';
/** Items that score, or cost, by the hour and by bands, and one whose points count twice in March. */
const HOURS = 'roles.resident.items.hours';
const LOST_HOURS = 'roles.resident.items.lost-hours';
const BANDED = 'roles.resident.items.banded';
const DOUBLED = 'roles.resident.items.doubled';
const HALVED = 'roles.resident.items.halved';
/** An item that costs points, and limits on what it takes. */
const FAULT = 'roles.resident.items.fault';
const MERCY = 'roles.resident.limits.mercy';
const FAULTS = 'roles.resident.limits.faults';
const RECEIVED = 'roles.resident.items.received';
const RECENT = 'roles.resident.limits.recent';
const MIXED = 'roles.resident.limits.mixed';
const CLAIMS = 'roles.resident.limits.claims';
const HALVES = { kind: 'calendar', window: 'half-year' };
const QUARTERS = { kind: 'calendar', window: 'quarter' };
const JUNE = { from: '06-01', to: '06-30' };
const MAY = { from: '05-01', to: '05-31' };
const DECEMBER = { from: '12-01', to: '12-31' };

const scored = (scoring: ItemRule['scoring'], more: Partial<ItemRule> = {}): ItemRule => ({
  clause: '9',
  title: text('事项', 'Matter'),
  entry: 'activity',
  scoring,
  ...more,
});
const unitTitle = text('小时', 'hours');
const perHours = (points: number) =>
  scored({ by: 'quantity', unit: 'hour', unitTitle, points, each: 2, rounding: 'down' });
const MARCH = {
  clause: '9',
  title: text('三月', 'March'),
  times: 2,
  from: '2024-03-02',
  until: '2024-03-02',
};
const mercy = {
  clause: '9',
  title: text('上限', 'Limit'),
  maximum: 10,
  per: 'year',
  beyond: 'trim',
} as const;

const RENFA: RuleSet = renfa2022;
const { resident } = RENFA.roles as { readonly resident: RuleSet['roles'][string] };
const BASE: RuleSet = {
  ...RENFA,
  roles: {
    ...RENFA.roles,
    resident: {
      ...resident,
      items: {
        ...resident.items,
        hours: perHours(1),
        'lost-hours': perHours(-1),
        banded: scored({ by: 'bands', unit: 'hour', unitTitle, bands: [{ from: 2, points: 1 }] }),
        doubled: scored({ by: 'fixed', points: 2 }, { factors: { double: MARCH } }),
        halved: scored({ by: 'fixed', points: 2 }, { factors: { half: { ...MARCH, times: 0.5 } } }),
        fault: scored({ by: 'fixed', points: -2 }),
        received: scored({
          by: 'quantity',
          unit: 'hour',
          unitTitle,
          points: 0,
          each: 1,
          rounding: 'down',
          lowers: true,
        }),
        both: scored({ by: 'difficulty', points: { base: 1, hard: -1 } }),
      },
      limits: {
        ...resident.limits,
        mercy: { ...mercy, counts: 'deductions' },
        // The role has nothing that is called the second.
        faults: { ...mercy, counts: 'entries', items: ['fault', 'gone'] },
        recent: { ...mercy, counts: 'quantity', unit: 'hour', items: ['hours', 'other'] },
        mixed: { ...mercy, counts: 'entries', items: ['fault', 'other'] },
      },
    },
  },
  recognition: {
    ...RENFA.recognition,
    gold: {
      clause: '9',
      title: text('金', 'Gold'),
      requires: {
        hours: {
          clause: '9',
          title: text('小时', 'Hours'),
          counts: 'quantity',
          unit: 'hour',
          minimum: 1,
          per: 'life',
        },
        most: { clause: '9', title: text('积分', 'Points'), counts: 'points', minimum: 1, per: 'life' },
        few: { clause: '9', title: text('不多', 'Few'), counts: 'entries', maximum: 2, per: 'year' },
        some: {
          clause: '9',
          title: text('若干', 'Some'),
          counts: 'entries',
          minimum: 1,
          maximum: 2,
          per: 'year',
        },
      },
    },
  },
};

/** The rules with a part put in the place of the one at a path, or taken away. */
function withPart(rules: Json, path: readonly string[], part: Json | undefined): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return part;
  const members = (rules ?? {}) as { readonly [member: string]: Json };
  const member = withPart(members[name] as Json, rest, part);
  const { [name]: _, ...others } = members;
  return member === undefined ? others : { ...others, [name]: member };
}

function directionOf(path: string, was: Json | undefined, is: Json | undefined): Verdict {
  const rulesWith = (part: Json | undefined) =>
    withPart(BASE as unknown as Json, path.split('.'), part) as unknown as RuleSet;
  return judge(path, was, is, { was: rulesWith(was), is: rulesWith(is) });
}

/** Each is looser as written, and stricter the other way round. */
const LOOSER: readonly Row[] = [
  // More points for an entry; none where the scoring is not there.
  [`${ITEM}.scoring.points`, 1, 2],
  [`${ITEM}.scoring.points.hard`, 2, 3],
  [`${ITEM}.scoring.points.hard`, undefined, 2],
  [`${ITEM}.scoring.points`, -3, -1],
  [`${HOURS}.scoring.each`, 3, 2],
  [`${HOURS}.scoring.maximum`, 4, 8],
  [`${HOURS}.scoring.maximum`, 4, undefined],
  [`${HOURS}.scoring.rounding`, 'down', 'nearest'],
  [`${HOURS}.scoring.rounding`, 'nearest', 'up'],
  [`${HOURS}.scoring.rounding`, undefined, 'up'],
  [`${HOURS}.scoring.lowers`, true, undefined],
  // Bands that score more, begin earlier, or give more for each.
  [`${BANDED}.scoring.bands`, [{ from: 2, points: 1 }], [{ from: 2, points: 2 }]],
  [`${BANDED}.scoring.bands`, [{ from: 2, points: 1 }], [{ from: 1, points: 1 }]],
  [`${BANDED}.scoring.bands`, [{ from: 0, points: 1, each: 1000 }], [{ from: 0, points: 1, each: 900 }]],
  [
    `${BANDED}.scoring.bands`,
    [{ from: 2, points: 1 }],
    [
      { from: 2, points: 1 },
      { from: 9, points: 2 },
    ],
  ],
  // Points that count more often, and on more days.
  [`${ITEM}.factors`, undefined, { double: MARCH }],
  [`${DOUBLED}.factors.more`, undefined, { ...MARCH, times: 3 }],
  [`${DOUBLED}.factors.double.times`, 2, 3],
  [`${DOUBLED}.factors.double.from`, '2024-03-02', '2024-03-01'],
  [`${DOUBLED}.factors.double.until`, '2024-03-02', '2024-03-03'],
  // Points that count for half, on fewer days; with a better factor on the same day, the better one counts.
  [`${ITEM}.factors`, { half: { ...MARCH, times: 0.5 } }, undefined],
  [`${HALVED}.factors.more`, undefined, { ...MARCH, times: 0.8 }],
  [
    `${ITEM}.factors`,
    { half: { ...MARCH, times: 0.5, from: '2024-03-01' } },
    { half: { ...MARCH, times: 0.5 } },
  ],
  // Scorings of another kind, by the most and the least that an entry scores.
  [`${ITEM}.scoring`, { by: 'fixed', points: 2 }, { by: 'difficulty', points: { base: 2, hard: 3 } }],
  [
    `${ITEM}.scoring`,
    { by: 'bands', unit: 'hour', unitTitle, bands: [{ from: 0, points: 2 }] },
    { by: 'fixed', points: 50 },
  ],
  [
    `${ITEM}.scoring`,
    { by: 'quantity', unit: 'hour', unitTitle, points: 1, each: 2, rounding: 'down' },
    {
      by: 'bands',
      unit: 'hour',
      unitTitle,
      bands: [
        { from: 1, points: 1 },
        { from: 2, points: 1, each: 1 },
      ],
    },
  ],
  // A limit on what is taken, or on entries that take, is for the volunteer: lower, on more, in less time, and by being there.
  [`${MERCY}.maximum`, 20, 10],
  [`${MERCY}.maximum`, undefined, 10],
  [`${MERCY}.per`, 'month', 'year'],
  [`${MERCY}.items`, ['fault'], undefined],
  [`${MERCY}.each`, 'member', undefined],
  [`${MERCY}.beyond`, 'trim', 'refuse'],
  [MERCY, undefined, { ...mercy, counts: 'deductions' }],
  [FAULTS, undefined, { ...mercy, counts: 'entries', items: ['fault'] }],
  [`${FAULTS}.maximum`, 3, 2],
  // So are what an entry that takes needs, and that it is not there.
  [`${FAULT}.requires`, undefined, { need: { minimum: 1 } }],
  [`${FAULT}.requires.need.minimum`, 1, 2],
  [`${FAULT}.offices`, undefined, ['subdistrict']],
  [`${FAULT}.factors`, { double: MARCH }, undefined],
  [FAULT, BASE.roles.resident?.items.fault as unknown as Json, undefined],
  [`${LOST_HOURS}.scoring.each`, 2, 3],
  [`${LOST_HOURS}.scoring.maximum`, undefined, 4],
  [`${LOST_HOURS}.scoring.maximum`, 8, 4],
  [`${LOST_HOURS}.scoring.rounding`, 'up', 'down'],
  [`${LOST_HOURS}.scoring.points`, -2, -1],
  // A quantity that lowers a sum is against the volunteer, and points that a fault takes make a sum smaller.
  [`${RECEIVED}.requires`, undefined, { need: { minimum: 1 } }],
  ['recognition.gold.requires.hours.items', ['hours', 'received'], ['hours']],
  ['recognition.gold.requires.most.items', ['other', 'fault'], ['other']],
  ['recognition.gold.requires.most.items', ['other'], ['other', 'claim']],
  // The most of a condition: the less is counted, the longer it is kept.
  ['recognition.gold.requires.few.maximum', 2, 3],
  ['recognition.gold.requires.few.per', 'year', 'month'],
  ['recognition.gold.requires.few.items', ['other', 'claim'], ['other']],
  ['recognition.gold.requires.few.rewards', ['rice', 'soap'], ['rice']],
  ['recognition.gold.requires.few.each', undefined, 'member'],
  ['recognition.gold.requires.some.maximum', 2, 3],
  ['recognition.gold.requires.some.minimum', 2, 1],
  [`${RECENT}.maximum`, 3, 4],
  [`${RECENT}.items`, ['hours', 'other'], ['hours']],
  ['redemption.spendableWait', { last: 2, of: 'months' }, undefined],
  ['redemption.carryOver.goodFor', { last: 30, of: 'days' }, { last: 6, of: 'months' }],
  ['redemption.carryOver.goodFor', { last: 6, of: 'months' }, undefined],
  // So many months have at least, and at most, so many days.
  ['redemption.carryOver.goodFor', { last: 12, of: 'months' }, { last: 370, of: 'days' }],
  ['redemption.carryOver.goodFor', { last: 12, of: 'months' }, { last: 366, of: 'days' }],
  ['redemption.carryOver.goodFor', { last: 365, of: 'days' }, { last: 12, of: 'months' }],
  ['redemption.carryOver.inactivity', { last: 6, of: 'months' }, { last: 185, of: 'days' }],
  ['redemption.spendableWait', { last: 370, of: 'days' }, { last: 12, of: 'months' }],
  [`${CLAIMS}.per`, { last: 366, of: 'days' }, { last: 12, of: 'months' }],
  ['redemption.carryOver.keeps.per', 'month', 'quarter'],
  ['redemption.overdraft', undefined, { clause: '9', points: 5 }],
  ['recognition.gold.requires.hours.items', ['hours', 'received', 'other'], ['hours', 'other']],
  ['recognition.gold.requires.hours.items', ['hours'], ['hours', 'other']],
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, undefined],
  ['recognition.gold.per', 'year', undefined],
  ['recognition.gold.per', 'month', 'year'],
  ['interpretation', { clause: '5' }, undefined],
  ['publication', { clause: '4' }, undefined],
  ['publication.every', 'quarter', 'year'],
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, { window: 'half-year', periods: 1 }],
  ['redemption.carryOver.keeps.inStepsOf', 20, 10],
  ['redemption.carryOver.keeps.inStepsOf', 20, undefined],
  ['redemption.period', { kind: 'rolling', months: 7 }, { kind: 'rolling', months: 6 }],
  // A bar that ends, ends earlier, or is not there.
  [`${ITEM}.bars`, { ground: 'dispute' }, { ground: 'dispute', lasts: { window: 'year', periods: 1 } }],
  [
    `${ITEM}.bars`,
    { ground: 'dispute', lasts: { window: 'year', periods: 1 } },
    { ground: 'dispute', lasts: { window: 'quarter', periods: 0 } },
  ],
  [`${ITEM}.bars`, { ground: 'dispute' }, undefined],
  // More often.
  [`${ITEM}.once`, { per: 'year' }, undefined],
  [`${ITEM}.once`, { per: 'life' }, { per: 'year' }],
  [`${ITEM}.once`, { per: 'year' }, { per: 'half-year' }],
  [`${ITEM}.once`, { per: 'calendar-year' }, { per: 'half-year' }],
  [`${ITEM}.once`, { per: 'half-year' }, { per: 'quarter' }],
  [`${ITEM}.once`, { per: 'quarter' }, { per: 'month' }],
  [`${ITEM}.once`, { per: 'twelve-months' }, { per: 'half-year' }],
  [`${ITEM}.once`, { per: 'life' }, { per: 'twelve-months' }],
  [`${ITEM}.once`, { per: 'twelve-months' }, { per: 'year', opening: 'apart' }],
  // Where the opening counts it is the year's report-in, and there is no other.
  [`${ITEM}.once`, { per: 'year', opening: 'counts' }, { per: 'year', opening: 'apart' }],
  [`${ITEM}.once`, { per: 'year', opening: 'counts' }, { per: 'half-year', opening: 'apart' }],
  [`${ITEM}.again`, 'refused', 'scores'],
  [`${ITEM}.serviceAndAttendance`, 'one-matter', 'two-matters'],
  [`${ITEM}.serviceAndAttendance`, 'one-matter', 'together'],
  [`${ITEM}.serviceAndAttendance`, 'together', 'two-matters'],
  [`${ITEM}.mostPerMatter`, 2, 3],
  [`${ITEM}.mostPerMatter`, 3, undefined],
  [`${ITEM}.needsClaim`, true, undefined],
  // More offices credit it, or all that credit activities.
  [`${ITEM}.offices`, ['subdistrict'], ['subdistrict', 'community']],
  [`${ITEM}.offices`, ['subdistrict'], undefined],
  [`${ITEM}.perPost`, 'year', 'half-year'],
  [`${ITEM}.perPost`, 'month', undefined],
  ['roles.resident.items.registration.form', 'each-time', undefined],
  ['entries.matters', 'under-one-item', 'highest'],
  ['entries.matters', 'highest', undefined],
  ['entries.reportIn', 'needed', undefined],
  // A post for more roles, and for all.
  ['catalogue.posts.entries.gate.roles', ['resident'], ['resident', 'in-service-party-member']],
  ['catalogue.posts.entries.gate.roles', ['resident', 'in-service-party-member'], undefined],
  ['roles.resident.service.claimed', 'by-that-day', 'ever'],
  ['roles.resident.service.claimed', 'ever', 'not-needed'],
  ['roles.resident.opening.points', 1, 2],
  ['roles.resident.account.deducts', true, false],
  // A limit that allows more, over less time, of fewer items, and gives what fits.
  [`${CLAIMS}.maximum`, 3, 4],
  [`${CLAIMS}.maximum`, 3, undefined],
  [`${CLAIMS}.per`, 'life', 'year'],
  [`${CLAIMS}.per`, 'year', 'half-year'],
  [`${CLAIMS}.per`, 'half-year', 'quarter'],
  [`${CLAIMS}.per`, 'quarter', 'month'],
  [`${CLAIMS}.beyond`, 'refuse', 'trim-then-refuse'],
  [`${CLAIMS}.beyond`, 'trim-then-refuse', 'trim'],
  [`${CLAIMS}.items`, ['claim', 'activity'], ['claim']],
  // Visits that are possible on more days, or nearer to each other.
  ['redemption.period', HALVES, QUARTERS],
  ['redemption.period', { kind: 'rolling', months: 6 }, QUARTERS],
  ['redemption.period', { kind: 'rolling', months: 6 }, HALVES],
  ['redemption.period', { kind: 'rolling', months: 7 }, HALVES],
  ['redemption.period', { kind: 'openings', openings: [JUNE, DECEMBER] }, HALVES],
  ['redemption.period', { kind: 'openings', openings: [JUNE, DECEMBER] }, QUARTERS],
  ['redemption.period', { kind: 'openings', openings: [JUNE] }, HALVES],
  [
    'redemption.period',
    { kind: 'openings', openings: [JUNE] },
    { kind: 'openings', openings: [JUNE, DECEMBER] },
  ],
  ['redemption.limits.visits.maximum', 1, 2],
  // A visit lies in every window, whole.
  ['redemption.limits.visits.per', 'period', 'visit'],
  ['redemption.limits.visits.per', 'life', 'visit'],
  ['redemption.limits.visits.per', 'day', 'visit'],
  ['redemption.limits.visits.per', { last: 30, of: 'days' }, 'visit'],
  ['redemption.limits.visits.per', 'year', 'month'],
  ['redemption.limits.visits', { maximum: 1 }, undefined],
  ['redemption.consent.kinds', ['goods', 'service'], ['goods']],
  ['redemption.consent.kinds', ['goods'], []],
  ['redemption.consent.basis', 'each-reward', 'standing'],
  ['redemption.proxy', undefined, 'allowed'],
  ['redemption.spendableAfter', 'year', 'quarter'],
  ['redemption.spendableAfter', 'month', undefined],
  // Good for more months, with a warning after as many, and for ever.
  ['redemption.consent.lasts', { months: 12, late: 'refuse' }, { months: 12, late: 'warn' }],
  ['redemption.consent.lasts', { months: 12, late: 'warn' }, { months: 13, late: 'warn' }],
  ['redemption.consent.lasts', { months: 12, late: 'refuse' }, { months: 13, late: 'refuse' }],
  ['redemption.consent.lasts', { months: 120, late: 'warn' }, undefined],
  ['redemption.handbook', { clause: '4.2', months: 12 }, { clause: '4.2', months: 18 }],
  ['redemption.handbook', { clause: '4.2', months: 12 }, undefined],
  // Good for longer: 12 × 2 = 24 months, 6 × 5 = 30, and then without end.
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, undefined],
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, { window: 'year', periods: 1 }],
  ['redemption.carryOver.lapse', { window: 'year', periods: 1 }, { window: 'half-year', periods: 4 }],
  // What may be taken from a figure.
  ['correction.floor', 'none', 'stop-at-zero'],
  ['correction.floor', 'stop-at-zero', 'refuse-balance'],
  ['correction.floor', 'refuse-balance', 'refuse-assessment'],
  ['entries.floor', undefined, 'stop-at-zero'],
  ['entries.floor', 'none', 'refuse-balance'],
  ['correction.freesRoom', false, true],
  ['correction.bound', 'item', 'matter'],
  ['correction.bound', 'matter', undefined],
  // What covers a redemption, what is undone until when, and what a closing keeps.
  ['redemption.covered', 'on-its-day', 'when-entered'],
  ['redemption.covered', undefined, 'when-entered'],
  ['reversal', { untilFeedback: ['community'] }, undefined],
  ['reversal', { untilFeedback: ['community'] }, { clause: '2.3' }],
  ['reversal.untilFeedback', ['community'], undefined],
  ['reversal.untilFeedback', ['community', 'subdistrict'], ['community']],
  ['correction.mattersOnly', ['community'], undefined],
  ['offices.community.acts', 'own-community', 'everywhere'],
  ['closing.reasons.moved.holdings', 'forfeited', 'handed-on'],
  ['verification', { clause: '2.3' }, undefined],
  ['ineligibility.dispute.bars', ['recognition', 'redeeming'], ['recognition']],
  ['ineligibility.dispute.bars', ['recognition', 'redeeming'], undefined],
  // Who may, and what is asked of them.
  ['authority.offices.ReverseEntry', [], ['subdistrict']],
  ['authority.offices.CorrectScore', ['subdistrict'], ['subdistrict', 'community']],
  ['authority.self', 'refused', 'allowed'],
  ['authority.approval', 'two-person', 'one-person'],
  ['entries.order', 'never-back', 'any'],
  ['filing.withinDays', 7, 14],
  ['filing.late', 'refuse', 'warn'],
  ['feedback.due', '11-30', '12-31'],
  // In force from an earlier day on, and for longer.
  ['inForce.from', '2023-01-01', '2022-12-31'],
  ['inForce.from', '2023-01-01', undefined],
  ['inForce.until', '2023-12-31', '2024-01-01'],
  ['inForce.until', '2023-12-31', undefined],
  ['bounds.looser', 'refused', 'allowed'],
  ['recognition.gold.points', 100, 90],
  // What restricts by being there is missed by nobody.
  [CLAIMS, { maximum: 3 }, undefined],
  ['ineligibility.dispute', { clause: '4.1' }, undefined],
  ['bounds.held.points', { maximum: 2 }, undefined],
  ['filing', { withinDays: 7 }, undefined],
];

/** Neither looser nor stricter, either way round: the same to the volunteer, or nothing that can be placed. */
const OTHER: readonly Row[] = [
  // Fewer visits a year are no stricter where they may be nearer to each other, nor fewer openings where other days are open.
  ['redemption.period', HALVES, { kind: 'rolling', months: 5 }],
  ['redemption.period', HALVES, { kind: 'openings', openings: [MAY, JUNE] }],
  [
    'redemption.period',
    { kind: 'openings', openings: [JUNE, DECEMBER] },
    { kind: 'openings', openings: [{ from: '01-01', to: '12-31' }] },
  ],
  // A window that the other cuts is neither longer nor shorter.
  ['redemption.period', { kind: 'calendar', window: 'month' }, { kind: 'calendar', window: 'week' }],
  [`${ITEM}.once`, { per: 'month' }, { per: 'week' }],
  [`${ITEM}.perPost`, 'month', 'week'],
  [`${CLAIMS}.per`, 'month', 'week'],
  ['redemption.spendableAfter', 'month', 'week'],
  ['redemption.carryOver.keeps.per', 'month', 'week'],
  ['publication.every', 'month', 'week'],
  // Where the opening is the year's report-in, what a shorter window gives it takes away.
  [`${ITEM}.once`, { per: 'year', opening: 'apart' }, { per: 'half-year', opening: 'counts' }],
  // What was warned of is refused later.
  ['redemption.consent.lasts', { months: 12, late: 'warn' }, { months: 13, late: 'refuse' }],
  // Months that are now shorter and now longer than so many days.
  ['redemption.carryOver.goodFor', { last: 1, of: 'months' }, { last: 30, of: 'days' }],
  ['redemption.carryOver.lapse', { window: 'month', periods: 12 }, { window: 'week', periods: 53 }],
  // A limit on redeeming in the period of the rules, which say what that is.
  ['redemption.limits.visits.per', 'period', 'year'],
  ['redemption.limits.visits.per', 'visit', 'fortnight'],
  ['redemption.period', HALVES, 'half-year'],
  ['redemption.period', HALVES, undefined],
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, { window: 'quarter', periods: 2 }],
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, { window: 'calendar-year', periods: 0 }],
  ['redemption.carryOver.keeps.inStepsOf', 2, 3],
  ['points', undefined, { scale: 2 }],
  ['points.scale', 2, 4],
  // Entries that give and entries that take under one limit, and an item that does both.
  [MIXED, undefined, { ...mercy, counts: 'entries', items: ['fault', 'other'] }],
  [`${MIXED}.maximum`, 3, 2],
  [`${FAULTS}.items`, ['fault'], ['fault', 'other']],
  ['recognition.gold.requires.most.items', ['other'], ['other', 'both']],
  ['recognition.gold.requires.most.items', ['other'], 'other'],
  // Two rates of which each is the better one for some hours, and hours counted otherwise.
  [`${BANDED}.scoring.bands`, [{ from: 0, points: 1, each: 2 }], [{ from: 0, points: 2, each: 3 }]],
  [
    `${HOURS}.scoring`,
    { by: 'quantity', unit: 'hour', unitTitle, points: 1, each: 2, rounding: 'down' },
    { by: 'fixed', points: 1 },
  ],
  [`${ITEM}.scoring`, { by: 'balance' }, { by: 'fixed', points: -1 }],
  [
    `${ITEM}.scoring`,
    { by: 'bands', unit: 'hour', unitTitle, bands: [{ from: 0, points: 1 }] },
    { by: 'bands', unit: 'day', unitTitle, bands: [{ from: 0, points: 1 }] },
  ],
  [`${ITEM}.factors`, { double: MARCH }, { double: { ...MARCH, from: '2024-04-01', until: '2024-04-01' } }],
  // Lists of which each has what the other lacks.
  [`${CLAIMS}.items`, ['claim'], ['activity', 'affairs']],
  [`${CLAIMS}.items`, ['claim'], undefined],
  ['redemption.consent.kinds', ['goods'], ['service', 'honour']],
  ['authority.offices.CorrectScore', ['subdistrict'], ['community', 'centre']],
  // A range is left at either end.
  ['recognition.gold.requires.some.per', 'year', 'life'],
  ['recognition.gold.requires.some.items', ['other', 'claim'], ['other']],
  // What a limit or a condition counts, and what it is held against then.
  [`${CLAIMS}.counts`, 'points', 'entries'],
  [`${CLAIMS}.unit`, 'hour', 'day'],
  ['redemption.limits.rice.counts', 'redeemed', 'visits'],
  ['redemption.requires.b.counts', 'balance', 'points'],
  // A mark that was never reached is none that can be fallen below.
  ['ineligibility.dispute.below.minimum', 10, 20],
  [`${ITEM}.once`, { per: 'year', opening: 'counts' }, { per: 'twelve-months' }],
  [`${ITEM}.once`, { per: 'year' }, 'year'],
  ['roles.resident.limits.claims.per', 'year', 'fortnight'],
  ['catalogue.posts.entries.gate.roles', ['resident'], 'resident'],
  ['redemption.handbook', { clause: '4.2', months: 12 }, { clause: '9', months: 12 }],
  ['redemption.handbook', { clause: '4.2', months: 12 }, { clause: '4.2' }],
  ['redemption.handbook', { clause: '4.2', months: 12 }, '12 months'],
  [`${ITEM}.scoring.points`, 1, { base: 1, hard: 2 }],
  [`${HOURS}.scoring.over`, 'month', 'year'],
  [
    `${BANDED}.scoring.bands`,
    [{ from: 2, points: 1 }],
    [
      { from: 1, points: 1 },
      { from: 3, points: 0 },
    ],
  ],
  [`${ITEM}.bars`, { ground: 'dispute' }, { ground: 'dishonesty' }],
  [`${CLAIMS}.items`, ['claim'], ['activity']],
  [`${CLAIMS}.items`, ['claim'], 'claim'],
  ['inForce.until', '2023-12-31', 20_240_101],
  ['inForce.from', '2023-12-31', 20_240_101],
  ['redemption.consent.kinds', ['goods'], ['service']],
  [`${ITEM}.factors`, undefined, { once: { ...MARCH, times: 1 } }],
  [`${BANDED}.scoring.maximum`, undefined, 4],
  ['redemption.covered', 'on-its-day', 'on-credit'],
  ['closing.reasons.moved.holdings', 'forfeited', 'halved'],
  ['ineligibility.dispute.bars', ['recognition'], ['redeeming']],
  ['feedback.yearStarts', '01-01', '12-01'],
  ['clauses.roles', '2.1', '2.2'],
];

/** Something that was not there before; the other way round it is missed. */
const NEW: readonly Row[] = [
  [ITEM, undefined, BASE.roles.resident?.items.activity as unknown as Json],
  ['recognition.gold', undefined, { points: 100 }],
  ['authority.offices.ReverseEntry', undefined, ['subdistrict']],
  ['catalogue.posts.entries.gate', undefined, { clause: 'A.1' }],
  ['closing', undefined, { clause: '2.2' }],
  ['roles.resident.feedback.uses', [], [{ id: 'a', title: 'A' }]],
  ['closing.reasons.moved', undefined, { holdings: 'handed-on' }],
  ['transfer', undefined, { clause: '4.2' }],
  ['assessment.mark', undefined, { outOf: 100 }],
  // Only the limit itself restricts, not what stands below it, nor what is called so elsewhere.
  ['ineligibility.dispute.note', undefined, 'n'],
  ['role.filing', undefined, { withinDays: 7 }],
  ['filing.note', undefined, 'n'],
];

/** What says outright what is meant without it, or the same in another order. */
const SAME: readonly Row[] = [
  ['entries.floor', undefined, 'none'],
  ['redemption.covered', undefined, 'on-its-day'],
  ['reversal', undefined, { clause: '2.3' }],
  ['reversal.untilFeedback', undefined, []],
  ['ineligibility.dispute.bars', ['recognition'], undefined],
  ['recognition.gold.per', undefined, 'life'],
  [`${ITEM}.once`, { per: 'year' }, { per: 'year', opening: 'apart' }],
  [`${BANDED}.scoring.rounding`, undefined, 'down'],
  [`${CLAIMS}.items`, ['claim', 'activity'], ['activity', 'claim']],
  ['roles.resident.feedback.uses', [{ id: 'a', title: 'A' }], [{ id: 'a', title: 'B' }]],
];

describe.each<[string, readonly Row[], Verdict, Verdict]>([
  ['looser as written and stricter the other way round', LOOSER, 'looser', 'stricter'],
  ['other, whichever way round', OTHER, 'other', 'other'],
  ['no difference, whichever way round', SAME, 'same', 'same'],
  ['new as written and stricter where it goes', NEW, 'new', 'stricter'],
])('%s', (_, rows, direction, reverse) => {
  test.each(rows)('%s: %j becomes %j', (path, was, is) => {
    expect(directionOf(path, was, is)).toBe(direction);
    expect(directionOf(path, is, was)).toBe(reverse);
  });
});

test('a limit that is nowhere is taken to hold back what is given', () => {
  expect(judge('roles.nobody.limits.help.maximum', 3, 4, { was: BASE, is: BASE })).toBe('looser');
});

test('what is held is that of the day, whichever of its windows is named; before it, it is another question', () => {
  const { redemption } = BASE;
  const asked = { clause: '9', title: text('结余', 'Held'), counts: 'balance', minimum: 3 } as const;
  const held = (per: Sentence['per']): RuleSet => ({
    ...BASE,
    redemption: { ...redemption, requires: { held: { ...asked, per } } },
  });
  const spans = ['life', 'account-year', 'year', 'month', { last: 90, of: 'days' }] as const;
  for (const was of spans) {
    for (const is of spans) expect(deviations(held(was), held(is))).toEqual([]);
    for (const before of ['year', 'month'] as const) {
      expect(deviations(held(was), held({ before }))).toMatchObject([{ kind: 'other' }]);
      expect(deviations(held({ before }), held(was))).toMatchObject([{ kind: 'other' }]);
    }
  }
});

test('rules that were not checked may lack what tells the sign of a part', () => {
  const items = { bare: { clause: '9' } };
  const level = { requires: { most: { counts: 'points', items: ['bare'] } } };
  const lacking = { roles: { a: { items }, b: {} }, recognition: { gold: level } } as unknown as RuleSet;
  const rules = { was: lacking, is: lacking };
  expect(judge('roles.a.items.bare.requires.need.minimum', 1, 2, rules)).toBe('stricter');
  expect(judge('recognition.gold.requires.most.items', [], ['bare'], rules)).toBe('looser');
});

test('an item that gives and takes is new, and whether it is missed cannot be told', () => {
  const both = BASE.roles.resident?.items.both as unknown as Json;
  expect(directionOf('roles.resident.items.mixed', undefined, both)).toBe('new');
  expect(directionOf('roles.resident.items.mixed', both, undefined)).toBe('other');
});

test('a part is known by its whole path, from the beginning or to the end as it is written', () => {
  const numbers = [1, 2] as const;
  // A part of the same name elsewhere is none that can be placed.
  for (const path of [
    'roles.resident.scoring.points.hard.more',
    `${ITEM}.scoring.each.more`,
    `${ITEM}.scoring.maximum.more`,
    'roles.resident.opening.points.more',
    `${CLAIMS}.maximum.more`,
    'old.redemption.proxy',
    'redemption.proxy.more',
    'old.filing.withinDays',
    'filing.withinDays.more',
    'old.recognition.gold.points',
    'recognition.gold.points.more',
    'recognition.points',
    'limits.maximum',
  ]) {
    expect(directionOf(path, ...numbers)).toBe('other');
  }
  for (const [path, was, is] of LOOSER.filter(([of]) =>
    /^(?:correction|entries|authority|bounds|inForce|reversal|closing|ineligibility)\./.test(of),
  )) {
    if (was === undefined || is === undefined) continue;
    expect(directionOf(`old.${path}`, was, is)).toBe('other');
  }
});

test('a limit on a quantity that trims is neither stricter nor looser than one that refuses: what is trimmed uses all of its quantity', () => {
  const { resident, ...roles } = renfa2022.roles as RuleSet['roles'];
  const rulesWith = (beyond: LimitRule['beyond']): RuleSet => {
    const hours = {
      clause: '9',
      title: { en: 'hours' },
      counts: 'quantity',
      unit: 'hour',
      per: 'life',
      maximum: 2,
    } as const;
    return {
      ...renfa2022,
      roles: { ...roles, resident: { ...(resident as RoleRule), limits: { hours: { ...hours, beyond } } } },
    };
  };
  expect(deviations(rulesWith('refuse'), rulesWith('trim')).map(({ kind }) => kind)).toEqual(['other']);
  expect(deviations(rulesWith('trim'), rulesWith('refuse')).map(({ kind }) => kind)).toEqual(['other']);
});
