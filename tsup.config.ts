import { existsSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { entries } from './scripts/entries.mjs';

const present = entries.filter(({ source }) => existsSync(source));
for (const { source } of entries.filter((entry) => !present.includes(entry))) {
  console.warn(`tsup: ${source} does not exist and is left out`);
}

export default defineConfig({
  entry: Object.fromEntries(present.map(({ name, source }) => [name, source])),
  format: ['esm', 'cjs'],
  dts: true,
  // Entry points share their chunks in both formats, so that a class or a symbol is one and the same from each of them.
  splitting: true,
  treeshake: true,
  sourcemap: true,
  target: 'es2022',
  platform: 'neutral',
  clean: true,
  esbuildOptions(options) {
    // Calls that make data and do nothing else: what is made and not used falls away in a host's bundle.
    options.pure = ['text', 'deepFreeze', 'number', 'ladder', 'negative', 'members', 'day', 'Object.freeze'];
    // Chinese as it is written, not as escapes of six characters each.
    options.charset = 'utf8';
  },
  // @noble/hashes 2 ships ES modules alone. Left outside, the CommonJS build would need `require` of an ES module, which
  // Node.js 22.0 to 22.11 (within our engines) and several test runners do not have. We use SHA-256 alone, some 2 kB; its
  // license is in THIRD-PARTY-LICENSES.md.
  noExternal: [/^@noble\/hashes/],
});
