/** A number with six decimals: an estimate is not known better, and is easier to read. */
export function rounded(value: number): number {
  return Math.round(value * 1_000_000) / 1_000_000;
}

/** A share of a whole, from 0 to 1; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : rounded(Math.min(1, part / whole));
}

/** The monthly mean over the year, and each month's weight against it; months that were never seen weigh what the mean does. */
export function rateByMonth(
  counts: readonly number[],
  exposure: readonly number[],
): { readonly perMonth: number; readonly season: number[] } {
  const rates = counts.map((count, month) => {
    const months = exposure[month] ?? 0;
    return months > 0 ? count / months : undefined;
  });
  const seen = rates.filter((rate) => rate !== undefined);
  const mean = seen.reduce((sum, rate) => sum + rate, 0) / Math.max(1, seen.length);
  return {
    perMonth: rounded(mean),
    season: rates.map((rate) => (mean === 0 ? 1 : rounded((rate ?? mean) / mean))),
  };
}

/** What was counted, by value. */
export function weightsOf(counts: ReadonlyMap<number, number>): [number, number][] {
  return [...counts].sort(([a], [b]) => a - b);
}
