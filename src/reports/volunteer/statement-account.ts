import type { AccountOpened } from '../../account/events/event.js';
import type { Lapse, RedemptionRule } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { entryOf, lapseEntry, type ReportEntry } from '../shared/entry.js';
import { bookMonth, lapsedBy, type Months } from '../shared/lapse.js';
import type { AccountReader } from '../shared/read-accounts.js';
import { book, dayOf, emptyTally, type Tally } from '../shared/turnover.js';

/** A statement while its events are being read. */
export type StatementAccount = {
  readonly opened: AccountOpened;
  /** Turnover before the period. */
  readonly before: Tally;
  /** Turnover in the period. */
  readonly within: Tally;
  /** The lines of the period, in the order in which they were recorded. */
  readonly entries: ReportEntry[];
  /** Filled only if points lapse. */
  readonly months: Months;
};

/** Reads an account's events for its statement. */
export function statementReader(
  from: CalendarDate,
  to: CalendarDate,
  lapse: Lapse | undefined,
): AccountReader<StatementAccount> {
  return {
    start: (opened) => ({
      opened,
      before: emptyTally(),
      within: emptyTally(),
      entries: [],
      months: new Map(),
    }),
    add: ({ before, within, entries, months }, event, index) => {
      const on = dayOf(event);
      if (on > to) return;
      if (lapse !== undefined) bookMonth(months, event);
      book(on < from ? before : within, event);
      if (on >= from) entries.push(entryOf(event, index));
    },
  };
}

/** Books the points that lapsed before and in the period, and returns the lines of the period. */
export function bookLapses(
  { before, within, months }: StatementAccount,
  from: CalendarDate,
  to: CalendarDate,
  carryOver: RedemptionRule['carryOver'] | undefined,
): ReportEntry[] {
  const lines: ReportEntry[] = [];
  if (carryOver?.lapse === undefined) return lines;
  for (const lapsed of lapsedBy(months, carryOver.lapse, to)) {
    (lapsed.on < from ? before : within).lapsed += lapsed.points;
    if (lapsed.on >= from) lines.push(lapseEntry(lapsed, carryOver.clause));
  }
  return lines;
}
