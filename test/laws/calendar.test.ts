import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysInMonth,
  isCalendarDate,
  isLeapYear,
  isMonthDay,
  lastDayOf,
  monthFromNumber,
  monthNumber,
  monthOf,
  yearOf,
} from '../../src/values/calendar.js';
import {
  daysOfYear,
  halfOf,
  lastDayOfWindow,
  resetsOn,
  WINDOW_KINDS,
  WINDOW_MONTHS,
  type WindowKind,
  windowOf,
} from '../../src/values/window.js';
import { anyDay } from '../support/arbitraries.js';
import { monthsLater, windowName } from '../support/naive.js';

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const written = (time: number): string => new Date(time).toISOString().slice(0, 10);
const BOUNDED = WINDOW_KINDS.filter((kind) => kind !== 'life');

describe('days', () => {
  test('of four hundred years are those that the machine has, and no others', () => {
    const days = new Set<string>();
    for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2300, 0, 1); time += DAY) days.add(written(time));
    for (let year = 1899; year < 2300; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const pad = (n: number): string => String(n).padStart(2, '0');
          const value = `${year}-${pad(month)}-${pad(day)}`;
          expect(isCalendarDate(value)).toBe(days.has(value));
        }
      }
    }
    expect([...days].filter((day) => !isCalendarDate(day))).toEqual([]);
  });

  test('are known from any other text and from anything that is no text', () => {
    const almost = fc
      .tuple(anyDay(), fc.nat(9), fc.constantFrom('', ' ', '-', '0', 'x', '/', '１', '\n', 'T', '٣'))
      .map(([day, at, put]) => day.slice(0, at) + put + day.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(almost, fc.string(), fc.anything()), (value) => {
        const time =
          typeof value === 'string' && /^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(value) ? utc(value) : Number.NaN;
        expect(isCalendarDate(value)).toBe(!Number.isNaN(time) && written(time) === value);
      }),
      { numRuns: 1000 },
    );
    const strings = [
      '2023-1-1',
      '2023-02-29',
      '2023-02-30',
      '2023-13-01',
      '2023-01-01T00:00:00Z',
      '1899-12-31',
      '10000-01-01',
    ];
    expect(strings.filter(isCalendarDate)).toEqual([]);
    expect(isCalendarDate(new String('2023-01-01'))).toBe(false);
  });

  test('leap years are those with a 29 February', () => {
    for (let year = 1900; year <= 9999; year += 1) {
      const leap = new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;
      expect(isLeapYear(year)).toBe(leap);
      expect(isCalendarDate(`${year}-02-29`)).toBe(leap);
    }
    expect([1900, 2000, 2100, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 28, 29]);
    expect([0, 13].map((month) => daysInMonth(2023, month))).toEqual([0, 0]);
  });

  test('of any year are those that every year has', () => {
    const given = ['01-01', '12-31', '02-28', '02-29', '02-30', '13-01', '1-1', '01-01 ', '', 101, null];
    expect(given.filter(isMonthDay)).toEqual(['01-01', '12-31', '02-28']);
  });
});

describe('counting days and months agrees with the machine’s calendar', () => {
  test('days', () => {
    fc.assert(
      fc.property(anyDay(1950, 9900), fc.integer({ min: -10_000, max: 10_000 }), (day, days) => {
        expect(addDays(day, days)).toBe(written(utc(day) + days * DAY));
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  test('months, with the last day of a shorter one', () => {
    fc.assert(
      fc.property(anyDay(1950, 9900), fc.integer({ min: -240, max: 240 }), (day, months) => {
        expect(addMonths(day, months)).toBe(monthsLater(day, months));
      }),
      { numRuns: 500 },
    );
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonths('2022-08-31', 6)).toBe('2023-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  });

  test('years, months, and the last day of each', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        const date = new Date(utc(day));
        expect(yearOf(day)).toBe(date.getUTCFullYear());
        expect(monthOf(day)).toBe(day.slice(0, 7));
        expect(monthNumber(day)).toBe(date.getUTCFullYear() * 12 + date.getUTCMonth());
        expect(monthFromNumber(monthNumber(day))).toBe(monthOf(day));
        const last = written(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
        expect(lastDayOf(monthOf(day))).toBe(last);
        expect(daysInMonth(yearOf(day), date.getUTCMonth() + 1)).toBe(Number(last.slice(8)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('windows', () => {
  const kinds = fc.constantFrom<WindowKind>(...WINDOW_KINDS);

  test('have the names that their days say', () => {
    fc.assert(
      fc.property(kinds, anyDay(), (kind, day) => {
        expect(windowOf(kind, day).key).toBe(windowName(kind, day));
        expect(halfOf(day)).toBe(windowName('half-year', day));
      }),
      { numRuns: 500 },
    );
  });

  test('hold the days whose months they span, and only those', () => {
    fc.assert(
      fc.property(kinds, anyDay(2020, 2026), anyDay(2020, 2026), (kind, one, other) => {
        const { key, first, last } = windowOf(kind, one);
        const within = monthOf(other) >= first && monthOf(other) <= last;
        expect(windowOf(kind, other).key === key).toBe(within);
        expect(monthOf(one) >= first && monthOf(one) <= last).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(BOUNDED)('of a %s part the calendar: each begins on the day after the one before it', (kind) => {
    let day = '2019-01-01';
    const length = WINDOW_MONTHS[kind];
    for (let n = 0; n < (12 / length) * 10; n += 1) {
      const window = windowOf(kind, day);
      const last = lastDayOfWindow(kind, day) as string;
      expect(window.first).toBe(monthOf(day));
      expect(windowOf(kind, last)).toEqual(window);
      expect(resetsOn(kind, day)).toBe(addDays(last, 1));
      expect(windowOf(kind, addDays(last, 1)).key).not.toBe(window.key);
      expect(monthNumber(window.last) - monthNumber(window.first) + 1).toBe(length);
      day = addDays(last, 1);
    }
    expect(day).toBe('2029-01-01');
  });

  test('of a life neither end nor reset', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        expect(windowOf('life', day)).toEqual(windowOf('life', '2023-01-01'));
        expect(resetsOn('life', day)).toBeUndefined();
        expect(lastDayOfWindow('life', day)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  test('a shorter one lies in one longer one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BOUNDED), anyDay(), (kind, day) => {
        for (const longer of WINDOW_KINDS.slice(0, WINDOW_KINDS.indexOf(kind))) {
          const { first, last } = windowOf(kind, day);
          expect(windowOf(longer, `${first}-01`)).toEqual(windowOf(longer, `${last}-01`));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a year goes from 1 January to 31 December', () => {
    expect(daysOfYear(2023)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });
});
