// Holds what `npm pack` would publish against the list here, in both directions: nothing goes out that is not on it, and nothing on it
// is missing. And holds what each entry point imports of npm against its own list. Needs dist/: run `npm run build` first.
import { join } from 'node:path';
import { build } from 'esbuild';
import { entries, root } from './entries.mjs';
import { mustRun } from './process.mjs';

/** Files that are there by their names. */
const NAMED = [
  'package.json',
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-LICENSES.md',
  ...['command', 'event', 'handbook', 'programme', 'rule-set', 'snapshot'].map(
    (name) => `docs/schema/${name}.schema.json`,
  ),
];
/** What the types of several entry points share, named by the bundler. */
const SHARED_TYPES = /^dist\/[a-z-]+-[\w-]{8}\.d\.c?ts$/;
/** What several entry points share when they run, named by the bundler. */
const SHARED_CHUNKS = /^dist\/chunk-[\w-]{8}\.c?js(\.map)?$/;
/** The most files there may be, and what they may come to, unpacked. */
const MOST_FILES = 155;
const MOST_BYTES = 9_200_000;

/** What each entry point may bring in of npm, in all of its files. */
const IMPORTS = {
  index: [],
  define: ['immer', 'zod'],
  audit: [],
  'rule-sets': [],
  words: [],
  reports: [],
  schema: ['zod'],
  simulation: ['pure-rand'],
  testing: ['fast-check'],
};

/** The built files that have names of their own, in both forms of module, with their maps, and the types of each entry point. */
function builtFiles() {
  return [
    ...entries.flatMap(({ name }) =>
      ['js', 'cjs'].flatMap((ending) => [`dist/${name}.${ending}`, `dist/${name}.${ending}.map`]),
    ),
    ...entries.flatMap(({ name }) => [`dist/${name}.d.ts`, `dist/${name}.d.cts`]),
  ];
}

/** What is wrong with the files of the package. */
async function fileProblems() {
  const packed = await mustRun('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root });
  const { files, unpackedSize } = Object.values(JSON.parse(packed))[0];
  const published = new Set(files.map(({ path }) => path));
  const wanted = new Set([...NAMED, ...builtFiles()]);
  const surplus = [...published].filter(
    (path) => !wanted.has(path) && !SHARED_TYPES.test(path) && !SHARED_CHUNKS.test(path),
  );
  const missing = [...wanted].filter((path) => !published.has(path));
  console.log(`${published.size} files, ${Math.round(unpackedSize / 1024)} kB unpacked`);
  return [
    ...surplus.map((path) => `${path} would be published and is not on the list`),
    ...missing.map((path) => `${path} is on the list and would not be published`),
    ...(published.size > MOST_FILES ? [`${published.size} files are more than ${MOST_FILES}`] : []),
    ...(unpackedSize > MOST_BYTES ? [`${unpackedSize} bytes are more than ${MOST_BYTES}`] : []),
  ];
}

/** The packages that a built entry point brings in, in all of its files. */
async function importsOf(name) {
  const { metafile } = await build({
    entryPoints: [join(root, `dist/${name}.js`)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    logLevel: 'error',
  });
  const outside = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => packageOf(path)),
  );
  return [...new Set(outside)].sort();
}

function packageOf(path) {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
}

async function importProblems() {
  const problems = [];
  for (const { name, specifier } of entries) {
    const found = await importsOf(name);
    const allowed = IMPORTS[name];
    if (allowed === undefined) problems.push(`${specifier} is not in the list of what may be imported`);
    else if (found.join() !== allowed.join())
      problems.push(
        `${specifier} imports ${found.join(', ') || 'nothing'}, not ${allowed.join(', ') || 'nothing'}`,
      );
    console.log(`${specifier}: ${found.join(', ') || 'no package'}`);
  }
  return problems;
}

const problems = [...(await fileProblems()), ...(await importProblems())];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
