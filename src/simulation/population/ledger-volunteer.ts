import type { AccountOpened, BankEvent, Continued } from '../../account/events/event.js';
import { effectOf } from '../event-effect.js';

/** One volunteer of a ledger. */
export type LedgerVolunteer = {
  readonly openedOn: string;
  /** The day on which the account was closed, if it was. */
  readonly closedOn?: string;
  /** Whether the account continues another one, so that its holder joined before. */
  readonly continues: boolean;
  /** The number of claims and activities. */
  readonly entries: number;
  /** The number of redemption periods with a visit. */
  readonly visited: number;
  /** The redemption period of the last event, and the balance since then. */
  readonly lastPeriod: number;
  readonly balance: number;
};

/** How often an account ended a redemption period without a visit, by its balance at the time; up to its last event. */
export type IdleBalances = Map<number, number>;

/** Reads one history and adds its idle periods to `idle`. */
export function ledgerVolunteer(
  { data: opening }: AccountOpened,
  events: readonly BankEvent[],
  periodOf: (date: string) => number,
  idle: IdleBalances,
): LedgerVolunteer {
  const moved = new Map<number, number>();
  const visited = new Set<number>();
  let entries = 0;
  let closedOn: string | undefined;
  for (const handed of opening.continues ?? []) {
    const period = periodOf(opening.on);
    moved.set(period, (moved.get(period) ?? 0) + balanceOf(handed));
  }
  for (const event of events) {
    const { balance: moves, on } = effectOf(event);
    const period = periodOf(on);
    moved.set(period, (moved.get(period) ?? 0) + moves);
    if (event.type === 'PointsRedeemed') visited.add(period);
    if (event.type === 'AccountClosed') closedOn = event.data.on;
    if (entryOf(event) !== undefined) entries += 1;
  }
  const lastPeriod = Math.max(...moved.keys());
  let balance = 0;
  for (let period = Math.min(...moved.keys()); period <= lastPeriod; period += 1) {
    balance += moved.get(period) ?? 0;
    if (!visited.has(period)) idle.set(balance, (idle.get(balance) ?? 0) + 1);
  }
  return {
    openedOn: opening.on,
    ...(closedOn === undefined ? {} : { closedOn }),
    continues: opening.continues !== undefined,
    entries,
    visited: visited.size,
    lastPeriod,
    balance,
  };
}

/** What a closed account handed on, added up. */
function balanceOf({ handedOn }: Continued): number {
  if (handedOn === undefined) return 0;
  const { items, corrected, transferred, visits } = handedOn;
  const points = [...items, ...corrected, ...transferred].reduce((sum, of) => sum + of.points, 0);
  const spent = visits.flatMap(({ lines }) => lines).reduce((sum, of) => sum + of.quantity * of.price, 0);
  return points - spent;
}

/** A claim or an activity. The `entry` field tells an activity from a report-in. */
export type LedgerEntry = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

/** The event if it is a claim or an activity, and `undefined` if it is an opening, a report-in or anything else. */
export function entryOf(event: BankEvent): LedgerEntry | undefined {
  if (event.type === 'PostClaimed') return event;
  return event.type === 'ActivityCredited' && event.data.entry === 'activity' ? event : undefined;
}
