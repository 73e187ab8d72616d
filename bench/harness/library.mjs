// The library as it was built: `dist/`, or the folder that POINTS_BANK names, so that two builds can be held side by side.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the build that is measured. */
export const folder = process.env.POINTS_BANK ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** One entry point of the build: `index`, `rule-sets`, `reports`, `schema`, `simulation`. */
export function entry(name = 'index') {
  return import(pathToFileURL(resolve(folder, `${name}.js`)).href);
}

const require = createRequire(import.meta.url);

/** A file of the library's inside, out of the CommonJS build, which has one for each of src: to make something ready by, never to time. */
export function inside(name) {
  return require(resolve(folder, `${name}.cjs`));
}
