import { events } from '../../data/write.mjs';
import { checksum } from '../../harness/checksum.mjs';
import { flat } from '../../harness/flat.mjs';
import { expectFrozen } from '../../harness/frozen.mjs';
import { entry } from '../../harness/library.mjs';

const SIZES = [100, 10_000, 100_000];
const EVENTS = 20_000;
/** So many are kept at a time: as a host keeps the new account and lets the old one go. */
const KEPT = 20;

export default {
  title: 'evolve one event onto an account of 100, 10,000 and 100,000 entries',
  contenders: SIZES.flatMap((size) => ['limit', 'library', 'spread', 'immer'].map((of) => `${of}@${size}`)),
  own: SIZES.flatMap((size) => ['limit', 'library'].map((of) => `${of}@${size}`)),
  async make({ evolve, load = (account) => account, share = 1 }, { size, quick }) {
    const { fold } = await entry();
    const history = events('account-of-100000', quick ? Math.min(size, 10_000) : size);
    const account = load(fold(history));
    const news = credits(history, account);
    const part = quick ? share / 20 : share;
    const times = Math.max(KEPT, EVENTS * part);
    return {
      share: times / EVENTS,
      run() {
        const made = [];
        for (let i = 0; i < times; i += 1) made[i % KEPT] = evolve(account, news[i % news.length]);
        return made;
      },
      sum(made) {
        const first = news.slice(0, 3).map((event) => evolve(account, event));
        expectFrozen([...first, made[0]]);
        return checksum(first.map((of) => (Array.isArray(of.posts) ? flat(of) : of)));
      },
    };
  },
  targets: [
    { what: 'library against the limit, at 100 entries', most: 1.8, of: ({ ratio }) => ratio('library@100') },
    {
      what: 'library against the limit, at 10,000 entries',
      most: 1.8,
      of: ({ ratio }) => ratio('library@10000'),
    },
    {
      what: 'library against the limit, at 100,000 entries',
      most: 2,
      of: ({ ratio }) => ratio('library@100000'),
    },
    {
      what: 'library at 100,000 entries against itself at 100',
      most: 2,
      of: ({ against }) => against('library@100000', 'library@100'),
    },
  ],
};

/** What is credited next: the history's own credits once more, as new matters of its last day. */
function credits(history, account) {
  return history
    .filter(({ type, data }) => type === 'ActivityCredited' && data.entry === 'activity')
    .slice(-50)
    .map((event, i) => {
      return { ...event, data: { ...event.data, on: account.latestOn, matterId: `new-${i}` } };
    });
}
