import type { Mark } from '../../rules/sentence.js';
import { type CalendarDate, type DayNumber, dayFromNumber, dayNumber } from '../../values/calendar.js';
import { type Daily, eachDay } from '../../values/daily.js';
import { own } from '../../values/json.js';
import { fromHundredths, toHundredths } from '../../values/points.js';
import { folded, type OpenedAccount } from './account.js';

/** Since when an account is below a mark, and how much is missing. */
export type Fallen = { readonly since: CalendarDate; readonly missing: number };

/** Whether an account is below a mark on a day, having reached it before. Only what each day ends with counts. */
export function fallenBelow(account: OpenedAccount, mark: Mark, on: CalendarDate): Fallen | undefined {
  const counted = countedBy(account, mark);
  const minimum = toHundredths(mark.minimum);
  // Whoever never gained so much never reached the mark: so it is of most accounts, whose days need not be put in order.
  if (gainsIn(counted) < minimum) return undefined;
  const days = new Map<DayNumber, number>();
  for (const { daily, hundredths } of counted) {
    eachDay(daily, (day, amount) => {
      if (day <= dayNumber(on)) days.set(day, (days.get(day) ?? 0) + amount * hundredths);
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
  return since === undefined
    ? undefined
    : { since: dayFromNumber(since), missing: fromHundredths(minimum - held) };
}

type Counted = { readonly daily: Daily; readonly hundredths: number };

/** All that was ever added, in hundredths. */
function gainsIn(counted: readonly Counted[]): number {
  let gains = 0;
  for (const { daily, hundredths } of counted) {
    eachDay(daily, (_day, amount) => {
      gains += Math.max(amount, 0) * hundredths;
    });
  }
  return gains;
}

/** The amounts that a mark counts. Corrections belong to no item, so they count where it names none. */
function countedBy(account: OpenedAccount, { counts, items: ids, unit = '' }: Mark): Counted[] {
  const { items, raisedOn, loweredOn } = folded(account);
  const records = (ids ?? Object.keys(items)).flatMap((id) => own(items, id) ?? []);
  if (counts === 'quantity') {
    return records.map(({ quantities = {} }) => ({ daily: own(quantities, unit) ?? [], hundredths: 1 }));
  }
  const dailies = records.map(({ days }) => days);
  if (ids === undefined) dailies.push(raisedOn, loweredOn);
  return dailies.map((daily) => ({ daily, hundredths: 100 }));
}
