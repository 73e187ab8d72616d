import type { AccountOpened, BankEvent } from '../../account/events/event.js';
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
  type Law,
} from '../law.js';
import { standing } from '../standing.js';

/** The laws of entries that score only once, and of service in a post. */
export const MATTER_LAWS: readonly Law[] = [
  {
    name: 'once-in-a-window',
    clause: ({ clauses }) => clauses.entries,
    title: text(
      '限一次的事项在一期内只记一次',
      'an item that scores once in a window never scores twice in it',
    ),
    broken: (run) => firstOf(histories(run), (history) => onceKept(history, run.subject.ruleSet.calendar)),
  },
  {
    name: 'one-matter-once',
    clause: ({ clauses }) => clauses.entries,
    title: text('一个事项在一项下只记一次', 'a matter is credited once under an item'),
    broken: (run) => firstOf(histories(run), matterOnce),
  },
  {
    name: 'service-of-claimed-post',
    clause: ({ roles }) => Object.values(roles)[0]?.service.clause ?? '',
    title: text('按岗位发挥作用须先认领', 'service in a post requires its claim, if the rules say so'),
    broken: (run) =>
      eachScored(run, ({ role, events }, event) => {
        if (event.type !== 'ActivityCredited' || event.data.postId === undefined) return undefined;
        const claimed = role?.service.claimed;
        const { item, postId, on } = event.data;
        if (claimed === 'not-needed' || !role?.items[item]?.needsClaim) return undefined;
        const isHeld = heldThen(events.slice(0, events.indexOf(event)), postId, on, claimed === 'ever');
        return isHeld ? undefined : `served in '${postId}' on ${on}, which was not held`;
      }),
  },
];

/** Whether a post was held on a day, by the entries that stood: claimed, and not given up since. */
function heldThen(events: readonly BankEvent[], postId: string, on: string, isEver: boolean): boolean {
  const own = standing(events);
  const released = own.flatMap((event) =>
    event.type === 'PostReleased' && event.data.postId === postId ? [event.data.on] : [],
  );
  const claims = own.flatMap((event) =>
    event.type === 'PostClaimed' && isCounted(event) && event.data.postId === postId ? [event.data.on] : [],
  );
  const handed = handedOnTo(events).flatMap(({ posts }) => posts.filter((post) => post.postId === postId));
  return [...claims, ...handed.map((post) => post.on)]
    .filter((day) => isEver || day <= on)
    .some((day) => !released.some((gone) => gone >= day && gone <= on));
}

/** Whether an item scores once in a window; report-ins go by their own days. */
function onceKept({ role, events, id }: History, calendar: Calendar | undefined): string | undefined {
  const seen = new Set<string>();
  for (const { items, reportIns } of handedOnTo(events)) {
    for (const { item, on } of items) {
      const once = role?.items[item]?.once;
      if (once === undefined || once.per === 'twelve-months' || once.opening !== undefined) continue;
      seen.add(`${item} ${windowOf(once.per, on, calendar).key}`);
    }
    for (const [item, rule] of Object.entries(role?.items ?? {})) {
      const { once } = rule;
      if (once?.opening === undefined || once.per === 'twelve-months') continue;
      for (const on of reportIns) seen.add(`${item} ${windowOf(once.per, on, calendar).key}`);
    }
  }
  return firstOf(standing(events), (event) => {
    const isOpening = event.type === 'AccountOpened';
    if (!isOpening && !isScored(event)) return undefined;
    const once = role?.items[event.data.item]?.once;
    if (once === undefined || once.per === 'twelve-months') return undefined;
    if (isOpening && (once.opening !== 'counts' || !isReportIn(event))) return undefined;
    const key = `${event.data.item} ${windowOf(once.per, event.data.on, calendar).key}`;
    if (seen.has(key)) return `${id} has two entries of ${key}`;
    seen.add(key);
    return undefined;
  });
}

/** Whether an opening is the report-in of its year; it is not where the report-in was handed on. */
function isReportIn({ data }: AccountOpened): boolean {
  return (
    data.reportsIn || !(data.continues ?? []).some(({ handedOn }) => (handedOn?.reportIns.length ?? 0) > 0)
  );
}

/** A matter is entered once, or once as service and once as attendance; together they score no more than the item says. */
function matterOnce({ role, events }: History): string | undefined {
  const seen = new Set<string>();
  const scored = new Map<string, number>();
  return firstOf(standing(events), (event) => {
    if (event.type !== 'ActivityCredited' || event.data.entry !== 'activity') return undefined;
    const { item, matterId, postId } = event.data;
    const both = role?.items[item]?.serviceAndAttendance;
    const areEntered = both === 'together' || both === 'two-matters';
    const matter = JSON.stringify([item, matterId, areEntered && postId !== undefined]);
    if (seen.has(matter)) return `matter ${matter} was credited twice`;
    seen.add(matter);
    const most = role?.items[item]?.mostPerMatter;
    const whole = JSON.stringify([item, matterId]);
    const points = (scored.get(whole) ?? 0) + event.data.points;
    scored.set(whole, points);
    if (most === undefined || points <= most) return undefined;
    return `matter ${whole} scored ${points}, and at most ${most}`;
  });
}
