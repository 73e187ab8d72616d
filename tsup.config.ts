import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { apart, entries } from './scripts/entries.mjs';

const present = entries.filter(({ source }) => existsSync(source));
for (const { source } of entries.filter((entry) => !present.includes(entry))) {
  console.warn(`tsup: ${source} does not exist and is left out`);
}

/** Leaves the imports of one file of src by another as they are, with the ending that CommonJS has. */
function modulesApart() {
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
        return { path: path.replace(/\.js$/, '.cjs'), external: true };
      });
    },
  };
}

export default defineConfig(
  (['esm', 'cjs'] as const).map((format) => ({
    // In CommonJS one file of dist for one of src: a class or a symbol is one and the same from each entry point.
    entry:
      format === 'esm'
        ? [...present.map(({ source }) => source), ...apart.map((name) => `src/${name}.ts`)]
        : ['src/**/*.ts'],
    format: [format],
    dts: { entry: Object.fromEntries(present.map(({ name, source }) => [name, source])) },
    esbuildPlugins: format === 'esm' ? [] : [modulesApart()],
    splitting: format === 'esm',
    treeshake: false,
    sourcemap: true,
    target: 'es2022',
    platform: 'neutral',
    esbuildOptions(options) {
      // Chinese as it is written, not as escapes of six characters each.
      options.charset = 'utf8';
      options.outbase = 'src';
    },
    // @noble/hashes 2 ships ES modules alone. Left outside, the CommonJS build would need `require` of an ES module, which
    // Node.js 22.0 to 22.11 (within our engines) and several test runners do not have. We use SHA-256 alone, some 2 kB; its
    // license is in THIRD-PARTY-LICENSES.md.
    noExternal: [/^@noble\/hashes/],
  })),
);
