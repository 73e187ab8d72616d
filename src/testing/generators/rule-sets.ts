import fc, { type Arbitrary } from 'fast-check';
import {
  counterOf,
  type Earning,
  earningOf,
  mostCounted,
  mostInReach,
  withinReach,
} from '../../rules/reach/most-counted.js';
import { mostRedeemed, type Redeeming } from '../../rules/reach/most-redeemed.js';
import type {
  Barred,
  CarryOverRule,
  Keeps,
  Lapse,
  RecognitionRule,
  RedemptionLimit,
  RedemptionPeriod,
  RedemptionSpan,
  RoleRule,
  RuleSet,
  Term,
} from '../../rules/rule-set.js';
import type {
  LevelCondition,
  Measure,
  MeasureRange,
  RedemptionMeasure,
  Sentence,
} from '../../rules/sentence.js';
import { idleWayToLapse } from '../../schema/rule-set/carry-over-checks.js';
import { text } from '../../values/text.js';
import {
  type Calendar,
  WEEKDAYS,
  WINDOW_KINDS,
  type WindowKind,
  type WindowSpan,
} from '../../values/window.js';
import { faultsOf } from './faults-of.js';
import { measureRange, role, TIERS } from './roles.js';
import { withSeldom } from './seldom.js';

const ENTERED_BY_COMMUNITY = ['community'] as const;
const OFFICES = {
  community: { clause: '1', title: text('社区', 'community'), acts: 'own-community' },
  subdistrict: { clause: '1', title: text('街道', 'subdistrict'), acts: 'everywhere' },
} as const;
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
const TRANSFER = { clause: '3', title: text('转让', 'transfer') };

const lapse: Arbitrary<Lapse> = fc.record(
  { window: calendarWindow, periods: fc.integer({ min: 0, max: 3 }) },
  { noNullPrototype: true },
);

const term: Arbitrary<Term> = fc.oneof(
  fc.integer({ min: 1, max: 18 }).map((last): Term => ({ last, of: 'months' })),
  fc.integer({ min: 1, max: 500 }).map((last): Term => ({ last, of: 'days' })),
);

const keeps: Arbitrary<Keeps> = fc
  .record(
    {
      per: calendarWindow,
      percent: fc.integer({ min: 1, max: 99 }),
      atMost: fc.integer({ min: 0, max: 20 }),
      inStepsOf: fc.integer({ min: 2, max: 10 }),
    },
    { requiredKeys: ['per', 'atMost'], noNullPrototype: true },
  )
  .map(({ inStepsOf, ...kept }): Keeps => {
    // Of fewer points than a step nothing would carry over.
    return inStepsOf === undefined || inStepsOf > kept.atMost ? kept : { ...kept, inStepsOf };
  });

/** No way to lapse, one, or several. */
const carryOver: Arbitrary<Omit<CarryOverRule, 'clause'>> = fc.oneof(
  fc.constant({}),
  lapse.map((of) => ({ lapse: of })),
  term.map((of) => ({ goodFor: of })),
  keeps.map((of) => ({ keeps: of })),
  term.map((of) => ({ inactivity: of })),
  fc.record({ lapse, goodFor: term, keeps, inactivity: term }, { requiredKeys: [], noNullPrototype: true }),
);

const need: Arbitrary<NonNullable<RuleSet['redemption']['requires']>> = fc
  .tuple(
    fc.constantFrom<Measure[]>('balance', 'entries', 'months'),
    fc.constantFrom<WindowSpan[]>('life', 'year', { last: 6, of: 'months' }),
  )
  .map(([counts, per]) => ({
    need: { clause: '3', title: text('兑换条件', 'a need'), counts, per, minimum: 1 },
  }));

const redemptionLimit: Arbitrary<RedemptionLimit> = fc.record(
  {
    clause: fc.constant('3'),
    title: fc.constant(text('兑换上限', 'a limit on redeeming')),
    counts: fc.constantFrom<RedemptionMeasure[]>('redeemed', 'visits', 'rewards', 'lines'),
    rewards: fc.constantFrom(['haircut'], ['haircut', 'repair']),
    per: fc.oneof(
      fc.constantFrom<RedemptionSpan[]>('life', 'account-year', 'period', 'visit'),
      calendarWindow,
      fc.record(
        { last: fc.integer({ min: 1, max: 200 }), of: fc.constant('days' as const) },
        { noNullPrototype: true },
      ),
    ),
    maximum: fc.integer({ min: 1, max: 8 }),
  },
  { requiredKeys: ['clause', 'title', 'counts', 'per', 'maximum'], noNullPrototype: true },
);

/** A condition with the range among its own members. */
function inRange<N extends { readonly range: MeasureRange }>({
  range,
  ...needed
}: N): Omit<N, 'range'> & MeasureRange {
  return { ...needed, ...range };
}

/** A level of recognition, by the points of a window, by something else, or by both. */
const level: Arbitrary<RecognitionRule> = fc
  .tuple(
    fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    fc.constantFrom<(WindowKind | undefined)[]>(undefined, 'life', 'year', 'half-year', 'month'),
    fc.option(
      fc.record(
        {
          counts: fc.constantFrom<LevelCondition['counts'][]>('points', 'deductions', 'entries', 'months'),
          per: fc.constantFrom<WindowSpan[]>('life', 'year', 'quarter', 'account-year', {
            last: 6,
            of: 'months',
          }),
          range: measureRange,
        },
        { noNullPrototype: true },
      ),
      { nil: undefined },
    ),
  )
  .map(([points, per, needed]) => {
    const also = { clause: '8', title: text('评定条件', 'a further need') };
    const requires = needed === undefined ? {} : { requires: { also: { ...also, ...inRange(needed) } } };
    // A level needs something.
    const least = points ?? (needed === undefined ? 1 : undefined);
    const earned = least === undefined ? {} : { points: least, ...(per === undefined ? {} : { per }) };
    return { clause: '8', title: text('等级', 'Level'), ...earned, ...requires };
  });

/** What rules say of undoing, verifying, transferring, barring, lapsing and owing. */
type Living = {
  readonly isVerifiedApart: boolean;
  readonly isTransferred: boolean;
  readonly untilDue: boolean;
  readonly covered: 'on-its-day' | 'when-entered' | undefined;
  readonly carryOver: Omit<CarryOverRule, 'clause'>;
  readonly overdraft: number | undefined;
  readonly isAnywhere: boolean;
  readonly givesHonours: boolean;
  readonly isOneAccount: boolean;
  readonly requires: RuleSet['redemption']['requires'];
  readonly limits: RuleSet['redemption']['limits'];
  readonly bars: readonly Barred[] | undefined;
  readonly calendar: Calendar | undefined;
  readonly matters: RuleSet['entries']['matters'];
  readonly levels: readonly RecognitionRule[];
  readonly below: number | undefined;
};

const living: Arbitrary<Living> = fc.record(
  {
    isVerifiedApart: fc.boolean(),
    isTransferred: fc.boolean(),
    untilDue: fc.boolean(),
    covered: fc.constantFrom(undefined, 'on-its-day' as const, 'when-entered' as const),
    carryOver,
    overdraft: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2, nil: undefined }),
    isAnywhere: fc.boolean(),
    givesHonours: fc.boolean(),
    isOneAccount: fc.boolean(),
    requires: fc.option(need, { freq: 3, nil: undefined }),
    limits: fc.option(
      redemptionLimit.map((limit) => ({ limit })),
      { freq: 2, nil: undefined },
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
    matters: fc.constantFrom(undefined, 'under-one-item' as const, 'highest' as const),
    bars: fc.option(fc.subarray<Barred>(['recognition', 'redeeming', 'earning'], { minLength: 1 }), {
      nil: undefined,
    }),
    levels: fc.array(level, { maxLength: 2 }),
    below: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  },
  { noNullPrototype: true },
);

function partsOfLiving({
  bars,
  below,
  isOneAccount,
  isTransferred,
  isVerifiedApart,
  levels,
  untilDue,
}: Living): Pick<
  RuleSet,
  'closing' | 'ineligibility' | 'oneAccount' | 'recognition' | 'reversal' | 'transfer' | 'verification'
> {
  return {
    ineligibility: groundsOfLiving(bars, below),
    recognition: Object.fromEntries(levels.map((one, i) => [`level-${i}`, one])),
    ...(isVerifiedApart ? { verification: { clause: '2', title: text('核定', 'verification') } } : {}),
    ...(isOneAccount ? { oneAccount: { clause: '1', title: text('每人一个账户', 'one account each') } } : {}),
    ...(isTransferred ? { transfer: TRANSFER } : {}),
    ...(untilDue
      ? { reversal: { clause: '2', title: text('撤销', 'undoing'), untilFeedback: ['community'] } }
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

/** A ground that somebody finds, and one that holds by itself below a mark. */
function groundsOfLiving(bars: Living['bars'], below: Living['below']): RuleSet['ineligibility'] {
  if (bars === undefined) return {};
  const ground = { clause: '7', title: GROUND, bars };
  if (below === undefined) return { ground };
  return { ground, fallen: { ...ground, below: { counts: 'points', minimum: below } } };
}

function entriesOfLiving({ matters }: Living): Pick<RuleSet['entries'], 'matters'> {
  return matters === undefined ? {} : { matters };
}

/** A role whose items bar nobody where the rules have no ground. */
function roleOfLiving({ bars }: Living, role: RoleRule): RoleRule {
  if (bars !== undefined) return role;
  const items = Object.entries(role.items).map(([id, { bars: _bars, ...item }]) => [id, item] as const);
  return { ...role, items: Object.fromEntries(items) };
}

/** The ways to lapse without one by which no points would. */
function withoutIdle(carryOver: Living['carryOver'], calendar: Calendar | undefined): Living['carryOver'] {
  const idle = idleWayToLapse({ clause: '3', ...carryOver }, calendar);
  return Object.fromEntries(Object.entries(carryOver).filter(([way]) => way !== idle));
}

/** The levels that an account can come to; it may go on from one of another role. */
function levelsInReach(levels: Living['levels'], reached: readonly Earning[]): Living['levels'] {
  const counters = reached.map((role) => counterOf(role));
  return levels.filter(({ points = 0, per = 'life', requires = {} }) => {
    const most = (sentence: Pick<Sentence, 'counts' | 'per'>) => mostInReach(counters, sentence, true);
    const isMet = Object.values(requires).every((needed) => most(needed) >= (needed.minimum ?? 0));
    return isMet && most({ counts: 'points', per }) >= points;
  });
}

/** The rules without the conditions of items that nobody can meet, or everybody meets, by the rest of the rules. */
function withoutIdleConditions(ruleSet: RuleSet): RuleSet {
  const idle = new Set(
    faultsOf(ruleSet).flatMap(({ path }) => (path[4] === 'requires' ? [path.slice(0, 4).join('.')] : [])),
  );
  if (idle.size === 0) return ruleSet;
  const kept = (role: string, items: RoleRule['items']): RoleRule['items'] =>
    mapped(items, ({ requires, ...rule }, item) =>
      requires === undefined || idle.has(`roles.${role}.items.${item}`) ? rule : { ...rule, requires },
    );
  return {
    ...ruleSet,
    roles: mapped(ruleSet.roles, (role, id) => ({ ...role, items: kept(id, role.items) })),
  };
}

function mapped<T>(
  parts: { readonly [id: string]: T },
  make: (part: T, id: string) => T,
): { [id: string]: T } {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, make(part, id)]));
}

/** What was drawn, without what can never be met or never takes anything. */
function whatMatters(
  drawn: Living,
  roles: readonly RoleRule[],
  redemption: { readonly period: RedemptionPeriod; readonly limits: NonNullable<Living['limits']> },
): Living {
  const { below, calendar, isTransferred, levels, requires } = drawn;
  const limits = whatBites(drawn.limits, redemption, calendar);
  const redeeming: Redeeming = { ...redemption, limits, ...(requires && { requires }) };
  const transfer = isTransferred ? TRANSFER : undefined;
  const reached = roles.map((role) =>
    withinReach(earningOf(role, { redemption: redeeming, calendar, transfer })),
  );
  const fallen = mostInReach(
    reached.map((role) => counterOf(role)),
    { counts: 'points', per: 'life' },
    true,
  );
  return {
    ...drawn,
    limits,
    requires: canAllMeet(roles, reached, requires) ? requires : undefined,
    levels: levelsInReach(levels, reached),
    below: below !== undefined && below <= fallen ? below : undefined,
  };
}

function redemptionOfLiving({
  calendar,
  carryOver: ofCarryOver,
  covered,
  givesHonours,
  isAnywhere,
  limits,
  overdraft,
  requires,
}: Living): Pick<
  RuleSet['redemption'],
  'at' | 'covered' | 'carryOver' | 'honours' | 'limits' | 'overdraft' | 'requires'
> {
  return {
    ...(covered === undefined ? {} : { covered }),
    ...(givesHonours ? {} : { honours: 'none' }),
    ...(isAnywhere ? { at: 'any-community' } : {}),
    ...(overdraft === undefined ? {} : { overdraft: { clause: '3', points: overdraft } }),
    ...(requires === undefined ? {} : { requires }),
    ...(limits === undefined ? {} : { limits }),
    carryOver: { clause: '3', ...withoutIdle(ofCarryOver, calendar) },
  };
}

/** Whether everybody can have what redeeming needs; a role's items may need visits in turn. */
function canAllMeet(
  roles: readonly RoleRule[],
  reached: readonly Earning[],
  requires: Living['requires'] = {},
): boolean {
  return reached.every((role, at) => {
    const isWhole = Object.keys(roles[at]?.items ?? {}).every((item) => Object.hasOwn(role.items, item));
    return isWhole && Object.values(requires).every((one) => mostCounted(role, one) >= (one.minimum ?? 0));
  });
}

/** The limits that every rule set has, with those that were drawn if each of all leaves the others something to refuse. */
function whatBites(
  drawn: Living['limits'],
  redemption: { readonly period: RedemptionPeriod; readonly limits: NonNullable<Living['limits']> },
  calendar: Calendar | undefined,
): NonNullable<Living['limits']> {
  const limits = { ...drawn, ...redemption.limits };
  const bite = Object.values(limits).every(
    (limit) => mostRedeemed({ ...redemption, limits }, limit, calendar, limit) > limit.maximum,
  );
  return bite ? limits : redemption.limits;
}

/** So many visits in each period. */
function visitsOf(maximum: number): NonNullable<Living['limits']> {
  const title = text('每期次数', 'redemptions in a period');
  return { visits: { clause: '3', title, counts: 'visits', per: 'period', maximum } };
}

function officesOfLiving({ isTransferred, isVerifiedApart, bars }: Living): RuleSet['authority']['offices'] {
  return {
    ReleasePost: ENTERED_BY_COMMUNITY,
    ReverseEntry: ['community', 'subdistrict'],
    CloseAccount: ENTERED_BY_COMMUNITY,
    ...(isVerifiedApart ? { VerifyEntry: ENTERED_BY_COMMUNITY } : {}),
    ...(isTransferred ? { TransferPoints: ENTERED_BY_COMMUNITY, ReceivePoints: ENTERED_BY_COMMUNITY } : {}),
    ...(bars === undefined ? {} : { BarAccount: ['subdistrict'] }),
  };
}

const floor = fc.constantFrom(
  'none' as const,
  'refuse-assessment' as const,
  'refuse-balance' as const,
  'stop-at-zero' as const,
);

/**
 * Generates valid rule sets: up to three roles, items scored by difficulty, by quantity, by bands or with fixed points, deductions,
 * factors of days, limits over any window, any kind of redemption period, and lapses, verification, transfers and bars or none; and, more
 * seldom, everything else that a rule set can say. A property of all of them also holds for a community's own.
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
    .map(([some, of, visits, floored, matterDate, freesRoom, inOrder, self, approval, drawn]): RuleSet => {
      const lives = whatMatters(drawn, some, { period: of, limits: visitsOf(visits) });
      return {
        format: 1,
        id: 'generated',
        version: '1',
        locales: ['zh-CN', 'en'],
        title: text('生成的规则', 'Generated rules'),
        clauses: { roles: '1', accounts: '1', entries: '2', catalogue: 'A' },
        inForce: { clause: '0' },
        ...(lives.calendar === undefined ? {} : { calendar: lives.calendar }),
        difficulties: Object.fromEntries(TIERS.map((tier, i) => [tier, text(`难度${i}`, tier)])),
        roles: Object.fromEntries(some.map((rule, i) => [`role-${i}`, roleOfLiving(lives, rule)])),
        offices: OFFICES,
        authority: {
          clause: '2',
          offices: {
            OpenAccount: ENTERED_BY_COMMUNITY,
            ReportIn: ENTERED_BY_COMMUNITY,
            ClaimPost: ENTERED_BY_COMMUNITY,
            CreditActivity: ['community', 'subdistrict'],
            RedeemPoints: ENTERED_BY_COMMUNITY,
            CorrectScore: ['subdistrict'],
            ...officesOfLiving(lives),
          },
          self,
          approval,
        },
        entries: { clause: '2', order: inOrder ? 'never-back' : 'any', ...entriesOfLiving(lives) },
        redemption: {
          clause: '3',
          title: text('兑换', 'redemption'),
          period: of,
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
        ...partsOfLiving(lives),
        bounds: { clause: '2', looser: 'refused', held: {} },
        readings: {},
      };
    })
    .map(withoutIdleConditions)
    .chain(withSeldom);
}
