import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveRuleSet, LooserThanBoundError, RuleSetError } from '../../src/define.js';
import {
  assessment,
  deviations,
  type FactorRule,
  type ItemRule,
  type LimitRule,
  type RuleSet,
} from '../../src/index.js';
import { ruleSets } from '../../src/testing.js';
import { activity, forEach, limit, Member, scheme, words } from '../schemes/small-scheme.js';

/* What is called stricter leaves nobody with more, and nothing but what is stricter or new gets past a base that refuses looser rules. */

const amount = fc.integer({ min: 1, max: 6 });
const points = fc.oneof(
  amount,
  amount.map((of) => -of),
);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const window = fc.constantFrom('life' as const, 'year' as const, 'quarter' as const, 'month' as const);

const band = fc.record({ from: fc.integer({ min: 0, max: 8 }), points, each: maybe(amount) });
const banded = fc
  .uniqueArray(band, { minLength: 1, maxLength: 3, selector: ({ from }) => from })
  .chain((bands) =>
    fc.boolean().map((gives): ItemRule['scoring'] => ({
      by: 'bands',
      unit: 'hour',
      unitTitle: words('hours'),
      // Bands of one item all give or all take, so that a limit can tell.
      bands: bands
        .sort((a, b) => a.from - b.from)
        .map(({ from, points: of, each }) => ({
          from,
          points: gives ? Math.abs(of) : -Math.abs(of),
          ...(each === undefined ? {} : { each }),
        })),
    })),
  );
const scoring = fc.oneof(
  points.map((of): ItemRule['scoring'] => ({ by: 'fixed', points: of })),
  fc
    .tuple(points, amount, maybe(fc.integer({ min: 1, max: 9 })))
    .map(([of, each, maximum]) => forEach(of, each, 'hour', maximum === undefined ? {} : { maximum })),
  banded,
);
const factor = fc
  .tuple(fc.constantFrom(0.5, 1.5, 2), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }))
  .map(
    ([times, from, more]): FactorRule => ({
      clause: '1',
      title: words('factor'),
      times,
      from: `2024-0${from}-01`,
      until: `2024-${String(from + more).padStart(2, '0')}-01`,
    }),
  );
const parts = fc.record({
  scoring,
  factors: fc.dictionary(fc.constantFrom('a', 'b'), factor, { noNullPrototype: true }),
  limit: maybe(
    fc.record({
      counts: fc.constantFrom(
        'points' as const,
        'deductions' as const,
        'entries' as const,
        'quantity' as const,
      ),
      maximum: fc.integer({ min: 0, max: 20 }),
      per: window,
      beyond: fc.constantFrom('trim' as const, 'trim-then-refuse' as const, 'refuse' as const),
    }),
  ),
});
type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

function isByHours({ scoring: of }: Parts): boolean {
  return of.by !== 'fixed';
}

/** A scheme of one item and at most one limit on it; `undefined` where the parts do not fit each other. */
function schemeOf({ scoring: of, factors, limit: held }: Parts): RuleSet | undefined {
  const item = activity(of, {
    ...(Object.keys(factors).length === 0 ? {} : { factors }),
  });
  const unit = held?.counts === 'quantity' ? { unit: 'hour' } : {};
  const limits: { [id: string]: LimitRule } =
    held === undefined ? {} : { held: limit({ ...held, ...unit, items: ['matter'] }) };
  try {
    return scheme({ matter: item }, limits);
  } catch (error) {
    if (error instanceof RuleSetError) return undefined;
    throw error;
  }
}

const entries = fc
  .array(fc.record({ month: fc.integer({ min: 1, max: 12 }), quantity: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((some) => some.sort((a, b) => a.month - b.month));

type Entries = typeof entries extends fc.Arbitrary<infer E> ? E : never;

/** The assessment after some entries; what is refused adds nothing. */
function assessed(ruleSet: RuleSet, some: Entries, byHours: boolean): number {
  const member = new Member(ruleSet, '2024-01-01');
  for (const { month, quantity } of some) {
    member.credit('matter', `2024-${String(month).padStart(2, '0')}-01`, byHours ? { quantity } : {});
  }
  expect(member.decisions.map((decision) => !decision.accepted && decision.refusal.code)).not.toContain(
    'invalid-command',
  );
  return assessment(member.account);
}

/** The parts with another one in the place of one of them, or of one of its members. */
function changed(was: Parts, part: keyof Parts, other: Parts, member: string | undefined): Parts {
  const [before, after] = [was[part], other[part]] as unknown as [object?, { [member: string]: unknown }?];
  const has =
    member !== undefined && before !== undefined && after !== undefined && Object.hasOwn(after, member);
  return { ...was, [part]: has ? { ...before, [member]: after[member] } : after };
}

const member = fc.constantFrom('points', 'each', 'maximum', 'bands', 'per', 'beyond', 'a', 'b');

describe('a change of one part that is called stricter', () => {
  test.each(['scoring', 'factors', 'limit'] as const)('leaves nobody with more: %s', (part) => {
    let compared = 0;
    fc.assert(
      fc.property(parts, parts, entries, maybe(member), (drawn, other, some, of) => {
        // A limit refuses a harsher entry where it takes a milder one, so it is there only where it is the change.
        const was = part === 'limit' ? drawn : { ...drawn, limit: undefined };
        const is = changed(was, part, other, of);
        if (isByHours(was) !== isByHours(is)) return;
        // Bands may score less for more, so that a limit on the quantity may go either way.
        if (was.scoring.by === 'bands' && [was, is].some((one) => one.limit?.counts === 'quantity')) return;
        const [before, after] = [schemeOf(was), schemeOf(is)];
        if (before === undefined || after === undefined) return;
        const found = deviations(before, after);
        if (found.length === 0 || found.some(({ kind }) => kind !== 'stricter')) return;
        compared += 1;
        expect(assessed(after, some, isByHours(is))).toBeLessThanOrEqual(
          assessed(before, some, isByHours(was)),
        );
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(8);
  });

  test('is never one by which an entry can score more', () => {
    fc.assert(
      fc.property(parts, parts, (drawn, other) => {
        const was = { ...drawn, limit: undefined };
        const [before, after] = [schemeOf(was), schemeOf({ ...was, scoring: other.scoring })];
        if (before === undefined || after === undefined) return;
        const most = (of: RuleSet): number =>
          Math.max(
            ...Array.from({ length: 12 }, (_, n) =>
              assessed(
                of,
                [{ month: 12, quantity: n + 1 }],
                of === before ? isByHours(was) : isByHours(other),
              ),
            ),
          );
        const kinds = deviations(before, after).map(({ kind }) => kind);
        if (most(after) > most(before)) expect(kinds.every((kind) => kind === 'stricter')).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a base that refuses looser rules', () => {
  const PARTS = [
    'roles',
    'redemption',
    'correction',
    'entries',
    'authority',
    'recognition',
    'ineligibility',
    'feedback',
  ] as const;

  test('takes what is stricter or new alone, whatever part is changed', () => {
    const taken = { yes: 0, no: 0 };
    fc.assert(
      fc.property(ruleSets(), ruleSets(), fc.constantFrom(...PARTS), (rules, other, part) => {
        const base: RuleSet = {
          ...rules,
          bounds: { ...rules.bounds, looser: 'refused', held: {} },
          readings: {},
        };
        try {
          const derived: RuleSet = deriveRuleSet(base, (draft) => {
            Object.assign(draft, { [part]: structuredClone(other[part]) });
          });
          taken.yes += 1;
          for (const { kind } of deviations(base, derived)) expect(['stricter', 'new']).toContain(kind);
        } catch (error) {
          if (!(error instanceof LooserThanBoundError || error instanceof RuleSetError)) throw error;
          taken.no += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(taken.yes, taken.no)).toBeGreaterThan(5);
  });
});
