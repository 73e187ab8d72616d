import type { LevelCondition, Mark } from '../../rules/sentence.js';
import { type CalendarDate, dayNumber, monthNumber } from '../../values/calendar.js';
import { fromHundredths, toHundredths } from '../../values/points.js';
import type { Window } from '../../values/window.js';
import { handedOnTo } from '../shared/handed-on.js';
import { bookItem, type ItemTallies } from '../shared/items.js';
import { ascendingBy } from '../shared/order.js';
import type { StandingEvent } from '../shared/standing-events.js';
import { type EarningEvent, isEarning } from '../shared/turnover.js';

/** What an account did on a day: entries of an item, or a correction, which has no item. */
export type Deed = {
  readonly on: CalendarDate;
  readonly item?: string;
  readonly points: number;
  readonly entries: number;
  /** In hundredths, by unit. */
  readonly quantities: ReadonlyMap<string, number>;
};

/** What an account did. Deeds that were taken up from other accounts stand on the days that they bore there. */
export function deedsOf(standing: readonly StandingEvent[]): Deed[] {
  return standing.flatMap(({ event, on }): Deed[] => {
    if (event.type === 'ScoreCorrected') return [correction(on, event.data.points)];
    if (!isEarning(event)) return [];
    if (event.type !== 'AccountOpened') return [entry(on, event)];
    const taken = handedOnTo(event).flatMap(({ items, corrected }) => [
      ...items.map(({ quantities = [], ...of }): Deed => {
        const hundredths = quantities.map(({ unit, quantity }) => [unit, toHundredths(quantity)] as const);
        return { ...of, quantities: new Map(hundredths) };
      }),
      ...corrected.map((one) => correction(one.on, one.points)),
    ]);
    return [entry(on, event), ...taken];
  });
}

function correction(on: CalendarDate, points: number): Deed {
  return { on, points, entries: 0, quantities: new Map() };
}

function entry(on: CalendarDate, event: EarningEvent): Deed {
  const booked: ItemTallies = new Map();
  bookItem(booked, event);
  const { item, points } = event.data;
  return { on, item, points, entries: 1, quantities: booked.get(item)?.quantities ?? new Map() };
}

type CountedDeeds = Pick<LevelCondition, 'counts' | 'items' | 'unit'>;

/** How much of a measure the deeds of a window come to by a day. */
export function amountOf(
  deeds: readonly Deed[],
  { counts, items, unit = '' }: CountedDeeds,
  { first, last }: Window,
  on: CalendarDate,
): number {
  const counting = deeds.filter((deed) => {
    const day = dayNumber(deed.on);
    return isOf(deed, items) && deed.on <= on && day >= first && day <= last;
  });
  switch (counts) {
    case 'points':
      return sum(counting, ({ points }) => points);
    case 'deductions':
      return sum(counting, ({ item, points }) => (item === undefined ? 0 : Math.max(0 - points, 0)));
    case 'entries':
      return sum(counting, ({ entries }) => entries);
    case 'quantity':
      return fromHundredths(sum(counting, ({ quantities }) => quantities.get(unit) ?? 0));
    case 'months':
      return longestRun(counting.filter(({ entries }) => entries > 0).map((deed) => monthNumber(deed.on)));
  }
}

/** The day since which an account is below a mark that it had reached before; `undefined` if it is not. */
export function fallenSince(
  deeds: readonly Deed[],
  { counts, items, unit = '', minimum }: Mark,
  on: CalendarDate,
): CalendarDate | undefined {
  const days = new Map<CalendarDate, number>();
  for (const deed of deeds) {
    if (deed.on > on || !isOf(deed, items)) continue;
    const amount = counts === 'points' ? toHundredths(deed.points) : (deed.quantities.get(unit) ?? 0);
    days.set(deed.on, (days.get(deed.on) ?? 0) + amount);
  }
  let held = 0;
  let hadReached = false;
  let since: CalendarDate | undefined;
  for (const [day, amount] of [...days].sort(ascendingBy(([of]) => of))) {
    held += amount;
    if (held >= toHundredths(minimum)) {
      hadReached = true;
      since = undefined;
    } else if (hadReached) since ??= day;
  }
  return since;
}

function isOf({ item }: Deed, items: readonly string[] | undefined): boolean {
  return items === undefined || (item !== undefined && items.includes(item));
}

function sum(deeds: readonly Deed[], of: (deed: Deed) => number): number {
  return deeds.reduce((total, deed) => total + of(deed), 0);
}

/** The most months that follow each other without a gap. */
function longestRun(months: readonly number[]): number {
  let longest = 0;
  let run = 0;
  let previous: number | undefined;
  for (const month of [...new Set(months)].sort((a, b) => a - b)) {
    run = previous !== undefined && month === previous + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    previous = month;
  }
  return longest;
}
