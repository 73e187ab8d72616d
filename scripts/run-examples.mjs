// Runs every example that has an expected.txt, against the built package by its name, and holds what it prints against that
// file: run.mjs, or the example's only program. `--update` writes the file instead.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';
import { run } from './process.mjs';

const update = process.argv.includes('--update');
const folder = join(root, 'examples');
const examples = (existsSync(folder) ? readdirSync(folder) : []).filter((name) =>
  existsSync(join(folder, name, 'expected.txt')),
);
let failures = 0;

for (const name of examples) {
  const cwd = join(folder, name);
  const { code, stdout, stderr } = await run(process.execPath, [programOf(cwd)], { cwd });
  const file = join(cwd, 'expected.txt');
  if (code === 0 && update) writeFileSync(file, stdout);
  const difference =
    code === 0 ? firstDifference(stdout, readFileSync(file, 'utf8')) : `ended with ${code}\n${stderr}`;
  if (difference !== undefined) failures += 1;
  console.log(`examples/${name}: ${difference ?? 'prints what it should'}`);
}
if (examples.length === 0) console.log('no example has an expected.txt');
if (failures > 0 || examples.length === 0) process.exitCode = 1;

/** The file to run: run.mjs where there are several. */
function programOf(cwd) {
  const programs = readdirSync(cwd).filter((file) => /\.[cm]js$/.test(file));
  return programs.length === 1 ? programs[0] : 'run.mjs';
}

/** The first line in which two texts differ, told in words; nothing where they are the same. */
function firstDifference(printed, expected) {
  if (printed === expected) return undefined;
  const lines = printed.split('\n');
  const wanted = expected.split('\n');
  const at = lines.findIndex((line, index) => line !== wanted[index]);
  const index = at < 0 ? lines.length : at;
  return `line ${index + 1} is\n    ${lines[index] ?? '(the end)'}\nwhere expected.txt has\n    ${wanted[index] ?? '(the end)'}`;
}
