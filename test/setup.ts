import fc from 'fast-check';

// A failing law prints its seed and the shrunk cases; FC_NUM_RUNS makes a longer or shorter run.
const runs = Number(process.env.FC_NUM_RUNS);

fc.configureGlobal({
  verbose: 1,
  ...(Number.isSafeInteger(runs) && runs > 0 ? { numRuns: runs } : {}),
});
