import { describe, expect, test } from 'vitest';
import { type Direction, judge } from '../../src/rules/directions.js';
import type { Json } from '../../src/values/json.js';

/** A part, what it was and what it became; `undefined` where it is not there. */
type Row = [path: string, was: Json | undefined, is: Json | undefined];

const ITEM = 'roles.resident.items.activity';
const CLAIMS = 'roles.resident.limits.claims';
const HALVES = { kind: 'calendar', window: 'half-year' };
const QUARTERS = { kind: 'calendar', window: 'quarter' };
const JUNE = { from: '06-01', to: '06-30' };
const DECEMBER = { from: '12-01', to: '12-31' };

/** Each is looser as written, and stricter the other way round. */
const LOOSER: readonly Row[] = [
  // More points for an entry; none where the scoring is not there.
  [`${ITEM}.scoring.points`, 1, 2],
  [`${ITEM}.scoring.points.hard`, 2, 3],
  [`${ITEM}.scoring.points.hard`, undefined, 2],
  [`${ITEM}.scoring.points`, -3, -1],
  [`${ITEM}.scoring.each`, 3, 2],
  [`${ITEM}.scoring.maximum`, 4, 8],
  [`${ITEM}.scoring.maximum`, 4, undefined],
  [`${ITEM}.scoring.rounding`, 'down', 'nearest'],
  [`${ITEM}.scoring.rounding`, 'nearest', 'up'],
  [`${ITEM}.scoring.rounding`, undefined, 'up'],
  [`${ITEM}.scoring.lowers`, true, undefined],
  // Bands that score more, begin earlier, or give more for each.
  [`${ITEM}.scoring.bands`, [{ from: 2, points: 1 }], [{ from: 2, points: 2 }]],
  [`${ITEM}.scoring.bands`, [{ from: 2, points: 1 }], [{ from: 1, points: 1 }]],
  [`${ITEM}.scoring.bands`, [{ from: 0, points: 1, each: 1000 }], [{ from: 0, points: 1, each: 900 }]],
  [
    `${ITEM}.scoring.bands`,
    [{ from: 2, points: 1 }],
    [
      { from: 2, points: 1 },
      { from: 9, points: 2 },
    ],
  ],
  // Points that count more often, and on more days.
  [`${ITEM}.factors`, undefined, { double: { times: 2 } }],
  [`${ITEM}.factors.double`, undefined, { times: 2 }],
  [`${ITEM}.factors.double.times`, 2, 3],
  [`${ITEM}.factors.double.from`, '2024-03-02', '2024-03-01'],
  [`${ITEM}.factors.double.until`, '2024-03-02', '2024-03-03'],
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
  [`${ITEM}.once`, { per: 'half-year' }, { per: 'quarter' }],
  [`${ITEM}.once`, { per: 'quarter' }, { per: 'month' }],
  [`${ITEM}.once`, { per: 'twelve-months' }, { per: 'half-year' }],
  [`${ITEM}.once`, { per: 'life' }, { per: 'twelve-months' }],
  [`${ITEM}.once`, { per: 'twelve-months' }, { per: 'year', opening: 'apart' }],
  // Where the opening counts it is the year's report-in, and there is no other.
  [`${ITEM}.once`, { per: 'year', opening: 'counts' }, { per: 'year', opening: 'apart' }],
  [`${ITEM}.once`, { per: 'year', opening: 'apart' }, { per: 'half-year', opening: 'counts' }],
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
  // Visits in a year: 2, 4, 12 / months, one at each opening.
  ['redemption.period', HALVES, QUARTERS],
  ['redemption.period', { kind: 'rolling', months: 6 }, QUARTERS],
  ['redemption.period', { kind: 'rolling', months: 7 }, HALVES],
  ['redemption.period', { kind: 'openings', openings: [JUNE] }, HALVES],
  [
    'redemption.period',
    { kind: 'openings', openings: [JUNE] },
    { kind: 'openings', openings: [JUNE, DECEMBER] },
  ],
  ['redemption.visits', 1, 2],
  ['redemption.visits', 1, undefined],
  ['redemption.linesPerVisit', 1, undefined],
  ['redemption.rewardsPerVisit', 1, 2],
  ['redemption.rewardsPerVisit', 2, undefined],
  ['redemption.consent.kinds', ['goods', 'service'], ['goods']],
  ['redemption.consent.kinds', ['goods'], []],
  ['redemption.consent.basis', 'each-reward', 'standing'],
  ['redemption.proxy', undefined, 'allowed'],
  ['redemption.spendableAfter', 'year', 'quarter'],
  ['redemption.spendableAfter', 'month', undefined],
  // Good for more months, with a warning after as many, and for ever.
  ['redemption.consent.lasts', { months: 12, late: 'refuse' }, { months: 12, late: 'warn' }],
  ['redemption.consent.lasts', { months: 12, late: 'warn' }, { months: 13, late: 'refuse' }],
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
  ['redemption.period', HALVES, { kind: 'rolling', months: 6 }],
  ['redemption.period', HALVES, { kind: 'openings', openings: [JUNE, DECEMBER] }],
  ['redemption.period', HALVES, 'half-year'],
  ['redemption.period', HALVES, undefined],
  ['redemption.carryOver.lapse', { window: 'year', periods: 0 }, { window: 'half-year', periods: 1 }],
  [`${ITEM}.once`, { per: 'year', opening: 'counts' }, { per: 'twelve-months' }],
  [`${ITEM}.once`, { per: 'year' }, 'year'],
  [`${ITEM}.perPost`, 'year', 'life'],
  ['roles.resident.limits.claims.per', 'year', 'fortnight'],
  ['catalogue.posts.entries.gate.roles', ['resident'], 'resident'],
  ['redemption.handbook', { clause: '4.2', months: 12 }, { clause: '9', months: 12 }],
  ['redemption.handbook', { clause: '4.2', months: 12 }, { clause: '4.2' }],
  ['redemption.handbook', { clause: '4.2', months: 12 }, '12 months'],
  [`${ITEM}.scoring.points`, 1, { base: 1, hard: 2 }],
  [`${ITEM}.scoring.each`, 1, 'one'],
  [`${ITEM}.scoring.rounding`, 'down', 'sideways'],
  [`${ITEM}.scoring.over`, 'month', 'year'],
  [
    `${ITEM}.scoring.bands`,
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
  ['entries.floor', undefined, 'none'],
  ['redemption.covered', undefined, 'on-its-day'],
  ['redemption.covered', 'on-its-day', 'on-credit'],
  ['reversal', undefined, { clause: '2.3' }],
  ['closing.reasons.moved.holdings', 'forfeited', 'halved'],
  ['ineligibility.dispute.bars', ['recognition'], undefined],
  ['ineligibility.dispute.bars', ['recognition'], ['redeeming']],
  ['feedback.yearStarts', '01-01', '12-01'],
  ['clauses.roles', '2.1', '2.2'],
];

/** Something that was not there before; the other way round it is missed. */
const NEW: readonly Row[] = [
  [ITEM, undefined, { clause: '9' }],
  ['recognition.gold', undefined, { points: 100 }],
  ['authority.offices.ReverseEntry', undefined, ['subdistrict']],
  ['catalogue.posts.entries.gate', undefined, { clause: 'A.1' }],
  ['closing', undefined, { clause: '2.2' }],
  ['closing.reasons.moved', undefined, { holdings: 'handed-on' }],
  ['transfer', undefined, { clause: '4.2' }],
  ['assessment.mark', undefined, { outOf: 100 }],
  // Only the limit itself restricts, not what stands below it, nor what is called so elsewhere.
  [`${CLAIMS}.counts`, undefined, 'entries'],
  ['bounds.held.points.maximum', undefined, 2],
  ['ineligibility.dispute.note', undefined, 'n'],
  ['role.filing', undefined, { withinDays: 7 }],
  ['filing.note', undefined, 'n'],
];

describe.each<[string, readonly Row[], Direction, Direction]>([
  ['looser as written and stricter the other way round', LOOSER, 'looser', 'stricter'],
  ['other, whichever way round', OTHER, 'other', 'other'],
  ['new as written and stricter where it goes', NEW, 'new', 'stricter'],
])('%s', (_, rows, direction, reverse) => {
  test.each(rows)('%s: %j becomes %j', (path, was, is) => {
    expect(judge(path, was, is)).toBe(direction);
    expect(judge(path, is, was)).toBe(reverse);
  });
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
    'old.redemption.visits',
    'redemption.visits.more',
    'old.filing.withinDays',
    'filing.withinDays.more',
    'old.recognition.gold.points',
    'recognition.gold.points.more',
    'recognition.points',
    'limits.maximum',
  ]) {
    expect(judge(path, ...numbers)).toBe('other');
  }
  for (const [path, was, is] of LOOSER.filter(([of]) =>
    /^(?:correction|entries|authority|bounds|inForce|reversal|closing|ineligibility)\./.test(of),
  )) {
    if (was === undefined || is === undefined) continue;
    expect(judge(`old.${path}`, was, is)).toBe('other');
  }
});
