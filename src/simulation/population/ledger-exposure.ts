import { daysInMonth, lastDayOf, monthFromNumber, monthNumber } from '../../values/calendar.js';

/** For how long volunteers had accounts, in months, by month of the year: part of a month counts as its share of days. */
export function exposureOf(openings: readonly string[], end: string): number[] {
  const byDay = new Map<string, number>();
  for (const day of openings) byDay.set(day, (byDay.get(day) ?? 0) + 1);
  const exposure = Array.from({ length: 12 }, () => 0);
  for (const [day, accounts] of byDay) {
    for (let number = monthNumber(day); number <= monthNumber(end); number += 1) {
      const ofYear = number % 12;
      exposure[ofYear] = (exposure[ofYear] ?? 0) + accounts * shareOfMonth(number, day, end);
    }
  }
  return exposure;
}

/** For how long one volunteer had an account, in months. */
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
