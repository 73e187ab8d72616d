import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodOn } from '../../src/account/decide/guards/redemption-period.js';
import { goodThrough, idleThrough, keptThrough } from '../../src/account/state/figures/carry-over.js';
import type { CarryOverRule, RedemptionPeriod, RuleSet, Term } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { judge } from '../../src/rules/differences/directions.js';
import { addDays, addTerm, dayNumber } from '../../src/values/calendar.js';
import type { Json } from '../../src/values/json.js';
import { CALENDAR_WINDOWS, type Calendar, windowAfter } from '../../src/values/window.js';

/*
 * What is told of windows and terms, held against what becomes of points and visits on every day.
 */

/** Four years and a little more, with a 29 February. */
const DAYS = Array.from({ length: 1500 }, (_, after) => addDays('2023-01-01', after));

const calendar = fc.constantFrom<(Calendar | undefined)[]>(
  undefined,
  { yearStarts: '04-01' },
  { yearStarts: '04-06' },
  { yearStarts: '08-31', weekStarts: 'sunday' },
);
const window = fc.constantFrom(...CALENDAR_WINDOWS);

const months = fc.integer({ min: 1, max: 26 });
const ofMonths = months.map((last) => ({ last, of: 'months' as const }));
const ofDays = fc.integer({ min: 1, max: 800 }).map((last) => ({ last, of: 'days' as const }));
/** Some months, and days of which there are about as many, so that the two are hard to tell apart. */
const nearTerms = fc.tuple(months, fc.integer({ min: -4, max: 6 })).map(([count, more]): [Term, Term] => [
  { last: count, of: 'months' },
  { last: Math.max(1, Math.round(count * 30.4) + more), of: 'days' },
]);
const terms = fc.oneof(
  nearTerms,
  nearTerms.map(([one, other]): [Term, Term] => [other, one]),
  fc.tuple(ofMonths, ofMonths),
  fc.tuple(ofDays, ofDays),
);
const PERIODS = { year: 1, 'calendar-year': 1, 'half-year': 2, quarter: 4, month: 12, week: 52, day: 365 };
const lapse = fc
  .tuple(window, fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 2 }))
  .map(([of, years, more]) => ({ window: of, periods: Math.max(0, PERIODS[of] * years + more) }));

const CLAUSE = '4';

function rulesWith(redemption: object, of: Calendar | undefined): RuleSet {
  const { calendar: _, ...renfa } = renfa2022 as RuleSet;
  return { ...renfa, ...(of && { calendar: of }), redemption: { ...renfa.redemption, ...redemption } };
}

/** Whether every day is as late under the one as under the other, or later. */
function isNeverEarlier(one: readonly (number | string)[], other: readonly (number | string)[]): boolean {
  return one.every((day, i) => day >= (other[i] as number | string));
}

/**
 * What is told of a part, and what it comes to on each day: told in one direction, it never goes the other way; if it goes one way alone on
 * every day, `isAll` says that it is told so.
 */
function expectToldByDays(
  told: string,
  was: readonly (number | string)[],
  is: readonly (number | string)[],
  { isAll }: { readonly isAll: boolean },
): void {
  const [isLater, isEarlier] = [isNeverEarlier(is, was), isNeverEarlier(was, is)];
  if (told === 'looser') expect(isLater).toBe(true);
  if (told === 'stricter') expect(isEarlier).toBe(true);
  if (isAll && isLater !== isEarlier) expect(told).toBe(isLater ? 'looser' : 'stricter');
}

type Through = (day: number, rules: RuleSet) => number;

test.each<[string, Through]>([
  ['goodFor', goodThrough],
  ['inactivity', idleThrough],
])(
  'points are good by %s on no day for longer where that is stricter, and the other way round',
  (part, through) => {
    fc.assert(
      fc.property(terms, ([was, is]) => {
        fc.pre(was.last !== is.last || was.of !== is.of);
        const [before, after] = [was, is].map((one) =>
          rulesWith({ carryOver: { clause: CLAUSE, [part]: one } satisfies CarryOverRule }, undefined),
        ) as [RuleSet, RuleSet];
        const told = judge(`redemption.carryOver.${part}`, was, is, { was: before, is: after });
        const ends = (rules: RuleSet) => DAYS.map((day) => through(dayNumber(day), rules));
        expectToldByDays(told, ends(before), ends(after), { isAll: true });
      }),
    );
  },
);

test('points wait on no day for longer where that is looser, and the other way round', () => {
  fc.assert(
    fc.property(terms, ([was, is]) => {
      fc.pre(was.last !== is.last || was.of !== is.of);
      const rules = rulesWith({}, undefined);
      const told = judge('redemption.spendableWait', is, was, { was: rules, is: rules });
      expectToldByDays(
        told,
        DAYS.map((day) => addTerm(day, was)),
        DAYS.map((day) => addTerm(day, is)),
        { isAll: true },
      );
    }),
  );
});

test('points lapse with their windows on no day later where that is stricter, and the other way round', () => {
  fc.assert(
    fc.property(lapse, lapse, calendar, calendar, (was, is, ofWas, ofIs) => {
      fc.pre(was.window !== is.window || was.periods !== is.periods);
      const before = rulesWith({ carryOver: { clause: CLAUSE, lapse: was } }, ofWas);
      const after = rulesWith({ carryOver: { clause: CLAUSE, lapse: is } }, ofIs);
      const told = judge('redemption.carryOver.lapse', was, is, { was: before, is: after });
      const ends = (rules: RuleSet) => DAYS.map((day) => goodThrough(dayNumber(day), rules));
      // Weeks are as they were after 28 years only.
      const isAll = was.window !== 'week' && is.window !== 'week';
      expectToldByDays(told, ends(before), ends(after), { isAll });
    }),
  );
});

test('points are cut at the end of every window at which they were where that is stricter, and are spendable on no day later where that is looser', () => {
  fc.assert(
    fc.property(window, window, calendar, (was, is, of) => {
      fc.pre(was !== is);
      const before = rulesWith({ carryOver: { clause: CLAUSE, keeps: { per: was, percent: 50 } } }, of);
      const after = rulesWith({ carryOver: { clause: CLAUSE, keeps: { per: is, percent: 50 } } }, of);
      const rules = { was: before, is: after };
      const ends = (one: RuleSet) => DAYS.map((day) => keptThrough(dayNumber(day), one));
      const kept = judge('redemption.carryOver.keeps.per', was, is, rules);
      expectToldByDays(kept, ends(before), ends(after), { isAll: true });
      const spendable = (kind: typeof was) =>
        DAYS.map((day) => windowAfter(kind, dayNumber(day), 1, of).first);
      const waits = judge('redemption.spendableAfter', is, was, rules);
      expectToldByDays(waits, spendable(was), spendable(is), { isAll: true });
    }),
  );
});

/** The first and the last days of openings, and days beside them. */
const PLACES = ['01-01', '01-31', '02-28', '03-01', '05-31', '06-01', '06-10', '06-11', '06-30'].concat([
  '07-01',
  '08-31',
  '09-30',
  '10-01',
  '11-30',
  '12-01',
  '12-10',
  '12-31',
]);
const openings = fc
  .uniqueArray(fc.integer({ min: 0, max: PLACES.length - 1 }), { minLength: 1, maxLength: 6 })
  .map((places) => places.sort((a, b) => a - b).map((place) => PLACES[place] as string))
  .map((ends) => ends.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: ends[i + 1] ?? from }] : [])));
const period = fc.oneof<fc.Arbitrary<RedemptionPeriod>[]>(
  fc.record({ kind: fc.constant('openings' as const), openings }),
  fc.record({ kind: fc.constant('openings' as const), openings }),
  fc.record({ kind: fc.constant('calendar' as const), window }),
  fc.record({ kind: fc.constant('rolling' as const), months: fc.integer({ min: 1, max: 13 }) }),
);
/** Days between those. */
const BETWEEN = ['01-15', '02-10', '03-31', '04-01', '04-06', '06-05', '06-20', '08-01', '09-01'].concat([
  '10-15',
  '11-01',
  '12-05',
  '12-20',
]);
/** Days of three years at which openings and windows of months begin and end, and some within. */
const VISITS = ['2023', '2024', '2025'].flatMap((year) =>
  [...PLACES, ...BETWEEN].sort().map((place) => `${year}-${place}`),
);

test('no day is open that was not, and no visits are possible beside each other that were not, where a period is stricter', () => {
  fc.assert(
    fc.property(period, period, calendar, (was, is, of) => {
      fc.pre(JSON.stringify(was) !== JSON.stringify(is));
      const rules = { was: rulesWith({ period: was }, of), is: rulesWith({ period: is }, of) };
      const told = judge('redemption.period', was as unknown as Json, is as unknown as Json, rules);
      const allows = (rule: RedemptionPeriod, earlier: string, later: string): boolean => {
        const on = periodOn(rule, later, of);
        if (on === undefined || periodOn(rule, earlier, of) === undefined) return false;
        return earlier === later || on.together([{ on: earlier, amount: 1 }]).visits.length === 0;
      };
      const pairs = VISITS.flatMap((earlier, i) => VISITS.slice(i).map((later) => [earlier, later] as const));
      const seen = pairs.map(([earlier, later]) => [allows(was, earlier, later), allows(is, earlier, later)]);
      const isMore = seen.some(([before, after]) => after && !before);
      const isLess = seen.some(([before, after]) => before && !after);
      if (told === 'stricter') expect(isMore).toBe(false);
      if (told === 'looser') expect(isLess).toBe(false);
      // The days of openings are all among those seen.
      if (was.kind === 'openings' && is.kind === 'openings' && isMore !== isLess)
        expect(told).toBe(isMore ? 'looser' : 'stricter');
    }),
  );
});
