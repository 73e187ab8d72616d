// One run of one size in a process of its own: streams histories through `replay` or `compareRuleSets` and lets each go.
//   node child.mjs <replay|compareRuleSets> <events> <time|memory>

import { renamed } from '../../data/community.mjs';
import { histories } from '../../data/write.mjs';
import { entry } from '../../harness/library.mjs';

const [what, size, wanted] = process.argv.slice(2);
const [{ withReading }, { renfa2022 }, { replay, compareRuleSets }] = await Promise.all([
  entry(),
  entry('rule-sets'),
  entry('simulation'),
]);
const other = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
const known = histories('many-accounts');
let finished = 0;
let peakHeap = 0;
const live = [];

/** Histories of so many events in all, each made as it is asked for. */
function* streamed(events) {
  let left = events;
  for (let round = 0; left > 0; round += 1) {
    for (const history of known) {
      if (left <= 0) return;
      left -= history.length;
      yield history.map((event) => renamed(event, round));
      finished += 1;
      if (wanted === 'memory') watch();
    }
  }
}

/** The most that the heap ever held, and what of it is still in use after every tenth of the accounts. */
function watch() {
  peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
  if (finished % Math.max(1, Math.floor(Number(size) / 100 / 10)) !== 0) return;
  globalThis.gc();
  live.push(process.memoryUsage().heapUsed);
}

const runs = {
  replay(events) {
    let refused = 0;
    for (const history of streamed(events)) {
      for (const { refusal } of replay(history, other).outcomes) if (refusal !== undefined) refused += 1;
    }
    return refused;
  },
  compareRuleSets: (events) => compareRuleSets(streamed(events), renfa2022, other).changed,
};

// The engine is warm before the clock runs, so that a small size does not pay for what a large one has long forgotten.
runs[what](wanted === 'time' ? Math.min(100_000, 10 * Number(size)) : 1000);
// A small size is run several times, so that the clock and the collector of garbage see enough of it.
const repeats = wanted === 'time' ? Math.max(1, 100_000 / Number(size)) : 1;
finished = 0;
live.length = 0;
peakHeap = 0;
globalThis.gc();
const before = process.cpuUsage();
const start = performance.now();
let answer;
for (let i = 0; i < repeats; i += 1) answer = runs[what](Number(size));
const wall = (performance.now() - start) / repeats;
const { user, system } = process.cpuUsage(before);
const cpu = (user + system) / 1000 / repeats;
process.send({
  wall,
  cpu,
  answer,
  accounts: finished / repeats,
  peakHeap,
  live,
  rss: process.resourceUsage().maxRSS * 1024,
});
