import { folded, type OpenedAccount } from '../../src/account/state/account.js';
import { eachCorrectedDay } from '../../src/account/state/figures/moves.js';
import { type DayNumber, dayFromNumber } from '../../src/values/calendar.js';
import { eachDay } from '../../src/values/daily.js';
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
    for (const child of map) {
      if (typeof child !== 'string') yield* entriesOf(child as PersistentMap<R>, fields);
    }
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
  const monthOf = (day: DayNumber) => {
    const month = dayFromNumber(day).slice(0, 7);
    months[month] ??= { items: {}, corrected: 0, redeemed: 0 };
    return months[month];
  };
  for (const [item, record] of Object.entries(folded(account).items)) {
    eachDay(record.days, (day, points, entries) => {
      const { items } = monthOf(day);
      const of = items[item] ?? { points: 0, entries: 0 };
      items[item] = { points: of.points + points, entries: of.entries + entries };
    });
  }
  eachCorrectedDay(account, (day, points) => {
    monthOf(day).corrected += points;
  });
  eachDay(folded(account).redeemedOn, (day, points) => {
    monthOf(day).redeemed += points;
  });
  return months;
}
