import { events } from '../../data/write.mjs';
import fold, { folding } from '../fold/work.mjs';

export default {
  title: 'fold one account of 100,000 events, deeply frozen',
  folder: 'fold',
  // A flat map copied for each event grows with the square of the history, and has a work of its own (evolve).
  contenders: fold.contenders.filter((name) => name !== 'spread'),
  own: fold.own,
  make: (module, { quick }) => {
    const history = events('account-of-100000', quick ? 10_000 : 100_000);
    return folding({ ...module, share: 1 }, [history], 1);
  },
  targets: [{ what: 'library against the limit', most: 1.2, of: ({ ratio }) => ratio('library') }],
};
