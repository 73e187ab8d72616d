import { histories } from '../../data/write.mjs';
import { checksum } from '../../harness/checksum.mjs';
import { flat } from '../../harness/flat.mjs';
import { expectFrozen } from '../../harness/frozen.mjs';

const ACCOUNTS = 10_000;

/** Folds each history so often that `folds` accounts are made in all, and keeps every one of them. */
export async function folding(module, streams, folds) {
  const { store = (events) => events, fold, share = 1 } = module;
  const stored = [];
  for (const events of streams) stored.push(await store(events));
  const passes = Math.max(1, Math.round((folds / streams.length) * share));
  const run = module.asynchronous ? () => slowly(stored, fold, passes) : () => all(stored, fold, passes);
  return {
    share: (passes * streams.length) / folds,
    run,
    sum(made) {
      expectFrozen(made.slice(0, streams.length));
      return checksum(made.slice(0, streams.length).map((of) => (Array.isArray(of.posts) ? flat(of) : of)));
    },
  };
}

function all(stored, fold, passes) {
  const made = [];
  for (let pass = 0; pass < passes; pass += 1) for (const events of stored) made.push(fold(events));
  return made;
}

async function slowly(stored, fold, passes) {
  const made = [];
  for (let pass = 0; pass < passes; pass += 1) for (const events of stored) made.push(await fold(events));
  return made;
}

export default {
  title: 'fold 10,000 accounts of 100 events, deeply frozen',
  contenders: [
    'limit',
    'library',
    'castore',
    'emmett',
    'immer-once',
    'spread',
    'mutative',
    'immer',
    'redux-toolkit',
  ],
  own: ['limit', 'library'],
  make: (module, { quick }) => folding(module, histories('many-accounts'), quick ? 500 : ACCOUNTS),
  targets: [{ what: 'library against the limit', most: 1.15, of: ({ ratio }) => ratio('library') }],
};
