import { folded, type OpenedAccount } from '../../src/account/state/account.js';
import { monthFromNumber } from '../../src/values/calendar.js';
import { eachMonth } from '../../src/values/monthly.js';
import type { Fields, PersistentMap } from '../../src/values/persistent-map.js';

/** Every record of a map with its key, in the order of the tree. */
export function* entriesOf<R extends Fields>(
  map: PersistentMap<R>,
  fields: R['length'],
): Generator<[string, R]> {
  if (map.length === 0 || typeof map[0] === 'string') {
    for (let at = 0; at < map.length; at += fields + 1) {
      yield [map[at] as string, map.slice(at + 1, at + 1 + fields) as Fields as R];
    }
  } else {
    for (const child of map) if (child !== null) yield* entriesOf(child as PersistentMap<R>, fields);
  }
}

/** What an account holds, month by month: `YYYY-MM` → points and entries by item, corrections, and what was redeemed. */
export function monthsOf(account: OpenedAccount): {
  [month: string]: {
    items: { [item: string]: { points: number; entries: number } };
    corrected: number;
    redeemed: number;
  };
} {
  const months: ReturnType<typeof monthsOf> = {};
  const monthOf = (number: number) => {
    const month = monthFromNumber(number);
    months[month] ??= { items: {}, corrected: 0, redeemed: 0 };
    return months[month];
  };
  for (const [item, record] of Object.entries(folded(account).items)) {
    eachMonth(record.months, (month, points, entries) => {
      monthOf(month).items[item] = { points, entries };
    });
  }
  eachMonth(folded(account).correctedIn, (month, points) => {
    monthOf(month).corrected = points;
  });
  eachMonth(folded(account).redeemedIn, (month, points) => {
    monthOf(month).redeemed = points;
  });
  return months;
}
