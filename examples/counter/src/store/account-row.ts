import {
  type Account,
  assessment,
  type BankEvent,
  figures,
  type OpenedAccount,
  type RuleSet,
  redeemable,
  type Text,
} from 'points-bank';
import { reportInFrom } from '../bank/standing.js';

/** What an account is listed with, as things stand: it is made of the account's events alone. */
export type AccountRow = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly roleTitle: Text;
  readonly colour: string;
  readonly openedOn: string;
  readonly closed?: { readonly on: string; readonly title: Text };
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly redeemable: number;
  readonly assessment: number;
};

/** What accounts are found and counted by, beside what they are listed with. */
export type AccountKeys = {
  /** The latest day that an entry bears. */
  readonly latestOn: string;
  /** Whose account it is: the account's own id, where the opening names nobody else. */
  readonly memberId: string;
  /** The number that its id ends with. */
  readonly number?: number;
  /** From which day on a report-in counts; never where absent. */
  readonly reportInFrom?: string;
  /** What was earned in each year. */
  readonly earnedIn: Readonly<Record<string, number>>;
};

/** A row with its keys; the titles are there where the events tell them. */
export type RowChange = Omit<AccountRow, 'roleTitle'> & Partial<Pick<AccountRow, 'roleTitle'>> & AccountKeys;

/**
 * What an account's row becomes by its latest events.
 *
 * @param account - the account after them
 * @param events - the latest events: titles come from those that open and close an account, and stay
 */
export function rowChange(ruleSet: RuleSet, account: OpenedAccount, events: readonly BankEvent[]): RowChange {
  const { accountId, communityId, role, colour, openedOn, latestOn, memberId = accountId } = account;
  const from = reportInFrom(ruleSet, account);
  const number = numberOf(accountId);
  const { earned, corrected, redeemed } = figures(account);
  const row: RowChange = {
    ...{ accountId, communityId, role, colour, openedOn, latestOn, memberId },
    ...{ earned, corrected, redeemed },
    redeemable: redeemable(account),
    assessment: assessment(account),
    ...(number === undefined ? {} : { number }),
    ...(from === undefined ? {} : { reportInFrom: from }),
    earnedIn: earnedIn(account),
  };
  return events.reduce(withTitles, row);
}

/** The row of an account whose events are all there. */
export function rowOf(
  ruleSet: RuleSet,
  account: Account,
  events: readonly BankEvent[],
): (AccountRow & AccountKeys) | undefined {
  return account.status === 'unopened'
    ? undefined
    : (rowChange(ruleSet, account, events) as AccountRow & AccountKeys);
}

function withTitles(row: RowChange, { type, data }: BankEvent): RowChange {
  if (type === 'AccountOpened') return { ...row, roleTitle: data.roleTitle };
  if (type === 'AccountClosed') return { ...row, closed: { on: data.on, title: data.reasonTitle } };
  return row;
}

/** The number at the end of an id, and what stands before it. */
export function numbered(accountId: string): { readonly before: string; readonly digits: string } {
  const [, before = '', digits = ''] = /^(.*?)(\d{1,9})$/su.exec(accountId) ?? [];
  return { before, digits };
}

function numberOf(accountId: string): number | undefined {
  const { digits } = numbered(accountId);
  return digits === '' ? undefined : Number(digits);
}

function earnedIn(account: OpenedAccount): Record<string, number> {
  const years: Record<string, number> = {};
  for (
    let year = Number(account.openedOn.slice(0, 4));
    year <= Number(account.latestOn.slice(0, 4));
    year += 1
  ) {
    const { earned } = figures(account, { from: `${year}-01`, to: `${year}-12` });
    if (earned !== 0) years[year] = earned;
  }
  return years;
}
