import type { CompiledItem, NamedLimit } from '../../rules/compiled.js';
import type { ReadingsRested } from '../../rules/readings.js';
import { NOTHING, type Rests } from '../../rules/rests.js';
import type { LimitRule } from '../../rules/rule-set.js';
import { dayFromNumber, monthNumber, monthOfDay } from '../../values/calendar.js';
import { deepFreeze, own } from '../../values/json.js';
import { amountIn, countIn } from '../../values/monthly.js';
import type { Mutable } from '../../values/mutable.js';
import { resetsOn, type Window, windowOf } from '../../values/window.js';
import type { LimitApplied, LimitEntry } from '../events/event.js';
import type { OpenedAccount } from '../state/account.js';
import { eachLimited } from '../state/limited.js';

/** What the limits of an item leave of an entry's points, and the readings that this rests on. */
export type Limited = {
  readonly points: number;
  readonly limits: readonly LimitApplied[];
  readonly rested: ReadingsRested;
  /** The limit that the entry is refused by. */
  readonly refusedBy?: Refusing;
};

/** A limit that refuses an entry. */
export type Refusing = { readonly rule: NamedLimit; readonly applied: LimitApplied };

/**
 * Puts an item's limits to an entry, in the rule set's order: each takes from what the ones before it left. Every limit is read in
 * the window of the entry's own day.
 */
export function limit(
  { also }: Rests,
  account: OpenedAccount,
  item: CompiledItem,
  on: string,
  scored: number,
): Limited {
  let points = scored;
  let rested = NOTHING;
  const limits: LimitApplied[] = [];
  for (const rule of item.limits) {
    const window = windowOf(rule.per, on);
    const used = usedUnder(account, rule, window);
    const asked = rule.counts === 'points' ? Math.max(points, 0) : 1;
    const room = Math.max(rule.maximum - used, 0);
    const fits = asked <= room;
    // Entries that do not fit have no room; a deduction is not a gain to be capped.
    const left = fits ? points : Math.min(points, room);
    const applied = describe(account, rule, on, window, used, points - left);
    const refused = !fits && (rule.beyond === 'refuse' || (rule.beyond === 'trim-then-refuse' && room === 0));
    if (refused) return { points: 0, limits: [], rested, refusedBy: { rule, applied } };
    points = left;
    limits.push(applied);
    rested = also(rested, applied.took === 0 ? rule.restedOnRoom : rule.rested);
  }
  return { points, limits, rested };
}

/** Whether a limit that is not in the rules would take something from the entry if another answer put it there. */
export function wouldTake(account: OpenedAccount, rule: NamedLimit, on: string, scored: number): boolean {
  if (scored <= 0) return false;
  const asked = rule.counts === 'points' ? scored : 1;
  // Most accounts have not earned so much in their lives; only then is the window looked at.
  if (rule.counts === 'points' && account.earned + asked <= rule.maximum) return false;
  return usedUnder(account, rule, windowOf(rule.per, on)) + asked > rule.maximum;
}

/** What a window already holds under a limit. */
export function usedUnder(account: OpenedAccount, rule: LimitRule, window: Window): number {
  const [first, last] = [monthNumber(window.first), monthNumber(window.last)];
  let used = 0;
  for (const item of rule.items) {
    const record = own(account.items, item);
    if (record === undefined) continue;
    used +=
      rule.counts === 'points'
        ? amountIn(record.months, first, last) - amountIn(record.freed ?? [], first, last)
        : countIn(record.months, first, last);
  }
  return used;
}

function describe(
  account: OpenedAccount,
  rule: NamedLimit,
  on: string,
  window: Window,
  used: number,
  took: number,
): LimitApplied {
  const { id, clause, title, counts, maximum, per } = rule;
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
  const resets = resetsOn(per, on);
  if (resets !== undefined) applied.resetsOn = resets;
  if (took !== 0) applied.usedBy = deepFreeze(entriesUnder(account, rule, window)) as LimitEntry[];
  return Object.freeze(applied);
}

/** The earlier entries that used the room, by their days. */
function entriesUnder(account: OpenedAccount, rule: NamedLimit, { first, last }: Window): LimitEntry[] {
  const [firstMonth, lastMonth] = [monthNumber(first), monthNumber(last)];
  const entries: (Omit<LimitEntry, 'on'> & { readonly day: number })[] = [];
  for (const item of rule.items) {
    eachLimited(own(account.items, item)?.limited ?? [], (id, day, points) => {
      const month = monthOfDay(day);
      if (points === 0 || month < firstMonth || month > lastMonth) return;
      entries.push({ item, id, day, points });
    });
  }
  return entries
    .sort((a, b) => a.day - b.day)
    .map(({ item, id, day, points }) => ({ item, id, on: dayFromNumber(day), points }));
}
