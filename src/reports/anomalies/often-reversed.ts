import type { AccountHistory } from '../shared/account-history.js';
import { fateOf, isKnown } from '../shared/fate.js';
import { byText } from '../shared/order.js';
import { isEarning } from '../shared/turnover.js';
import type { OftenReversed } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';

/** A recorder's claims, activities and report-ins in the period. */
export type WatchedRecorder = {
  readonly communityId: string | undefined;
  readonly recorder: string | undefined;
  entries: number;
  reversed: number;
};

/** Finds recorders of whose claims, activities and report-ins many were reversed, the most first. */
export function oftenReversed(
  recorders: ReadonlyMap<string, WatchedRecorder>,
  { clause, reversedEntries: threshold, reversedShare }: AnomalyTerms,
): OftenReversed[] {
  return [...recorders.values()]
    .filter(({ entries, reversed }) => reversed >= threshold && reversed >= reversedShare * entries)
    .map(
      ({ communityId, recorder, entries, reversed }): OftenReversed => ({
        kind: 'often-reversed',
        clause,
        ...(communityId === undefined ? {} : { communityId }),
        ...(recorder === undefined ? {} : { recorder }),
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

/** Adds an account's entries to their recorders. */
export function watchRecorders(
  history: AccountHistory,
  { from, to, knownOn }: AnomalyTerms,
  recorders: Map<string, WatchedRecorder>,
): void {
  for (const recorded of history.events) {
    const { event, on } = recorded;
    if (!isEarning(event) || event.type === 'AccountOpened') continue;
    if (on < from || on > to || !isKnown(recorded, knownOn)) continue;
    const { by } = event.data;
    const { communityId } = by;
    const key = JSON.stringify([communityId ?? '', by.recorder ?? '']);
    const of = recorders.get(key) ?? { communityId, recorder: by.recorder, entries: 0, reversed: 0 };
    of.entries += 1;
    if (fateOf(history.trackOf(recorded), knownOn).reversal !== undefined) of.reversed += 1;
    recorders.set(key, of);
  }
}
