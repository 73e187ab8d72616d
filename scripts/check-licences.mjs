// Holds the licences of all packages of package-lock.json against the lists here: the few that a host installs with the library, and
// the many that build and test it. And that each is pinned by its hash, and that the licence of what is built in is passed on.
import { readFileSync } from 'node:fs';
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
  'Unlicense',
];

/**
 * Packages that name no licence in what they publish. The counter alone uses them, and nothing of theirs is built in or passed on; whoever
 * runs the counter looks up their terms.
 */
const UNSAID = ['emmett', 'emmett-postgresql', 'pongo', 'dumbo'].map((name) => `@event-driven-io/${name}`);

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
/** Whatever comes from the registry; the examples are packages of this repository. */
const packages = Object.entries(lock.packages)
  .filter(([path, { link }]) => path.includes('node_modules/') && !link)
  .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), ...entry }));

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
  ...packages.flatMap(({ path, integrity }) =>
    /^sha512-/.test(integrity ?? '') ? [] : [`${path} is not pinned by its hash`],
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

function licenceProblems({ path, name, license }) {
  const isInstalled = installed.has(path);
  const wanted = isInstalled ? [{ ...INSTALLED, ...PEERS }[name]] : FOR_BUILDING;
  if (wanted.includes(license) || (license === undefined && UNSAID.includes(name))) return [];
  const why = isInstalled ? 'and is not listed to be installed' : 'not one for building';
  return [`${path} is under ${license ?? 'no licence'}, ${why}`];
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
