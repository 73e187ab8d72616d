import { events } from '../../data/write.mjs';
import { folding } from '../fold/work.mjs';

const EVENTS = 100_000;

/**
 * The events of one long history as histories of so many: each the opening, and then a stretch of what came after it. Whatever the
 * size, the same events are read from the same places in memory, so that only the size of the account differs.
 */
function stretches(size, most) {
  const [opening, ...rest] = events('account-of-100000', most);
  const histories = [];
  for (let at = 0; at < rest.length; at += size) histories.push([opening, ...rest.slice(at, at + size)]);
  return histories;
}

export default {
  title: 'fold the same 100,000 events: as one account, and as a hundred accounts of 1,000',
  folder: 'fold',
  contenders: ['library@1000', 'library@100000', 'limit@1000', 'limit@100000'],
  own: ['library@1000', 'library@100000', 'limit@1000', 'limit@100000'],
  make(module, { size, quick }) {
    const most = quick ? EVENTS / 10 : EVENTS;
    return folding(module, stretches(size, most), Math.max(1, most / size));
  },
  targets: [
    {
      what: 'library, time per event at 100,000 events against that at 1,000',
      most: 1.3,
      of: ({ against }) => against('library@100000', 'library@1000'),
    },
  ],
  figures: ({ against }) => [
    {
      what: 'the limit, time per event at 100,000 events against that at 1,000',
      value: against('limit@100000', 'limit@1000'),
    },
  ],
};
