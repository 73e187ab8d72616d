import type { BankEvent } from '../account/events.js';
import type { Clause, NamedPart, RuleSet } from '../rules/rule-set.js';
import type { CalendarDate } from '../values/calendar.js';
import { type AccountFacts, beforeOpening, openedTwice, readAccount } from './account-facts.js';
import type { ReportEntry } from './entry.js';
import { type FeedbackAccount, feedbackAccount, feedbackOf, takeEvent } from './feedback-account.js';
import { checkYear } from './feedback-terms.js';
import type { ItemFigures } from './items.js';
import { checkedDate } from './report-error.js';

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

/** The year's mark: the assessment of the year, never below 0 nor above `outOf`. */
export type Mark = { readonly points: number; readonly outOf: number };

/** What belongs to the year and was not in the feedback, to be sent later. */
export type FeedbackSupplement = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly assessment: number;
  /** By the day they count on. */
  readonly entries: readonly ReportEntry[];
};

/** The year's account, as it is fed back to the member and to the member's party organisation (clause 4.1). */
export type AnnualFeedback = AccountFacts & {
  readonly year: number;
  readonly clause: Clause;
  /** The first and the last day of the feedback year. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The last day on which it is in time. */
  readonly dueOn: CalendarDate;
  /** The day it is sent, and up to which it counts. */
  readonly asOf: CalendarDate;
  /** Whether `asOf` is not after `dueOn`. */
  readonly onTime: boolean;
  /** Who gets it; empty where nobody does. */
  readonly recipients: readonly NamedPart[];
  /** What it is for. */
  readonly uses: readonly NamedPart[];
  /** Points of the year up to `asOf`. */
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly lapsed: number;
  /** Points of the year up to `asOf` that count in the assessment: earned + corrected. */
  readonly assessment: number;
  /** The balance at the end of `asOf`, or of the year where that comes first, out of all history. */
  readonly redeemable: number;
  /** Absent where the rules have no mark. */
  readonly mark?: Mark;
  /** What `earned` is made of, by item id. */
  readonly byItem: readonly ItemFigures[];
  readonly supplement: FeedbackSupplement;
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
  let account: FeedbackAccount | undefined;
  readAccount(events, accountId, (event, index) => {
    if (event.type === 'AccountOpened') account = feedbackAccount(event, year, asOf, ruleSet);
    if (account !== undefined) takeEvent(account, event, index);
  });
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
  const accounts = new Map<string, FeedbackAccount>();
  let index = -1;
  for (const event of events) {
    index += 1;
    const { accountId } = event.data;
    let account = accounts.get(accountId);
    if (event.type === 'AccountOpened') {
      if (account !== undefined) throw openedTwice(accountId);
      account = feedbackAccount(event, year, asOf, ruleSet);
      accounts.set(accountId, account);
    } else if (account === undefined) {
      throw beforeOpening(event);
    }
    takeEvent(account, event, index);
  }
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
