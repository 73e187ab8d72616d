import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { readAccount, readAccounts } from '../shared/read-accounts.js';
import { checkedDate } from '../shared/report-error.js';
import type { AnnualFeedback } from './feedback.js';
import { feedbackOf, feedbackReader } from './feedback-account.js';
import { checkYear } from './feedback-terms.js';

/** Options of the feedback of many accounts. */
export type AnnualFeedbacksOptions = {
  /** The day on which it is sent; the year's due day by default. */
  readonly asOf?: CalendarDate;
  /**
   * Rules whose terms (recipients, uses, due day, year, mark) replace those recorded in the opening, and which may let points lapse.
   */
  readonly ruleSet?: RuleSet;
};

/** Options of the feedback of one account. */
export type AnnualFeedbackOptions = AnnualFeedbacksOptions & {
  /** The account; required if the events belong to several accounts. */
  readonly accountId?: string;
};

/**
 * Makes the annual feedback of one volunteer: the points earned, corrected and redeemed in the year up to the day it is sent, whether
 * that is in time, who receives it and for what. The terms are those recorded in the opening, unless a rule set is given. Entries of
 * the year that came or were corrected later are in the supplement: feedback and supplement together are the whole year.
 *
 * @param events - the account's events in order, possibly among events of other accounts; upcast older versions first
 * @param year - the year; if the terms start it on 12-01, it runs from December of the previous year to November
 * @returns the feedback, deeply frozen plain JSON; `undefined` if there is none: no such account, an account opened after the last day
 *   that counts, or an `asOf` before the year starts
 * @throws {@link ReportError} `not-a-year`, `not-a-date`, `several-accounts` (without `accountId`), `broken-history`
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { annualFeedback } from 'points-bank/reports'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const role = 'in-service-party-member'
 * const opened = createBank(renfa2022).decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role, communityId: 'linan', on: '2023-03-01', formComplete: true, by } },
 *   initialAccount,
 * )
 * const feedback = annualFeedback(opened.accepted ? opened.events : [], 2023)
 *
 * console.log(feedback?.dueOn, feedback?.onTime) // → 2023-11-30 true
 * console.log(feedback?.mark) // → { points: 1, outOf: 100 }
 * console.log(feedback?.uses.map(({ title }) => title['zh-CN']).join('、')) // → 年度考核、干部选拔任用
 * ```
 */
export function annualFeedback(
  events: Iterable<BankEvent>,
  year: number,
  { asOf, accountId, ruleSet }: AnnualFeedbackOptions = {},
): AnnualFeedback | undefined {
  checkArguments(year, asOf);
  const account = readAccount(events, accountId, feedbackReader(year, asOf, ruleSet));
  return account === undefined ? undefined : feedbackOf(account, year);
}

/**
 * Makes the {@link annualFeedback} of every account in a stream, in one pass.
 *
 * @param events - events of many accounts, such as a community's, with those of each account in order
 * @returns the feedback by account id, in the order of the openings; leaves out accounts without feedback
 * @throws {@link ReportError} `not-a-year`, `not-a-date`, `broken-history`
 *
 * @example
 * ```ts
 * import { annualFeedbacks } from 'points-bank/reports'
 *
 * console.log(annualFeedbacks([], 2023).size) // → 0
 * ```
 */
export function annualFeedbacks(
  events: Iterable<BankEvent>,
  year: number,
  { asOf, ruleSet }: AnnualFeedbacksOptions = {},
): Map<string, AnnualFeedback> {
  checkArguments(year, asOf);
  const accounts = readAccounts(events, feedbackReader(year, asOf, ruleSet));
  const feedbacks = new Map<string, AnnualFeedback>();
  for (const [accountId, account] of accounts) {
    const feedback = feedbackOf(account, year);
    if (feedback !== undefined) feedbacks.set(accountId, feedback);
  }
  return feedbacks;
}

function checkArguments(year: number, asOf: CalendarDate | undefined): void {
  checkYear(year);
  if (asOf !== undefined) checkedDate('asOf', asOf);
}
