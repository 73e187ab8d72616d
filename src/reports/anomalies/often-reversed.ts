import { byText } from '../shared/order.js';
import type { OftenReversed } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import type { Watch } from './watch.js';

/** Finds recorders of whose claims, activities and report-ins many were reversed, the most first. */
export function oftenReversed(
  { recorders }: Watch,
  { clause, reversedEntries: threshold, reversedShare }: AnomalyTerms,
): OftenReversed[] {
  return Object.values(recorders)
    .filter(({ entries, reversed }) => reversed >= threshold && reversed >= reversedShare * entries)
    .map(
      ({ entries, reversed, ...recorder }): OftenReversed => ({
        kind: 'often-reversed',
        clause,
        ...recorder,
        value: reversed,
        entries,
        threshold,
      }),
    )
    .sort(
      (a, b) =>
        b.value - a.value ||
        byText(a.communityId ?? '', b.communityId ?? '') ||
        byText(a.recorder ?? '', b.recorder ?? ''),
    );
}
