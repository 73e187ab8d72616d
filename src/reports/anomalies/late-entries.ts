import { type CalendarDate, daysBetween, yearOf } from '../../values/calendar.js';
import type { AccountHistory, RecordedEvent } from '../shared/account-history.js';
import { entryOf } from '../shared/entry.js';
import { effectOf } from '../shared/event-effect.js';
import { exactSum } from '../shared/exact-sum.js';
import { fateOf, isKnown } from '../shared/fate.js';
import { byText } from '../shared/order.js';
import { feedbackYear, termsOf } from '../volunteer/feedback-terms.js';
import type { EntriesAfterFeedback, WrittenUpLate } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';

/** Finds an account's events that were written up long after their day. */
export function writtenUpLate(history: AccountHistory, terms: AnomalyTerms): WrittenUpLate[] {
  return eventsIn(history, terms).flatMap((recorded) => late(history, recorded, terms) ?? []);
}

/** The order of events that were written up late. */
export function latestFirst(a: WrittenUpLate, b: WrittenUpLate): number {
  return b.value - a.value || byText(a.on, b.on) || byText(a.accountId, b.accountId);
}

/** The events of an account that happened in the period. */
function eventsIn({ events }: AccountHistory, { from, to, knownOn }: AnomalyTerms): RecordedEvent[] {
  return events.filter(
    (one) => isKnown(one, knownOn) && one.event.data.on >= from && one.event.data.on <= to,
  );
}

function late(
  { opened }: AccountHistory,
  recorded: RecordedEvent,
  { clause, lateAfterDays }: AnomalyTerms,
): WrittenUpLate | undefined {
  const { on, recordedOn = on } = recorded.event.data;
  const value = daysBetween(on, recordedOn);
  if (value < lateAfterDays) return undefined;
  const { accountId, communityId, role } = opened.data;
  const { type, event, title } = entryOf(recorded, fateOf(undefined, undefined));
  const { id, item } = event;
  const entry = {
    type,
    id,
    ...(item === undefined ? {} : { item }),
    ...(title === undefined ? {} : { title }),
  };
  return {
    kind: 'written-up-late',
    clause,
    ...{ accountId, communityId, role, entry, on, recordedOn, value },
    threshold: lateAfterDays,
  };
}

/** The order of years that changed after their feedback was due. */
export function earliestFirst(a: EntriesAfterFeedback, b: EntriesAfterFeedback): number {
  return a.year - b.year || byText(a.accountId, b.accountId);
}

/** Finds an account's years whose assessment changed after their feedback was due. */
export function entriesAfterFeedback(history: AccountHistory, terms: AnomalyTerms): EntriesAfterFeedback[] {
  const { opened, events } = history;
  const { accountId, communityId, role } = opened.data;
  const feedback = termsOf(opened, terms.ruleSet);
  const { from, to, knownOn } = terms;
  const years = new Map<number, { readonly dueOn: CalendarDate; value: number; points: number }>();
  for (const recorded of events) {
    if (!isKnown(recorded, knownOn) || recorded.on < from || recorded.on > to) continue;
    const { assessed } = effectOf(recorded.event);
    if (assessed === 0) continue;
    const year =
      yearOf(recorded.on) + (feedback.yearStarts === '12-01' && recorded.on.slice(5) >= '12-01' ? 1 : 0);
    const { dueOn } = feedbackYear(feedback, year);
    if (recorded.on > dueOn || recorded.knownSince <= dueOn) continue;
    const of = years.get(year) ?? { dueOn, value: 0, points: 0 };
    of.value += 1;
    of.points = exactSum(of.points, assessed);
    years.set(year, of);
  }
  return [...years].map(([year, { dueOn, value, points }]) => ({
    kind: 'entries-after-feedback',
    clause: feedback.clause,
    ...{ accountId, communityId, role, year, dueOn, value, points },
  }));
}
