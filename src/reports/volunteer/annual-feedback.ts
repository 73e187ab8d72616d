import type { BankEvent } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { readAccount, readAccounts } from '../shared/read-accounts.js';
import { checkedDate } from '../shared/report-error.js';
import type { AnnualFeedback } from './feedback.js';
import { feedbackOf, feedbackReader } from './feedback-account.js';
import { checkYear } from './feedback-terms.js';

/** What the feedback of many accounts is asked for. */
export type FeedbacksOptions = {
  /** The day it is sent; the due day of the year where left out. */
  readonly asOf?: CalendarDate;
  /**
   * The rules whose terms (recipients, uses, due day, year, mark) hold instead of those that each opening recorded, and which may
   * let points lapse.
   */
  readonly ruleSet?: RuleSet;
};

/** What the feedback of one account is asked for. */
export type FeedbackOptions = FeedbacksOptions & {
  /** Whose; needed where the events are of several accounts. */
  readonly accountId?: string;
};

/**
 * The year's account of one volunteer (clause 4.1): what was earned, corrected and redeemed in the year up to the day it is sent,
 * whether that is in time, who gets it and what for. Terms are those recorded when the account was opened, unless a rule set is
 * given. What counts in the year and came later, or was corrected later, is in the supplement: feedback and supplement together are
 * the whole year.
 *
 * @param events - an account's events in their order, or a stream that has them among others; older forms upcast first
 * @param year - the year; where the terms start it on 12-01, it runs from December of the year before to November
 * @returns the feedback, deeply frozen plain JSON; `undefined` where there is nothing to feed back: no such account, an account not
 *   opened by the last day that counts, or an `asOf` before the year starts
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
  { asOf, accountId, ruleSet }: FeedbackOptions = {},
): AnnualFeedback | undefined {
  checkAsked(year, asOf);
  const account = readAccount(events, accountId, feedbackReader(year, asOf, ruleSet));
  return account === undefined ? undefined : feedbackOf(account, year);
}

/**
 * The year's account of every volunteer of a stream, in one pass: what {@link annualFeedback} would give for each.
 *
 * @param events - events of many accounts, such as a community's, those of each account in their order
 * @returns account id → feedback, in the order of the openings; accounts with nothing to feed back are not in it
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
  { asOf, ruleSet }: FeedbacksOptions = {},
): Map<string, AnnualFeedback> {
  checkAsked(year, asOf);
  const accounts = readAccounts(events, feedbackReader(year, asOf, ruleSet));
  const feedbacks = new Map<string, AnnualFeedback>();
  for (const [accountId, account] of accounts) {
    const feedback = feedbackOf(account, year);
    if (feedback !== undefined) feedbacks.set(accountId, feedback);
  }
  return feedbacks;
}

function checkAsked(year: number, asOf: CalendarDate | undefined): void {
  checkYear(year);
  if (asOf !== undefined) checkedDate('asOf', asOf);
}
