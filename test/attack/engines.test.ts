import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '../../src/values/digest.js';
import { DECIDING, READING, REPORTING } from './whole-life.js';

/*
 * One answer, however the engine runs it: with compiled code or without any, and where no text may be run as code. What an engine gets
 * wrong about hot code, and what a strict page forbids, would show in the digest of everything that is said of a whole life.
 */

const run = promisify(execFile);
let folder: string;
let program: string;

/** How often the whole life is gone through, so that its code becomes hot. */
const TIMES = 3;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'points-bank-engines-'));
  program = join(folder, 'program.mjs');
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { digestOf } from '../../src/values/digest.ts';
        import { DECIDING, READING, REPORTING } from './whole-life.ts';
        let said;
        for (let times = 0; times < ${TIMES}; times += 1)
          said = [...DECIDING, ...REPORTING, ...READING].map(([, say]) => JSON.stringify(say()) ?? 'nothing');
        console.log(digestOf(said));
      `,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  await writeFile(program, outputFiles[0]?.text ?? '');
});

afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['as it is', []],
  ['without compiled code', ['--jitless']],
  ['where no text may be run as code', ['--disallow-code-generation-from-strings']],
  ['compiled at once', ['--always-sparkplug']],
  ['without prototypes that can be set from outside', ['--disable-proto=throw', '--frozen-intrinsics']],
])('%s', async (_, flags) => {
  const said = [...DECIDING, ...REPORTING, ...READING].map(([, say]) => JSON.stringify(say()) ?? 'nothing');
  const { stdout } = await run(process.execPath, [...flags, program]);
  expect(stdout.trim()).toBe(digestOf(said));
});
