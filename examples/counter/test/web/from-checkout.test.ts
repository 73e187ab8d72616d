import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putDatabase } from './support/data-folder.js';
import { environment, type Started, started } from './support/process.js';

/* `npm run counter`, in a copy of the repository, since others read what is built in this one. */

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** What is installed, what was built, and what a counter keeps. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'data']);

let folder: string;
let copy: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counter-checkout-'));
  copy = join(folder, 'copy');
  for (const part of ['src', 'scripts', 'examples/counter', 'examples/workbench'])
    await cp(join(ROOT, part), join(copy, part), {
      recursive: true,
      filter: (path) => !LEFT_OUT.has(basename(path)),
    });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts'])
    await cp(join(ROOT, file), join(copy, file));
  await withoutTypes();
  for (const place of ['', 'examples/counter', 'examples/workbench'])
    await symlink(join(ROOT, place, 'node_modules'), join(copy, place, 'node_modules'));
  await putDatabase(join(folder, 'data'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds of the copy leave the library's types out: they take most of the time, and no counter reads them. */
async function withoutTypes(): Promise<void> {
  const path = join(copy, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { scripts: { build: string } };
  const build = manifest.scripts.build.replace('tsup', 'tsup --no-dts');
  await writeFile(path, JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, build } }));
}

function npmRunCounter(): Promise<Started> {
  const env = environment(join(folder, 'data'));
  return started(spawn('npm', ['run', 'counter'], { cwd: copy, env }) as ChildProcessWithoutNullStreams);
}

const built = (output: string) => [...output.matchAll(/Building the (\w+)/g)].map(([, what]) => what);

test('builds what changed alone, and ends with npm, however that ends', async () => {
  const first = await npmRunCounter();
  expect(built(first.output())).toEqual(['library', 'workbench', 'counter']);
  first.child.kill('SIGKILL');
  await first.closed;

  const second = await npmRunCounter();
  expect(built(second.output())).toEqual([]);
  second.child.kill('SIGTERM');
  await second.closed;

  await appendFile(join(copy, 'examples/workbench/src/workbench.css'), '\n');
  const third = await npmRunCounter();
  expect(built(third.output())).toEqual(['workbench']);
  third.child.kill('SIGINT');
  await third.closed;

  // What somebody else took away or built anew is not taken for what was built.
  await rm(join(copy, 'examples/workbench/dist/index.html'));
  const fourth = await npmRunCounter();
  expect(built(fourth.output())).toEqual(['workbench']);
  fourth.child.kill('SIGTERM');
  await fourth.closed;
});
