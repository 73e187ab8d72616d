// Bundles the page into dist/: the page's script, that of its workers, the style sheet and the page itself. `--watch` is not needed:
// a build takes a second.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'dist');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  entryPoints: { page: join(here, 'src/page.ts'), worker: join(here, 'src/worker/worker.ts') },
  outdir: out,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
  // The library's files do nothing when they are loaded, so an import that takes no name from one may be left out.
  logOverride: { 'ignored-bare-import': 'silent' },
});
for (const file of ['index.html', 'workbench.css']) copyFileSync(join(here, 'src', file), join(out, file));
for (const [file, { bytes }] of Object.entries(metafile.outputs))
  if (file.endsWith('.js')) console.log(`${file.split('/').at(-1)}: ${Math.round(bytes / 1024)} kB`);
