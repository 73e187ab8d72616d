import type { CompiledItem, CompiledRules, NamedLimit } from '../../../rules/compiled.js';
import { NO_READINGS, type ReadingsUsed } from '../../../rules/readings-used.js';
import { dayFromNumber } from '../../../values/calendar.js';
import { deepFreeze, own } from '../../../values/json.js';
import type { Mutable } from '../../../values/mutable.js';
import { isRolling } from '../../../values/window.js';
import type { LimitApplied, LimitEntry } from '../../events/event.js';
import { folded, type OpenedAccount } from '../../state/account.js';
import { eachLimited } from '../../state/booking/limited-entries.js';
import type { LimitUse } from '../../state/figures/measured.js';
import { memberOfEntry } from '../../state/records.js';
import { refuse } from '../outcome.js';
import { type LimitAsked, roomAgainOn, useOn } from './limit-use.js';

/** What an entry asks of limits. */
export type LimitedEntry = {
  readonly on: string;
  readonly points: number;
  readonly quantity?: number | undefined;
  readonly memberId?: string | undefined;
};

/** An entry, and what another quantity would score in the place of the one that it states. */
export type ScorableEntry = LimitedEntry & { readonly scoredFor: (quantity: number) => number };

/** What the limits of an item leave of an entry's points, and the readings used. */
export type LimitedPoints = {
  readonly points: number;
  readonly limits: readonly LimitApplied[];
  readonly readings: ReadingsUsed;
};

/**
 * Applies an item's limits to an entry, in the rule set's order: each takes from what the ones before it left, over the window of the
 * entry's own day. A limit may refuse the entry.
 */
export function applyLimits(
  rules: CompiledRules,
  account: OpenedAccount,
  item: CompiledItem,
  entry: ScorableEntry,
): LimitedPoints {
  const { on, quantity, memberId, scoredFor } = entry;
  let { points } = entry;
  let readings = NO_READINGS;
  const limits: LimitApplied[] = [];
  for (const limit of item.limits) {
    const now = { on, points, quantity, memberId, scoredFor };
    const use = useOn(account, limit, on, rules.ruleSet, memberId);
    const room = Math.max(limit.maximum - use.used, 0);
    const fits = asksOf(limit, now) <= room;
    const left = fits ? points : pointsWithin(limit, now, room);
    const isRefused = !fits && refusesBeyond(limit, room);
    const applied = limitApplied(rules, account, limit, now, { use, left, isRefused });
    if (isRefused) {
      const facts = { item: item.id, title: item.rule.title, scored: entry.points, limit: applied };
      refuse('limit-reached', limit.clause, facts, limit.readings.took);
    }
    points = left;
    limits.push(applied);
    readings = rules.union(readings, applied.took === 0 ? limit.readings.fitted : limit.readings.took);
  }
  return { points, limits: Object.freeze(limits), readings };
}

/** Whether a limit that only another answer would put on the item would take something from the entry. */
export function wouldTake(
  rules: CompiledRules,
  account: OpenedAccount,
  limit: NamedLimit,
  entry: LimitedEntry,
): boolean {
  const asked = asksOf(limit, entry);
  if (asked <= 0 || entry.points === 0) return false;
  // An account that has not earned so much in its life has not in any window.
  if (limit.counts === 'points' && account.earned + asked <= limit.maximum) return false;
  return useOn(account, limit, entry.on, rules.ruleSet, entry.memberId).used + asked > limit.maximum;
}

/** Every limit of an item has room for an entry that comes back to it. */
export function requireRoom(
  rules: CompiledRules,
  account: OpenedAccount,
  item: CompiledItem,
  entry: ScorableEntry,
): void {
  for (const limit of item.limits) {
    const use = useOn(account, limit, entry.on, rules.ruleSet, entry.memberId);
    const asked = asksOf(limit, entry);
    const room = Math.max(limit.maximum - use.used, 0);
    if (asked <= room) continue;
    // What is beyond a limit may have scored nothing.
    if (!refusesBeyond(limit, room) && pointsWithin(limit, entry, room) === entry.points) continue;
    const applied = limitApplied(rules, account, limit, entry, { use, left: 0, isRefused: true });
    const facts = { item: item.id, title: item.rule.title, scored: entry.points, limit: applied };
    refuse('limit-reached', limit.clause, facts, rules.union(limit.readings.took, NO_READINGS));
  }
}

/** Whether a limit refuses what its room does not hold whole. */
function refusesBeyond({ beyond }: NamedLimit, room: number): boolean {
  return beyond === 'refuse' || (beyond === 'trim-then-refuse' && room === 0);
}

/** How much of a limit an entry asks for. A deduction is not a gain to be capped, and a gain no deduction. */
function asksOf({ counts }: NamedLimit, { points, quantity = 0 }: LimitedEntry): number {
  switch (counts) {
    case 'points':
    case 'balance':
      return Math.max(points, 0);
    case 'deductions':
      return Math.max(-points, 0);
    case 'entries':
      return 1;
    case 'quantity':
      return quantity;
  }
}

/** The points of an entry that are left where it asks for more than the room of a limit. */
function pointsWithin({ counts }: NamedLimit, { points, scoredFor }: ScorableEntry, room: number): number {
  if (counts === 'deductions') return room === 0 ? 0 : -room;
  if (counts !== 'quantity') return Math.min(points, room);
  // A band may give points for nothing at all.
  const fitting = room === 0 ? 0 : scoredFor(room);
  return points < 0 ? Math.max(points, fitting) : Math.min(points, fitting);
}

/** What a limit has used before an entry, what it leaves of its points, and whether it refuses it. */
type LimitOutcome = { readonly use: LimitUse; readonly left: number; readonly isRefused: boolean };

/** What an entry adds to what a limit counts, and from when on there is room: for an entry like one that is refused, or for more than now. */
function limitAsked(
  limit: NamedLimit,
  entry: LimitedEntry,
  { use, left, isRefused }: LimitOutcome,
): LimitAsked {
  const { beyond, maximum } = limit;
  const { on, memberId } = entry;
  const added = isRefused ? 0 : asksOf(limit, { ...entry, points: left });
  if (isRefused && beyond === 'refuse') {
    const asked = Math.min(asksOf(limit, entry), maximum);
    return { on, memberId, added, hasRoom: (used) => used + asked <= maximum };
  }
  const isFull = isRefused || left !== entry.points;
  const now = isFull ? maximum : Math.min(use.used + added, maximum);
  return { on, memberId, added, hasRoom: (used) => used < now || now === 0 };
}

/** What the event tells of a limit: its use before the entry, what it took, and the entries that had used the room. */
function limitApplied(
  { ruleSet }: CompiledRules,
  account: OpenedAccount,
  limit: NamedLimit,
  entry: LimitedEntry,
  outcome: LimitOutcome,
): LimitApplied {
  const { points, memberId } = entry;
  const { use, left } = outcome;
  const { window, used } = use;
  const { id, clause, title, counts, maximum, per, unit, each } = limit;
  const took = Math.abs(points - left);
  const applied: Mutable<LimitApplied> = {
    limit: id,
    clause,
    title,
    counts,
    maximum,
    per: isRolling(per) ? 'rolling' : per,
    window: window.key,
    used,
    took,
  };
  if (unit !== undefined) applied.unit = unit;
  if (each !== undefined) applied.each = each;
  const resets = roomAgainOn(account, limit, limitAsked(limit, entry, outcome), use, ruleSet);
  if (resets !== undefined) applied.resetsOn = resets;
  if (took !== 0 && counts !== 'balance') {
    applied.usedBy = deepFreeze(entriesUnder(account, limit, { window, used }, memberId)) as LimitEntry[];
  }
  return Object.freeze(applied);
}

/** The earlier entries that used the room, by their days. */
function entriesUnder(
  account: OpenedAccount,
  limit: NamedLimit,
  { window: { first, last } }: LimitUse,
  memberId: string | undefined,
): LimitEntry[] {
  const entries: (Omit<LimitEntry, 'on'> & { readonly day: number })[] = [];
  for (const item of limit.items) {
    const record = own(folded(account).items, item);
    if (record === undefined) continue;
    eachLimited(record.limited ?? [], (id, day, points) => {
      if (points === 0 || day < first || day > last) return;
      if (limit.each === 'member' && memberOfEntry(record, id, day) !== memberId) return;
      entries.push({ item, id, day, points });
    });
  }
  return entries
    .sort((a, b) => a.day - b.day)
    .map(({ item, id, day, points }) => ({ item, id, on: dayFromNumber(day), points }));
}
