/**
 * Amounts by month, as one flat list: a month (as `monthNumber` counts), its amount, its number of entries, then the next month, in the
 * order in which months first appeared. Years of entries stay small and are copied in one piece.
 */
export type Monthly = readonly number[];

const FIELDS = 3;

/** Adds one entry's amount to a month. */
export function addTo(months: number[], month: number, amount: number): void {
  let at = months.length - FIELDS;
  // Most entries are of the latest month.
  while (at >= 0 && months[at] !== month) at -= FIELDS;
  if (at < 0) {
    months.push(month, amount, 1);
  } else {
    months[at + 1] = (months[at + 1] as number) + amount;
    months[at + 2] = (months[at + 2] as number) + 1;
  }
}

/** The sum of the amounts from the first month to the last, inclusive. */
export function amountIn(months: Monthly, first: number, last: number): number {
  return sumOf(months, 1, first, last);
}

/** The number of entries from the first month to the last, inclusive. */
export function countIn(months: Monthly, first: number, last: number): number {
  return sumOf(months, 2, first, last);
}

function sumOf(months: Monthly, field: number, first: number, last: number): number {
  let sum = 0;
  for (let at = 0; at < months.length; at += FIELDS) {
    const month = months[at] as number;
    if (month >= first && month <= last) sum += months[at + field] as number;
  }
  return sum;
}

/** The sum of the wanted amounts. */
export function sumOfAmounts(months: Monthly, isWanted: (amount: number) => boolean): number {
  let sum = 0;
  for (let at = 1; at < months.length; at += FIELDS) {
    const amount = months[at] as number;
    if (isWanted(amount)) sum += amount;
  }
  return sum;
}

/** Visits each month with its amount and its number of entries. */
export function eachMonth(
  months: Monthly,
  visit: (month: number, amount: number, count: number) => void,
): void {
  for (let at = 0; at < months.length; at += FIELDS) {
    visit(months[at] as number, months[at + 1] as number, months[at + 2] as number);
  }
}
