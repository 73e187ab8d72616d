// The heaviest hosts, which only `--all` installs and runs: Next.js, Hermes, and the compilers between the oldest and the newest.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inChromium } from './bundlers.mjs';
import { compiler, ours } from './compilers.mjs';
import { answerOf, here, install, program, versionOf, work } from './place.mjs';
import { PRODUCTION } from './runtimes.mjs';

const folder = join(here, 'more');
const inFolder = (...path) => join(folder, 'node_modules', ...path);
const version = (name) => () => versionOf(name, folder);

/** Installs what these hosts need. */
export const installMore = () => install(folder);

const next = {
  name: 'Next.js, app router',
  version: version('next'),
  needs: 'nothing: in server components and in client components',
  async run() {
    const app = join(folder, '.work/next');
    rmSync(app, { recursive: true, force: true });
    cpSync(program('next'), app, { recursive: true });
    cpSync(program('program.mjs'), join(app, 'program.mjs'));
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    const said = await answerOf(process.execPath, [inFolder('next/dist/bin/next'), 'build', app], {
      cwd: app,
      env,
    });
    if (!existsSync(join(app, 'out/index.html'))) return [said];
    const page = { folder: join(app, 'out'), headers: {} };
    return [await inChromium('index.html', page), await inChromium('index.html', page, '#server')];
  },
};

/** The bundle, as Metro would make it for an engine without classes. */
async function bundle() {
  const { outputFiles } = await build({
    stdin: {
      contents: "import './hermes-lacks.js';\nimport './print.mjs';",
      resolveDir: join(here, 'programs'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: PRODUCTION,
  });
  return outputFiles[0].text;
}

/** A program of ES2022 in the words of an engine without classes; the polyfills of the engine come before it. */
function lowered(code) {
  const { transformSync } = createRequire(join(folder, 'package.json'))('@babel/core');
  return transformSync(code, {
    babelrc: false,
    configFile: false,
    compact: false,
    sourceType: 'script',
    cwd: folder,
    presets: [['@babel/preset-env', { targets: { ie: '11' } }]],
  }).code;
}

const hermes = {
  name: 'Hermes 0.12 (React Native of 2022)',
  version: version('hermes-engine-cli'),
  needs:
    'Babel, as React Native has it, and polyfills of `TextEncoder` and of `at` of arrays, strings and typed arrays',
  async run() {
    const file = join(work, 'hermes.js');
    writeFileSync(file, lowered(await bundle()));
    return [await answerOf(inFolder('hermes-engine-cli/linux64-bin/hermes'), ['-w', file])];
  },
};

const hermesCompiler = {
  name: "Hermes' compiler (React Native of 2026)",
  version: version('hermes-compiler'),
  needs: 'nothing, to compile the ES2022 that is published; npm brings no engine of this age to run it',
  async run(expected) {
    const file = join(work, 'hermes-modern.js');
    writeFileSync(file, await bundle());
    const hermesc = inFolder('hermes-compiler/hermesc/linux64-bin/hermesc');
    const said = await answerOf(hermesc, ['-w', '-emit-binary', '-out', `${file}.hbc`, file]);
    return [said === '' ? expected : said];
  },
};

const compilers = () => [
  ...['5.5', '5.6', '5.7', '5.8'].map((name) => compilerIn(`typescript-${name}`)),
  ours,
  compilerIn('typescript-6.0'),
];

/** A compiler of these, which is not installed where nobody asked for it. */
function compilerIn(name) {
  const manifest = inFolder(name, 'package.json');
  return compiler(manifest, version(name)());
}

export const more = [next, hermes, hermesCompiler, ...compilers()];
