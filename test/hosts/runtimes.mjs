// Engines and servers that run the program from the package: Node.js, Bun, Deno, workerd and Jest.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { answerOf, here, installed, program, versionOf, work } from './place.mjs';

/** What every bundler for a page or the edge sets. */
export const PRODUCTION = { 'process.env.NODE_ENV': '"production"' };

/** The program for `require`: the library's CommonJS. */
export async function writeCommonJs() {
  await build({
    entryPoints: [program('print.mjs'), program('jest.mjs')],
    outdir: join(work, 'cjs'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    packages: 'external',
    format: 'cjs',
    platform: 'node',
  });
}

const nodes = ['node-20', 'node-22', 'node-24'].map((name) => ({
  name: `Node.js ${versionOf(name).split('.')[0]}`,
  version: () => versionOf(name),
  needs: 'nothing; ESM, CommonJS, and where no text may be run as code',
  async run() {
    const node = installed(name, 'bin', 'node');
    return [
      await answerOf(node, [program('print.mjs')]),
      await answerOf(node, [join(work, 'cjs/print.cjs')]),
      await answerOf(node, ['--disallow-code-generation-from-strings', program('print.mjs')]),
    ];
  },
}));

const bun = {
  name: 'Bun',
  version: () => versionOf('@oven/bun-linux-x64'),
  needs: 'nothing',
  async run() {
    const file = installed('@oven/bun-linux-x64/bin/bun');
    return [
      await answerOf(file, [program('print.mjs')]),
      await answerOf(file, [join(work, 'cjs/print.cjs')]),
    ];
  },
};

const DENO = ['run', '--no-prompt', '--no-config', '--cached-only', '--node-modules-dir=manual'];

const deno = {
  name: 'Deno',
  version: () => versionOf('@deno/linux-x64-glibc'),
  needs:
    '`points-bank/define` loads immer, which asks for `NODE_ENV`: `--allow-env=NODE_ENV`. All other entry points need no permission',
  async run() {
    const file = installed('@deno/linux-x64-glibc/deno');
    const bare = await answerOf(file, [...DENO, program('without-immer.mjs')]);
    const whole = await answerOf(file, [...DENO, '--allow-env=NODE_ENV', program('print.mjs')]);
    return [bare === 'true' ? whole : `without permissions: ${bare}`, whole];
  },
};

const workerd = {
  name: 'workerd (Cloudflare Workers)',
  version: () => versionOf('workerd'),
  needs: 'a bundle that sets `process.env.NODE_ENV`, as Wrangler does; no `nodejs_compat`',
  async run() {
    const folder = join(work, 'workerd');
    mkdirSync(folder, { recursive: true });
    await build({
      entryPoints: [program('worker.mjs')],
      outfile: join(folder, 'worker.js'),
      bundle: true,
      format: 'esm',
      target: 'es2022',
      platform: 'neutral',
      conditions: ['workerd', 'worker', 'browser', 'import'],
      mainFields: ['browser', 'module', 'main'],
      define: PRODUCTION,
    });
    cpSync(program('workerd.capnp'), join(folder, 'workerd.capnp'));
    const said = await answerOf(installed('@cloudflare/workerd-linux-64/bin/workerd'), [
      'test',
      join(folder, 'workerd.capnp'),
    ]);
    return [said];
  },
};

const jest = {
  name: 'Jest',
  version: () => versionOf('jest'),
  needs: 'nothing for CommonJS; `--experimental-vm-modules` for ES modules',
  async run() {
    const [cjs, esm] = [join(work, 'jest-cjs'), join(work, 'jest-esm')];
    for (const folder of [cjs, esm]) mkdirSync(folder, { recursive: true });
    cpSync(join(work, 'cjs/jest.cjs'), join(cjs, 'answer.cjs'));
    for (const name of ['jest.mjs', 'program.mjs'])
      cpSync(program(name), join(esm, name === 'jest.mjs' ? 'answer.mjs' : name));
    return [
      await jestIn(cjs, 'answer.cjs', []),
      await jestIn(esm, 'answer.mjs', ['--experimental-vm-modules', '--no-warnings']),
    ];
  },
};

function jestIn(folder, test, flags) {
  const config = {
    rootDir: folder,
    testMatch: [`<rootDir>/${test}`],
    moduleFileExtensions: ['js', 'mjs', 'cjs', 'json'],
    transform: {},
    cacheDirectory: join(work, 'jest-cache'),
  };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  return answerOf(
    process.execPath,
    [...flags, installed('jest/bin/jest.js'), '-i', '--config', join(folder, 'jest.config.json')],
    { cwd: here },
  );
}

export const runtimes = [...nodes, bun, deno, workerd, jest];
