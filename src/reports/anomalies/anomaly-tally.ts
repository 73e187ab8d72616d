import type { AccountClosed, BankEvent } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { type AccountDetails, detailsOf } from '../shared/account-details.js';
import type { AccountHistory } from '../shared/account-history.js';
import { isOnRecord } from '../shared/fate.js';
import { closingBy, movementsOf } from '../shared/movements.js';
import { book, emptyTally, type Tally } from '../shared/turnover.js';
import type { AnomalyTerms } from './anomaly-options.js';

/** An account's claims and activities on one day. */
export type DayTally = { entries: number; points: number };

/** One account in the period. */
export type WatchedAccount = {
  readonly facts: AccountDetails;
  readonly tally: Tally;
  /** Claims and activities by day, without openings and report-ins. */
  readonly days: Map<CalendarDate, DayTally>;
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
  { from, to, knownOn }: AnomalyTerms,
  issuers: Map<string, WatchedIssuer>,
): WatchedAccount | undefined {
  const { opened } = history;
  const closing = closingBy(history, { knownOn, through: to });
  if (opened.data.on > to || isClosedBefore(closing, from) || !isOnRecord(history, knownOn)) return undefined;
  const account = { facts: detailsOf(opened, closing), tally: emptyTally(), days: new Map() };
  issuerOf(issuers, account.facts.communityId).accounts += 1;
  for (const movement of movementsOf(history, { knownOn, through: to })) {
    if (movement.on < from) continue;
    book(account.tally, movement);
    if (movement.kind === 'entry' && isWork(movement.event)) addWork(account, issuers, movement.event);
  }
  return account;
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

function addWork(account: WatchedAccount, issuers: Map<string, WatchedIssuer>, { data }: Work): void {
  let day = account.days.get(data.on);
  if (day === undefined) {
    day = { entries: 0, points: 0 };
    account.days.set(data.on, day);
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
