// TypeScript over the types of every entry point, with those of what they need, under each way of finding modules. A program that must
// not compile is among them: `@ts-expect-error` fails where it does.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/entries.mjs';
import { answerOf, here, program, work } from './place.mjs';

const require = createRequire(import.meta.url);
/** How modules are found, with the form that goes with it and the programs that it takes. */
const WAYS = [
  ['node16', 'node16', ['mts', 'cts']],
  ['nodenext', 'nodenext', ['mts', 'cts']],
  ['bundler', 'esnext', ['ts']],
];

/** The compilers of the project itself: the oldest and the newest that the types are for, and the one that the library is built by. */
export const [oldest, ours, newest] = ['typescript-5.4', 'typescript', 'typescript-7'].map((name) =>
  compiler(require.resolve(`${name}/package.json`, { paths: [root] })),
);

/** A compiler by its package.json, and its version, if it may not be installed. */
export function compiler(manifest, version = require(manifest).version) {
  return {
    name: `TypeScript ${version.split('.').slice(0, 2).join('.')}`,
    version: () => version,
    needs:
      '`node16`, `nodenext` or `bundler`; with `skipLibCheck` off, `dom` in `lib` or the types of Node.js, for zod',
    /** For types the answer is that all of them compile: the caller's own answer is given back. */
    async run(expected) {
      const tsc = join(dirname(manifest), 'bin/tsc');
      const answers = [];
      for (const [resolution, module, endings] of WAYS) {
        const folder = join(work, `types-${version}-${resolution}`);
        mkdirSync(folder, { recursive: true });
        for (const ending of endings) cpSync(program('types.ts'), join(folder, `types.${ending}`));
        writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings(resolution, module)));
        const said = await answerOf(process.execPath, [tsc, '-p', folder]);
        answers.push(said === '' ? expected : `${resolution}: ${said}`);
      }
      return answers;
    },
  };
}

function settings(moduleResolution, module) {
  return {
    compilerOptions: {
      target: 'es2022',
      lib: ['es2023', 'dom'],
      types: [],
      module,
      moduleResolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    },
    include: ['*'],
  };
}

/** What the project's own TypeScript says where modules are found as by Node.js 10: that is not supported, and it says what is. */
export async function asForNode10() {
  const folder = join(work, 'types-node10');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'node10.ts'),
    "import { parseEvent } from 'points-bank/schema';\n\nexport const read = parseEvent;\n",
  );
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings('node10', 'commonjs')));
  const tsc = require.resolve('typescript/bin/tsc', { paths: [root] });
  const said = await answerOf(process.execPath, [tsc, '-p', folder], { cwd: here });
  return said.replace(/^[\s\S]*?error TS/, 'error TS').replaceAll(`${here}/`, '');
}
