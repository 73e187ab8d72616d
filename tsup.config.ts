import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { entries } from './scripts/entries.mjs';

const present = entries.filter(({ source }) => existsSync(source));
for (const { source } of entries.filter((entry) => !present.includes(entry))) {
  console.warn(`tsup: ${source} does not exist and is left out`);
}

/** Leaves the imports of one file of src by another as they are, with the ending that the format has. */
function modulesApart(format: string) {
  return {
    name: 'modules-apart',
    setup(build: {
      onResolve: (
        filter: { filter: RegExp },
        resolve: (found: { path: string; importer: string }) => { path: string; external: true } | undefined,
      ) => void;
    }): void {
      build.onResolve({ filter: /^\.\.?\// }, ({ path, importer }) => {
        if (importer === '' || importer.includes('node_modules')) return undefined;
        return { path: format === 'cjs' ? path.replace(/\.js$/, '.cjs') : path, external: true };
      });
    },
  };
}

export default defineConfig(
  (['esm', 'cjs'] as const).map((format) => ({
    // One file of dist for one of src: with `sideEffects: false`, a host's bundler leaves out whole files that are not used, and
    // a class or a symbol is one and the same from each entry point.
    entry: ['src/**/*.ts'],
    format: [format],
    dts: { entry: Object.fromEntries(present.map(({ name, source }) => [name, source])) },
    esbuildPlugins: [modulesApart(format)],
    splitting: false,
    treeshake: false,
    sourcemap: true,
    target: 'es2022',
    platform: 'neutral',
    esbuildOptions(options) {
      // Chinese as it is written, not as escapes of six characters each.
      options.charset = 'utf8';
      // Calls that make data and do nothing else: what is made and not used falls away in a host's bundle.
      options.pure = ['text', 'deepFreeze', 'Object.freeze'];
    },
    // @noble/hashes 2 ships ES modules alone. Left outside, the CommonJS build would need `require` of an ES module, which
    // Node.js 22.0 to 22.11 (within our engines) and several test runners do not have. We use SHA-256 alone, some 2 kB; its
    // license is in THIRD-PARTY-LICENSES.md.
    noExternal: [/^@noble\/hashes/],
  })),
);
