// Holds the licences of all packages of package-lock.json against the lists here: the few that a host installs with the library, and
// the many that build and test it. And that each is pinned by its hash, and that the licence of what is built in is passed on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from './entries.mjs';

/** What is installed with the library, and under which licence. A new one is a decision. */
const INSTALLED = { immer: 'MIT', 'pure-rand': 'MIT', zod: 'MIT' };
const PEERS = { 'fast-check': 'MIT' };
/** What is built in: its licence has to stand in THIRD-PARTY-LICENSES.md. */
const BUILT_IN = { '@noble/hashes': 'MIT' };
/** Licences that let a package be used to build and test. */
const FOR_BUILDING = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
];

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const lock = JSON.parse(read('package-lock.json'));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf('node_modules/') + 13), ...entry }));

const problems = [
  ...sameNames('dependencies', manifest.dependencies, INSTALLED),
  ...sameNames('peerDependencies', manifest.peerDependencies, PEERS),
  ...packages.flatMap(licenceProblems),
  ...packages.flatMap(({ path, integrity }) =>
    /^sha512-/.test(integrity ?? '') ? [] : [`${path} is not pinned by its hash`],
  ),
  ...Object.entries(BUILT_IN).flatMap(builtInProblems),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

const installed = packages.filter(({ dev }) => !dev);
console.log(
  `${packages.length} packages, ${installed.length} of them installed with the library: ${installed.map(({ name }) => name).join(', ')}`,
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

function licenceProblems({ path, name, license, dev }) {
  const wanted = dev ? FOR_BUILDING : [INSTALLED[name]];
  if (wanted.includes(license)) return [];
  return [
    `${path} is under ${license ?? 'no licence'}, ${dev ? 'not one for building' : 'and is not listed to be installed'}`,
  ];
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
