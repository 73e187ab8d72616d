import fc, { type Arbitrary } from 'fast-check';
import { type Earning, mostCounted, withinReach } from '../../rules/reach/most-counted.js';
import type {
  FactorRule,
  ItemBar,
  ItemRule,
  LimitRule,
  QuantityScoring,
  RoleRule,
  Scoring,
} from '../../rules/rule-set.js';
import { changesPoints, givesAndTakes } from '../../rules/score.js';
import type { Condition, LimitMeasure, Measure, MeasureRange } from '../../rules/sentence.js';
import { text } from '../../values/text.js';
import { type LimitSpan, WINDOW_KINDS, type WindowSpan } from '../../values/window.js';

/** The difficulty tiers of generated rule sets. */
export const TIERS = ['light', 'base', 'hard'] as const;

const window = fc.constantFrom(...WINDOW_KINDS);

const byDifficulty: Arbitrary<Scoring> = fc
  .tuple(fc.subarray([...TIERS], { minLength: 1 }), fc.integer({ min: -3, max: 5 }))
  .map(([tiers, least]) => ({
    by: 'difficulty',
    points: Object.fromEntries(tiers.map((tier, i) => [tier, least + i])),
  }));

const HOURS = { unit: 'hour', unitTitle: text('小时', 'hour') } as const;

/** How quantities add up: each by itself, in a window before they score, or off the sum. */
const counting: Arbitrary<Pick<QuantityScoring, 'over' | 'lowers'>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: window.map((over) => ({ over })) },
  { weight: 1, arbitrary: fc.constant({ lowers: true as const }) },
);

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
  .chain((some) => counting.map((how): Scoring => ({ by: 'quantity', ...HOURS, ...some, ...how })));

const byBands: Arbitrary<Scoring> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.constantFrom(undefined, 0.5, 2)), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.constantFrom({}, { rounding: 'up' as const }, { maximum: 8 }),
    counting,
  )
  .map(([starts, rates, more, how]) => ({
    by: 'bands',
    ...HOURS,
    bands: starts
      .sort((a, b) => a - b)
      .map((from, i) => {
        const [points, each] = rates[i] as [number, number | undefined];
        return { from, points, ...(each === undefined ? {} : { each }) };
      }),
    ...more,
    ...how,
  }));

/** A deduction of everything that is held: seldom, since it leaves little to see. */
const allHeld: Arbitrary<Scoring> = fc.constant({ by: 'balance' });

const factor: Arbitrary<FactorRule> = fc
  .record(
    {
      times: fc.constantFrom(1.5, 2, 3),
      from: fc.constantFrom('2023-01-01', '2023-03-01'),
      until: fc.constantFrom('2023-06-30', '2024-02-29'),
    },
    { noNullPrototype: true },
  )
  .map((of) => ({ clause: '1.8', title: text('加倍', 'times over'), ...of }));

const bar: Arbitrary<ItemBar> = fc.constantFrom<ItemBar>(
  { ground: 'ground' },
  { ground: 'ground', lasts: { window: 'half-year', periods: 0 } },
  { ground: 'ground', lasts: { window: 'year', periods: 1 } },
);

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
      fc.oneof(
        { weight: 4, arbitrary: fc.oneof(byDifficulty, byQuantity, byBands, fixed) },
        { weight: 1, arbitrary: allHeld },
      ),
      fc.boolean(),
      fc.option(factor, { freq: 5, nil: undefined }),
      fc.option(bar, { freq: 5, nil: undefined }),
      fc.option(fc.constantFrom(['community'], ['subdistrict']), { freq: 5, nil: undefined }),
    )
    .map(([scoring, apart, times, bars, offices]) => ({
      clause: `1.${index + 3}`,
      title: text(`事项${index}`, `Item ${index}`),
      entry: 'activity',
      scoring,
      serviceAndAttendance: apart ? 'two-matters' : 'one-matter',
      ...(times === undefined || scoring.by === 'balance' || !changesPoints(scoring)(times.times)
        ? {}
        : { factors: { times } }),
      ...(bars === undefined ? {} : { bars }),
      ...(offices === undefined ? {} : { offices }),
    }));
}

/** A limit's window: of the calendar, the account's own year, or so many days or months that end with the day. */
const limitSpan: Arbitrary<LimitSpan> = fc.oneof(
  { weight: 4, arbitrary: window },
  { weight: 1, arbitrary: fc.constant<LimitSpan>('account-year') },
  {
    weight: 2,
    arbitrary: fc.record(
      { last: fc.integer({ min: 1, max: 13 }), of: fc.constantFrom('days' as const, 'months' as const) },
      { noNullPrototype: true },
    ),
  },
);

/** Limits on what a role's items score. One that can never take anything is drawn with the least that it may allow, or not at all. */
function limitOn(role: Earning, items: readonly string[]): Arbitrary<LimitRule | undefined> {
  return fc
    .record(
      {
        clause: fc.constant('1.9'),
        title: fc.constant(text('上限', 'Limit')),
        items: fc.option(fc.subarray([...items], { minLength: 1 }), { freq: 6, nil: undefined }),
        counts: fc.constantFrom<LimitMeasure[]>(
          'points',
          'points',
          'entries',
          'deductions',
          'quantity',
          'balance',
        ),
        each: fc.constantFrom(undefined, undefined, 'member' as const),
        maximum: fc.integer({ min: 0, max: 6 }),
        per: limitSpan,
        beyond: fc.constantFrom('trim' as const, 'trim-then-refuse' as const, 'refuse' as const),
      },
      { noNullPrototype: true },
    )
    .map(({ counts, each, items: of, per, ...rest }): LimitRule | undefined => {
      const named = of === undefined ? {} : { items: of };
      if (counts === 'balance') return { ...rest, ...named, counts, per: 'life' };
      const limit: LimitRule = {
        ...rest,
        ...named,
        counts,
        per,
        ...(counts === 'quantity' ? { unit: 'hour' } : {}),
        ...(each === undefined ? {} : { each }),
      };
      const covered = (of ?? Object.keys(role.items)).map((id) => role.items[id] as ItemRule);
      const isMixed = covered.some(givesAndTakes);
      const most = mostCounted(role, limit);
      if (most === 0 || (counts === 'deductions' && isMixed)) return undefined;
      return { ...limit, maximum: Math.min(limit.maximum, most - 1) };
    });
}

/** The limits that a role can have together: none is made idle by another. */
function limitsOf(role: Earning, some: readonly (LimitRule | undefined)[]): RoleRule['limits'] {
  let limits: RoleRule['limits'] = {};
  for (const limit of some) {
    if (limit === undefined) continue;
    const more = { ...limits, [`limit-${Object.keys(limits).length}`]: limit };
    const together = { ...role, limits: more };
    const bite = Object.values(more).every(
      (one) => one.counts === 'balance' || mostCounted(together, one, one) > one.maximum,
    );
    if (bite) limits = more;
  }
  return limits;
}

/** What a condition is held against: more often a least than a most. */
export const measureRange: Arbitrary<MeasureRange> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }).map((minimum) => ({ minimum })) },
  fc.nat({ max: 4 }).map((maximum) => ({ maximum })),
);

/** What an item needs: a measure of what was entered under another one. */
function conditionOn(others: readonly string[]): Arbitrary<Condition> {
  return fc
    .tuple(
      fc.constantFrom<Measure[]>('points', 'entries', 'balance', 'visits', 'months'),
      fc.oneof<Arbitrary<WindowSpan>[]>(limitSpan, fc.constant<WindowSpan>({ before: 'half-year' })),
      fc.boolean(),
      measureRange,
    )
    .map(([counts, per, isOfSome, range]) => ({
      clause: '1.8',
      title: text('条件', 'Condition'),
      counts,
      ...range,
      per,
      ...(isOfSome && (counts === 'points' || counts === 'entries') ? { items: others } : {}),
    }));
}

/** The most points that an opening scores. */
const MOST_AT_OPENING = 50;

/** The last activity needs something, if that can be had before it. */
function withCondition(role: Earning, condition: Condition | undefined): RoleRule['items'] {
  const { items } = role;
  if (condition === undefined) return items;
  const { maximum } = condition;
  if (maximum !== undefined && mostCounted(role, condition) <= maximum) return items;
  const [last, rule] = Object.entries(items).at(-1) as [string, ItemRule];
  const needing = { ...items, [last]: { ...rule, requires: { condition } } };
  return Object.hasOwn(withinReach({ ...role, items: needing }).items, last) ? needing : items;
}

/** Roles with up to three activities, two limits and a condition. */
export function role(index: number): Arbitrary<RoleRule> {
  const activities = fc
    .integer({ min: 1, max: 3 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => activity(i))));
  const parts = fc.tuple(registration(), fc.option(claim(), { nil: undefined }), activities);
  return parts.chain(([registered, claimed, credited]) => {
    const items: Record<string, ItemRule> = { registration: registered };
    if (claimed !== undefined) items.claim = claimed;
    for (const [i, item] of credited.entries()) items[`item-${i}`] = item;
    const opening = { clause: '1.1', form: text('登记表', 'form'), item: 'registration' };
    const earning = { items, limits: {}, opening: { ...opening, points: MOST_AT_OPENING } };
    const limits = fc.array(
      limitOn(
        earning,
        Object.keys(items).filter((id) => id !== 'registration'),
      ),
      {
        maxLength: 2,
      },
    );
    const needed = fc.oneof(fc.constant(undefined), conditionOn(['registration']));
    return fc
      .tuple(
        limits,
        needed,
        fc.integer({ min: 0, max: MOST_AT_OPENING }),
        fc.boolean(),
        fc.constantFrom('ever' as const, 'by-that-day' as const, 'not-needed' as const),
      )
      .map(([some, condition, points, deducts, claimedWhen]) => {
        const opened = { ...earning, opening: { ...opening, points } };
        const limited = limitsOf(opened, some);
        return {
          clause: '1',
          title: text(`类别${index}`, `Role ${index}`),
          account: { clause: '1', colour: 'green', title: text('账户', 'account'), deducts },
          opening: opened.opening,
          service: { clause: '1.3', claimed: claimedWhen },
          items: withCondition({ ...opened, limits: limited }, condition),
          limits: limited,
          feedback: {
            clause: '4',
            recipients: [{ id: 'volunteer', title: text('本人', 'the volunteer') }],
            uses: [],
          },
        };
      });
  });
}
