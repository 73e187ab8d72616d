import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exponent, median } from '../../harness/statistics.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));
const BOTH = ['replay', 'compareRuleSets'];

export default {
  title: 'replay and compareRuleSets of 10,000 to 1,000,000 events, streamed',
  async measure({ quick, rounds, by, log }) {
    const sizes = quick ? [5000, 20_000] : [10_000, 100_000, 1_000_000];
    const figures = [];
    const found = {};
    for (const what of BOTH) {
      const { points, peak } = await timed(what, sizes, { rounds: quick ? 1 : Math.min(rounds, 2), by, log });
      const k = exponent(points);
      const memory = await memoryOf(what, sizes);
      const [small, large] = [memory[0], memory.at(-1)];
      found[what] = { exponent: k, growth: large.live / small.live };
      figures.push(
        { what: `${what}: fitted exponent of the cost`, value: k },
        { what: `${what}: time per event, largest size against smallest`, value: perEvent(points) },
        {
          what: `${what}: heap in use after ${large.accounts} accounts against after ${small.accounts}`,
          value: large.live / small.live,
        },
        { what: `${what}: peak RSS of the largest size against that of the smallest`, value: peak },
        {
          what: `${what}: heap in use at the end of the largest run against after a tenth of it`,
          value: large.drift,
        },
      );
    }
    return { figures, found };
  },
  targets: BOTH.flatMap((what) => [
    { what: `${what}: fitted exponent`, most: 1.05, of: (found) => found[what]?.exponent },
    {
      what: `${what}: memory in use, largest size against smallest`,
      most: 1.1,
      of: (found) => found[what]?.growth,
    },
  ]),
};

/** Each size with its median time, and the most memory ever held, garbage and all; sizes take turns. */
async function timed(what, sizes, { rounds, by, log }) {
  const times = sizes.map(() => []);
  const peaks = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, size] of sizes.entries()) {
      const run = await child(what, size, 'time');
      times[i].push(run[by]);
      peaks[i] = Math.max(peaks[i] ?? 0, run.rss);
    }
    log(`replay: ${what}, round ${round + 1} of ${rounds}`);
  }
  return { points: sizes.map((size, i) => [size, median(times[i])]), peak: peaks.at(-1) / peaks[0] };
}

function perEvent(points) {
  const [first, last] = [points[0], points.at(-1)];
  return last[1] / last[0] / (first[1] / first[0]);
}

async function memoryOf(what, sizes) {
  const made = [];
  for (const size of sizes) {
    const { live, accounts } = await child(what, size, 'memory');
    made.push({ accounts, live: live.at(-1), drift: live.at(-1) / live[0] });
  }
  return made;
}

function child(...args) {
  return new Promise((resolve, reject) => {
    const one = fork(CHILD, args, { execArgv: ['--expose-gc', '--max-old-space-size=6144'] });
    let answer;
    one.once('message', (message) => {
      answer = message;
      one.disconnect();
    });
    one.once('exit', (code) =>
      answer === undefined ? reject(new Error(`${args.join(' ')} ended with ${code}`)) : resolve(answer),
    );
  });
}
