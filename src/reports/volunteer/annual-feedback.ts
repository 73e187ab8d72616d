import type { BankEvent } from '../../account/events/event.js';
import { requireRuleSetIfGiven } from '../../rules/require-rule-set.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { undisturbed } from '../../values/undisturbed.js';
import { FEEDBACK_FIELDS } from '../reducers/kept-fields.js';
import { type ReportReducer, reducerOf } from '../reducers/report-reducer.js';
import type { AccountHistory } from '../shared/account-history.js';
import { accountsByOpening, ofEach, readAccount } from '../shared/read-accounts.js';
import { checkedDate, checkedKnownOn } from '../shared/report-error.js';
import type { AnnualFeedback } from './feedback.js';
import { type FeedbackRequest, feedbackOf } from './feedback-account.js';
import { checkYear, termsOf } from './feedback-terms.js';

/** Options of the feedback of many accounts. */
export type AnnualFeedbacksOptions = {
  /** The day on which it is sent; the year's due day by default. */
  readonly sentOn?: CalendarDate;
  /** What came on record after this day is in no supplement; everything is if absent. */
  readonly knownOn?: CalendarDate;
  /**
   * Rules whose terms (recipients, uses, due day, year, mark) replace those recorded in the opening, and which may let points lapse.
   */
  readonly ruleSet?: RuleSet;
  /**
   * The year's highest assessment, where the rules make it the full mark. Without it `annualFeedbacks` takes the highest of its own
   * accounts, and `annualFeedback` gives no mark.
   */
  readonly highest?: number;
};

/** Options of the feedback of one account. */
export type AnnualFeedbackOptions = AnnualFeedbacksOptions & {
  /** The account; required if the events belong to several accounts. */
  readonly accountId?: string;
};

/**
 * Makes the annual feedback of one volunteer: the points earned, corrected and redeemed in the year up to the day it is sent, as they
 * were on record on that day, whether that is in time, who receives it and for what. The terms are those recorded in the opening, unless
 * a rule set is given. Whatever of the year comes on record later is in the supplement: entries after that day, entries written up late,
 * corrections, reversals. Feedback and supplement together are the whole year, and the feedback itself stays what it was.
 *
 * An account that was opened after the feedback was sent has nothing in it and everything in the supplement. A closed account has a
 * feedback of the year in which it was closed. An account that continues others has their assessment of the year as `takenUp`.
 *
 * @param events - the account's events in order, possibly among events of other accounts; upcast older versions first
 * @param year - the year; if the terms start it on 12-01, it runs from December of the previous year to November
 * @returns the feedback, deeply frozen plain JSON; `undefined` if there is none: no such account on record, an account opened after the
 *   year or closed before it, or a `sentOn` before the year starts
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
  options: AnnualFeedbackOptions = {},
): AnnualFeedback | undefined {
  return undisturbed(() => feedbackOfAccount(events, year, options));
}

function feedbackOfAccount(
  events: Iterable<BankEvent>,
  year: number,
  options: AnnualFeedbackOptions,
): AnnualFeedback | undefined {
  const request = checkedRequest(year, options);
  const { accountId }: AnnualFeedbackOptions = Object(options);
  const history = readAccount(events, accountId, 'in-account');
  return history === undefined ? undefined : feedbackOf(history, request);
}

/**
 * Makes the {@link annualFeedback} of every account in a stream, in one pass.
 *
 * @param events - events of many accounts, such as a community's, with those of each account in order
 * @returns the feedback by account id: open accounts by the day of their opening, then by id, and closed ones after them in the same
 *   way; leaves out accounts without feedback.
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
  options: AnnualFeedbacksOptions = {},
): Map<string, AnnualFeedback> {
  return undisturbed(() => {
    const request = checkedRequest(year, options);
    return feedbackOfEach(accountsByOpening(events), request);
  });
}

/**
 * Makes the reducer of {@link annualFeedbacks}. The state is the same for every year and every day on which feedback is sent.
 *
 * @throws {@link ReportError} `not-a-year`, `not-a-date`
 *
 * @example
 * ```ts
 * import { feedbacksReducer } from 'points-bank/reports'
 *
 * const { empty, finish } = feedbacksReducer(2023)
 * console.log(finish(empty()).size) // → 0
 * ```
 */
export function feedbacksReducer(
  year: number,
  options: AnnualFeedbacksOptions = {},
): ReportReducer<Map<string, AnnualFeedback>> {
  const request = undisturbed(() => checkedRequest(year, options));
  return reducerOf('feedbacks-1', FEEDBACK_FIELDS, (histories) => feedbackOfEach(histories, request));
}

function feedbackOfEach(
  histories: Iterable<AccountHistory>,
  request: FeedbackRequest,
): Map<string, AnnualFeedback> {
  let isScaled = false;
  const made = (asked: FeedbackRequest): AnnualFeedback[] =>
    ofEach(histories, (history) => {
      isScaled ||= termsOf(history.opened, request.ruleSet).scale === 'to-highest';
      return feedbackOf(history, asked);
    });
  const first = made(request);
  const highest = first.reduce((most, { assessment }) => Math.max(most, assessment), 0);
  const feedbacks = isScaled && request.highest === undefined ? made({ ...request, highest }) : first;
  const isClosed = ({ closed }: AnnualFeedback): boolean => closed !== undefined;
  const openFirst = [...feedbacks.filter((one) => !isClosed(one)), ...feedbacks.filter(isClosed)];
  return new Map(openFirst.map((feedback) => [feedback.accountId, feedback]));
}

function checkedRequest(year: number, options: AnnualFeedbacksOptions): FeedbackRequest {
  checkYear(year);
  // Nothing in place of the options is as good as none of them.
  const { sentOn, knownOn, ruleSet, highest }: AnnualFeedbacksOptions = Object(options);
  requireRuleSetIfGiven(ruleSet);
  if (sentOn !== undefined) checkedDate('sentOn', sentOn);
  checkedKnownOn(knownOn);
  return { year, sentOn, knownOn, ruleSet, highest };
}
