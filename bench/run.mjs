// Measures the library beside its peers. See docs/performance.md for how, and `harness/options.mjs` for what can be asked for:
//   npm run bench                          everything; a table, and what became of the targets
//   npm run bench -- --json                the same as JSON
//   npm run bench -- --only fold,decide    some works only
//   npm run bench -- --quick               small and short, to see that it works; its ratios say little
//   npm run bench -- --own                 the library and the limits only, without the peers
//   npm run bench -- --by cpu              ratios of the processor's time, for a machine that others use too
//   npm run bench -- --check               exits with 1 where a target is missed
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeData } from './data/write.mjs';
import { folder } from './harness/library.mjs';
import { measure } from './harness/measure.mjs';
import { optionsOf } from './harness/options.mjs';
import { resultOf, targetsOf } from './harness/report.mjs';
import { tableOf } from './harness/table.mjs';
import { versions } from './harness/versions.mjs';
import { names, workOf } from './works.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const options = optionsOf(process.argv.slice(2));
const log = (line) => process.stderr.write(`${line}\n`);

function prepare() {
  if (!existsSync(`${folder}/index.js`)) npm(['run', 'build'], fileURLToPath(new URL('..', import.meta.url)));
  // `install` and not `ci`, which wants every platform's build of an optional package to be in the registry.
  if (!options.own && !existsSync(`${here}node_modules`)) npm(['install'], here);
}

function npm(args, cwd) {
  log(`npm ${args.join(' ')}`);
  execFileSync('npm', args, { cwd, stdio: ['ignore', 2, 2] });
}

async function resultsOf(name) {
  const work = await workOf(name);
  const { title, flags } = work;
  const { quick, warmUps, own, rounds, by } = options;
  if (work.measure !== undefined) {
    const {
      figures,
      contenders,
      found = {},
      series,
    } = await work.measure({ quick, rounds, warmUps, by, log });
    return { name, title, figures, contenders, series, targets: targetsOf(work, found) };
  }
  const settings = { warmUps, rounds, options: { quick, flags }, log };
  const measured = await measure(name, own ? work.own : work.contenders, settings);
  return { name, title, ...resultOf(work, measured, by) };
}

prepare();
await writeData(log);
const unknown = options.only.filter((name) => !names.includes(name));
if (unknown.length > 0)
  throw new Error(`no work is called ${unknown.join(', ')}; there are ${names.join(', ')}`);

const results = [];
let failed = false;
for (const name of options.only.length > 0 ? options.only : names) {
  try {
    const result = await resultsOf(name);
    results.push(result);
    if (!options.json) console.log(tableOf(result));
  } catch (error) {
    failed = true;
    log(`${name} could not be measured: ${error.stack}`);
  }
}
if (options.json) {
  const { quick, own, rounds, warmUps, by } = options;
  console.log(
    JSON.stringify(
      { versions: versions(), settings: { quick, own, rounds, warmUps, by }, works: results },
      null,
      2,
    ),
  );
}
const missed = results.flatMap(({ targets }) => targets.filter(({ met }) => !met));
process.exitCode = failed || (options.check && missed.length > 0) ? 1 : 0;
