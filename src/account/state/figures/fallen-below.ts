import type { Mark } from '../../../rules/sentence.js';
import { type CalendarDate, type DayNumber, dayFromNumber, dayNumber } from '../../../values/calendar.js';
import { type Daily, eachDay, gainsIn } from '../../../values/daily.js';
import { own } from '../../../values/json.js';
import { fromHundredths, toHundredths } from '../../../values/points.js';
import { folded, type OpenedAccount } from '../account.js';

/** Since when an account is below a mark, and how much is missing. */
export type Fallen = { readonly since: CalendarDate; readonly missing: number };

/** Whether an account is below a mark on a day, having reached it before. Only what each day ends with counts. */
export function fallenBelow(account: OpenedAccount, mark: Mark, on: CalendarDate): Fallen | undefined {
  const counted = countedBy(account, mark);
  // Quantities are counted in hundredths.
  const minimum = mark.counts === 'quantity' ? toHundredths(mark.minimum) : mark.minimum;
  // An account that never gained as much as the mark never reached it. Most never did, and their days need not be put in order.
  let gains = 0;
  for (const daily of counted) gains += gainsIn(daily);
  if (gains < minimum) return undefined;
  const last = dayNumber(on);
  const days = new Map<DayNumber, number>();
  for (const daily of counted) {
    eachDay(daily, (day, amount) => {
      if (day <= last) days.set(day, (days.get(day) ?? 0) + amount);
    });
  }
  let held = 0;
  let hasReached = false;
  let since: DayNumber | undefined;
  for (const [day, amount] of [...days].sort(([a], [b]) => a - b)) {
    held += amount;
    hasReached ||= held >= minimum;
    if (held >= minimum) since = undefined;
    else if (hasReached) since ??= day;
  }
  if (since === undefined) return undefined;
  const missing = minimum - held;
  return {
    since: dayFromNumber(since),
    missing: mark.counts === 'quantity' ? fromHundredths(missing) : missing,
  };
}

/** The amounts that a mark counts. Corrections belong to no item, so they count where it names none. */
function countedBy(account: OpenedAccount, { counts, items: ids, unit = '' }: Mark): Daily[] {
  const { items, raisedOn, loweredOn } = folded(account);
  const counted: Daily[] = [];
  for (const id of ids ?? Object.keys(items)) {
    const record = own(items, id);
    const daily = counts === 'quantity' ? record?.quantities && own(record.quantities, unit) : record?.days;
    if (daily !== undefined) counted.push(daily);
  }
  if (counts !== 'quantity' && ids === undefined) counted.push(raisedOn, loweredOn);
  return counted;
}
