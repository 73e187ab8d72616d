import type { BankEvent, EntryVerified } from '../../account/events/event.js';
import type { ItemRule, LimitRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { isByQuantity } from '../../rules/score.js';
import { dayFromNumber, dayNumber } from '../../values/calendar.js';
import { text } from '../../values/text.js';
import { isRolling, spanOn } from '../../values/window.js';
import { type CountedEntry, countedEntries, freedBy } from '../counted-entries.js';
import {
  firstOf,
  type History,
  histories,
  isCounted,
  isScored,
  type Law,
  type ScoredEvent,
  unequal,
} from '../law.js';
import { heldOn, movesOf } from '../moves.js';
import { standing } from '../standing.js';
import { expectedScore, heldSince } from './scoring.js';

/** How much of a limit something uses. */
function useOf({ counts, unit }: LimitRule, { points, entries, quantities }: CountedEntry): number {
  switch (counts) {
    case 'points':
    case 'balance':
      return points;
    case 'deductions':
      return Math.max(-points, 0);
    case 'entries':
      return entries;
    case 'quantity':
      return Math.abs(quantities[unit ?? ''] ?? 0) / 100;
  }
}

/** Whether a limit of a role covers an item. */
function covers({ counts, items, unit }: LimitRule, role: RoleRule, item: string): boolean {
  if (items !== undefined) return items.includes(item);
  const scoring = role.items[item]?.scoring;
  if (counts === 'quantity') return scoring !== undefined && 'unit' in scoring && scoring.unit === unit;
  return true;
}

/** Of whom, when and by which rules a limit is looked at. */
type Look = {
  readonly on: string;
  readonly memberId: string | undefined;
  readonly role: RoleRule;
  readonly ruleSet: RuleSet;
};

/** How much of a limit is used in the fullest of its windows that hold a day, or how much is held at most from the day on. */
function usedBefore(before: readonly BankEvent[], limit: LimitRule, look: Look): number {
  const { on, memberId, role, ruleSet } = look;
  if (limit.counts === 'balance') {
    const moves = movesOf(before);
    const days = [on, ...moves.map((move) => move.on).filter((day) => day > on)];
    return Math.max(...days.map((day) => heldOn(moves, day, ruleSet).held));
  }
  const isCovered = (one: Pick<CountedEntry, 'item' | 'memberId'>): boolean =>
    covers(limit, role, one.item) && (limit.each === undefined || one.memberId === memberId);
  const entries = countedEntries(before).filter(isCovered);
  return Math.max(
    ...windowsWith(limit, before, [on, ...entries.map((one) => one.on)], on, ruleSet).map(({ from, to }) => {
      const isIn = (day: string): boolean => day >= from && day <= to;
      // Hundredths of quantities are not exact in binary.
      const used = entries
        .filter((one) => isIn(one.on))
        .reduce((sum, one) => sum + Math.round(useOf(limit, one) * 100), 0);
      const freed = freedBy(before, (one) => isCovered(one) && isIn(one.on));
      return used / 100 - (limit.counts === 'points' ? freed : 0);
    }),
  );
}

/** The windows of a limit that hold a day; one that is counted back may end on any of some days. */
function windowsWith(
  { per }: LimitRule,
  [opening]: readonly BankEvent[],
  days: readonly string[],
  on: string,
  { calendar }: RuleSet,
): { readonly from: string; readonly to: string }[] {
  const openedOn = opening?.data.on ?? on;
  const ends = isRolling(per) ? days.filter((day) => day >= on) : [on];
  return ends
    .map((end) => spanOn(per, end, openedOn, calendar))
    .filter(({ first }) => first <= dayNumber(on))
    .map(({ first, last }) => ({ from: dayFromNumber(first), to: dayFromNumber(last) }));
}

/** The points after all limits, in the rule set's order, and after the floor under deductions, from what stood before the event. */
function expectedPoints(
  { events, role }: History,
  event: ScoredEvent | EntryVerified,
  on: string,
  ruleSet: RuleSet,
): number {
  const before = standing(events.slice(0, events.indexOf(event)));
  const { item, matter, quantity, scored } = event.data;
  const memberId = memberOf(events, event);
  // What the matter's other entry leaves is checked by `one-matter-once`.
  let points = matter === undefined ? scored : Math.min(scored, matter.maximum - matter.held);
  for (const limit of Object.values(role?.limits ?? {})) {
    if (role === undefined || !covers(limit, role, item)) continue;
    const room = Math.max(0, limit.maximum - usedBefore(before, limit, { on, memberId, role, ruleSet }));
    const rule = role.items[item] as ItemRule;
    points = pointsWithin(limit, room, points, {
      quantity,
      scoreOf: (fitting) =>
        isByQuantity(rule.scoring)
          ? expectedScore(rule, { ...event.data, on, quantity: fitting }, { standing: before, ruleSet })
          : 0,
    });
  }
  const stops = points < 0 && ruleSet.entries.floor === 'stop-at-zero';
  return stops ? Math.max(points, 0 - heldSince({ standing: before, ruleSet }, on)) : points;
}

/** The points of an entry that fit the room. Gains are not deductions, and deductions no gains. */
function pointsWithin(
  { counts }: LimitRule,
  room: number,
  points: number,
  {
    quantity = 0,
    scoreOf,
  }: {
    readonly quantity: number | undefined;
    readonly scoreOf: (quantity: number) => number | undefined;
  },
): number {
  const gain = Math.max(points, 0);
  switch (counts) {
    case 'points':
    case 'balance':
      return Math.min(gain, room) + Math.min(points, 0);
    case 'deductions':
      return gain - Math.min(Math.max(-points, 0), room);
    case 'entries':
      return room === 0 ? Math.min(points, 0) : points;
    case 'quantity': {
      const fitting = quantity <= room ? points : (scoreOf(room) ?? 0);
      return points < 0 ? Math.max(points, fitting) : Math.min(points, fitting);
    }
  }
}

/** The member whom an entry names, or the one that a verification is about. */
function memberOf(events: readonly BankEvent[], event: ScoredEvent | EntryVerified): string | undefined {
  if (event.type === 'ActivityCredited') return event.data.memberId;
  if (event.type === 'PostClaimed') return undefined;
  const { verifies, entryOn, item } = event.data;
  const before = standing(events.slice(0, events.indexOf(event)));
  const waiting = before.find(
    (one) =>
      one.type === 'ActivityCredited' &&
      one.data.pending === true &&
      one.data.item === item &&
      one.data.matterId === verifies.id &&
      one.data.capacity === verifies.capacity &&
      one.data.on === entryOn,
  );
  return waiting?.type === 'ActivityCredited' ? waiting.data.memberId : undefined;
}

/**
 * Whether a correction frees room under a limit, or a deduction was undone. Such a window may be filled beyond what its entries show, so
 * `limit-exact` alone checks it.
 */
function freesAny({ events }: History): boolean {
  return events.some(
    (event) =>
      (event.type === 'ScoreCorrected' && event.data.freesRoom) ||
      (event.type === 'EntryReversed' && event.data.entryIs === 'out' && event.data.assessment > 0),
  );
}

/** The laws of limits. */
export const LIMIT_LAWS: readonly Law[] = [
  {
    name: 'limit-exact',
    clause: ({ clauses }) => clauses.entries,
    title: text('上限只减应减之分', 'a limit takes exactly the points that do not fit'),
    broken: (run) =>
      firstOf(histories(run), (history) =>
        firstOf(history.events, (event) => {
          if (!isScored(event) && event.type !== 'EntryVerified') return undefined;
          const { item, points } = event.data;
          const on = event.type === 'EntryVerified' ? event.data.entryOn : event.data.on;
          const expected = expectedPoints(history, event, on, run.subject.ruleSet);
          return unequal(`the points of '${item}' on ${on}`, points, expected);
        }),
      ),
  },
  {
    name: 'limit-kept',
    clause: ({ roles }) =>
      Object.values(roles).flatMap(({ limits }) => Object.values(limits))[0]?.clause ?? '',
    title: text('任何累计期内都不超过上限', 'no window exceeds a limit'),
    broken: (run) =>
      firstOf(
        histories(run).filter((history) => !freesAny(history)),
        (history) => limitsKept(history, run.subject.ruleSet),
      ),
  },
  {
    name: 'room-to-receive',
    clause: ({ transfer, clauses }) => transfer?.clause ?? clauses.accounts,
    title: text(
      '转入积分不超过可持有的上限',
      'points are received only where a limit on what is held has room',
    ),
    broken: (run) =>
      firstOf(histories(run), ({ role, events, id }) =>
        firstOf(events.entries(), ([at, event]) => {
          if (role === undefined || event.type !== 'PointsReceived') return undefined;
          const { on, points } = event.data;
          const look = { on, memberId: undefined, role, ruleSet: run.subject.ruleSet };
          const full = Object.entries(role.limits).find(
            ([, limit]) =>
              limit.counts === 'balance' &&
              limit.items === undefined &&
              usedBefore(events.slice(0, at), limit, look) + points > limit.maximum,
          );
          return full === undefined ? undefined : `${id} received ${points} above limit '${full[0]}'`;
        }),
      ),
  },
];

function limitsKept({ role, events, id }: History, ruleSet: RuleSet): string | undefined {
  if (role === undefined) return undefined;
  return firstOf(Object.entries(role.limits), ([name, limit]) => {
    // A quantity is recorded whole, and what is held changes with everything that happens.
    if (limit.counts === 'quantity' || limit.counts === 'balance') return undefined;
    const stands = standing(events).filter((event) => event.type === 'AccountOpened' || isCounted(event));
    return firstOf(stands.entries(), ([at, event]) => {
      if (!('item' in event.data) || !covers(limit, role, event.data.item)) return undefined;
      const { on, points } = event.data;
      const memberId = event.type === 'ActivityCredited' ? event.data.memberId : undefined;
      const isGain = limit.counts === 'deductions' ? points < 0 : points > 0;
      // An opening scores what the rules give it, whatever the limits.
      if (event.type === 'AccountOpened' || !isGain) return undefined;
      // An entry that a limit left nothing is recorded, and uses no room.
      const counted = stands
        .slice(0, at + 1)
        .filter(
          (one) =>
            limit.counts !== 'entries' ||
            one.type === 'AccountOpened' ||
            ('points' in one.data && one.data.points > 0),
        );
      const used = usedBefore(counted, limit, { on, memberId, role, ruleSet });
      if (used <= limit.maximum) return undefined;
      return `${id} has ${used} under limit '${name}' on ${on}, above ${limit.maximum}`;
    });
  });
}
