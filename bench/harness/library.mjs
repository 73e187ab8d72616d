// The library as it was built: `dist/`, or the folder that POINTS_BANK names, so that two builds can be held side by side.
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the build that is measured. */
export const folder = process.env.POINTS_BANK ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** One entry point of the build: `index`, `rule-sets`, `reports`, `schema`, `simulation`. */
export function entry(name = 'index') {
  return import(pathToFileURL(resolve(folder, `${name}.js`)).href);
}
