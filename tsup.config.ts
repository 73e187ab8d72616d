import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { apart, entries } from './scripts/entries.mjs';

const present = entries.filter(({ source }) => existsSync(source));
for (const { source } of entries.filter((entry) => !present.includes(entry))) {
  console.warn(`tsup: ${source} does not exist and is left out`);
}

// The ES modules and their types. scripts/build-cjs.mjs makes the files for CommonJS of them.
export default defineConfig({
  entry: [...present.map(({ source }) => source), ...apart.map((name) => `src/${name}.ts`)],
  format: ['esm'],
  dts: { entry: Object.fromEntries(present.map(({ name, source }) => [name, source])) },
  splitting: true,
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
});
