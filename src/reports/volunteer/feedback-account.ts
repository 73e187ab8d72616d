import type { FeedbackTerms } from '../../account/events/event.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { CalendarDate } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { detailsOf } from '../shared/account-details.js';
import type { AccountHistory, RecordedEvent } from '../shared/account-history.js';
import { isKnown, isOnRecord } from '../shared/fate.js';
import { bookItem, type ItemTallies, itemFigures } from '../shared/items.js';
import { isAssessed, takenUpOf } from '../shared/lapse.js';
import { linesOf } from '../shared/lines.js';
import type { Movement } from '../shared/movement.js';
import { closingBy, movementsOf } from '../shared/movements.js';
import { ascendingBy, earlier } from '../shared/order.js';
import type { ReportEntry } from '../shared/report-entry.js';
import { book, emptyTally, isEarning, redeemableOf } from '../shared/turnover.js';
import type { AnnualFeedback, FeedbackSupplement, Mark, YearFigures } from './feedback.js';
import { copiesOf, type FeedbackYear, feedbackYear, standsFor, termsOf } from './feedback-terms.js';

/** What a feedback is asked for. */
export type FeedbackRequest = {
  readonly year: number;
  readonly sentOn: CalendarDate | undefined;
  readonly knownOn: CalendarDate | undefined;
  readonly ruleSet: RuleSet | undefined;
  /** The year's highest assessment, where it is known. */
  readonly highest?: number | undefined;
};

/** What was known, and of which days, when the feedback was sent. */
type Sending = { readonly knownOn: CalendarDate; readonly lastDay: CalendarDate };

/**
 * Makes the feedback of an account; `undefined` if there is none: the account was opened after the year or closed before it, it is not
 * on record, or the feedback is sent before the year.
 */
export function feedbackOf(
  history: AccountHistory,
  { year, sentOn: given, knownOn, ruleSet, highest }: FeedbackRequest,
): AnnualFeedback | undefined {
  const { opened } = history;
  const terms = termsOf(opened, ruleSet);
  const days = feedbackYear(terms, year);
  const { from, to, dueOn } = days;
  const sentOn = given ?? dueOn;
  const closing = closingBy(history, { knownOn, through: to });
  if (opened.data.on > to || sentOn < from || !isOnRecord(history, knownOn)) return undefined;
  if (closing !== undefined && closing.data.on < from) return undefined;
  const sending = {
    knownOn: knownOn === undefined ? sentOn : earlier(sentOn, knownOn),
    lastDay: earlier(sentOn, to),
  };
  const known = movementsOf(history, { knownOn: sending.knownOn, through: sending.lastDay, ruleSet });
  const whole = movementsOf(history, { knownOn, through: to, ruleSet });
  const sent = yearFigures(known, from);
  const supplement = { ...difference(yearFigures(whole, from), sent), entries: [] };
  const mark = markOf(sent.assessment, terms, highest);
  return deepFreeze<AnnualFeedback>({
    ...detailsOf(opened, closing),
    year,
    clause: terms.clause,
    ...days,
    sentOn,
    onTime: sentOn <= dueOn,
    sent: isOnRecord(history, sending.knownOn) && opened.data.on <= sending.lastDay,
    recipients: copiesOf(terms.recipients),
    uses: copiesOf(terms.uses),
    standsFor: standsFor(opened, ruleSet),
    ...sent,
    lapsed: tallyOf(known.filter(({ on }) => on >= from)).lapsed,
    redeemable: redeemableOf(tallyOf(known)),
    ...(mark === undefined ? {} : { mark }),
    byItem: itemFigures(itemsOf(known, from)),
    supplement: withEntries(supplement, history, whole, { days, knownOn, sending }),
  });
}

/** The year's mark; none where the rules have none, or where it is measured by a highest that is not known. */
function markOf(
  assessment: number,
  { outOf, scale }: FeedbackTerms,
  highest: number | undefined,
): Mark | undefined {
  if (outOf === undefined || (scale === 'to-highest' && highest === undefined)) return undefined;
  const full = scale === 'to-highest' ? (highest as number) : outOf;
  const points = full > 0 ? Math.round((Math.max(assessment, 0) * outOf) / full) : 0;
  return { points: Math.min(points, outOf), outOf };
}

function tallyOf(movements: readonly Movement[]): ReturnType<typeof emptyTally> {
  const tally = emptyTally();
  for (const movement of movements) book(tally, movement);
  return tally;
}

/** The figures of the year, from its first day on. */
function yearFigures(movements: readonly Movement[], from: CalendarDate): YearFigures {
  const { earned, corrected, redeemed, transferred } = tallyOf(movements.filter(({ on }) => on >= from));
  const takenUp = movements.reduce((sum, one) => sum + takenUpSince(one, from), 0);
  return { earned, corrected, redeemed, transferred, takenUp, assessment: earned + corrected + takenUp };
}

/** What an opening took up of the year's assessment: it counts on the days that it bore in the account that handed it on. */
function takenUpSince(movement: Movement, from: CalendarDate): number {
  if (movement.kind !== 'entry' || movement.event.type !== 'AccountOpened') return 0;
  const taken = takenUpOf(movement.event).filter((one) => isAssessed(one) && one.on >= from);
  return taken.reduce((sum, { points }) => sum + points, 0);
}

function difference(whole: YearFigures, sent: YearFigures): YearFigures {
  return {
    earned: whole.earned - sent.earned,
    corrected: whole.corrected - sent.corrected,
    redeemed: whole.redeemed - sent.redeemed,
    transferred: whole.transferred - sent.transferred,
    takenUp: whole.takenUp - sent.takenUp,
    assessment: whole.assessment - sent.assessment,
  };
}

function itemsOf(movements: readonly Movement[], from: CalendarDate): ItemTallies {
  const items: ItemTallies = new Map();
  for (const one of movements) {
    if (one.kind === 'entry' && one.on >= from && isEarning(one.event)) bookItem(items, one.event);
  }
  return items;
}

/** Adds the lines of what was not known, or not yet of the days counted, when the feedback was sent. */
function withEntries(
  figures: FeedbackSupplement,
  history: AccountHistory,
  whole: readonly Movement[],
  asked: {
    readonly days: FeedbackYear;
    readonly knownOn: CalendarDate | undefined;
    readonly sending: Sending;
  },
): FeedbackSupplement {
  const { days, knownOn, sending } = asked;
  const wasSent = (recorded: RecordedEvent): boolean =>
    isKnown(recorded, sending.knownOn) && recorded.on <= sending.lastDay;
  const entries = linesOf(history, whole, knownOn, (recorded) => !wasSent(recorded))
    .filter(({ on }) => on >= days.from && on <= days.to)
    .map((entry): ReportEntry => ofTheYear(entry, figures.takenUp))
    .sort(ascendingBy(({ on }) => on));
  return { ...figures, entries };
}

/** Of what an opening took up, only the year's part counts in the year's assessment. */
function ofTheYear(entry: ReportEntry, takenUp: number): ReportEntry {
  if (entry.takenUp === undefined) return entry;
  const { assessed } = entry.takenUp;
  return {
    ...entry,
    assessed: entry.assessed - assessed + takenUp,
    takenUp: { ...entry.takenUp, assessed: takenUp },
  };
}
