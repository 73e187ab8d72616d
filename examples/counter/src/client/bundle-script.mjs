// @ts-check
import { join } from 'node:path';

/** The one script of the pages, bundled. */
export async function bundleScript() {
  const { build } = await import('esbuild');
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'main.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'error',
  });
  return bundle.outputFiles[0]?.text ?? '';
}
