import type { BankEvent } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { type AccountDetails, detailsOf } from '../shared/account-details.js';
import type { AccountReader } from '../shared/read-accounts.js';
import { book, dayOf, emptyTally, type Tally } from '../shared/turnover.js';
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

/** Reads events for anomalies, and adds to `issuers` as entries come. */
export function anomalyReader(
  { from, to }: AnomalyTerms,
  issuers: Map<string, WatchedIssuer>,
): AccountReader<WatchedAccount> {
  return {
    start: (opened) => {
      const facts = detailsOf(opened);
      if (facts.openedOn <= to) issuerOf(issuers, facts.communityId).accounts += 1;
      return { facts, tally: emptyTally(), days: new Map() };
    },
    add: (account, event) => {
      const on = dayOf(event);
      if (on < from || on > to) return;
      book(account.tally, event);
      if (isWork(event)) addWork(account, issuers, event);
    },
  };
}

type Work = Extract<BankEvent, { type: 'PostClaimed' | 'ActivityCredited' }>;

function isWork(event: BankEvent): event is Work {
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
  if (data.by.office !== 'community') return;
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
