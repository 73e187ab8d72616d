import fc, { type Arbitrary } from 'fast-check';
import type {
  FactorRule,
  ItemBar,
  ItemRule,
  LimitRule,
  QuantityScoring,
  RoleRule,
  Scoring,
} from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { WINDOW_KINDS } from '../../values/window.js';

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
      fc.option(window, { freq: 5, nil: undefined }),
      fc.option(factor, { freq: 5, nil: undefined }),
      fc.option(bar, { freq: 5, nil: undefined }),
    )
    .map(([scoring, apart, once, times, bars]) => ({
      clause: `1.${index + 3}`,
      title: text(`事项${index}`, `Item ${index}`),
      entry: 'activity',
      scoring,
      serviceAndAttendance: apart ? 'two-matters' : 'one-matter',
      ...(once === undefined ? {} : { once: { per: once } }),
      ...(times === undefined || scoring.by === 'balance' ? {} : { factors: { times } }),
      ...(bars === undefined ? {} : { bars }),
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

/** Roles with up to three activities and two limits. */
export function role(index: number): Arbitrary<RoleRule> {
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
