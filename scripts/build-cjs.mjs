// Makes the CommonJS files of dist/ from the ES modules and types there, one of one: so a class or a symbol is one and the same from
// each entry point, and the package has no file for each source file. Source maps lead through to the sources.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './entries.mjs';

/** Leaves the import of one built file by another as it is, with the ending that CommonJS has. */
const filesApart = {
  name: 'files-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: path.replace(/\.js$/, '.cjs'), external: true },
    );
  },
};

const dist = join(root, 'dist');
const built = readdirSync(dist, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: built.filter((file) => file.endsWith('.js')).map((file) => join(dist, file)),
  outdir: dist,
  outbase: dist,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  packages: 'external',
  format: 'cjs',
  // Names of exports are written out, so that `import` finds them in CommonJS too.
  platform: 'node',
  target: 'es2022',
  charset: 'utf8',
  sourcemap: true,
  plugins: [filesApart],
});

for (const file of built.filter((name) => name.endsWith('.d.ts'))) {
  const types = readFileSync(join(dist, file), 'utf8');
  writeFileSync(
    join(dist, file.replace(/\.d\.ts$/, '.d.cts')),
    types.replace(/(?<=\b(?:from|import) ')(\.[^']+)\.js(?=')/g, '$1.cjs'),
  );
}
