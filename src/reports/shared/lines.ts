import type { CalendarDate } from '../../values/calendar.js';
import type { AccountHistory, RecordedEvent } from './account-history.js';
import { entryOf } from './entry.js';
import { type Fate, fateOf, fateOfReversal, isKnown } from './fate.js';
import { handedOnTo } from './handed-on.js';
import type { Movement } from './movement.js';
import type { ReportEntry } from './report-entry.js';

/**
 * The lines of an account's known events, in the order in which they were recorded. Nothing that was undone is left out: its line and
 * that of its reversal bear the same day and add up to nothing, so that all lines together come to the movements.
 *
 * @param isWanted - which events have a line
 */
export function linesOf(
  history: AccountHistory,
  movements: readonly Movement[],
  knownOn: CalendarDate | undefined,
  isWanted: (recorded: RecordedEvent) => boolean,
): ReportEntry[] {
  const taken = movements.find((one) => one.kind === 'taken-up');
  const closed = movements.find((one) => one.kind === 'closed');
  const lines: ReportEntry[] = [];
  for (const recorded of history.events) {
    if (!isKnown(recorded, knownOn) || !isWanted(recorded)) continue;
    const { event } = recorded;
    const entry = entryOf(recorded, fateOfLine(recorded, history, knownOn));
    if (event.type === 'AccountClosed') entry.points = 0 - (closed?.points ?? 0);
    const { continues } = event.type === 'AccountOpened' ? event.data : {};
    if (continues !== undefined && taken !== undefined) {
      // A visit taken up and returned since is not in what the movements say was taken up; its reversal has a line of its own.
      const points = taken.points - returnedSince(history, knownOn);
      const { assessed } = taken;
      entry.points += points;
      entry.assessed += assessed;
      entry.takenUp = { accountIds: continues.map(({ accountId }) => accountId), points, assessed };
    }
    lines.push(entry);
  }
  return lines;
}

function fateOfLine(
  recorded: RecordedEvent,
  history: AccountHistory,
  knownOn: CalendarDate | undefined,
): Fate {
  const chain = history.chainOf(recorded);
  return chain === undefined
    ? fateOf(history.trackOf(recorded), knownOn)
    : fateOfReversal(recorded, chain, knownOn);
}

/** What reversals of visits that the opening took up gave back, or took again where they were reversed. */
function returnedSince(history: AccountHistory, knownOn: CalendarDate | undefined): number {
  return handedOnTo(history.opened)
    .flatMap(({ visits }) => visits)
    .flatMap((visit) => history.trackOf(visit)?.chains ?? [])
    .flatMap(({ reversals }) => reversals.filter((one) => isKnown(one, knownOn)))
    .reduce((sum, { event }) => sum + event.data.balance, 0);
}
