// Builds what changed since it was built last, and nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What can be built: the files and folders that it is made of, the folder that it is built into, and what npm calls it. */
const BUILDS = {
  library: {
    from: [
      'src',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'tsup.config.ts',
      'scripts/build-cjs.mjs',
      'scripts/entries.mjs',
    ],
    into: 'dist',
    npm: ['run', '--silent', 'build'],
  },
  workbench: {
    from: ['dist', 'examples/workbench/src', 'examples/workbench/build.mjs', 'package-lock.json'],
    into: 'examples/workbench/dist',
    npm: ['run', '--silent', 'build', '-w', 'points-bank-workbench'],
  },
  counter: {
    from: [
      'dist',
      'examples/counter/src',
      'examples/counter/build.mjs',
      'examples/counter/tsconfig.json',
      'package-lock.json',
    ],
    into: 'examples/counter/dist',
    npm: ['run', '--silent', 'build', '-w', 'points-bank-counter'],
  },
};

/** What the last builds were made of and what came of them, so that a folder somebody else built into is not taken for ours. */
const RECORD = '.built.json';

/** The files of a folder, or the one file that a path names; what is not there has none. */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const found = readdirSync(path, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash over names and contents. */
function hashOf(root, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort()) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Builds each of these where its sources, or what was built of them, are not those of the last time. */
export function buildChanged(root, names = Object.keys(BUILDS)) {
  const path = join(root, RECORD);
  const record = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  for (const name of names) {
    const { from, into, npm } = BUILDS[name];
    const sources = hashOf(root, from);
    const last = record[name];
    if (last !== undefined && last.sources === sources && last.built === hashOf(root, [into])) continue;
    console.log(`Building the ${name} …`);
    const { status } = spawnSync('npm', npm, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`The ${name} could not be built.`);
    record[name] = { sources, built: hashOf(root, [into]) };
    writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
  }
}
