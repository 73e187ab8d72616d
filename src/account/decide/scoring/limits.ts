import type { CompiledItem, CompiledRules, NamedLimit } from '../../../rules/compiled.js';
import { NO_READINGS, type ReadingsUsed } from '../../../rules/readings-used.js';
import type { LimitRule } from '../../../rules/rule-set.js';
import { dayFromNumber } from '../../../values/calendar.js';
import { amountIn, countIn } from '../../../values/daily.js';
import { deepFreeze, own } from '../../../values/json.js';
import type { Mutable } from '../../../values/mutable.js';
import { dayAfterWindow, type Window, windowOf } from '../../../values/window.js';
import type { LimitApplied, LimitEntry } from '../../events/event.js';
import { folded, type OpenedAccount } from '../../state/account.js';
import { eachLimited } from '../../state/limited-entries.js';
import { refuse } from '../outcome.js';

/** What the limits of an item leave of an entry's points, and the readings used. */
export type Limited = {
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
  on: string,
  scored: number,
): Limited {
  let points = scored;
  let readings = NO_READINGS;
  const limits: LimitApplied[] = [];
  for (const limit of item.limits) {
    const window = windowOf(limit.per, on, rules.ruleSet.calendar);
    const used = usedUnder(account, limit, window);
    const asked = limit.counts === 'points' ? Math.max(points, 0) : 1;
    const room = Math.max(limit.maximum - used, 0);
    const fits = asked <= room;
    // A deduction is not a gain to be capped.
    const left = fits ? points : Math.min(points, room);
    const applied = limitApplied(account, limit, window, used, points - left);
    if (!fits && (limit.beyond === 'refuse' || (limit.beyond === 'trim-then-refuse' && room === 0))) {
      const facts = { item: item.id, title: item.rule.title, scored, limit: applied };
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
  on: string,
  scored: number,
): boolean {
  if (scored <= 0) return false;
  const asked = limit.counts === 'points' ? scored : 1;
  // An account that has not earned so much in its life has not in any window.
  if (limit.counts === 'points' && account.earned + asked <= limit.maximum) return false;
  return usedUnder(account, limit, windowOf(limit.per, on, rules.ruleSet.calendar)) + asked > limit.maximum;
}

/** Every limit of an item has room for points that come back to it. */
export function requireRoom(
  rules: CompiledRules,
  account: OpenedAccount,
  item: CompiledItem,
  on: string,
  points: number,
): void {
  for (const limit of item.limits) {
    const window = windowOf(limit.per, on, rules.ruleSet.calendar);
    const used = usedUnder(account, limit, window);
    const asked = limit.counts === 'points' ? Math.max(points, 0) : 1;
    if (asked === 0 || used + asked <= limit.maximum) continue;
    const applied = limitApplied(account, limit, window, used, points);
    const facts = { item: item.id, title: item.rule.title, scored: points, limit: applied };
    refuse('limit-reached', limit.clause, facts, rules.union(limit.readings.took, NO_READINGS));
  }
}

/** What a window already holds under a limit. */
export function usedUnder(account: OpenedAccount, limit: LimitRule, window: Window): number {
  const { first, last } = window;
  let used = 0;
  for (const item of limit.items) {
    const record = own(folded(account).items, item);
    if (record === undefined) continue;
    used +=
      limit.counts === 'points'
        ? amountIn(record.days, first, last) - amountIn(record.freed ?? [], first, last)
        : countIn(record.days, first, last);
  }
  return used;
}

/** What the event tells of a limit: its use before the entry, what it took, and the entries that had used the room. */
function limitApplied(
  account: OpenedAccount,
  limit: NamedLimit,
  window: Window,
  used: number,
  took: number,
): LimitApplied {
  const { id, clause, title, counts, maximum, per } = limit;
  const applied: Mutable<LimitApplied> = {
    limit: id,
    clause,
    title,
    counts,
    maximum,
    per,
    window: window.key,
    used,
    took,
  };
  const resets = dayAfterWindow(window);
  if (resets !== undefined) applied.resetsOn = resets;
  if (took !== 0) applied.usedBy = deepFreeze(entriesUnder(account, limit, window)) as LimitEntry[];
  return Object.freeze(applied);
}

/** The earlier entries that used the room, by their days. */
function entriesUnder(account: OpenedAccount, limit: NamedLimit, window: Window): LimitEntry[] {
  const { first, last } = window;
  const entries: (Omit<LimitEntry, 'on'> & { readonly day: number })[] = [];
  for (const item of limit.items) {
    eachLimited(own(folded(account).items, item)?.limited ?? [], (id, day, points) => {
      if (points === 0 || day < first || day > last) return;
      entries.push({ item, id, day, points });
    });
  }
  return entries
    .sort((a, b) => a.day - b.day)
    .map(({ item, id, day, points }) => ({ item, id, on: dayFromNumber(day), points }));
}
