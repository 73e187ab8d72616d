// Bundles the counter into dist/: the server, whose packages stay where they are installed, and the script and style sheet of its pages. So a
// start reads one file, and compiles nothing. Whoever starts it meanwhile has the files as they were, or as they are.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleScript } from './src/client/bundle-script.mjs';

const here = import.meta.dirname;
const out = join(here, 'dist');

const server = await build({
  entryPoints: [join(here, 'src/main.ts')],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  packages: 'external',
  write: false,
  logLevel: 'error',
});

mkdirSync(out, { recursive: true });
const files = {
  'counter.js': await bundleScript(),
  'counter.css': readFileSync(join(here, 'src/client/style.css'), 'utf8'),
  'main.mjs': server.outputFiles[0].text,
};
for (const [name, text] of Object.entries(files)) {
  const path = join(out, name);
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
