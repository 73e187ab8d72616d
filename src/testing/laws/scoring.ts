import type { BankEvent } from '../../account/events/event.js';
import type { ItemRule, LimitRule } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { windowOf } from '../../values/window.js';
import {
  eachScored,
  firstOf,
  type History,
  histories,
  isScored,
  itemRuleOf,
  type Law,
  type ScoredEvent,
  unequal,
} from '../law.js';

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

/** The part of a limit that was used before an event, in its window, from the events alone. */
function usedBefore(history: History, limit: LimitRule, event: ScoredEvent): number {
  const { key } = windowOf(limit.per, event.data.on);
  let used = 0;
  for (const earlier of history.events) {
    if (earlier === event) break;
    const item = earlier.type === 'AccountOpened' || isScored(earlier) ? earlier.data.item : undefined;
    if (
      item !== undefined &&
      limit.items.includes(item) &&
      windowOf(limit.per, earlier.data.on).key === key
    ) {
      used += limit.counts === 'points' ? earlier.data.points : 1;
    }
    if (limit.counts === 'points') used -= freedBy(earlier, limit, key);
  }
  return used;
}

/** The points that a correction returned to a limit. */
function freedBy(event: BankEvent, limit: LimitRule, window: string): number {
  if (event.type !== 'ScoreCorrected' || !event.data.freesRoom) return 0;
  const { corrects, points } = event.data;
  if (corrects === undefined || !limit.items.includes(corrects.item)) return 0;
  return windowOf(limit.per, corrects.on).key === window ? Math.min(-points, corrects.points) : 0;
}

/** The points after all limits, in the rule set's order, from the history before the event. */
function expectedPoints(history: History, event: ScoredEvent, scored: number): number {
  let points = scored;
  for (const limit of Object.values(history.role?.limits ?? {})) {
    if (!limit.items.includes(event.data.item)) continue;
    const room = Math.max(0, limit.maximum - usedBefore(history, limit, event));
    if (limit.counts === 'points') points = Math.min(points, Math.max(room, Math.min(points, 0)));
    else if (room === 0 && points > 0) points = 0;
  }
  return points;
}

/** Whether a correction frees room under a limit. Such a window may be filled again, so `limit-exact` alone checks it. */
function freesAny({ events }: History): boolean {
  return events.some((event) => event.type === 'ScoreCorrected' && event.data.freesRoom);
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
      eachScored(run, (history, event) => {
        const rule = itemRuleOf(history.role, event);
        const scored = rule === undefined ? undefined : expectedScore(rule, event);
        if (scored === undefined) return undefined;
        const expected = expectedPoints(history, event, scored);
        return unequal(`the points of '${event.data.item}' on ${event.data.on}`, event.data.points, expected);
      }),
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
    const sums = new Map<string, number>();
    for (const event of events) {
      if (event.type !== 'AccountOpened' && !isScored(event)) continue;
      if (!rule.items.includes(event.data.item)) continue;
      const counted = rule.counts === 'points' ? event.data.points : Number(event.data.points > 0);
      const { key } = windowOf(rule.per, event.data.on);
      const sum = (sums.get(key) ?? 0) + counted;
      sums.set(key, sum);
      if (sum > rule.maximum && counted > 0)
        return `${id} has ${sum} under limit '${limit}' in ${key}, above ${rule.maximum}`;
    }
    return undefined;
  });
}
