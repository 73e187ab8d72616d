import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { folder } from '../../harness/library.mjs';
import { ratioOf } from '../../harness/statistics.mjs';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/** Of the library's own dependencies, as it resolves them. */
const resolved = createRequire(resolvePath(folder, 'index.js')).resolve;
const ENTRIES = {
  zod: 'zod',
  'points-bank': 'index',
  '/rule-sets': 'rule-sets',
  '/reports': 'reports',
  '/schema': 'schema',
};

/** The file that an import of a name would evaluate: zod's ES module, or an entry of the build. */
function urlOf(name) {
  if (name === 'zod') return pathToFileURL(resolved('zod').replace(/\.cjs$/, '.js')).href;
  return pathToFileURL(resolvePath(folder, `${ENTRIES[name]}.js`)).href;
}

export default {
  title: "start: import 'points-bank' beside import 'zod', each in fresh processes",
  async measure({ quick, by, log }) {
    const names = Object.keys(ENTRIES);
    const times = Object.fromEntries(names.map((name) => [name, []]));
    const rounds = quick ? 3 : 41;
    for (let round = 0; round < rounds; round += 1) {
      for (const name of names) times[name].push((await child(urlOf(name)))[by]);
    }
    log(`start: ${rounds} rounds`);
    const contenders = names.map((name) => ({ name, against: 'zod', ...ratioOf(times[name], times.zod) }));
    return { contenders, found: { ratio: (name) => contenders.find((one) => one.name === name).ratio } };
  },
  targets: [
    {
      what: "import 'points-bank' against import 'zod'",
      most: 0.4,
      of: ({ ratio }) => ratio('points-bank'),
    },
  ],
};

function child(url) {
  return new Promise((resolve, reject) => {
    const one = fork(CHILD, [url]);
    one.once('message', resolve);
    one.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
  });
}
