// fast-check, with every law tried at most FC_MOST_RUNS times and no search for the smallest case: a mutation run tries each law
// again for thousands of changes, and only whether it fails is asked.

import { createRequire } from 'node:module';

const fc = createRequire(import.meta.url)('fast-check');
const most = Number(process.env.FC_MOST_RUNS);

/** Tamperings are counted by kind, so the number of them that was asked for stands. */
const asked = Number(process.env.TAMPERINGS);

const capped = (given = {}) => ({
  ...given,
  endOnFailure: true,
  verbose: 0,
  numRuns: given.numRuns === asked ? asked : Math.min(given.numRuns ?? 100, most),
});

export default {
  ...fc,
  assert: (law, given) => fc.assert(law, capped(given)),
  check: (law, given) => fc.check(law, capped(given)),
};
