// Immer over flat maps: one `produce` for the event, which copies every map that it changes, and freezes what it made.

import { produce } from 'immer';
import { matterContent } from '../fold/limit.mjs';
import { dayOf, monthOf } from './plain.mjs';

export { load } from './spread.mjs';

export const share = 0.01;

export const evolve = produce((account, { data }) => {
  const day = dayOf(data.on);
  const month = monthOf(day);
  if (data.on > account.latestOn) account.latestOn = data.on;
  account.earned += data.points;
  const item = account.items[data.item];
  const { months } = item;
  let at = months.length - 3;
  while (at >= 0 && months[at] !== month) at -= 3;
  if (at < 0) months.push(month, data.points, 1);
  else {
    months[at + 1] += data.points;
    months[at + 2] += 1;
  }
  item.matters[data.matterId] = [day, data.points, matterContent(data)];
});
