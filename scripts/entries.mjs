// The package's entry points, read from the one list there is: `exports` of package.json.
// A new entry point is a file src/<name>.ts and a block under "exports"; every check follows from that.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The parsed package.json. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Each entry point: `name` (file name in src and dist), `specifier` (what an importer writes), `source`. */
export const entries = Object.keys(manifest.exports)
  .filter((key) => key !== './package.json')
  .map((key) => {
    const name = key === '.' ? 'index' : key.slice(2);
    const specifier = key === '.' ? manifest.name : `${manifest.name}/${name}`;
    return { name, specifier, source: `src/${name}.ts` };
  });

/**
 * Files of src/ that start chunks of their own in the ES modules, beside the entry points. The build makes few files of many, since to
 * load many takes longer than to evaluate them; so whoever bundles a name of one of these gets nothing of the others.
 */
export const apart = [
  'account/state/fold',
  'account/bank',
  'rules/differences/deviations',
  'rule-sets/renfa-2022-31/rules',
];

/**
 * What is wrong with the entry points: a listed file that is missing, a file in src/ that is not listed,
 * a block of `exports` that does not point at the built files, an entry that does more than re-export.
 */
export function entryProblems() {
  const problems = [];
  const listed = new Set(entries.map(({ source }) => source));
  for (const file of readdirSync(join(root, 'src')).filter((name) => name.endsWith('.ts'))) {
    if (!listed.has(`src/${file}`))
      problems.push(`src/${file} is not listed under "exports" of package.json`);
  }
  for (const { name, source } of entries) {
    const key = name === 'index' ? '.' : `./${name}`;
    const wanted = {
      import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
      require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
    };
    if (JSON.stringify(manifest.exports[key]) !== JSON.stringify(wanted)) {
      problems.push(`"exports" of package.json: ${key} is not ${JSON.stringify(wanted)}`);
    }
    if (!existsSync(join(root, source))) problems.push(`${source} does not exist`);
    else if (!onlyReexports(readFileSync(join(root, source), 'utf8'))) {
      problems.push(`${source} does more than re-export`);
    }
  }
  return problems;
}

/** Whether a source text is nothing but comments and `export … from '…'`. */
function onlyReexports(source) {
  const rest = source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']+';?/g, '');
  return rest.trim() === '';
}
