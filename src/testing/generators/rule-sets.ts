import fc, { type Arbitrary } from 'fast-check';
import type { Barred, Lapse, RedemptionPeriod, RuleSet } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { type Calendar, WEEKDAYS, WINDOW_KINDS } from '../../values/window.js';
import { role, TIERS } from './roles.js';

const ENTERED_BY_COMMUNITY = ['community'] as const;
const calendarWindow = fc.constantFrom(...WINDOW_KINDS.filter((kind) => kind !== 'life'));

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

const GROUND = text('查实违规', 'a breach');

/** What rules say of undoing, verifying, transferring, barring and lapsing. */
type Living = {
  readonly isVerifiedApart: boolean;
  readonly isTransferred: boolean;
  readonly untilDue: boolean;
  readonly covered: 'on-its-day' | 'when-entered' | undefined;
  readonly lapse: Lapse | undefined;
  readonly bars: readonly Barred[] | undefined;
  readonly calendar: Calendar | undefined;
};

const living: Arbitrary<Living> = fc.record(
  {
    isVerifiedApart: fc.boolean(),
    isTransferred: fc.boolean(),
    untilDue: fc.boolean(),
    covered: fc.constantFrom(undefined, 'on-its-day' as const, 'when-entered' as const),
    lapse: fc.option(
      fc.record(
        { window: calendarWindow, periods: fc.integer({ min: 0, max: 3 }) },
        { noNullPrototype: true },
      ),
      {
        nil: undefined,
      },
    ),
    calendar: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.record(
          {
            yearStarts: fc.constantFrom('04-01', '11-01', '04-06'),
            weekStarts: fc.constantFrom(...WEEKDAYS),
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
      },
    ),
    bars: fc.option(fc.subarray<Barred>(['recognition', 'redeeming', 'earning'], { minLength: 1 }), {
      nil: undefined,
    }),
  },
  { noNullPrototype: true },
);

function partsOfLiving({
  bars,
  isTransferred,
  isVerifiedApart,
  untilDue,
}: Living): Pick<RuleSet, 'closing' | 'ineligibility' | 'reversal' | 'transfer' | 'verification'> {
  return {
    ineligibility: bars === undefined ? {} : { ground: { clause: '7', title: GROUND, bars } },
    ...(isVerifiedApart ? { verification: { clause: '2', title: text('核定', 'verification') } } : {}),
    ...(isTransferred ? { transfer: { clause: '3', title: text('转让', 'transfer') } } : {}),
    ...(untilDue
      ? { reversal: { clause: '2', title: text('撤销', 'undoing'), communityUntil: 'feedback-due' } }
      : {}),
    closing: {
      clause: '1',
      title: text('注销', 'closing'),
      reasons: {
        left: { title: text('退出', 'left'), holdings: 'forfeited' },
        moved: { title: text('转出', 'moved'), holdings: 'handed-on' },
      },
    },
  };
}

function redemptionOfLiving({
  covered,
  lapse,
}: Living): Pick<RuleSet['redemption'], 'covered' | 'carryOver'> {
  return {
    ...(covered === undefined ? {} : { covered }),
    carryOver: { clause: '3', ...(lapse === undefined ? {} : { lapse }) },
  };
}

function officesOfLiving({ isTransferred, isVerifiedApart, bars }: Living): RuleSet['authority']['offices'] {
  return {
    ReleasePost: ENTERED_BY_COMMUNITY,
    ReverseEntry: ['community', 'street'],
    CloseAccount: ENTERED_BY_COMMUNITY,
    ...(isVerifiedApart ? { VerifyEntry: ENTERED_BY_COMMUNITY } : {}),
    ...(isTransferred ? { TransferPoints: ENTERED_BY_COMMUNITY, ReceivePoints: ENTERED_BY_COMMUNITY } : {}),
    ...(bars === undefined ? {} : { BarAccount: ['street'] }),
  };
}

/**
 * Generates valid rule sets: up to three roles, items scored by difficulty, by quantity or with fixed points, deductions, limits over any
 * window, any kind of redemption period, and lapses, verification, transfers and bars or none. A property of all of them also holds for a community's own.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { defineRuleSet } from 'points-bank/define'
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
      living,
    )
    .map(([some, of, visits, floored, matterDate, freesRoom, inOrder, self, approval, lives]) => ({
      format: 1,
      id: 'generated',
      version: '1',
      locales: ['zh-CN', 'en'],
      title: text('生成的规则', 'Generated rules'),
      clauses: { roles: '1', accounts: '1', entries: '2', catalogue: 'A' },
      inForce: { clause: '0' },
      ...(lives.calendar === undefined ? {} : { calendar: lives.calendar }),
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
          ...officesOfLiving(lives),
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
        ...redemptionOfLiving(lives),
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
      ...partsOfLiving(lives),
      bounds: { clause: '2', looser: 'refused', held: {} },
      readings: {},
    }));
}
