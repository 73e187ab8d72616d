import { byText } from '../shared/order.js';
import type { EntriesOnADay } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import { medianOfCounts } from './statistics.js';
import { type FullDay, keyOf, type Watch } from './watch.js';

/** Finds days on which an account has unusually many entries, the fullest first. */
export function entriesOnADay({ fullDays, days }: Watch, terms: AnomalyTerms): EntriesOnADay[] {
  const usual = new Map(Object.entries(days).map(([key, counts]) => [key, medianOfCounts(counts)]));
  return fullDays
    .map((day) => finding(day, usual.get(keyOf(day.role)) as Usual, terms))
    .sort((a, b) => b.value - a.value || byText(a.on, b.on) || byText(a.accountId, b.accountId));
}

type Usual = ReturnType<typeof medianOfCounts>;

function finding(day: FullDay, { median, values }: Usual, terms: AnomalyTerms): EntriesOnADay {
  const { accountId, communityId, role, on, entries, points } = day;
  return {
    kind: 'entries-on-a-day',
    clause: terms.clause,
    accountId,
    communityId,
    role,
    on,
    value: entries,
    points,
    threshold: terms.entriesOnADay,
    median,
    peers: values - 1,
  };
}
