import type { BankEvent } from '../../account/events/event.js';
import type { ItemRule, LimitRule, RoleRule } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { windowOf } from '../../values/window.js';
import { firstOf, isScored, itemRuleOf, type Law, roleOf, type ScoredEvent, unequal } from '../law.js';
import { eventsByAccount, type Run } from '../subject.js';

type History = {
  readonly id: string;
  readonly role: RoleRule | undefined;
  readonly events: readonly BankEvent[];
};

function histories({ events, subject }: Run): History[] {
  return [...eventsByAccount(events)].map(([id, of]) => ({
    id,
    role: roleOf(subject.ruleSet, of),
    events: of,
  }));
}

/** The points of an entry before limits, worked out in fractions of a unit and not as the library does. */
function expectedScore({ scoring }: ItemRule, { data }: ScoredEvent): number | undefined {
  if (scoring.by === 'fixed') return scoring.points;
  if (scoring.by === 'difficulty') return scoring.points[data.difficulty ?? ''];
  const units = Math.min(data.quantity ?? 0, scoring.maximum ?? Number.POSITIVE_INFINITY) / scoring.each;
  // A quotient a hair below a whole number is that number: decimals of hours are not exact in binary.
  const whole = Math.abs(units - Math.round(units)) < 1e-9 ? Math.round(units) : units;
  const rounded = { down: Math.floor(whole), up: Math.ceil(whole), nearest: Math.floor(whole + 0.5) }[
    scoring.rounding
  ];
  return rounded * scoring.points;
}

/** What a limit has counted in the window of an event before it, from the events alone. */
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

/** Points that a correction gave back under a limit. */
function freedBy(event: BankEvent, limit: LimitRule, window: string): number {
  if (event.type !== 'ScoreCorrected' || !event.data.freesRoom) return 0;
  const { corrects, points } = event.data;
  if (corrects === undefined || !limit.items.includes(corrects.item)) return 0;
  return windowOf(limit.per, corrects.on).key === window ? Math.min(-points, corrects.points) : 0;
}

/** Points after every limit, in the rule set's order, worked out from the history before the event. */
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

function eachScored(
  run: Run,
  broken: (history: History, event: ScoredEvent) => string | undefined,
): string | undefined {
  return firstOf(histories(run), (history) =>
    firstOf(history.events.filter(isScored), (event) => broken(history, event)),
  );
}

/** A window's sum under a limit may be corrected back, and then be used again: such histories are left to `limit-exact`. */
function freesAny({ events }: History): boolean {
  return events.some((event) => event.type === 'ScoreCorrected' && event.data.freesRoom);
}

/** The laws of what entries score. */
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
          `what '${event.data.item}' scores on ${event.data.on}`,
          event.data.scored,
          expectedScore(rule, event),
        );
      }),
  },
  {
    name: 'limit-exact',
    clause: ({ clauses }) => clauses.entries,
    title: text('上限只减应减之分', 'limits take what does not fit, and nothing more'),
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
    title: text('任何累计期内都不超过上限', 'no window ever holds more than a limit allows'),
    broken: (run) =>
      firstOf(
        histories(run).filter((history) => !freesAny(history)),
        limitKept,
      ),
  },
  {
    name: 'once-in-a-window',
    clause: ({ clauses }) => clauses.entries,
    title: text('限一次的事项在一期内只记一次', 'an item that scores once in a window does'),
    broken: (run) => firstOf(histories(run), onceKept),
  },
  {
    name: 'one-matter-once',
    clause: ({ clauses }) => clauses.entries,
    title: text('一个事项在一项下只记一次', 'one matter is credited once under an item'),
    broken: (run) => firstOf(histories(run), matterOnce),
  },
  {
    name: 'service-of-claimed-post',
    clause: ({ roles }) => Object.values(roles)[0]?.service.clause ?? '',
    title: text('按岗位发挥作用须先认领', 'serving in a post needs its claim, where the rules ask for it'),
    broken: (run) =>
      eachScored(run, ({ role, events }, event) => {
        if (event.type !== 'ActivityCredited' || event.data.postId === undefined) return undefined;
        const claimed = role?.service.claimed;
        if (claimed === 'not-needed') return undefined;
        const { postId, on } = event.data;
        const held = events.some(
          (other) =>
            other.type === 'PostClaimed' &&
            other.data.postId === postId &&
            (claimed === 'ever' || other.data.on <= on),
        );
        return held ? undefined : `served in '${postId}' on ${on}, which was not claimed`;
      }),
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

function onceKept({ role, events, id }: History): string | undefined {
  const seen = new Set<string>();
  return firstOf(events, (event) => {
    const opening = event.type === 'AccountOpened';
    if (!opening && !isScored(event)) return undefined;
    const once = role?.items[event.data.item]?.once;
    if (once === undefined || once.per === 'twelve-months' || (opening && once.opening !== 'counts'))
      return undefined;
    const key = `${event.data.item} ${windowOf(once.per, event.data.on).key}`;
    if (seen.has(key)) return `${id} has two entries of ${key}`;
    seen.add(key);
    return undefined;
  });
}

function matterOnce({ role, events }: History): string | undefined {
  const seen = new Set<string>();
  return firstOf(events, (event) => {
    if (event.type !== 'ActivityCredited' || event.data.entry !== 'activity') return undefined;
    const { item, matterId, postId } = event.data;
    const apart = role?.items[item]?.serviceAndAttendance === 'two-matters';
    const matter = JSON.stringify([item, matterId, apart && postId !== undefined]);
    if (seen.has(matter)) return `matter ${matter} was credited twice`;
    seen.add(matter);
    return undefined;
  });
}
