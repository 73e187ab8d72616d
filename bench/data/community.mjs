import { histories } from './write.mjs';

/** So many events of a community, as histories: those of the file, under as many further names as it takes. */
export function people(events) {
  const known = histories('many-accounts');
  const made = [];
  let left = events;
  for (let round = 0; left > 0; round += 1) {
    for (const history of known) {
      if (left <= 0) break;
      made.push(history.map((event) => renamed(event, round)));
      left -= history.length;
    }
  }
  return made;
}

/** An event of another account; what it holds beside the name is shared. */
export function renamed(event, round) {
  return { ...event, data: { ...event.data, accountId: `${event.data.accountId}-${round}` } };
}

/** The same events as one stream, in which the accounts take turns. */
export function community(events) {
  const all = people(events);
  const longest = Math.max(...all.map(({ length }) => length));
  const stream = [];
  for (let i = 0; i < longest; i += 1)
    for (const history of all) if (i < history.length) stream.push(history[i]);
  return stream;
}
