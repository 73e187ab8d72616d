import type { AccountClosed, BankEvent } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { type AccountDetails, detailsOf } from '../shared/account-details.js';
import type { AccountHistory } from '../shared/account-history.js';
import { isOnRecord } from '../shared/fate.js';
import { closingBy, movementsOf } from '../shared/movements.js';
import { book, emptyTally, type Tally } from '../shared/turnover.js';
import type { AnomalyTerms } from './anomaly-options.js';

/** An account's claims and activities on one day. */
export type DayTally = { readonly on: CalendarDate; entries: number; points: number };

/** One account in the period. */
export type WatchedAccount = {
  readonly facts: AccountDetails;
  readonly tally: Tally;
  /** How many claims and activities, without openings and report-ins, each day with any has. */
  readonly days: readonly number[];
  /** The days that have unusually many. */
  readonly fullDays: readonly DayTally[];
};

/** One community's claims and activities in the period. */
export type WatchedIssuer = { entries: number; points: number; accounts: number };

/**
 * Adds up an account's period, and adds to `issuers`.
 *
 * @returns the account; `undefined` if it is not on record, was opened after the period, or was closed before it
 */
export function watchAccount(
  history: AccountHistory,
  { from, to, knownOn, entriesOnADay }: AnomalyTerms,
  issuers: Map<string, WatchedIssuer>,
): WatchedAccount | undefined {
  const { opened } = history;
  const closing = closingBy(history, { knownOn, through: to });
  if (opened.data.on > to || isClosedBefore(closing, from) || !isOnRecord(history, knownOn)) return undefined;
  const facts = detailsOf(opened, closing);
  const tally = emptyTally();
  const days = new Map<CalendarDate, DayTally>();
  issuerOf(issuers, facts.communityId).accounts += 1;
  for (const movement of movementsOf(history, { knownOn, through: to })) {
    if (movement.on < from) continue;
    book(tally, movement);
    if (movement.kind === 'entry' && isWork(movement.event)) addWork(days, issuers, movement.event);
  }
  const all = [...days.values()];
  return {
    facts,
    tally,
    days: all.map(({ entries }) => entries),
    fullDays: all.filter(({ entries }) => entries >= entriesOnADay),
  };
}

function isClosedBefore(closing: AccountClosed | undefined, from: CalendarDate): boolean {
  return closing !== undefined && closing.data.on < from;
}

/** A claim or an activity, and not a report-in. */
export type Work = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

/** Whether the event is a claim or an activity. */
export function isWork(event: BankEvent): event is Work {
  return (
    event.type === 'PostClaimed' || (event.type === 'ActivityCredited' && event.data.entry === 'activity')
  );
}

function addWork(
  days: Map<CalendarDate, DayTally>,
  issuers: Map<string, WatchedIssuer>,
  { data }: Work,
): void {
  let day = days.get(data.on);
  if (day === undefined) {
    day = { on: data.on, entries: 0, points: 0 };
    days.set(data.on, day);
  }
  day.entries += 1;
  day.points += data.points;
  if (data.by.communityId === undefined) return;
  const issuer = issuerOf(issuers, data.by.communityId);
  issuer.entries += 1;
  issuer.points += data.points;
}

function issuerOf(issuers: Map<string, WatchedIssuer>, communityId: string): WatchedIssuer {
  let issuer = issuers.get(communityId);
  if (issuer === undefined) {
    issuer = { entries: 0, points: 0, accounts: 0 };
    issuers.set(communityId, issuer);
  }
  return issuer;
}
