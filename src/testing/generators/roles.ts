import fc, { type Arbitrary } from 'fast-check';
import type { ItemRule, LimitRule, RoleRule, Scoring } from '../../rules/rule-set.js';
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
