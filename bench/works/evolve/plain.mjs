import { yearOf } from '../fold/limit.mjs';

/** Amounts by day with an entry's amount more; frozen, and whatever did not change shared. */
export function plusOn(daily, day, amount) {
  const year = yearOf(day);
  const of = daily.find((one) => one.year === year) ?? { year, amount: 0, count: 0, days: [] };
  const changed = Object.freeze({
    year,
    amount: of.amount + amount,
    count: of.count + 1,
    days: Object.freeze(withDay([...of.days], day, amount)),
  });
  const others = daily.filter((one) => one.year !== year);
  return Object.freeze([...others, changed].sort((a, b) => a.year - b.year));
}

/** Puts an entry's amount into the days of a year, which may be changed. */
export function withDay(days, day, amount) {
  let at = days.length;
  while (at > 0 && days[at - 3] >= day) at -= 3;
  if (days[at] === day) {
    days[at + 1] += amount;
    days[at + 2] += 1;
  } else days.splice(at, 0, day, amount, 1);
  return days;
}
