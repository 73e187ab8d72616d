import type { AccountOpened, BankEvent, FeedbackTerms } from '../../account/events/event.js';
import type { Lapse, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { detailsOf } from '../shared/account-details.js';
import { entryOf, type ReportEntry } from '../shared/entry.js';
import { bookItem, type ItemTallies, itemFigures } from '../shared/items.js';
import { bookMonth, lapsedBy, type Months } from '../shared/lapse.js';
import { ascendingBy, earlier } from '../shared/order.js';
import type { AccountReader } from '../shared/read-accounts.js';
import {
  book,
  dayOf,
  emptyTally,
  isEarning,
  redeemableOf,
  summaryOf,
  type Tally,
} from '../shared/turnover.js';
import type { AnnualFeedback, FeedbackSupplement } from './feedback.js';
import { copiesOf, type FeedbackYear, feedbackYear, termsOf } from './feedback-terms.js';

/** A feedback while its events are being read. */
export type FeedbackAccount = {
  readonly opened: AccountOpened;
  readonly terms: FeedbackTerms;
  readonly year: FeedbackYear;
  readonly asOf: CalendarDate;
  /** The last day that counts: `asOf` or the end of the year, whichever is earlier. */
  readonly lastDay: CalendarDate;
  readonly lapse: Lapse | undefined;
  /** Turnover of the whole history up to the last day. */
  readonly all: Tally;
  /** Turnover of the year up to the last day. */
  readonly within: Tally;
  readonly items: ItemTallies;
  readonly months: Months;
  /** Turnover of the year after the last day, or not known when the feedback was sent. */
  readonly later: Tally;
  readonly laterEntries: ReportEntry[];
};

/** Reads an account's events for its feedback. */
export function feedbackReader(
  year: number,
  asOf: CalendarDate | undefined,
  ruleSet: RuleSet | undefined,
): AccountReader<FeedbackAccount> {
  return { start: (opened) => feedbackAccount(opened, year, asOf, ruleSet), add: addEvent };
}

function feedbackAccount(
  opened: AccountOpened,
  year: number,
  asOf: CalendarDate | undefined,
  ruleSet: RuleSet | undefined,
): FeedbackAccount {
  const terms = termsOf(opened, ruleSet);
  const days = feedbackYear(terms, year);
  const sent = asOf ?? days.dueOn;
  return {
    opened,
    terms,
    year: days,
    asOf: sent,
    lastDay: earlier(sent, days.to),
    lapse: ruleSet?.redemption.carryOver.lapse,
    all: emptyTally(),
    within: emptyTally(),
    items: new Map(),
    months: new Map(),
    later: emptyTally(),
    laterEntries: [],
  };
}

function addEvent(account: FeedbackAccount, event: BankEvent, index: number): void {
  const { year, asOf, lastDay } = account;
  const on = dayOf(event);
  if (on > year.to) return;
  // A correction made after the feedback was sent was not in it, whichever day it counts on.
  if (on > lastDay || event.data.on > asOf) {
    if (on < year.from) return;
    book(account.later, event);
    account.laterEntries.push(entryOf(event, index));
    return;
  }
  book(account.all, event);
  if (account.lapse !== undefined) bookMonth(account.months, event);
  if (on < year.from) return;
  book(account.within, event);
  if (isEarning(event)) bookItem(account.items, event);
}

/** Makes the feedback after the last event; `undefined` if there was no account yet. */
export function feedbackOf(account: FeedbackAccount, year: number): AnnualFeedback | undefined {
  const { opened, terms, asOf, lastDay, within } = account;
  const { from, to, dueOn } = account.year;
  if (opened.data.on > lastDay || asOf < from) return undefined;
  bookLapses(account);
  const { earned, corrected, redeemed, lapsed, assessment } = summaryOf(within);
  const { outOf } = terms;
  const { accountId, communityId, role, roleTitle, colour, openedOn } = detailsOf(opened);
  const feedback: { -readonly [Name in keyof AnnualFeedback]: AnnualFeedback[Name] } = {
    accountId,
    communityId,
    role,
    roleTitle,
    colour,
    openedOn,
    year,
    clause: terms.clause,
    from,
    to,
    dueOn,
    asOf,
    onTime: asOf <= dueOn,
    recipients: copiesOf(terms.recipients),
    uses: copiesOf(terms.uses),
    earned,
    corrected,
    redeemed,
    lapsed,
    assessment,
    redeemable: redeemableOf(account.all),
    byItem: itemFigures(account.items),
    supplement: supplementOf(account),
  };
  if (outOf !== undefined) feedback.mark = { points: Math.min(Math.max(assessment, 0), outOf), outOf };
  return deepFreeze(feedback as AnnualFeedback);
}

function bookLapses({ lapse, months, lastDay, year, all, within }: FeedbackAccount): void {
  if (lapse === undefined) return;
  for (const { on, points } of lapsedBy(months, lapse, lastDay)) {
    all.lapsed += points;
    if (on >= year.from) within.lapsed += points;
  }
}

function supplementOf({ later, laterEntries }: FeedbackAccount): FeedbackSupplement {
  const { earned, corrected, redeemed, assessment } = summaryOf(later);
  return {
    earned,
    corrected,
    redeemed,
    assessment,
    entries: [...laterEntries].sort(ascendingBy(({ on }) => on)),
  };
}
