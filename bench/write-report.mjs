// Writes docs/performance.md from what `npm run bench -- --json` gave:
//   node bench/write-report.mjs results.json [more.json …] [--without replay]
// Later files take the place of earlier ones, work by work. No number in the report is typed by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reportOf } from './report/document.mjs';
import { scaleChart } from './report/scale-chart.mjs';

const OUT = new URL('../docs/performance.md', import.meta.url);
const CHART = new URL('../docs/scale.svg', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { without: { type: 'string', multiple: true, default: [] } },
});
const runs = positionals.map((file) => JSON.parse(readFileSync(file, 'utf8')));
if (runs.length === 0) throw new Error('name a file that npm run bench -- --json was written to');
const partial = runs.find(({ settings }) => settings.quick || settings.own);
if (partial !== undefined) throw new Error('a report is made of full runs, not of --quick or --own');
const [first] = runs;
for (const part of ['versions', 'settings']) {
  const differs = runs.some((run) => JSON.stringify(run[part]) !== JSON.stringify(first[part]));
  if (differs) throw new Error(`the runs differ in their ${part}, and are not one report's`);
}

const works = new Map(runs.flatMap((run) => run.works.map((work) => [work.name, work])));
writeFileSync(OUT, reportOf({ ...first, works: [...works.values()], without: values.without }));
writeFileSync(CHART, await scaleChart(works.get('scale').series));
