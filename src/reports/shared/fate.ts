import type { EntryReversed, EntryVerified } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { AccountHistory, RecordedEvent, ReversalChain, TrackedEntry } from './account-history.js';
import { countFirst } from './order.js';

/** Whether an event was on record by a day. */
export function isKnown({ knownSince }: RecordedEvent, knownOn: CalendarDate | undefined): boolean {
  return knownOn === undefined || knownSince <= knownOn;
}

/** Whether an account was on record by a day. */
export function isOnRecord(
  { events: [opening] }: AccountHistory,
  knownOn: CalendarDate | undefined,
): boolean {
  return opening !== undefined && isKnown(opening, knownOn);
}

/** A reversal by which some lines of a redemption came back. */
export type Return = EntryReversed & {
  readonly data: { readonly lines: NonNullable<EntryReversed['data']['lines']> };
};

/** What became of an entry by a day. */
export type Fate = {
  /** The reversal that took it out, if it is out. */
  readonly reversal?: EntryReversed;
  readonly verified?: EntryVerified;
  readonly returns: readonly Return[];
};

/** Nothing became of it. */
const UNTOUCHED: Fate = Object.freeze({ returns: Object.freeze([]) });

/** What became of an entry, as known on a day. */
export function fateOf(entry: TrackedEntry | undefined, knownOn: CalendarDate | undefined): Fate {
  if (entry === undefined) return UNTOUCHED;
  const { verified, chains } = entry;
  const returns: Return[] = [];
  let reversal: EntryReversed | undefined;
  for (const chain of chains) {
    const last = takenOutBy(chain, knownOn);
    if (last === undefined) continue;
    if (isReturn(last)) returns.push(last);
    else reversal = last;
  }
  return {
    ...(reversal === undefined ? {} : { reversal }),
    ...(verified === undefined || !isKnown(verified, knownOn) ? {} : { verified: verified.event }),
    returns,
  };
}

function isReturn(reversal: EntryReversed): reversal is Return {
  return reversal.data.lines !== undefined;
}

/** The reversal that a chain ends with, if that took the entry out. */
function takenOutBy(
  { reversals }: ReversalChain,
  knownOn: CalendarDate | undefined,
): EntryReversed | undefined {
  const last = reversals[knownOf(reversals, knownOn) - 1];
  return last?.event.data.entryIs === 'out' ? last.event : undefined;
}

/** What became of a reversal, as known on a day: the next one of its chain undid it, unless that was undone in turn. */
export function fateOfReversal(
  reversal: RecordedEvent,
  { reversals }: ReversalChain,
  knownOn: CalendarDate | undefined,
): Fate {
  const before = countFirst(reversals, ({ index }) => index <= reversal.index);
  const since = knownOf(reversals, knownOn) - before;
  const next = reversals[before];
  return next === undefined || since % 2 === 0 ? UNTOUCHED : { reversal: next.event, returns: [] };
}

/** How many reversals of a chain are known: each is known since those before it are, or later. */
function knownOf(reversals: ReversalChain['reversals'], knownOn: CalendarDate | undefined): number {
  return countFirst(reversals, (one) => isKnown(one, knownOn));
}
