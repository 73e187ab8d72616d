// How much sooner two workers have the reports than one: `node measure.mjs`, on Linux. Rounds with one worker and with two take turns. The clock says so
// only on a machine that does nothing else; the time that each thread was on a processor says on any machine how evenly the work is shared and
// how much of it one thread has to do alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { anomaliesReducer } from 'points-bank/reports';
import { writeLedger } from './ledger.mjs';
import { onProcessor } from './measured-worker.mjs';
import { eventsIn, PERIOD } from './worker.mjs';

const ROUNDS = 3;
const folder = mkdtempSync(join(tmpdir(), 'points-bank-city-'));
const files = writeLedger(folder, { communities: 24, volunteers: 300 });
const filename = new URL('./measured-worker.mjs', import.meta.url).href;
// As in run.mjs.
const resourceLimits = { maxYoungGenerationSizeMb: 512 };
const pools = [1, 2].map(
  (threads) => new Piscina({ filename, minThreads: threads, maxThreads: threads, resourceLimits }),
);
const { merge, finish } = anomaliesReducer(PERIOD);
const works = {
  'registers of all communities': { task: 'registerOfCommunity', together: (registers) => registers },
  'anomalies of the city': {
    task: 'anomalyStateOfCommunity',
    together: (states) => finish(states.map((state) => JSON.parse(state)).reduce(merge)),
  },
};

async function round(pool, { task, together }) {
  const started = performance.now();
  const parts = await Promise.all(files.map((file) => pool.run({ task, file }, { name: 'measured' })));
  const before = onProcessor();
  together(parts.map(({ result }) => result));
  const alone = onProcessor() - before;
  const shares = new Map();
  for (const { threadId, took } of parts) shares.set(threadId, (shares.get(threadId) ?? 0) + took);
  return { clock: performance.now() - started, processor: Math.max(...shares.values()) + alone, alone };
}

console.log(`${files.reduce((sum, file) => sum + eventsIn(file).length, 0)} events in ${files.length} files`);
for (const [name, work] of Object.entries(works)) {
  const took = [[], []];
  // The first round warms up.
  for (let at = 0; at <= ROUNDS; at += 1)
    for (const [which, pool] of pools.entries()) {
      const one = await round(pool, work);
      if (at > 0) took[which].push(one);
    }
  const best = (which, of) => Math.min(...took[which].map((one) => one[of]));
  for (const of of ['processor', 'clock'])
    console.log(
      `${name}, by the ${of}: ${best(0, of).toFixed(0)} ms with one worker, ${best(1, of).toFixed(0)} with two: ${(best(0, of) / best(1, of)).toFixed(2)} times as fast`,
    );
  console.log(`${name}: ${best(1, 'alone').toFixed(0)} ms of it in one thread alone`);
}
await Promise.all(pools.map((pool) => pool.close()));
rmSync(folder, { recursive: true });
