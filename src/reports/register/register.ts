import type { Clause } from '../../rules/rule-set.js';
import type { CalendarDate, Month } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import type { AccountDetails } from '../shared/account-details.js';
import type { CountedQuantity, ItemFigures } from '../shared/items.js';
import type { PointsSummary, Turnover } from '../shared/turnover.js';

/** One account of a register, with its figures up to the day. */
export type RegisterAccount = AccountDetails & PointsSummary;

/** The totals of one role, over open and closed accounts. What was taken up from other accounts is not in the assessment once more. */
export type RegisterRole = PointsSummary & {
  readonly role: string;
  readonly title: Text;
  readonly colour: string;
  /** The number of open accounts. */
  readonly accounts: number;
  readonly closedAccounts: number;
  /** The number of openings, claims, activities and report-ins, including those of 0 points. */
  readonly entries: number;
};

/** An item's figures in one role, with its clause and title in that role. */
export type RegisterRoleItem = ItemFigures & { readonly role: string };

/** The figures of one item, in total and by role. */
export type RegisterItem = {
  readonly item: string;
  /** The item's clauses, role by role. */
  readonly clauses: readonly Clause[];
  readonly entries: number;
  readonly points: number;
  readonly quantities?: readonly CountedQuantity[];
  readonly roles: readonly RegisterRoleItem[];
};

/** The figures of one item in one month. */
export type RegisterMonthItem = { readonly item: string; readonly entries: number; readonly points: number };

/** The figures of one month. */
export type RegisterMonth = Turnover & {
  readonly month: Month;
  /** The number of openings, claims, activities and report-ins. */
  readonly entries: number;
  readonly items: readonly RegisterMonthItem[];
  /** Points outstanding at the end of the month (in the last month, on the day of the register), net of debts. */
  readonly outstanding: number;
};

/**
 * The totals of all accounts, open and closed: every entry counts once, in the account in which it was made. `redeemable` is the points
 * outstanding on the day, net of debts.
 */
export type RegisterTotals = PointsSummary & {
  /** The number of open accounts. */
  readonly accounts: number;
  readonly closedAccounts: number;
  readonly entries: number;
};

/** The register of accounts on a day. */
export type CommunityRegister = {
  readonly on: CalendarDate;
  /** The communities whose accounts it holds, sorted by id. */
  readonly communities: readonly string[];
  /** The open accounts, sorted by account id. */
  readonly accounts: readonly RegisterAccount[];
  /** The accounts closed by that day, sorted by account id. */
  readonly closedAccounts: readonly RegisterAccount[];
  readonly totals: RegisterTotals;
  /** Sorted by role id. */
  readonly byRole: readonly RegisterRole[];
  /** Sorted by item id. */
  readonly byItem: readonly RegisterItem[];
  /** Every month from the first entry to the last, including months without entries. */
  readonly byMonth: readonly RegisterMonth[];
};
