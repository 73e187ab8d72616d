// Puts the small chunks of dist/ that need no large one into one file. esbuild makes a chunk for each set of entry points that share something, some
// twenty for `import 'points-bank'`, and to find and open a file takes longer than to evaluate it. Source maps lead through to the sources.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { entries, root } from './entries.mjs';

/** In bytes. A larger chunk is what somebody may want alone, such as the fold. */
const SMALL = 10_000;

const dist = join(root, 'dist');
const built = readdirSync(dist, { recursive: true })
  .filter((file) => /\.js(\.map)?$/.test(file))
  .map((file) => join(dist, file));

const sizes = new Map(built.map((file) => [file, statSync(file).size]));

const withSourceMaps = {
  name: 'with-source-maps',
  load: (file) => ({
    code: readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n*$/, '\n'),
    map: readFileSync(`${file}.map`, 'utf8'),
    moduleSideEffects: false,
  }),
};

const bundle = await rollup({
  input: Object.fromEntries(entries.map(({ name }) => [name, join(dist, `${name}.js`)])),
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  treeshake: false,
  plugins: [withSourceMaps],
});
// With the folders of the files that only started a chunk.
for (const name of readdirSync(dist))
  if (!name.endsWith('.d.ts')) rmSync(join(dist, name), { recursive: true });
const { output } = await bundle.generate({
  format: 'es',
  sourcemap: 'inline',
  chunkFileNames: 'chunk-[hash].js',
  // The name that it has in the source, wherever it is imported.
  minifyInternalExports: false,
  hoistTransitiveImports: false,
  manualChunks: (file, { getModuleInfo }) => {
    if (!basename(file).startsWith('chunk-')) return undefined;
    return isSmall(file, getModuleInfo) ? 'small' : basename(file);
  },
});

for (const { fileName, code } of output.filter(({ type }) => type === 'chunk')) {
  // esbuild's source maps take half as much.
  const out = await transform(code, {
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'external',
    sourcefile: fileName,
  });
  writeFileSync(join(dist, fileName), `${out.code}//# sourceMappingURL=${fileName}.map\n`);
  const map = JSON.parse(out.map);
  // From the folder of the file, and not from that of the repository.
  map.sources = map.sources.map((source) => `../${source}`);
  writeFileSync(join(dist, `${fileName}.map`), JSON.stringify(map));
}

function isSmall(file, infoOf) {
  const needed = infoOf(file).importedIds.filter((id) => id.startsWith(dist));
  return sizes.get(file) < SMALL && needed.every((one) => isSmall(one, infoOf));
}
