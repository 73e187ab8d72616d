import type { BankEvent, EntryReversed, ScoreCorrected } from '../../account/events/event.js';
import { entryOf, type IdleBalances, type LedgerEntry, type LedgerVolunteer } from './ledger-volunteer.js';

type Counts<K> = Map<K, number>;

/** One item of a role, as counted in a ledger. */
export type LedgerItem = {
  entries: number;
  /** Entries by month of the year. */
  readonly ofYear: number[];
  readonly tiers: Counts<string>;
  readonly quantities: Counts<number>;
  served: number;
};

/** One role, as counted in a ledger. */
export type LedgerRole = {
  readonly volunteers: LedgerVolunteer[];
  readonly items: Map<string, LedgerItem>;
  readonly reportIns: number[];
  readonly late: { entries: number; late: number; days: number };
  /** Entries undone and visits returned in whole, and after how many days. */
  readonly slips: { made: number; days: number };
  readonly returns: { made: number; days: number };
  /** Closings by reason. Those that other accounts continue are changes of role. */
  readonly closings: Counts<string>;
  readonly changes: Counts<string>;
  readonly changedTo: Counts<string>;
  readonly corrections: { made: number; named: number; readonly points: Counts<number> };
  readonly visits: { made: number; rewards: number; cheapest: number; readonly of: Counts<string> };
  readonly idle: IdleBalances;
};

/** A role without entries. */
export function emptyLedgerRole(): LedgerRole {
  return {
    volunteers: [],
    items: new Map(),
    reportIns: noMonths(),
    late: { entries: 0, late: 0, days: 0 },
    slips: { made: 0, days: 0 },
    returns: { made: 0, days: 0 },
    closings: new Map(),
    changes: new Map(),
    changedTo: new Map(),
    corrections: { made: 0, named: 0, points: new Map() },
    visits: { made: 0, rewards: 0, cheapest: Number.POSITIVE_INFINITY, of: new Map() },
    idle: new Map(),
  };
}

/** Counts the events of one history. */
export function countEvents(role: LedgerRole, events: readonly BankEvent[]): void {
  let latest = '';
  for (const event of events) {
    const { on } = event.data;
    const entry = entryOf(event);
    if (entry !== undefined) {
      countItem(role, entry);
      role.late.entries += 1;
      // The day of writing up shows it; without one, a later entry that stood already does.
      const known = event.data.recordedOn ?? latest;
      if (on < known) {
        role.late.late += 1;
        role.late.days += daysBetween(on, known);
      }
    } else if (event.type === 'ActivityCredited') add(role.reportIns, monthOfYear(on));
    else if (event.type === 'PointsRedeemed') countVisit(role, event.data.lines);
    else if (event.type === 'ScoreCorrected') countCorrection(role, event);
    else if (event.type === 'EntryReversed') countReversal(role, event);
    else if (event.type === 'AccountClosed') count(role.closings, event.data.reason);
    if (event.type !== 'EntryReversed' && on > latest) latest = on;
  }
}

function countItem({ items }: LedgerRole, { data }: LedgerEntry): void {
  const item = items.get(data.item) ?? {
    entries: 0,
    ofYear: noMonths(),
    tiers: new Map<string, number>(),
    quantities: new Map<number, number>(),
    served: 0,
  };
  items.set(data.item, item);
  item.entries += 1;
  add(item.ofYear, monthOfYear(data.on));
  if (data.difficulty !== undefined) count(item.tiers, data.difficulty);
  if (data.quantity !== undefined) count(item.quantities, data.quantity);
  if ('matterId' in data && data.postId !== undefined) item.served += 1;
}

function countVisit(
  { visits }: LedgerRole,
  lines: readonly { readonly rewardId: string; readonly quantity: number; readonly price: number }[],
): void {
  visits.made += 1;
  for (const { rewardId, quantity, price } of lines) {
    visits.rewards += quantity;
    visits.cheapest = Math.min(visits.cheapest, price);
    count(visits.of, rewardId, quantity);
  }
}

/** What was put back again is no slip. */
function countReversal(
  { returns, slips }: LedgerRole,
  { data: { entry, entryIs, lines, on } }: EntryReversed,
): void {
  const undone = entry.kind === 'redemption' ? returns : slips;
  if (lines !== undefined || !UNDONE.includes(entry.kind)) return;
  const sign = entryIs === 'out' ? 1 : -1;
  undone.made += sign;
  undone.days += sign * daysBetween(entry.on, on);
}

const UNDONE: readonly string[] = ['redemption', 'matter', 'claim'];

function countCorrection({ corrections }: LedgerRole, { data }: ScoreCorrected): void {
  corrections.made += 1;
  if (data.corrects !== undefined) corrections.named += 1;
  count(corrections.points, data.requested ?? data.points);
}

/** Adds to the count of a key. */
export function count<K>(counts: Counts<K>, key: K, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function add(months: number[], month: number): void {
  months[month] = (months[month] ?? 0) + 1;
}

function noMonths(): number[] {
  return Array.from({ length: 12 }, () => 0);
}

function monthOfYear(date: string): number {
  return Number(date.slice(5, 7)) - 1;
}

function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);
}
