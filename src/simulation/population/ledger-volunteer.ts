import type { AccountOpened, BankEvent } from '../../account/events/event.js';
import { dayOf } from '../../reports/shared/turnover.js';
import { monthNumber } from '../../values/calendar.js';

/** What is kept of one volunteer of a ledger, to be weighed once the ledger's end is known. */
export type LedgerVolunteer = {
  readonly openedOn: string;
  /** Claims and activities. */
  readonly entries: number;
  /** Periods of redemption with a visit. */
  readonly visited: number;
  /** The number of the period of redemption in which the last event lies, and the balance since. */
  readonly lastPeriod: number;
  readonly balance: number;
};

/** Balances at the ends of the periods of redemption in which an account made no visit, up to its last event. */
export type IdleBalances = Map<number, number>;

/** What is kept of a history; periods of redemption are numbered by months of that length. */
export function ledgerVolunteer(
  { data: opening }: AccountOpened,
  events: readonly BankEvent[],
  periodMonths: number,
  idle: IdleBalances,
): LedgerVolunteer {
  const moved = new Map<number, number>();
  const visited = new Set<number>();
  let entries = 0;
  for (const event of events) {
    const period = Math.floor(monthNumber(dayOf(event)) / periodMonths);
    moved.set(period, (moved.get(period) ?? 0) + movedBy(event));
    if (event.type === 'PointsRedeemed') visited.add(period);
    if (entryOf(event) !== undefined) entries += 1;
  }
  const lastPeriod = Math.max(...moved.keys());
  let balance = 0;
  for (let period = Math.min(...moved.keys()); period <= lastPeriod; period += 1) {
    balance += moved.get(period) ?? 0;
    if (!visited.has(period)) idle.set(balance, (idle.get(balance) ?? 0) + 1);
  }
  return { openedOn: opening.on, entries, visited: visited.size, lastPeriod, balance };
}

/** A claim or an activity; a report-in is told from an activity by its `entry`. */
export type LedgerEntry = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

/** The event, where it is a claim or an activity: not an opening, and not a report-in. */
export function entryOf(event: BankEvent): LedgerEntry | undefined {
  if (event.type === 'PostClaimed') return event;
  return event.type === 'ActivityCredited' && event.data.entry === 'activity' ? event : undefined;
}

function movedBy(event: BankEvent): number {
  return event.type === 'PointsRedeemed' ? -event.data.deducted : event.data.points;
}
