import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exponent } from '../../harness/statistics.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** The most accounts of each, as powers of ten: what holds all of them at once goes less far than what lets them go. */
const MOST = {
  fold: 6,
  'register by community': 6,
  register: 5,
  feedback: 5,
  anomalies: 5,
  compareRuleSets: 5,
  simulate: 4,
};

export default {
  title: 'cost against size, from 1,000 accounts to 1,000,000',
  async measure({ quick, by, log }) {
    const series = {};
    for (const [what, most] of Object.entries(MOST)) {
      series[what] = [];
      for (let power = quick ? 2 : 3; power <= (quick ? 3 : most); power += 1) {
        const size = 10 ** power;
        series[what].push([size, (await child(what, size))[by]]);
        log(`scale: ${what} of ${size}`);
      }
    }
    const found = Object.fromEntries(
      Object.entries(series).map(([what, points]) => [what, exponent(points)]),
    );
    const figures = Object.entries(found).map(([what, value]) => ({
      what: `${what}: fitted exponent`,
      value,
    }));
    return { figures, found, series };
  },
  targets: Object.keys(MOST).map((what) => ({
    what: `${what}: fitted exponent`,
    most: 1.1,
    of: (found) => found[what],
  })),
};

function child(what, size) {
  return new Promise((resolve, reject) => {
    const one = fork(CHILD, [what, String(size)], {
      execArgv: ['--expose-gc', '--max-old-space-size=12288'],
    });
    one.once('message', resolve);
    one.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
  });
}
