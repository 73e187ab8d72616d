// The library as it was built: `dist/`, or the folder that POINTS_BANK names, so that two builds can be held side by side.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The folder of the build that is measured. */
export const folder = process.env.POINTS_BANK ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** One entry point of the build: `index`, `rule-sets`, `reports`, `schema`, `simulation`. */
export function entry(name = 'index') {
  return import(pathToFileURL(resolve(folder, `${name}.js`)).href);
}

/** What files of src export, bundled by themselves: to make something ready by, never to time. */
export async function inside(...names) {
  const { outputFiles } = await build({
    stdin: {
      contents: names.map((name) => `export * from './${name}.ts';`).join('\n'),
      resolveDir: fileURLToPath(new URL('../../src', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
