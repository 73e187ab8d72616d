import { daysInMonth, lastDayOf, monthFromNumber, monthNumber } from '../../values/calendar.js';

/** Rounds to six decimals: estimates are no more exact than that, and are easier to read. */
export function rounded(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}

/** A part's share of a whole, from 0 to 1; 0 if the whole is empty. */
export function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : rounded(Math.min(1, part / whole));
}

/** The mean monthly rate, and each month's weight relative to it. A month without data gets the mean weight. */
export function rateByMonth(
  counts: readonly number[],
  exposure: readonly number[],
): { readonly perMonth: number; readonly season: number[] } {
  const rates = counts.map((count, month) => {
    const months = exposure[month] ?? 0;
    return months > 0 ? count / months : undefined;
  });
  const known = rates.filter((rate) => rate !== undefined);
  const mean = known.reduce((sum, rate) => sum + rate, 0) / Math.max(1, known.length);
  return {
    perMonth: rounded(mean),
    season: rates.map((rate) => (mean === 0 ? 1 : rounded((rate ?? mean) / mean))),
  };
}

/** The counts, sorted by value. */
export function weightsOf(counts: ReadonlyMap<number, number>): [number, number][] {
  return [...counts].sort(([a], [b]) => a - b);
}

/** The account-months that a ledger covers, by month of the year. Part of a month counts by its share of days. */
export function exposureOf(
  volunteers: readonly { readonly openedOn: string; readonly closedOn?: string }[],
  to: string,
): number[] {
  const bySpan = new Map<string, { day: string; end: string; accounts: number }>();
  for (const { openedOn: day, closedOn: end = to } of volunteers) {
    const span = bySpan.get(`${day} ${end}`) ?? { day, end, accounts: 0 };
    bySpan.set(`${day} ${end}`, span);
    span.accounts += 1;
  }
  const exposure = Array.from({ length: 12 }, () => 0);
  for (const { day, end, accounts } of bySpan.values()) {
    for (let number = monthNumber(day); number <= monthNumber(end); number += 1) {
      const ofYear = number % 12;
      exposure[ofYear] = (exposure[ofYear] ?? 0) + accounts * shareOfMonth(number, day, end);
    }
  }
  return exposure;
}

/** The months for which one volunteer had an account. */
export function monthsBetween(openedOn: string, end: string): number {
  let months = 0;
  for (let number = monthNumber(openedOn); number <= monthNumber(end); number += 1)
    months += shareOfMonth(number, openedOn, end);
  return months;
}

function shareOfMonth(number: number, from: string, to: string): number {
  const month = monthFromNumber(number);
  const first = from > `${month}-01` ? from : `${month}-01`;
  const last = to < lastDayOf(month) ? to : lastDayOf(month);
  const days = Number(last.slice(8)) - Number(first.slice(8)) + 1;
  return Math.max(0, days) / daysInMonth(Math.floor(number / 12), (number % 12) + 1);
}
