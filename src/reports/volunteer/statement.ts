import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { type AccountFacts, factsOf } from '../shared/account-details.js';
import type { ReportEntry } from '../shared/entry.js';
import { by } from '../shared/order.js';
import { readAccount } from '../shared/read-accounts.js';
import { checkPeriod } from '../shared/report-error.js';
import { addMoved, emptyTally, figuresOf, type Moved, type Tally } from '../shared/turnover.js';
import { bookLapses, statementReader } from './statement-account.js';

/** What a statement is asked for. */
export type StatementOptions = {
  /** The first day of the period. */
  readonly from: CalendarDate;
  /** The last day of the period. */
  readonly to: CalendarDate;
  /** Whose; needed where the events are of several accounts. */
  readonly accountId?: string;
  /** The rules, where points that lapse shall be left out of the balance (`redemption.carryOver.lapse`). */
  readonly ruleSet?: RuleSet;
};

/** The two figures of an account at one time, in points. */
export type Balance = { readonly redeemable: number; readonly assessment: number };

/** One line of a statement, with the account's figures after it. */
export type StatementEntry = ReportEntry & Balance;

/** An account's statement over a period. */
export type Statement = AccountFacts & {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The figures before the period. */
  readonly opening: Balance;
  /** By the day they count on; those of one day in the order in which they were entered. */
  readonly entries: readonly StatementEntry[];
  /** The figures at the end of the period. */
  readonly closing: Balance;
  /** What moved in the period: opening + earned + corrected − redeemed − lapsed = closing. */
  readonly totals: Moved;
};

/**
 * An account's statement over a period, computed from its events alone: what was there before, every entry with its clause and the
 * balance after it, what is there at the end.
 *
 * An entry stands on the day it counts on, which for a late entry is the day it happened, and for a correction the day that the
 * rules it was decided by say (its own, or that of the matter it corrects, with `madeOn` beside it). So the closing figures of one
 * period are the opening figures of the next. What was entered or made known later than `to` and counts in the period is in it.
 *
 * With a rule set that lets points lapse (clause 4.2, carry-over), those that lapsed stand among the entries, on the first day on
 * which they could no longer be redeemed, and before the other entries of that day.
 *
 * @param events - an account's events in their order, or a stream that has them among others; older forms upcast first
 * @returns the statement, deeply frozen plain JSON; `undefined` where the events have no such account. A period before the account
 *   was opened has no entries and only zeros
 * @throws {@link ReportError} `not-a-date`, `period-backwards`, `several-accounts` (without `accountId`), `broken-history`
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { statement } from 'points-bank/reports'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const opened = createBank(renfa2022).decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } },
 *   initialAccount,
 * )
 * const events = opened.accepted ? opened.events : []
 *
 * const year = statement(events, { from: '2023-01-01', to: '2023-12-31' })
 * console.log(year?.opening.redeemable, year?.closing.redeemable) // → 0 1
 * console.log(year?.entries[0].on, year?.entries[0].clause, year?.entries[0].points) // → 2023-03-01 2.3.3.1 1
 * ```
 */
export function statement(events: Iterable<BankEvent>, options: StatementOptions): Statement | undefined {
  const { from, to, accountId, ruleSet } = options;
  checkPeriod(from, to);
  const carryOver = ruleSet?.redemption.carryOver;
  const account = readAccount(events, accountId, statementReader(from, to, carryOver?.lapse));
  if (account === undefined) return undefined;
  const { before, within } = account;
  const lapses = bookLapses(account, from, to, carryOver);
  // What is of one day keeps its order: lapses, then entries as they came.
  const entries = [...lapses, ...account.entries].sort(by(({ on }) => on));
  const opening = balanceOf(before);
  const closing = emptyTally();
  addMoved(closing, before);
  addMoved(closing, within);
  const { communityId, role, roleTitle, colour, openedOn } = factsOf(account.opened);
  return deepFreeze<Statement>({
    accountId: account.opened.data.accountId,
    communityId,
    role,
    roleTitle,
    colour,
    openedOn,
    from,
    to,
    opening,
    entries: withBalances(entries, opening),
    closing: balanceOf(closing),
    totals: within,
  });
}

function balanceOf(tally: Tally): Balance {
  const { redeemable, assessment } = figuresOf(tally);
  return { redeemable, assessment };
}

/** The lines, which are the statement's own, each with the figures after it. */
function withBalances(entries: readonly ReportEntry[], opening: Balance): StatementEntry[] {
  let { redeemable, assessment } = opening;
  return entries.map((entry) => {
    redeemable += entry.points;
    assessment += entry.assessed;
    return Object.assign(entry, { redeemable, assessment });
  });
}
