/*
 * Days as text, cut and counted in the plainest way.
 */

export type Span = 'life' | 'year' | 'half-year' | 'quarter' | 'month';

/** The name of the span that a day lies in. */
export function spanOf(span: Span, day: string): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  if (span === 'life') return 'life';
  if (span === 'year') return year;
  if (span === 'month') return day.slice(0, 7);
  if (span === 'half-year') return `${year}, half ${month < 7 ? 1 : 2}`;
  return `${year}, quarter ${1 + Math.floor((month - 1) / 3)}`;
}

/** How many months a day lies after the year 0. */
export function monthCount(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The same day so many months later, or that month's last. */
export function afterMonths(day: string, months: number): string {
  const count = monthCount(day) + months;
  const first = new Date(0);
  first.setUTCFullYear(Math.floor(count / 12), (count % 12) + 1, 0);
  const last = first.getUTCDate();
  const date = Math.min(last, Number(day.slice(8)));
  return [Math.floor(count / 12), (count % 12) + 1, date].map((n) => String(n).padStart(2, '0')).join('-');
}

export function afterDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether so many months have not passed between two days, whichever comes first. */
export function within(months: number, a: string, b: string): boolean {
  const [first, second] = a < b ? [a, b] : [b, a];
  return second < afterMonths(first, months);
}
