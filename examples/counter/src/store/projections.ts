import type { BankEvent } from 'points-bank';
import { communityRegister, type RegisterAccount } from 'points-bank/reports';

/** What is read from the events for lists and reports, and could be thrown away: it is made of them alone. */
export interface Projections {
  /** The accounts of a community, or of all, open and closed, by id, each with its figures; everything acknowledged before the call is in it. */
  register(communityId?: string): Promise<readonly RegisterAccount[]>;
  /** Makes everything anew from the first event on. */
  rebuild(): Promise<void>;
}

/** The last day there is: whatever was entered counts. */
const EVER = '9999-12-31';

/** Register rows of whatever accounts have events among these. */
export function registerRows(events: Iterable<BankEvent>, communityId?: string): readonly RegisterAccount[] {
  const of = communityId === undefined ? {} : { communityId };
  const { accounts, closedAccounts } = communityRegister(events, { on: EVER, ...of });
  return [...accounts, ...closedAccounts].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
}
