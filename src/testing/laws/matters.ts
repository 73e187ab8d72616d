import { text } from '../../values/text.js';
import { windowOf } from '../../values/window.js';
import { eachScored, firstOf, type History, histories, isScored, type Law } from '../law.js';

/** The laws of entries that score only once, and of service in a post. */
export const MATTER_LAWS: readonly Law[] = [
  {
    name: 'once-in-a-window',
    clause: ({ clauses }) => clauses.entries,
    title: text(
      '限一次的事项在一期内只记一次',
      'an item that scores once in a window never scores twice in it',
    ),
    broken: (run) => firstOf(histories(run), onceKept),
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
