// Immer over flat maps: one `produce` for the event, which copies every map that it changes, and freezes what it made.

import { produce } from 'immer';
import { dayOf, keyOf, matterContent, yearOf } from '../fold/limit.mjs';
import { withDay } from './plain.mjs';

export { load } from './spread.mjs';

export const share = 0.01;

export const evolve = produce((account, { data }) => {
  const day = dayOf(data.on);
  if (data.on > account.latestOn) account.latestOn = data.on;
  account.earned += data.points;
  const item = account.items[data.item];
  // The day is one of the last year that the account holds.
  const year = item.days.find((one) => one.year === yearOf(day));
  year.amount += data.points;
  year.count += 1;
  withDay(year.days, day, data.points);
  const key = keyOf(data);
  item.matters[key] = [day, data.points, matterContent(data)];
  if (data.postId === undefined) return;
  item.details ??= {};
  item.details[key] = [0, '', data.postId];
});
