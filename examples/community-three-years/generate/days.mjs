/** The three years of the ledger. */
export const YEARS = [2023, 2024, 2025];

/** The last day that anything is written down on. */
export const LAST_DAY = '2025-12-31';

/** Every month of the three years, `YYYY-MM`. */
export const MONTHS = YEARS.flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
);

/** Every half-year, with its first and last day. */
export const HALVES = YEARS.flatMap((year) => [
  { name: `${year}-H1`, first: `${year}-01-01`, last: `${year}-06-30` },
  { name: `${year}-H2`, first: `${year}-07-01`, last: `${year}-12-31` },
]);

/** The day so many days after another. */
export function addDays(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** A day of a month by its number. */
export function dayOf(month, number) {
  return `${month}-${String(number).padStart(2, '0')}`;
}

/** How many days a month has. */
export function daysIn(month) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** The earlier of two days. */
export function earlier(a, b) {
  return [a, b].sort()[0];
}

/** A day drawn from a span, both ends included; the first where the span is turned round. */
export function dayBetween(dice, first, last) {
  const length = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  return length <= 0 ? first : addDays(first, dice.between(0, length));
}
