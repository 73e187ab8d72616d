// Packs the library and runs one and the same program in each host: all have to give one answer, the checksum of everything that is said.
// The table in docs/hosts.md is held against what is installed; `--update` writes it. `--all` runs the heavier hosts too, which have
// packages of their own in test/hosts/more. A word runs the hosts whose names have it: `npm run hosts -- deno`.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/entries.mjs';
import { mapLimited } from '../../scripts/process.mjs';
import { bundlers } from './bundlers.mjs';
import { asForNode10, newest, oldest } from './compilers.mjs';
import { installMore, more } from './more.mjs';
import { answerOf, install, program, work } from './place.mjs';
import { runtimes, writeCommonJs } from './runtimes.mjs';

const PAGE = join(root, 'docs/hosts.md');
const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--')).map((word) => word.toLowerCase());
const started = performance.now();

rmSync(work, { recursive: true, force: true });
await install();
if (args.includes('--all')) await installMore();
console.log(`installed: ${seconds()} s`);
await writeCommonJs();

const always = [...runtimes, oldest, newest, ...bundlers];
const chosen = [...always, ...(args.includes('--all') ? more : [])].filter(
  ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
);
const expected = await answerOf(process.execPath, [program('print.mjs')]);
console.log(`Node.js ${process.versions.node}, which runs this: ${expected}`);
const problems = /^\d+ units, [0-9a-f]{8}$/.test(expected) ? [] : ['there is no answer to compare with'];

await mapLimited(chosen, 2, async ({ name, version, run }) => {
  const began = performance.now();
  const answers = await run(expected).catch((error) => [error.message]);
  const others = answers.filter((answer) => answer !== expected);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${name}, ${version()}: ${others.length === 0 ? `${answers.length} × the same` : 'NOT the same'}, ${took} s`,
  );
  for (const other of others) problems.push(`${name}: ${other}`);
});

const written = readFileSync(PAGE, 'utf8');
const current = await withTable(written);
if (args.includes('--update')) writeFileSync(PAGE, current);
else if (current !== written)
  problems.push('docs/hosts.md is not what is installed: npm run hosts -- --update');

for (const problem of problems) console.error(problem);
console.log(`${chosen.length} hosts in ${seconds()} s`);
if (problems.length > 0) process.exitCode = 1;

function seconds() {
  return Math.round((performance.now() - started) / 1000);
}

/** The page with the table of all hosts, and with what TypeScript says under node10. */
async function withTable(page) {
  const rows = [
    ...always.map((host) => [host, 'every change']),
    ...more.map((host) => [host, '`--all`']),
  ].map(([{ name, version, needs }, when]) => `| ${name} | ${version()} | ${needs} | ${when} |`);
  const table = ['| host | version | what it needs | run |', '|---|---|---|---|', ...rows].join('\n');
  const parts = { hosts: table, node10: `\`\`\`text\n${await asForNode10()}\n\`\`\`` };
  return Object.entries(parts).reduce(
    (text, [mark, part]) =>
      text.replace(
        new RegExp(`(<!-- ${mark} -->\n\n)[\\s\\S]*?(\n\n<!-- /${mark} -->)`),
        (_, before, after) => before + part + after,
      ),
    page,
  );
}
