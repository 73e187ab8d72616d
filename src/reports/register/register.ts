import type { Clause } from '../../rules/rule-set.js';
import type { CalendarDate, Month } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';
import type { AccountFacts } from '../shared/account-details.js';
import type { CountedQuantity, ItemFigures } from '../shared/items.js';
import type { Figures, Moved } from '../shared/turnover.js';

/** One account of a register, with all that it ever moved up to the day. */
export type RegisterAccount = AccountFacts & Figures;

/** What the accounts of one role come to. */
export type RegisterRole = Figures & {
  readonly role: string;
  readonly title: Text;
  readonly colour: string;
  /** How many accounts. */
  readonly accounts: number;
  /** How many entries earned, those of 0 points among them: openings, claims, activities, report-ins. */
  readonly entries: number;
};

/** An item's figures in one role, with the clause and title that it has there. */
export type RegisterRoleItem = ItemFigures & { readonly role: string };

/** What one item earned, in all and by role. */
export type RegisterItem = {
  readonly item: string;
  /** The item's clauses, role by role. */
  readonly clauses: readonly Clause[];
  readonly entries: number;
  readonly points: number;
  readonly quantities?: readonly CountedQuantity[];
  readonly roles: readonly RegisterRoleItem[];
};

/** What one item earned in one month. */
export type RegisterMonthItem = { readonly item: string; readonly entries: number; readonly points: number };

/** What counts in one month. */
export type RegisterMonth = Moved & {
  readonly month: Month;
  /** How many entries earned. */
  readonly entries: number;
  readonly items: readonly RegisterMonthItem[];
  /** Points that could be redeemed at the month's end (in the last month, on the register's day), debts taken off. */
  readonly outstanding: number;
};

/** What all accounts come to; `redeemable` is the points outstanding on the day, debts taken off. */
export type RegisterTotals = Figures & { readonly accounts: number; readonly entries: number };

/** The register of a community's accounts on a day. */
export type CommunityRegister = {
  readonly on: CalendarDate;
  /** Whose accounts are in it, by id. */
  readonly communities: readonly string[];
  /** By account id. */
  readonly accounts: readonly RegisterAccount[];
  readonly totals: RegisterTotals;
  /** By role id. */
  readonly byRole: readonly RegisterRole[];
  /** By item id. */
  readonly byItem: readonly RegisterItem[];
  /** Every month from the first in which something counts to the last, those in between without entries too. */
  readonly byMonth: readonly RegisterMonth[];
};
