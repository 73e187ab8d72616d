import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const COUNTER = fileURLToPath(new URL('../../../', import.meta.url));

/** The programs that tests start many times. */
const PROGRAMS = [
  'src/main.ts',
  ...['key', 'move', 'rebuild', 'restore', 'user', 'verify'].map((name) => `src/command-line/${name}.ts`),
  'test/store/programs/clerk.ts',
];

/** A source finds what lies beside it, wherever it is built to. */
const wherePathsLead: Plugin = {
  name: 'where paths lead',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]counter[\\/](src|test)[\\/].*\.(tsx?|mjs)$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};

/** Builds them, as tsx would each time that one is started; the folder that they are in, from which they find their packages. */
export async function buildPrograms(): Promise<string> {
  const packages = join(COUNTER, 'node_modules');
  await mkdir(packages, { recursive: true });
  const folder = await mkdtemp(join(packages, '.programs-'));
  await build({
    absWorkingDir: COUNTER,
    entryPoints: PROGRAMS,
    outbase: COUNTER,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    sourcemap: 'inline',
    plugins: [wherePathsLead],
  });
  return folder;
}
