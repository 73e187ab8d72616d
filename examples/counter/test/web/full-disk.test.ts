import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BankEvent } from 'points-bank';
import { afterEach, expect, test } from 'vitest';
import { PostgresServer } from '../store/support/postgres-server.js';
import { program } from '../store/support/shared.js';
import { putDatabase } from './support/data-folder.js';
import { openRealHost, SECRET } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { COUNTER, environment, type Started, startCounter } from './support/process.js';
import { SmallDisk } from './support/small-disk.js';
import type { Visitor } from './support/visitor.js';
import { visitorAt } from './support/visitor-at.js';

/*
 * The counter as a process, and its database, embedded or a server's, on a disk that is full: it says so, what it acknowledged is there, and
 * it goes on by itself once there is room.
 */

const run = promisify(execFile);
const MANY = 2000;

/** Whether this machine lets anybody mount a disk; the store's own test has a full disk on any. */
const probe = await SmallDisk.mount(1);
await probe?.unmount();
const mounts = probe !== undefined;

let disk: SmallDisk;
let counter: Started | undefined;
let server: PostgresServer | undefined;

afterEach(async () => {
  counter?.child.kill('SIGKILL');
  await counter?.closed;
  counter = undefined;
  await server?.stop();
  server = undefined;
  await disk?.unmount();
});

/** The counter on a disk of so many megabytes, with its people, and the settings that it runs with. */
async function begun(megabytes: number, database: 'embedded' | 'server' = 'embedded') {
  disk = (await SmallDisk.mount(megabytes)) as SmallDisk;
  const folder = disk.make('data');
  if (database === 'server') server = await PostgresServer.start([], disk.folder);
  else await putDatabase(folder);
  const databaseUrl = server?.url ?? '';
  const host = await openRealHost(folder, { databaseUrl });
  await addPeople(host);
  await host.close();
  const env = environment(folder, { SESSION_SECRET: SECRET, DATABASE_URL: databaseUrl });
  counter = await startCounter(env);
  const clerk = visitorAt(counter.address);
  expect((await clerk.signIn('clerk-linan', PASSWORD)).status).toBe(303);
  return { folder, env, clerk };
}

const opening = (accountId: string) => ({
  accountId,
  role: 'resident',
  on: '2026-01-05',
  formComplete: 'yes',
});

/** Opens accounts, one after the other, until one is refused. */
async function untilRefused(clerk: Visitor) {
  const acknowledged: string[] = [];
  for (;;) {
    const number = `A${acknowledged.length}`;
    const answer = await clerk.post('/accounts/new', opening(number));
    if (answer.status !== 303) return { acknowledged, refused: answer };
    acknowledged.push(`linan-${number}`);
  }
}

async function recordOf(clerk: Visitor): Promise<readonly BankEvent[]> {
  const { status, text } = await clerk.get('/export/events.jsonl');
  expect(status).toBe(200);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The record checked by the command, once the counter has been told to end. */
async function expectVerified(env: Record<string, string>): Promise<void> {
  expect(await counter?.stop()).toBe(0);
  const { stdout } = await run(process.execPath, [await program('src/command-line/verify')], {
    cwd: COUNTER,
    env,
  });
  expect(stdout).toContain('All is as it was sealed, and follows from the rules');
}

/** Until the database is reached again. */
async function ready(clerk: Visitor): Promise<void> {
  while ((await clerk.get('/ready')).status !== 200) await wait(50);
}

test.runIf(mounts)('forms are told that they cannot be taken, and are once there is room', async () => {
  const { folder, env, clerk } = await begun(100);
  disk.fill();
  const { acknowledged, refused } = await untilRefused(clerk);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.text).toContain('暂时无法办理');
  // Records are files of their own, and nothing of one that had no room stays.
  const password = {
    passwordNow: PASSWORD,
    passwordNew: `${PASSWORD}, new`,
    passwordAgain: `${PASSWORD}, new`,
  };
  for (const [path, form] of [
    ['/password', password],
    ['/sign-out', {}],
  ] as const)
    expect([path, (await clerk.post(path, form)).status]).toEqual([path, 503]);
  for (const kind of ['user', 'ended-session'])
    expect(
      (await readdir(join(folder, kind)).catch(() => [])).filter((name) => !name.endsWith('.json')),
    ).toEqual([]);
  expect((await clerk.get('/health')).status).toBe(200);

  disk.empty();
  await ready(clerk);
  expect((await clerk.post('/accounts/new', opening(`A${acknowledged.length}`))).status).toBe(303);
  expect((await clerk.post('/password', password)).status).toBe(303);
  const accounts = (await recordOf(clerk)).map(({ data }) => data.accountId);
  expect(accounts).toEqual([...acknowledged, `linan-A${acknowledged.length}`]);
  await expectVerified(env);
});

test.runIf(mounts)('where the disk of a server is full, pages show what is there', async () => {
  const { env, clerk } = await begun(200, 'server');
  expect((await clerk.post('/accounts/new', opening('A'))).status).toBe(303);
  disk.fill();
  const { acknowledged, refused } = await untilRefused(clerk);
  acknowledged.unshift('linan-A');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  const accounts = async () => (await recordOf(clerk)).map(({ data }) => data.accountId);
  expect(await accounts()).toEqual(acknowledged);
  expect((await clerk.get('/register')).text).toContain('linan-A');

  disk.empty();
  await ready(clerk);
  expect((await clerk.post('/accounts/new', opening('B'))).status).toBe(303);
  expect(await accounts()).toEqual([...acknowledged, 'linan-B']);
  await expectVerified(env);
});

test.runIf(mounts).each([
  // As much as the database takes, and less than another part of its log.
  ['embedded', 56],
  ['server', 110],
] as const)(
  'an import breaks off where the log of a database (%s) has no room, and the same file adds the rest',
  async (database, megabytes) => {
    const { env, clerk } = await begun(megabytes, database);
    const page = async (path: string) => (await clerk.get(path)).status;
    const imported = async (name: string) => {
      const rows = Array.from({ length: MANY }, (_, n) => `open,${name}-${n},2026-01-05,resident,yes`);
      const text = ['type,account,date,role,form complete', ...rows].join('\n');
      return (await clerk.post('/import/apply', { csv: Buffer.from(text).toString('base64') })).text;
    };
    const figures = (text: string) =>
      [...text.matchAll(/<dd>(\d+)<\/dd>/g)].map(([, digits]) => Number(digits));
    const whole: string[] = [];
    for (let n = 0; ; n += 1) {
      const text = await imported(`I${n}`);
      if (text.includes('导入中断')) break;
      expect(figures(text)).toEqual([MANY, MANY, 0, 0]);
      whole.push(`I${n}`);
    }
    const broken = `I${whole.length}`;
    // Its database ended itself, and cannot be started yet; the counter is there and says so.
    expect(await page('/health')).toBe(200);
    for (const path of [
      '/ready',
      '/',
      '/register',
      '/register.csv',
      '/export/entries.csv',
      '/export/events.jsonl',
    ])
      expect([path, await page(path)]).toEqual([path, 503]);
    expect((await clerk.post('/accounts/new', opening('A'))).status).toBe(503);

    await disk.grow(400);
    await ready(clerk);
    const kept = (await recordOf(clerk)).length - whole.length * MANY;
    expect(kept).toBeLessThan(MANY);
    expect(figures(await imported(broken))).toEqual([MANY, MANY - kept, kept, 0]);
    for (const name of [...whole, broken]) expect(figures(await imported(name))).toEqual([MANY, 0, MANY, 0]);
    const accounts = (await recordOf(clerk)).map(({ data }) => data.accountId);
    expect([accounts.length, new Set(accounts).size]).toEqual([MANY * (whole.length + 1), accounts.length]);
    await expectVerified(env);
  },
);

test.runIf(mounts)('a log on it holds nobody up, neither who asks nor the end', async () => {
  const { env, clerk } = await begun(100);
  expect(await counter?.stop()).toBe(0);
  const path = join(disk.folder, 'log');
  const log = openSync(path, 'a');
  const child = spawn(process.execPath, [await program('src/main')], {
    cwd: COUNTER,
    env,
    stdio: ['ignore', log, log],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  try {
    let address: string | undefined;
    while (address === undefined) {
      await wait(50);
      address = /open at (http:\S+)/.exec(readFileSync(path, 'utf8'))?.[1];
    }
    const visitor = visitorAt(address);
    visitor.setCookie('counter_session', clerk.cookie('counter_session') ?? '');
    disk.fill();
    for (let n = 0; n < 100; n += 1) expect((await visitor.get('/health')).status).toBe(200);
    expect((await visitor.get('/accounts')).status).toBe(200);
    disk.empty();
    expect((await visitor.get('/register')).status).toBe(200);
    // The lines that had no room are there, and the one after them.
    const lines = () => readFileSync(path, 'utf8').split('\n');
    while (!lines().some((line) => line.includes('"route":"/register"'))) await wait(50);
    expect(lines().filter((line) => line.includes('"route":"none"')).length).toBe(100);
    disk.fill();
    for (let n = 0; n < 100; n += 1) expect((await visitor.get('/health')).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
    await ended;
    closeSync(log);
  }
});
