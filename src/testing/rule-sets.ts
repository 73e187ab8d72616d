import fc, { type Arbitrary } from 'fast-check';
import type { ItemRule, LimitRule, RedemptionPeriod, RoleRule, RuleSet, Scoring } from '../rules/rule-set.js';
import { text } from '../values/text.js';
import { WINDOW_KINDS } from '../values/window.js';

const TIERS = ['light', 'base', 'hard'] as const;
const ENTERED_BY_COMMUNITY = ['community'] as const;

const window = fc.constantFrom(...WINDOW_KINDS);
const calendarWindow = fc.constantFrom(...(['year', 'half-year', 'quarter', 'month'] as const));

const byDifficulty: Arbitrary<Scoring> = fc
  .tuple(fc.subarray([...TIERS], { minLength: 1 }), fc.integer({ min: -3, max: 5 }))
  .map(([tiers, least]) => ({
    by: 'difficulty',
    points: Object.fromEntries(tiers.map((tier, i) => [tier, least + i])),
  }));

const byQuantity: Arbitrary<Scoring> = fc
  .record(
    {
      points: fc.integer({ min: 1, max: 3 }),
      each: fc.constantFrom(0.5, 1, 2),
      rounding: fc.constantFrom('down' as const, 'up' as const, 'nearest' as const),
      maximum: fc.integer({ min: 2, max: 10 }),
    },
    { requiredKeys: ['points', 'each', 'rounding'], noNullPrototype: true },
  )
  .map((some) => ({ by: 'quantity', unit: 'hour', unitTitle: text('小时', 'hour'), ...some }));

const fixed: Arbitrary<Scoring> = fc.integer({ min: 0, max: 3 }).map((points) => ({ by: 'fixed', points }));

function registration(): Arbitrary<ItemRule> {
  return fc
    .tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.constantFrom('year' as const, 'half-year' as const, 'twelve-months' as const),
      fc.boolean(),
    )
    .map(([points, per, counts]) => ({
      clause: '1.1',
      title: text('报到', 'Report-in'),
      entry: 'registration',
      scoring: { by: 'fixed', points },
      once: { per, opening: counts ? 'counts' : 'apart' },
    }));
}

function claim(): Arbitrary<ItemRule> {
  return fc.tuple(fc.oneof(byDifficulty, fixed), fc.boolean()).map(([scoring, again]) => ({
    clause: '1.2',
    title: text('认领', 'Claim'),
    entry: 'claim',
    scoring,
    again: again ? 'scores' : 'refused',
  }));
}

function activity(index: number): Arbitrary<ItemRule> {
  return fc
    .tuple(
      fc.oneof(byDifficulty, byQuantity, fixed),
      fc.boolean(),
      fc.option(window, { freq: 5, nil: undefined }),
    )
    .map(([scoring, apart, once]) => ({
      clause: `1.${index + 3}`,
      title: text(`事项${index}`, `Item ${index}`),
      entry: 'activity',
      scoring,
      serviceAndAttendance: apart ? 'two-matters' : 'one-matter',
      ...(once === undefined ? {} : { once: { per: once } }),
    }));
}

function limitOn(items: readonly string[]): Arbitrary<LimitRule> {
  return fc.record(
    {
      clause: fc.constant('1.9'),
      title: fc.constant(text('上限', 'Limit')),
      items: fc.subarray([...items], { minLength: 1 }),
      counts: fc.constantFrom('points' as const, 'entries' as const),
      maximum: fc.integer({ min: 1, max: 6 }),
      per: window,
      beyond: fc.constantFrom('trim' as const, 'trim-then-refuse' as const, 'refuse' as const),
    },
    { noNullPrototype: true },
  );
}

function role(index: number): Arbitrary<RoleRule> {
  const activities = fc
    .integer({ min: 1, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => activity(i))));
  const parts = fc.tuple(registration(), fc.option(claim(), { nil: undefined }), activities);
  return parts.chain(([registered, claimed, credited]) => {
    const items: Record<string, ItemRule> = { registration: registered };
    if (claimed !== undefined) items.claim = claimed;
    for (const [i, item] of credited.entries()) items[`item-${i}`] = item;
    const limits = fc.array(limitOn(Object.keys(items).filter((id) => id !== 'registration')), {
      maxLength: 2,
    });
    return fc
      .tuple(
        limits,
        fc.integer({ min: 0, max: 50 }),
        fc.boolean(),
        fc.constantFrom('ever' as const, 'by-that-day' as const, 'not-needed' as const),
      )
      .map(([some, points, deducts, claimedWhen]) => ({
        clause: '1',
        title: text(`类别${index}`, `Role ${index}`),
        account: { clause: '1', colour: 'green', title: text('账户', 'account'), deducts },
        opening: { clause: '1.1', form: text('登记表', 'form'), item: 'registration', points },
        service: { clause: '1.3', claimed: claimedWhen },
        items,
        limits: Object.fromEntries(some.map((limit, i) => [`limit-${i}`, limit])),
        feedback: {
          clause: '4',
          recipients: [{ id: 'volunteer', title: text('本人', 'the volunteer') }],
          uses: [],
        },
      }));
  });
}

const period: Arbitrary<RedemptionPeriod> = fc.oneof(
  calendarWindow.map((of): RedemptionPeriod => ({ kind: 'calendar', window: of })),
  fc.integer({ min: 1, max: 12 }).map((months): RedemptionPeriod => ({ kind: 'rolling', months })),
  fc.constant<RedemptionPeriod>({
    kind: 'openings',
    openings: [
      { from: '06-01', to: '07-15' },
      { from: '12-01', to: '12-31' },
    ],
  }),
);

/**
 * Arbitrary valid rule sets: any number of roles and items, scored by difficulty, quantity or a fixed number, with deductions, limits
 * over any window, any period of redemption. What holds of all of them holds of a community's.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineRuleSet } from 'points-bank'
 * import { ruleSets } from 'points-bank/testing'
 *
 * fc.assert(fc.property(ruleSets(), (ruleSet) => defineRuleSet(ruleSet).id === ruleSet.id), { numRuns: 20 })
 * console.log('all valid') // → all valid
 * ```
 */
export function ruleSets(): Arbitrary<RuleSet> {
  const roles = fc
    .integer({ min: 1, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => role(i))));
  const floor = fc.constantFrom(
    'none' as const,
    'refuse-assessment' as const,
    'refuse-balance' as const,
    'stop-at-zero' as const,
  );
  return fc
    .tuple(
      roles,
      period,
      fc.integer({ min: 1, max: 2 }),
      floor,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('allowed' as const, 'refused' as const),
      fc.constantFrom('one-person' as const, 'two-person' as const),
    )
    .map(([some, of, visits, floored, matterDate, freesRoom, inOrder, self, approval]) => ({
      format: 1,
      id: 'generated',
      version: '1',
      locales: ['zh-CN', 'en'],
      title: text('生成的规则', 'Generated rules'),
      clauses: { roles: '1', accounts: '1', entries: '2', catalogue: 'A' },
      inForce: { clause: '0' },
      difficulties: Object.fromEntries(TIERS.map((tier) => [tier, text(tier, tier)])),
      roles: Object.fromEntries(some.map((rule, i) => [`role-${i}`, rule])),
      authority: {
        clause: '2',
        offices: {
          OpenAccount: ENTERED_BY_COMMUNITY,
          ReportIn: ENTERED_BY_COMMUNITY,
          ClaimPost: ENTERED_BY_COMMUNITY,
          CreditActivity: ENTERED_BY_COMMUNITY,
          RedeemPoints: ENTERED_BY_COMMUNITY,
          CorrectScore: ['street'],
        },
        self,
        approval,
      },
      entries: { clause: '2', order: inOrder ? 'never-back' : 'any' },
      redemption: {
        clause: '3',
        title: text('兑换', 'redemption'),
        period: of,
        visits,
        consent: { clause: '3', kinds: ['goods'], basis: 'each-reward' },
        carryOver: { clause: '3' },
      },
      correction: {
        clause: '5',
        title: text('更正', 'correction'),
        floor: floored,
        counts: matterDate ? 'matter-date' : 'own-date',
        freesRoom,
      },
      assessment: { clause: '4', title: text('考核', 'assessment') },
      filing: { clause: '6', title: text('备案', 'filing'), withinDays: 7, late: 'warn' },
      feedback: { clause: '4', title: text('反馈', 'feedback'), due: '11-30', yearStarts: '01-01' },
      uses: {},
      catalogue: {},
      recognition: {},
      ineligibility: {},
      bounds: { clause: '2', looser: 'refused', held: {} },
      readings: {},
    }));
}
