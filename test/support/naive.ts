/*
 * A second path to what the library works out: plain sums over events and plain cuts of date strings, with none of its code.
 */
import type { BankEvent, WindowKind } from '../../src/index.js';

/** What the figures of an account have to be, added up from its events. */
export function sums(events: readonly BankEvent[]): { earned: number; corrected: number; redeemed: number } {
  const total = { earned: 0, corrected: 0, redeemed: 0 };
  for (const event of events) {
    switch (event.type) {
      case 'ScoreCorrected':
        total.corrected += event.data.points;
        break;
      case 'PointsRedeemed':
        total.redeemed += event.data.deducted;
        break;
      case 'AccountOpened':
      case 'EntryVerified':
        total.earned += event.data.points;
        break;
      case 'PostClaimed':
      case 'ActivityCredited':
        if (event.data.pending === undefined) total.earned += event.data.points;
        break;
      case 'EntryReversed': {
        const { assessment, balance, entry } = event.data;
        if (entry.kind === 'redemption') total.redeemed -= balance;
        else if (entry.kind === 'correction') total.corrected += assessment;
        else total.earned += assessment;
        break;
      }
      default:
        break;
    }
  }
  return total;
}

/** The name of the window that a day lies in. */
export function windowName(kind: WindowKind, day: string): string {
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (kind) {
    case 'life':
      return 'life';
    case 'year':
      return year;
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return day.slice(0, 7);
  }
}

/** The same day so many months later, or the month's last where it is shorter, by the machine's own calendar. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The events of each account, in their order. */
export function byAccount(events: readonly BankEvent[]): Map<string, BankEvent[]> {
  const streams = new Map<string, BankEvent[]>();
  for (const event of events) {
    streams.set(event.data.accountId, [...(streams.get(event.data.accountId) ?? []), event]);
  }
  return streams;
}

/** An event that scored something under an item, with its id under it. */
export type Entry = {
  readonly item: string;
  readonly id: string;
  readonly on: string;
  readonly points: number;
};

export function entryOf(event: BankEvent): Entry | undefined {
  const { on } = event.data;
  switch (event.type) {
    case 'AccountOpened':
      return { item: event.data.item, id: on, on, points: event.data.points };
    case 'PostClaimed':
      return { item: event.data.item, id: event.data.postId, on, points: event.data.points };
    case 'ActivityCredited':
      return { item: event.data.item, id: event.data.matterId, on, points: event.data.points };
    default:
      return undefined;
  }
}

/** What is left of each entry that counts under some items, after corrections that free room. */
export function entriesLeft(events: readonly BankEvent[], items: readonly string[]): Entry[] {
  const left: { -readonly [K in keyof Entry]: Entry[K] }[] = [];
  for (const event of events) {
    const entry = entryOf(event);
    if (entry !== undefined && items.includes(entry.item)) left.push({ ...entry });
    if (event.type !== 'ScoreCorrected' || !event.data.freesRoom || event.data.corrects === undefined)
      continue;
    let points = -event.data.points;
    const { item, id, on } = event.data.corrects;
    for (const one of left) {
      if (one.item !== item || one.id !== id || one.on !== on) continue;
      const freed = Math.min(points, one.points);
      one.points -= freed;
      points -= freed;
    }
  }
  return left;
}
