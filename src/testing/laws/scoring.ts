import type { BankEvent, EntryVerified } from '../../account/events/event.js';
import type { ItemRule, Lapse, LimitRule, QuantityScoring, Scoring } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { type WindowKind, windowOf } from '../../values/window.js';
import {
  eachScored,
  firstOf,
  type History,
  handedOnTo,
  histories,
  isCounted,
  isScored,
  itemRuleOf,
  type Law,
  type ScoredEvent,
  unequal,
} from '../law.js';
import { heldOn, type Move, movesOf } from '../moves.js';
import { standing } from '../standing.js';

/** The points of an entry before limits, computed in fractions of a unit and not as the library does. */
function expectedScore(
  { scoring, factors }: ItemRule,
  event: ScoredEvent,
  before: Before,
): number | undefined {
  const plain = plainScore(scoring, event, before);
  const times = Object.values(factors ?? {})
    .filter(({ from, until }) => from <= event.data.on && event.data.on <= until)
    .map((factor) => factor.times);
  if (plain === undefined || times.length === 0) return plain;
  const most = Math.round(Math.max(...times) * 100);
  return Math.trunc((plain * most) / 100) + 0;
}

/** What stood before an entry, and how points lapse. */
type Before = { readonly standing: readonly BankEvent[]; readonly lapse: Lapse | undefined };

function plainScore(scoring: Scoring, { data }: ScoredEvent, before: Before): number | undefined {
  switch (scoring.by) {
    case 'fixed':
      return scoring.points;
    case 'difficulty':
      return scoring.points[data.difficulty ?? ''];
    case 'balance':
      return 0 - heldSince(before, data.on);
    case 'quantity':
    case 'bands': {
      const { quantity = 0 } = data;
      if (scoring.over === undefined) return pointsOf(scoring, quantity);
      const earlier = addedBefore(before.standing, data, scoring.over);
      return pointsOf(scoring, earlier + quantity) - pointsOf(scoring, earlier);
    }
  }
}

/** The points of a quantity: those of its band, or of each unit. */
function pointsOf(scoring: QuantityScoring, quantity: number): number {
  // Sums of decimals are not exact in binary.
  const counted = Math.round(Math.min(quantity, scoring.maximum ?? quantity) * 100) / 100;
  const rate = scoring.by === 'quantity' ? scoring : scoring.bands.findLast(({ from }) => from <= counted);
  if (rate === undefined) return 0;
  if (rate.each === undefined) return rate.points;
  const units = counted / rate.each;
  // A quotient very close to a whole number is that number.
  const whole = Math.abs(units - Math.round(units)) < 1e-9 ? Math.round(units) : units;
  const rounded = { down: Math.floor(whole), up: Math.ceil(whole), nearest: Math.floor(whole + 0.5) }[
    scoring.rounding ?? 'down'
  ];
  return rounded * rate.points;
}

/** The quantities of an item's entries that stood in the window of a day, and those that were handed on. */
function addedBefore(
  before: readonly BankEvent[],
  { item, on, unit }: ScoredEvent['data'],
  over: WindowKind,
): number {
  const { key } = windowOf(over, on);
  const isMeant = (of: { readonly item: string; readonly on: string }): boolean =>
    of.item === item && windowOf(over, of.on).key === key;
  const handed = handedOnTo(before)
    .flatMap(({ items }) => items.filter(isMeant))
    .flatMap(({ quantities = [] }) => quantities.filter((one) => one.unit === unit));
  const own = before.filter(isCounted).filter(({ data }) => isMeant(data));
  return (
    handed.reduce((sum, one) => sum + one.quantity, 0) +
    own.reduce((sum, { data }) => sum + (data.quantity ?? 0), 0)
  );
}

/** What was held on a day and is still covered on every later day: never below 0. */
function heldSince({ standing: before, lapse }: Before, on: string): number {
  const moves = movesOf(before);
  const days = [on, ...moves.map((move) => move.on).filter((day) => day > on)];
  const debts = days.map((day) => heldOn(moves, day, lapse).debt);
  const isCovered = (points: number): boolean => {
    const taken: Move = { of: 'earned', on, points: 0 - points };
    return days.every((day, i) => heldOn([...moves, taken], day, lapse).debt <= (debts[i] ?? 0));
  };
  let held = Math.max(heldOn(moves, on, lapse).held, 0);
  while (held > 0 && !isCovered(held)) held -= 1;
  return held;
}

/** The part of a limit that the entries standing before an event used in the window of a day, from the events alone. */
function usedBefore(before: readonly BankEvent[], limit: LimitRule, on: string): number {
  const { key } = windowOf(limit.per, on);
  const isMeant = (item: string, day: string): boolean =>
    limit.items.includes(item) && windowOf(limit.per, day).key === key;
  let used = 0;
  for (const { items } of handedOnTo(before)) {
    for (const { item, on: day, points, entries, freed = 0 } of items) {
      if (isMeant(item, day)) used += limit.counts === 'points' ? points - freed : entries;
    }
  }
  for (const earlier of before) {
    if (earlier.type !== 'AccountOpened' && !isCounted(earlier)) continue;
    if (isMeant(earlier.data.item, earlier.data.on))
      used += limit.counts === 'points' ? earlier.data.points : 1;
  }
  return limit.counts === 'points' ? used - freedBy(before, isMeant) : used;
}

/** The points that corrections returned to a limit: never more than a matter holds. */
function freedBy(events: readonly BankEvent[], isMeant: (item: string, day: string) => boolean): number {
  const freed = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'ScoreCorrected' || !event.data.freesRoom) continue;
    const { corrects, points } = event.data;
    if (corrects === undefined || !isMeant(corrects.item, corrects.on)) continue;
    const key = JSON.stringify([corrects.item, corrects.id, corrects.on]);
    freed.set(key, Math.min(corrects.points, (freed.get(key) ?? 0) - points));
  }
  return [...freed.values()].reduce((sum, points) => sum + points, 0);
}

/** The points after all limits, in the rule set's order, from what stood before the event. */
function expectedPoints(
  { events, role }: History,
  event: ScoredEvent | EntryVerified,
  on: string,
  scored: number,
): number {
  const before = standing(events.slice(0, events.indexOf(event)));
  const { matter } = event.data;
  // What the matter's other entry leaves is checked by `one-matter-once`.
  let points = matter === undefined ? scored : Math.min(scored, matter.maximum - matter.held);
  for (const limit of Object.values(role?.limits ?? {})) {
    if (!limit.items.includes(event.data.item)) continue;
    const room = Math.max(0, limit.maximum - usedBefore(before, limit, on));
    if (limit.counts === 'points') points = Math.min(points, Math.max(room, Math.min(points, 0)));
    else if (room === 0 && points > 0) points = 0;
  }
  return points;
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

/** The laws of points and limits. */
export const SCORING_LAWS: readonly Law[] = [
  {
    name: 'points-by-rule',
    clause: ({ clauses }) => clauses.entries,
    title: text('每一事项按其规则计分', 'every entry scores by the rule of its item'),
    broken: (run) =>
      eachScored(run, ({ role, id, events }, event) => {
        const rule = itemRuleOf(role, event);
        if (rule === undefined)
          return `${id} was credited under '${event.data.item}', which its role does not have`;
        const before = {
          standing: standing(events.slice(0, events.indexOf(event))),
          lapse: run.subject.ruleSet.redemption.carryOver.lapse,
        };
        return unequal(
          `the score of '${event.data.item}' on ${event.data.on}`,
          event.data.scored,
          expectedScore(rule, event, before),
        );
      }),
  },
  {
    name: 'limit-exact',
    clause: ({ clauses }) => clauses.entries,
    title: text('上限只减应减之分', 'a limit takes exactly the points that do not fit'),
    broken: (run) =>
      firstOf(histories(run), (history) =>
        firstOf(history.events, (event) => {
          if (!isScored(event) && event.type !== 'EntryVerified') return undefined;
          const { item, points, scored } = event.data;
          const on = event.type === 'EntryVerified' ? event.data.entryOn : event.data.on;
          const expected = expectedPoints(history, event, on, scored);
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
        limitKept,
      ),
  },
];

function limitKept({ role, events, id }: History): string | undefined {
  return firstOf(Object.entries(role?.limits ?? {}), ([limit, rule]) => {
    const sums = handedUnder(events, rule);
    return firstOf(standing(events), (event) => {
      if (event.type !== 'AccountOpened' && !isCounted(event)) return undefined;
      if (!rule.items.includes(event.data.item)) return undefined;
      const counted = rule.counts === 'points' ? event.data.points : Number(event.data.points > 0);
      const { key } = windowOf(rule.per, event.data.on);
      const sum = (sums.get(key) ?? 0) + counted;
      sums.set(key, sum);
      // An opening scores whatever was handed on to it.
      const isOwn = event.type !== 'AccountOpened' || event.data.continues === undefined;
      if (!isOwn || sum <= rule.maximum || counted <= 0) return undefined;
      return `${id} has ${sum} under limit '${limit}' in ${key}, above ${rule.maximum}`;
    });
  });
}

/** What closed accounts handed on under a limit, by window. */
function handedUnder(events: readonly BankEvent[], { counts, items, per }: LimitRule): Map<string, number> {
  const sums = new Map<string, number>();
  for (const handed of handedOnTo(events).flatMap((of) => of.items)) {
    if (!items.includes(handed.item)) continue;
    const { key } = windowOf(per, handed.on);
    const used = counts === 'points' ? handed.points - (handed.freed ?? 0) : handed.entries;
    sums.set(key, (sums.get(key) ?? 0) + used);
  }
  return sums;
}
