import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf, keepEnds } from '../../src/bank/audit.js';
import { readConfig } from '../../src/config.js';
import { openCounter } from '../../src/open-counter.js';
import { sampleCommands } from '../../src/sample/commands.js';
import { fillSubdistrict } from '../../src/sample/fill.js';
import type { CounterStore } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.js';
import { freshDatabase } from '../store/support/databases.js';
import { program, sharedServer } from '../store/support/shared.js';
import { dataFolder } from './support/data-folder.js';

const COUNTER = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
let server: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;

beforeAll(async () => {
  folder = await dataFolder('move');
  server = await freshDatabase(await sharedServer());
});

afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function lines(store: CounterStore): Promise<string[]> {
  const events: string[] = [];
  for await (const { event } of store.all()) events.push(JSON.stringify(event));
  return events;
}

/** The hashes of every account's seals. */
async function seals(store: CounterStore): Promise<Map<string, readonly string[]>> {
  const hashes = new Map<string, readonly string[]>();
  for await (const accounts of store.seals.accounts())
    for (const account of accounts)
      hashes.set(
        account.accountId,
        account.seals.map(({ hash }) => hash),
      );
  return hashes;
}

const WEBHOOK_URL = 'https://app.example.org/notices';

/** The position of so many events. */
async function positionAfter(store: CounterStore, many: number): Promise<string> {
  let read = 0;
  for await (const { position } of store.all()) {
    read += 1;
    if (read === many) return String(position);
  }
  throw new Error(`there are ${read} events`);
}

test('a counter moves from its embedded database to a server whole, and only once', async () => {
  const before = await openCounter(readConfig({ DATA: folder }));
  // The first community's first volunteers, with a redemption and a correction among them.
  await fillSubdistrict(before, [...sampleCommands(before.today())].slice(0, 90));
  await before.users.add('clerk', { role: 'community', communityId: 'linan' }, 'a password of hers');
  const request = {
    wish: 'undo',
    accountId: 'linan-0001',
    communityId: 'linan',
    entry: 1,
    values: {},
    answeredBefore: 0,
  } as const;
  await before.requests.ask({ ...request, key: 'k', askedBy: 'clerk', askedOn: '2026-01-05' });
  await before.requests.end('k', { declinedBy: 'officer', declinedOn: '2026-01-06', reason: 'no' });
  const key = await before.apiKeys.make('app', { role: 'subdistrict' }, '2026-01-05T09:00:00.000Z');
  await keepEnds(before, undefined, 'officer');
  const sealed = await seals(before.store);
  const recorded = await lines(before.store);
  const delivered = await positionAfter(before.store, 40);
  await before.records.add('webhook', WEBHOOK_URL, { position: delivered, failures: 3, notBefore: 1 });
  await before.close();

  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATABASE_URL: server.databaseUrl };
  const move = async () =>
    run(process.execPath, [await program('src/command-line/move'), '--from', folder], {
      cwd: COUNTER,
      env,
    });
  expect(new Set(recorded.map((line) => JSON.parse(line).type)).size).toBe(5);
  expect((await move()).stdout).toContain(`${recorded.length} entries moved`);
  expect((await move()).stdout).toBe('0 users, communities and handbooks moved\n0 entries moved\n');

  const config = {
    DATABASE_URL: server.databaseUrl,
    SESSION_SECRET: 'long enough for a session to be signed',
  };
  const after = await openCounter(readConfig({ ...config, DATA: folder }));
  try {
    expect(await lines(after.store)).toEqual(recorded);
    // The new seals are the old ones, so the ends that were kept hold.
    expect(await seals(after.store)).toEqual(sealed);
    const audit = await auditOf(after, {});
    expect([audit.broken.many, audit.decisions.many]).toEqual([0, 0]);
    expect(audit.kept.map(({ keptBy, holds }) => [keptBy, holds])).toEqual([['officer', true]]);
    expect(await after.requests.list()).toEqual(await before.requests.list());
    expect([...(await after.requests.ended()).keys()]).toEqual(['k']);
    expect(await after.users.signedIn('clerk', 'a password of hers')).toBeDefined();
    expect((await after.apiKeys.actor(key ?? ''))?.name).toBe('api:app');
    // What the receiver had not been told is told by the new counter, and nothing else.
    const position = await positionAfter(after.store, 40);
    expect(await after.records.get('webhook', WEBHOOK_URL)).toEqual({ position, failures: 0, notBefore: 0 });
    expect((await after.handbooks.editions('heping')).length).toBe(2);
  } finally {
    await after.close();
  }
});

test('a record that is not as it was sealed is moved only where that is wanted', async () => {
  const from = await dataFolder('move');
  const before = await openCounter(readConfig({ DATA: from }));
  await fillSubdistrict(before, [...sampleCommands(before.today())].slice(0, 20));
  await before.close();
  const database = await openEmbeddedDatabase(join(from, 'events'));
  const pool = openPool(database.connectionString, 1);
  await pool.query(
    `update emt_messages set message_metadata = message_metadata || '{"enteredBy": "somebody else"}'
     where stream_id = 'account-linan-0001' and stream_position = 2`,
  );
  await pool.end();
  await database.close();
  const { PATH = '', HOME = '' } = process.env;
  const place = await freshDatabase(await sharedServer());
  const move = async (...more: string[]) =>
    run(process.execPath, [await program('src/command-line/move'), '--from', from, ...more], {
      cwd: COUNTER,
      env: { PATH, HOME, DATABASE_URL: place.databaseUrl },
    });
  await expect(move()).rejects.toMatchObject({
    stdout: '',
    stderr: 'linan-0001: Entry 2 is not what was sealed: it was altered. Nothing was moved.\n',
  });
  const { stdout, stderr } = await move('--as-recorded');
  expect(stdout).toContain('20 entries moved');
  expect(stderr).toBe('linan-0001: its seals are other ones than those of the old database\n');
  await place.remove();
  await rm(from, { recursive: true, force: true });
});
