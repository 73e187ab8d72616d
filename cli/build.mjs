// Builds the command line: an ES module that loads the parts that a command needs, and the manual pages, which it writes itself from the definitions of its
// commands. The packages that it needs stay outside and are installed with it.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const program = join(folder, 'dist/points-bank.js');
const pages = { en: 'dist/man/points-bank.1', zh: 'dist/man/zh_CN/points-bank.1' };

rmSync(join(folder, 'dist'), { recursive: true, force: true });
await build({
  entryPoints: { 'points-bank': join(folder, 'src/main.ts') },
  outdir: join(folder, 'dist'),
  bundle: true,
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  charset: 'utf8',
  logLevel: 'error',
});
chmodSync(program, 0o755);
for (const [locale, page] of Object.entries(pages)) {
  mkdirSync(join(folder, page, '..'), { recursive: true });
  writeFileSync(join(folder, page), execFileSync(process.execPath, [program, 'man', '--locale', locale]));
}
