import type { AccountOpened } from '../../account/events/event.js';
import type { Lapse, RedemptionRule } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { entryOf, lapseEntry, type ReportEntry } from '../shared/entry.js';
import { bookMonth, lapsedBy, type Months } from '../shared/lapse.js';
import type { Reader } from '../shared/read-accounts.js';
import { book, dayOf, emptyTally, type Tally } from '../shared/turnover.js';

/** One account's statement, while its events are being read. */
export type StatementAccount = {
  readonly opened: AccountOpened;
  /** Before the period. */
  readonly before: Tally;
  /** In the period. */
  readonly within: Tally;
  /** The lines of the period, as they were entered. */
  readonly entries: ReportEntry[];
  /** Kept only where points lapse. */
  readonly months: Months;
};

/** How the events of an account are read for its statement. */
export function statementReader(
  from: CalendarDate,
  to: CalendarDate,
  lapse: Lapse | undefined,
): Reader<StatementAccount> {
  return {
    open: (opened) => ({
      opened,
      before: emptyTally(),
      within: emptyTally(),
      entries: [],
      months: new Map(),
    }),
    take: ({ before, within, entries, months }, event, index) => {
      const on = dayOf(event);
      if (on > to) return;
      if (lapse !== undefined) bookMonth(months, event);
      book(on < from ? before : within, event);
      if (on >= from) entries.push(entryOf(event, index));
    },
  };
}

/** Books what lapsed before and in the period, and answers the lines of the period. */
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
