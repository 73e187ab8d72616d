import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAllTold } from '../../src/rules/reach/days-all-told.js';
import { mostCounted } from '../../src/rules/reach/most-counted.js';
import { monthsIn, windowsIn } from '../../src/rules/reach/windows-in.js';
import { addDays, dayFromNumber, dayNumber, monthOfDay } from '../../src/values/calendar.js';
import { isAsLong, type LimitSpan, spanOn, WINDOW_KINDS } from '../../src/values/window.js';

const OPENED = '2023-02-28';

const calendar = fc.constantFrom(
  undefined,
  { yearStarts: '01-01' },
  { yearStarts: '04-01' },
  { yearStarts: '04-06' },
  { yearStarts: '08-31' },
);
const kind = fc.constantFrom<LimitSpan[]>(...WINDOW_KINDS, 'account-year');
const rolling = fc.record({
  last: fc.integer({ min: 1, max: 14 }),
  of: fc.constantFrom('days' as const, 'months' as const),
});
const day = fc.integer({ min: 0, max: 2000 }).map((after) => addDays('2023-03-01', after));

function daysOf(span: LimitSpan, on: string, of: Parameters<typeof spanOn>[3]): string[] {
  const { first, last } = spanOn(span, on, OPENED, of);
  const days: string[] = [];
  for (let at = dayFromNumber(first); dayNumber(at) <= last; at = addDays(at, 1)) days.push(at);
  return days;
}

test('no window touches more windows of another kind, nor more months, than told', () => {
  fc.assert(
    fc.property(kind, fc.oneof(kind, rolling), day, calendar, (span, per, on, of) => {
      fc.pre(per !== 'life');
      const days = daysOf(per, on, of);
      const touched = new Set(days.map((one) => spanOn(span, one, OPENED, of).first));
      expect(touched.size).toBeLessThanOrEqual(windowsIn(span, per, of));
      const months = new Set(days.map((one) => monthOfDay(dayNumber(one))));
      expect(months.size).toBeLessThanOrEqual(monthsIn(per, of));
    }),
  );
});

test('of two spans, one holds the windows of the other as told, whatever day they are seen from', () => {
  const anySpan = fc.oneof(kind, rolling);
  fc.assert(
    fc.property(anySpan, anySpan, calendar, (span, than, of) => {
      fc.pre(than !== 'life' && than !== 'account-year');
      const isHeld = daysAllTold().every((number) => {
        const { first, last } = spanOn(than, dayFromNumber(number), OPENED, of);
        return spanOn(span, dayFromNumber(last), OPENED, of).first <= first;
      });
      // Every account has a year of its own.
      fc.pre(span !== 'account-year' || !isHeld || isAsLong(span, than, of));
      expect(isAsLong(span, than, of)).toBe(isHeld);
    }),
  );
});

test('a half-year that begins on the last of February has a day more than six months counted back', () => {
  const span = { last: 6, of: 'months' } as const;
  expect(windowsIn(span, 'half-year', { yearStarts: '08-31' })).toBe(2);
  expect(windowsIn(span, 'half-year', { yearStarts: '08-28' })).toBe(1);
});

test('so many windows that are counted back cover another', () => {
  fc.assert(
    fc.property(rolling, fc.oneof(kind, rolling), day, calendar, (span, per, on, of) => {
      fc.pre(per !== 'life');
      const days = daysOf(per, on, of);
      let covering = 0;
      for (let last = days.at(-1); last !== undefined; covering += 1) {
        const { first } = spanOn(span, last, OPENED, of);
        last = days.filter((one) => dayNumber(one) < first).at(-1);
      }
      expect(covering).toBeLessThanOrEqual(windowsIn(span, per, of));
    }),
  );
});

test.each<[LimitSpan, LimitSpan, string | undefined, number]>([
  ['month', 'year', undefined, 12],
  ['month', 'year', '04-01', 12],
  ['month', 'year', '04-06', 15],
  ['year', 'month', '04-06', 2],
  ['calendar-year', 'year', undefined, 1],
  ['calendar-year', 'year', '04-01', 2],
  ['quarter', 'half-year', '04-06', 2],
  ['day', 'month', undefined, 31],
  ['week', 'month', undefined, 6],
  ['account-year', 'year', undefined, 2],
  ['life', 'quarter', '04-06', 1],
  ['month', 'life', undefined, Number.POSITIVE_INFINITY],
  [{ last: 7, of: 'days' }, 'month', undefined, 5],
])('windows of %j in one of %j, of a year from %s: %d', (span, per, yearStarts, windows) => {
  expect(windowsIn(span, per, yearStarts === undefined ? undefined : { yearStarts })).toBe(windows);
});

const title = { en: 'Title' };
const item = { clause: '1', title, entry: 'activity', scoring: { by: 'fixed', points: 2 } } as const;
const role = { items: { item }, limits: {}, opening: { clause: '1', item: 'opening', points: 9 } };
const limit = { clause: '1', title, counts: 'points', maximum: 5, per: 'life', beyond: 'trim' } as const;

test('the opening heeds no limit, and is counted once', () => {
  const of = (limits: object, counts: 'points' | 'balance' | 'entries', items?: string[]) =>
    mostCounted({ ...role, limits } as typeof role, { counts, per: 'life', ...(items && { items }) });
  expect(of({ limit }, 'points')).toBe(9);
  expect(of({ limit: { ...limit, maximum: 12 } }, 'points')).toBe(12);
  expect(of({ limit: { ...limit, counts: 'balance' } }, 'balance')).toBe(9);
  expect(of({}, 'points', ['opening'])).toBe(9);
  expect(of({}, 'entries', ['opening'])).toBe(1);
  expect(of({}, 'entries')).toBe(Number.POSITIVE_INFINITY);
});

test('without a word on redeeming, it knows no end; points of other accounts know none either', () => {
  expect(mostCounted(role, { counts: 'visits', per: 'life' })).toBe(Number.POSITIVE_INFINITY);
  const limits = { held: { ...limit, counts: 'balance', items: ['item'], maximum: 50 } as const };
  const transfer = { clause: '1', title };
  expect(mostCounted({ ...role, limits }, { counts: 'balance', per: 'life' })).toBe(50);
  expect(mostCounted({ ...role, limits, transfer }, { counts: 'balance', per: 'life' })).toBe(
    Number.POSITIVE_INFINITY,
  );
});
