import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
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
  type Calendar,
  daysOfYear,
  halfOf,
  isRolling,
  resetsOn,
  spanOn,
  WEEKDAYS,
  WINDOW_KINDS,
  type WindowKind,
  type WindowSpan,
  windowNumber,
  windowNumbered,
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
  const calendars: fc.Arbitrary<Calendar | undefined> = fc.constantFrom(
    undefined,
    ...['01-01', '04-01', '11-01', '04-06', '08-31'].flatMap((yearStarts) =>
      WEEKDAYS.map((weekStarts) => ({ yearStarts, weekStarts })),
    ),
  );

  test('have the names that their days say', () => {
    fc.assert(
      fc.property(kinds, anyDay(), (kind, day) => {
        expect(windowOf(kind, day, undefined).key).toBe(windowName(kind, day));
        expect(halfOf(day)).toBe(windowName('half-year', day));
      }),
      { numRuns: 500 },
    );
  });

  test('hold the days that they span, and only those', () => {
    fc.assert(
      fc.property(kinds, anyDay(2020, 2026), anyDay(2020, 2026), calendars, (kind, one, other, calendar) => {
        const { key, first, last } = windowOf(kind, one, calendar);
        const within = dayNumber(other) >= first && dayNumber(other) <= last;
        expect(windowOf(kind, other, calendar).key === key).toBe(within);
        expect(dayNumber(one) >= first && dayNumber(one) <= last).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(BOUNDED)('of a %s part the calendar: each begins on the day after the one before it', (kind) => {
    let day = kind === 'week' ? '2018-12-31' : '2019-01-01';
    let count = 0;
    for (; day < '2029-01-01'; count += 1) {
      const window = windowOf(kind, day, undefined);
      const last = dayFromNumber(window.last);
      expect(dayFromNumber(window.first)).toBe(day);
      expect(windowOf(kind, last, undefined)).toEqual(window);
      expect(resetsOn(kind, day, undefined)).toBe(addDays(last, 1));
      expect(windowOf(kind, addDays(last, 1), undefined).key).not.toBe(window.key);
      day = addDays(last, 1);
    }
    expect(day).toBe('2029-01-01');
    const counts = {
      year: 10,
      'calendar-year': 10,
      'half-year': 20,
      quarter: 40,
      month: 120,
      week: 522,
      day: 3653,
    };
    expect(count).toBe(counts[kind]);
  });

  test.each(['year', 'half-year', 'quarter'] as const)(
    'of a %s part a scheme’s own year, which may begin late in a month',
    (kind) => {
      for (const yearStarts of ['04-01', '11-01', '04-06', '08-31']) {
        let day = `2019-${yearStarts}`;
        let count = 0;
        for (; day < `2029-${yearStarts}`; count += 1) {
          const { first, last } = windowOf(kind, day, { yearStarts });
          expect(dayFromNumber(first)).toBe(day);
          day = addDays(dayFromNumber(last), 1);
        }
        expect(day).toBe(`2029-${yearStarts}`);
        expect(count).toBe({ year: 10, 'half-year': 20, quarter: 40 }[kind]);
      }
    },
  );

  test('of a scheme’s own calendar are named by where they begin and end', () => {
    const key = (kind: WindowKind, day: string, calendar: Calendar): string =>
      windowOf(kind, day, calendar).key;
    expect(key('year', '2024-03-31', { yearStarts: '04-01' })).toBe('2023-04..2024-03');
    expect(key('year', '2024-04-01', { yearStarts: '04-01' })).toBe('2024-04..2025-03');
    expect(key('half-year', '2024-12-01', { yearStarts: '11-01' })).toBe('2024-11..2025-04');
    expect(key('quarter', '2024-02-28', { yearStarts: '08-31' })).toBe('2023-11-30..2024-02-28');
    expect(key('quarter', '2024-02-29', { yearStarts: '08-31' })).toBe('2024-02-29..2024-05-30');
    expect(key('year', '2024-04-05', { yearStarts: '04-06' })).toBe('2023-04-06..2024-04-05');
    expect(key('year', '2024-04-05', { yearStarts: '01-01' })).toBe('2024');
    expect(key('calendar-year', '2024-04-05', { yearStarts: '04-06' })).toBe('2024');
    expect(key('month', '2024-04-05', { yearStarts: '04-06' })).toBe('2024-04');
    expect(key('week', '2024-02-11', {})).toBe('2024-W06');
    expect(key('week', '2024-02-11', { weekStarts: 'monday' })).toBe('2024-W06');
    expect(key('week', '2024-02-11', { weekStarts: 'sunday' })).toBe('2024-02-11..2024-02-17');
    expect(key('week', '2024-12-31', {})).toBe('2025-W01');
    expect(key('week', '2027-01-03', {})).toBe('2026-W53');
    expect(key('day', '2024-02-29', {})).toBe('2024-02-29');
  });

  test('of a life neither end nor reset, and nothing follows the last day', () => {
    fc.assert(
      fc.property(anyDay(), (day) => {
        expect(windowOf('life', day, undefined)).toEqual(windowOf('life', '2023-01-01', undefined));
        expect(resetsOn('life', day, undefined)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
    for (const kind of BOUNDED) expect(resetsOn(kind, '9999-12-31', { yearStarts: '04-01' })).toBeUndefined();
  });

  test('a shorter one lies in one longer one', () => {
    const months = BOUNDED.filter((kind) => kind !== 'week' && kind !== 'day');
    fc.assert(
      fc.property(fc.constantFrom(...months), anyDay(), (kind, day) => {
        for (const longer of WINDOW_KINDS.slice(0, WINDOW_KINDS.indexOf(kind))) {
          const { first, last } = windowOf(kind, day, undefined);
          expect(windowOf(longer, dayFromNumber(first), undefined)).toEqual(
            windowOf(longer, dayFromNumber(last), undefined),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  test('are numbered one after the other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BOUNDED),
        anyDay(),
        fc.nat(50),
        calendars,
        (kind, day, later, calendar) => {
          const number = windowNumber(kind, dayNumber(day), calendar);
          expect(windowNumbered(kind, number, calendar)).toEqual(windowOf(kind, day, calendar));
          const { first } = windowNumbered(kind, number + later, calendar);
          expect(windowNumber(kind, first, calendar)).toBe(number + later);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the window that a sentence means on a day', () => {
  const key = (span: WindowSpan, on: string, openedOn = '2022-02-10'): string =>
    spanOn(span, on, openedOn, undefined).key;

  test('is that of the calendar, or the one before it', () => {
    expect(key('year', '2024-03-10')).toBe('2024');
    expect(key({ before: 'year' }, '2024-03-10')).toBe('2023');
    expect(key({ before: 'quarter' }, '2024-03-10')).toBe('2023-Q4');
    expect(key({ before: 'month' }, '2024-03-31')).toBe('2024-02');
    expect(key({ before: 'week' }, '2024-01-01')).toBe('2023-W52');
    expect(key({ before: 'day' }, '2024-03-01')).toBe('2024-02-29');
  });

  test('is so many days or months that end with it', () => {
    expect(key({ last: 1, of: 'days' }, '2024-03-10')).toBe('2024-03-10');
    expect(key({ last: 30, of: 'days' }, '2024-03-10')).toBe('2024-02-10..2024-03-10');
    expect(key({ last: 24, of: 'months' }, '2024-03-10')).toBe('2022-03-11..2024-03-10');
    expect(key({ last: 1, of: 'months' }, '2024-03-31')).toBe('2024-03');
    expect(key({ last: 12, of: 'months' }, '2024-12-31')).toBe('2024-01..2024-12');
  });

  test('is a year of the account, from its opening and each anniversary', () => {
    expect(key('account-year', '2022-02-10')).toBe('2022-02-10..2023-02-09');
    expect(key('account-year', '2024-02-09')).toBe('2023-02-10..2024-02-09');
    expect(key('account-year', '2024-02-10')).toBe('2024-02-10..2025-02-09');
    expect(key('account-year', '2025-02-27', '2024-02-29')).toBe('2024-02-29..2025-02-27');
    expect(key('account-year', '2025-02-28', '2024-02-29')).toBe('2025-02-28..2026-02-27');
    expect(key('account-year', '9999-12-31', '2024-03-01')).toBe('9999-03..9999-12');
  });

  test('rolls with the day only where it is counted back from it', () => {
    const spans: WindowSpan[] = ['life', 'week', 'account-year', { before: 'year' }, { last: 2, of: 'days' }];
    expect(spans.map(isRolling)).toEqual([false, false, false, false, true]);
  });
});

describe('years', () => {
  test('a year goes from 1 January to 31 December', () => {
    expect(daysOfYear(2023)).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });
});
