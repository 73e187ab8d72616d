import type { BankEvent, EntryVerified } from '../../account/events/event.js';
import type { ItemRule, LimitRule } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { type Calendar, windowOf } from '../../values/window.js';
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
import { standing } from '../standing.js';

/** The points of an entry before limits, computed in fractions of a unit and not as the library does. */
function expectedScore({ scoring }: ItemRule, { data }: ScoredEvent): number | undefined {
  if (scoring.by === 'fixed') return scoring.points;
  if (scoring.by === 'difficulty') return scoring.points[data.difficulty ?? ''];
  const units = Math.min(data.quantity ?? 0, scoring.maximum ?? Number.POSITIVE_INFINITY) / scoring.each;
  // Decimals of hours are not exact in binary, so a quotient very close to a whole number is that number.
  const whole = Math.abs(units - Math.round(units)) < 1e-9 ? Math.round(units) : units;
  const rounded = { down: Math.floor(whole), up: Math.ceil(whole), nearest: Math.floor(whole + 0.5) }[
    scoring.rounding
  ];
  return rounded * scoring.points;
}

/** The part of a limit that the entries standing before an event used in the window of a day, from the events alone. */
function usedBefore(
  before: readonly BankEvent[],
  limit: LimitRule,
  on: string,
  calendar: Calendar | undefined,
): number {
  const { key } = windowOf(limit.per, on, calendar);
  const isMeant = (item: string, day: string): boolean =>
    limit.items.includes(item) && windowOf(limit.per, day, calendar).key === key;
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
  calendar: Calendar | undefined,
): number {
  const before = standing(events.slice(0, events.indexOf(event)));
  const { matter } = event.data;
  // What the matter's other entry leaves is checked by `one-matter-once`.
  let points = matter === undefined ? scored : Math.min(scored, matter.maximum - matter.held);
  for (const limit of Object.values(role?.limits ?? {})) {
    if (!limit.items.includes(event.data.item)) continue;
    const room = Math.max(0, limit.maximum - usedBefore(before, limit, on, calendar));
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
      eachScored(run, ({ role, id }, event) => {
        const rule = itemRuleOf(role, event);
        if (rule === undefined)
          return `${id} was credited under '${event.data.item}', which its role does not have`;
        return unequal(
          `the score of '${event.data.item}' on ${event.data.on}`,
          event.data.scored,
          expectedScore(rule, event),
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
          const expected = expectedPoints(history, event, on, scored, run.subject.ruleSet.calendar);
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
        (history) => limitKept(history, run.subject.ruleSet.calendar),
      ),
  },
];

function limitKept({ role, events, id }: History, calendar: Calendar | undefined): string | undefined {
  return firstOf(Object.entries(role?.limits ?? {}), ([limit, rule]) => {
    const sums = handedUnder(events, rule, calendar);
    return firstOf(standing(events), (event) => {
      if (event.type !== 'AccountOpened' && !isCounted(event)) return undefined;
      if (!rule.items.includes(event.data.item)) return undefined;
      const counted = rule.counts === 'points' ? event.data.points : Number(event.data.points > 0);
      const { key } = windowOf(rule.per, event.data.on, calendar);
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
function handedUnder(
  events: readonly BankEvent[],
  { counts, items, per }: LimitRule,
  calendar: Calendar | undefined,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const handed of handedOnTo(events).flatMap((of) => of.items)) {
    if (!items.includes(handed.item)) continue;
    const { key } = windowOf(per, handed.on, calendar);
    const used = counts === 'points' ? handed.points - (handed.freed ?? 0) : handed.entries;
    sums.set(key, (sums.get(key) ?? 0) + used);
  }
  return sums;
}
