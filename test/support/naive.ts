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
    case 'calendar-year':
      return year;
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return day.slice(0, 7);
    case 'week':
      return weekName(day);
    case 'day':
      return day;
  }
}

/** The ISO week of a day: it is that of its Thursday, and the year's first week has the 4th of January. */
function weekName(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() !== 4) {
    date.setUTCDate(date.getUTCDate() + (date.getUTCDay() === 0 || date.getUTCDay() > 4 ? -1 : 1));
  }
  const year = date.getUTCFullYear();
  let week = 0;
  while (date.getUTCFullYear() === year) {
    week += 1;
    date.setUTCDate(date.getUTCDate() - 7);
  }
  return `${year}-W${String(week).padStart(2, '0')}`;
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

/**
 * What stands of a history: an entry that was reversed is gone, one that came back is there again, one that was verified has what it
 * scored then, and one that waits is none. What came back of a redemption is taken off its lines.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over the kinds of events reads best in one place
export function standing(events: readonly BankEvent[]): BankEvent[] {
  const list: BankEvent[] = [];
  const waiting: BankEvent[] = [];
  const out: {
    readonly of: string;
    readonly event: BankEvent;
    readonly wasWaiting: boolean;
  }[] = [];
  // By the id of a reversal, what it is about: of two claims of one post on one day, the one that its chain began with.
  const about = new Map<string, BankEvent>();
  for (const event of events) {
    if (event.type === 'EntryReversed') {
      const { entry, entryIs, balance, reversalId, reverses } = event.data;
      const ofReversal = reverses.kind === 'reversal' ? about.get(reverses.id) : undefined;
      const of = JSON.stringify(entry);
      const isPart = entry.kind === 'redemption' && event.data.lines !== undefined;
      if (isPart) {
        const at = list.findLastIndex((one) => isEntry(one, entry));
        const visit = list[at] as BankEvent & { readonly type: 'PointsRedeemed' };
        const data = { ...visit.data, deducted: visit.data.deducted - balance };
        list[at] = { ...visit, data };
      } else if (entryIs === 'out') {
        const from = waiting.some((one) => isEntry(one, entry)) ? waiting : list;
        const again = from.indexOf(ofReversal as BankEvent);
        const at = again < 0 ? from.findLastIndex((one) => isEntry(one, entry)) : again;
        const [taken] = from.splice(at, 1);
        about.set(reversalId, taken as BankEvent);
        out.push({ of, event: taken as BankEvent, wasWaiting: from === waiting });
      } else {
        const again = out.findLastIndex((one) => one.event === ofReversal);
        const at = again < 0 ? out.findLastIndex((one) => one.of === of) : again;
        const [back] = out.splice(at, 1);
        if (back !== undefined) about.set(reversalId, back.event);
        if (back !== undefined) (back.wasWaiting ? waiting : list).push(back.event);
      }
    } else if (event.type === 'EntryVerified') {
      const { verifies, entryOn, item, points, limits, factor, scored } = event.data;
      const [held] = waiting.splice(
        waiting.findIndex((one) => isEntry(one, { ...verifies, item, on: entryOn })),
        1,
      );
      if (held === undefined) throw new Error(`'${verifies.id}' is verified and does not wait`);
      const { pending: _, factor: __, ...data } = held.data as { pending?: true; factor?: unknown };
      const now = { scored, points, ...(factor && { factor }), ...(limits && { limits }) };
      list.push({ ...held, data: { ...data, ...now } } as BankEvent);
    } else if ('pending' in event.data && event.data.pending) waiting.push(event);
    else list.push(event);
  }
  return list;
}

type Named = {
  readonly kind: string;
  readonly id: string;
  readonly item?: string | undefined;
  readonly capacity?: string | undefined;
  readonly on: string;
};

/** Whether an event is the entry that is named. */
function isEntry({ type, data }: BankEvent, { kind, id, item, capacity, on }: Named): boolean {
  if (data.on !== on) return false;
  switch (type) {
    case 'ActivityCredited': {
      const as = data.entry === 'registration' ? 'report-in' : 'matter';
      const isThere = as === kind && data.matterId === id && (item === undefined || data.item === item);
      return isThere && data.capacity === capacity;
    }
    case 'PostClaimed':
      return kind === 'claim' && data.postId === id;
    case 'PointsRedeemed':
      return kind === 'redemption' && data.redemptionId === id;
    case 'ScoreCorrected':
      return kind === 'correction' && data.correctionId === id;
    case 'AccountBarred':
      return kind === 'bar' && data.barId === id;
    case 'PointsSent':
    case 'PointsReceived':
      return kind === 'transfer' && data.transferId === id;
    default:
      return false;
  }
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
  for (const event of standing(events)) {
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
