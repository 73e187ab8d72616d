import type { BankEvent } from '../../account/events/event.js';
import { requireRuleSetIfGiven } from '../../rules/require-rule-set.js';
import type { RuleSet, UseOfPoints } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { undisturbed } from '../../values/undisturbed.js';
import { type AccountDetails, detailsOf } from '../shared/account-details.js';
import { lapseEntry } from '../shared/entry.js';
import { exactSum } from '../shared/exact-sum.js';
import { isOnRecord } from '../shared/fate.js';
import { linesOf } from '../shared/lines.js';
import type { Movement } from '../shared/movement.js';
import { assessmentTakenUp, closingBy, movementsOf } from '../shared/movements.js';
import { ascendingBy } from '../shared/order.js';
import { readAccount } from '../shared/read-accounts.js';
import type { ReportEntry } from '../shared/report-entry.js';
import { checkedKnownOn, checkPeriod } from '../shared/report-error.js';
import { book, emptyTally, summaryOf, type Turnover } from '../shared/turnover.js';
import { standsFor } from './feedback-terms.js';

/** Options of a statement. */
export type StatementOptions = {
  /** The first day of the period. */
  readonly from: CalendarDate;
  /** The last day of the period. */
  readonly to: CalendarDate;
  /** What came on record after this day is not there; everything is if absent. */
  readonly knownOn?: CalendarDate;
  /** The account; required if the events belong to several accounts. */
  readonly accountId?: string;
  /**
   * The rules. If they let points lapse (`redemption.carryOver`), the balance leaves lapsed points out; what points stand for is then
   * what they say.
   */
  readonly ruleSet?: RuleSet;
};

/** An account's two figures at one time, in points. */
export type Balance = { readonly redeemable: number; readonly assessment: number };

/** One line of a statement, with the account's figures after it. */
export type StatementEntry = ReportEntry & Balance;

/** An account's statement over a period. */
export type Statement = AccountDetails & {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** What the account's points stand for. */
  readonly standsFor: readonly UseOfPoints[];
  /** The figures before the period. */
  readonly opening: Balance;
  /** Sorted by the day on which they count; entries of one day in the order in which they were recorded. */
  readonly entries: readonly StatementEntry[];
  /** The figures at the end of the period. */
  readonly closing: Balance;
  /**
   * The points that moved in the period: opening + earned + corrected − redeemed − lapsed + transferred + takenUp − closedOut =
   * closing.
   */
  readonly totals: Turnover;
};

/**
 * Makes an account's statement over a period from its events alone: the opening figures, every entry with its clause and the balance
 * after it, and the closing figures.
 *
 * Entries are listed on the day on which they count: a late entry on the day it happened; a correction on its own day or on that of
 * the matter it corrects (then with `madeOn`), as the rules of its decision say. The closing figures of one period are therefore the
 * opening figures of the next. An entry recorded after `to` is included if it counts in the period and was on record on `knownOn`.
 *
 * An entry that was undone keeps its line, with `reversedBy`; the reversal has a line of its own, on the same day and with the opposite
 * points, so that the figures are as if the entry had never been. An entry that waits to be verified has a line with 0 points; its
 * verification has the points, on the day of the entry. The opening has what it took up, and the closing what it took.
 *
 * If the rule set lets points lapse, lapsed points appear as entries on the first day on which they can no longer be redeemed, before
 * the other entries of that day.
 *
 * @param events - the account's events in order, possibly among events of other accounts; upcast older versions first
 * @returns the statement, deeply frozen plain JSON; `undefined` if the events have no such account, or it was not on record by then. A
 *   period before the opening has no entries and only zeros
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
  return undisturbed(() => statementOf(events, options));
}

function statementOf(events: Iterable<BankEvent>, options: StatementOptions): Statement | undefined {
  // Without options, what is told is the first that a statement needs.
  const { from, to, knownOn, accountId, ruleSet }: StatementOptions = Object(options);
  checkPeriod(from, to);
  checkedKnownOn(knownOn);
  requireRuleSetIfGiven(ruleSet);
  const history = readAccount(events, accountId);
  if (history === undefined || !isOnRecord(history, knownOn)) return undefined;
  const isInPeriod = ({ on }: { readonly on: CalendarDate }): boolean => on >= from && on <= to;
  const known = { knownOn, through: to, ruleSet };
  const movements = movementsOf(history, known);
  const lapses = movements.flatMap((one) =>
    one.kind === 'lapsed' && ruleSet !== undefined
      ? [lapseEntry(one.lapsed, ruleSet.redemption.carryOver.clause)]
      : [],
  );
  // The sort is stable: on each day, lapses come first, then entries as recorded.
  const entries = [...lapses.filter(isInPeriod), ...linesOf(history, movements, knownOn, isInPeriod)].sort(
    ascendingBy(({ on }) => on),
  );
  const opening = balanceOf(movements.filter(({ on }) => on < from));
  return deepFreeze<Statement>({
    ...detailsOf(history.opened, closingBy(history, known)),
    from,
    to,
    standsFor: standsFor(history.opened, ruleSet),
    opening,
    entries: withBalances(entries, opening),
    closing: balanceOf(movements),
    totals: turnoverOf(movements.filter(({ on }) => on >= from)),
  });
}

function turnoverOf(movements: readonly Movement[]): Turnover {
  const tally = emptyTally();
  for (const movement of movements) book(tally, movement);
  return tally;
}

function balanceOf(movements: readonly Movement[]): Balance {
  const { redeemable, assessment } = summaryOf(turnoverOf(movements), assessmentTakenUp(movements));
  return { redeemable, assessment };
}

/** Adds to each line, which is of this statement alone, the figures after it. */
function withBalances(entries: readonly ReportEntry[], opening: Balance): StatementEntry[] {
  let { redeemable, assessment } = opening;
  return entries.map((entry) => {
    redeemable = exactSum(redeemable, entry.points);
    assessment = exactSum(assessment, entry.assessed);
    return Object.assign(entry, { redeemable, assessment });
  });
}
