import type { AccountOpened, BankEvent, FeedbackTerms } from '../../account/events/event.js';
import type { Lapse, RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { factsOf } from '../shared/account-details.js';
import { entryOf, type ReportEntry } from '../shared/entry.js';
import { bookItem, type ItemTallies, itemFigures } from '../shared/items.js';
import { bookMonth, lapsedBy, type Months } from '../shared/lapse.js';
import { by, earlier } from '../shared/order.js';
import type { Reader } from '../shared/read-accounts.js';
import {
  book,
  dayOf,
  emptyTally,
  figuresOf,
  isEarning,
  redeemableOf,
  type Tally,
} from '../shared/turnover.js';
import type { AnnualFeedback, FeedbackSupplement } from './feedback.js';
import { copiesOf, type FeedbackYear, feedbackYear, termsOf } from './feedback-terms.js';

/** One account's feedback, while its events are being read. */
export type FeedbackAccount = {
  readonly opened: AccountOpened;
  readonly terms: FeedbackTerms;
  readonly year: FeedbackYear;
  readonly asOf: CalendarDate;
  /** The last day that counts: `asOf`, or the year's end where that comes first. */
  readonly cut: CalendarDate;
  readonly lapse: Lapse | undefined;
  /** All history up to the cut. */
  readonly all: Tally;
  /** Of the year, up to the cut. */
  readonly within: Tally;
  readonly items: ItemTallies;
  readonly months: Months;
  /** Of the year, and not known or not yet there when it was sent. */
  readonly later: Tally;
  readonly laterEntries: ReportEntry[];
};

/** How the events of an account are read for its feedback. */
export function feedbackReader(
  year: number,
  asOf: CalendarDate | undefined,
  ruleSet: RuleSet | undefined,
): Reader<FeedbackAccount> {
  return { open: (opened) => feedbackAccount(opened, year, asOf, ruleSet), take: takeEvent };
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
    cut: earlier(sent, days.to),
    lapse: ruleSet?.redemption.carryOver.lapse,
    all: emptyTally(),
    within: emptyTally(),
    items: new Map(),
    months: new Map(),
    later: emptyTally(),
    laterEntries: [],
  };
}

function takeEvent(account: FeedbackAccount, event: BankEvent, index: number): void {
  const { year, asOf, cut } = account;
  const on = dayOf(event);
  if (on > year.to) return;
  // A correction made after the day it was sent was not in it, whichever day it counts on.
  if (on > cut || event.data.on > asOf) {
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

/** The feedback, once every event was taken; nothing where there was no account yet to feed back. */
export function feedbackOf(account: FeedbackAccount, year: number): AnnualFeedback | undefined {
  const { opened, terms, asOf, cut, within } = account;
  const { from, to, dueOn } = account.year;
  if (opened.data.on > cut || asOf < from) return undefined;
  bookLapses(account);
  const { earned, corrected, redeemed, lapsed, assessment } = figuresOf(within);
  const { outOf } = terms;
  const { accountId, communityId, role, roleTitle, colour, openedOn } = factsOf(opened);
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

function bookLapses({ lapse, months, cut, year, all, within }: FeedbackAccount): void {
  if (lapse === undefined) return;
  for (const { on, points } of lapsedBy(months, lapse, cut)) {
    all.lapsed += points;
    if (on >= year.from) within.lapsed += points;
  }
}

function supplementOf({ later, laterEntries }: FeedbackAccount): FeedbackSupplement {
  const { earned, corrected, redeemed, assessment } = figuresOf(later);
  return { earned, corrected, redeemed, assessment, entries: [...laterEntries].sort(by(({ on }) => on)) };
}
