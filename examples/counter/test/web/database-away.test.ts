import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { openCounter } from '../../src/open-counter.js';
import { openPool, PATIENCE, transaction, unhurried } from '../../src/store/database.js';
import { failureOf } from '../../src/web/failures.js';
import { PATIENCE as OF_CONNECTIONS } from '../../src/web/listen.js';
import { PostgresServer } from '../store/support/postgres-server.js';
import type { Host } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* A counter on a PostgreSQL server of its own, which is killed and comes back; and one at which many work on the same account. */

const DAY = '2026-01-05';
let server: PostgresServer;
let folder: string;
let counter: Awaited<ReturnType<typeof openCounter>>;
let host: Host;

beforeAll(async () => {
  server = await PostgresServer.start();
  folder = await mkdtemp(join(tmpdir(), 'counter-away-'));
  const SESSION_SECRET = 'one for this test, and long enough';
  counter = await openCounter(readConfig({ DATABASE_URL: server.url, SESSION_SECRET, DATA: folder }));
  host = { counter, app: createApp(counter) };
  await addPeople(host);
});

afterAll(async () => {
  await counter.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function clerkAtWork(): Promise<Visitor> {
  const clerk = new Visitor(host);
  expect((await clerk.signIn('clerk-linan', PASSWORD)).status).toBe(303);
  await clerk.get('/accounts/new');
  return clerk;
}

const opening = (accountId: string) => ({ accountId, role: 'resident', on: DAY, formComplete: 'yes' });

test('while the database is away a page says so, and it goes on by itself once that is back', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const clerk = await clerkAtWork();
  const stranger = new Visitor(host);
  expect((await stranger.get('/ready')).text).toBe('ready');
  await server.kill();
  for (const [path, visitor] of [
    ['/', clerk],
    ['/accounts', clerk],
    ['/nowhere', clerk],
    ['/accounts/linan-away/statement.csv', clerk],
  ] as const) {
    const { status, text, headers } = await visitor.get(path);
    expect([path, status]).toEqual([path, 503]);
    expect(headers.get('retry-after')).toBe('5');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('暂时无法办理');
  }
  expect((await clerk.post('/accounts/new', opening('away'))).status).toBe(503);
  expect((await stranger.signIn('clerk-linan', PASSWORD)).status).toBe(503);
  expect((await stranger.get('/sign-in')).status).toBe(200);
  expect((await stranger.get('/ready')).status).toBe(503);
  expect((await stranger.get('/health')).status).toBe(200);

  await server.startAgain();
  expect((await stranger.get('/ready')).status).toBe(200);
  expect((await clerk.post('/accounts/new', opening('away'))).status).toBe(303);
  expect((await clerk.get('/register')).text).toContain('away');
  expect((await stranger.signIn('clerk-linan', PASSWORD)).status).toBe(303);
});

test('a database that hangs is told of before the silence of a connection ends it', async () => {
  const { connectionTimeoutMillis, query_timeout } = PATIENCE;
  expect(connectionTimeoutMillis + query_timeout).toBeLessThan(OF_CONNECTIONS.silence);
  const pool = openPool(server.url, 1);
  const hanging = { text: 'select pg_sleep(3600)', query_timeout: 50 };
  const failure = await pool.query(hanging as pg.QueryConfig).catch((error: unknown) => error);
  expect(failureOf(failure)).toBe('away');
  // What makes tables may take longer than a page.
  const made = await transaction(pool, async (client) => {
    const query = vi.spyOn(client, 'query');
    const { rows } = await unhurried(client).query('select $1::int as one', [1]);
    const [asked] = query.mock.calls[0] as unknown as [{ query_timeout: number }];
    return { rows, longer: asked.query_timeout > query_timeout };
  });
  expect(made).toEqual({ rows: [{ one: 1 }], longer: true });
  await pool.end();
});

test('of many who work on one account at once, each is served or asked to send it again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const clerk = await clerkAtWork();
  expect((await clerk.post('/accounts/new', opening('busy'))).status).toBe(303);
  const form = { on: DAY, item: '1.2', matter: 'patrol', quantity: '1' };
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      clerk.post('/accounts/linan-busy/credit', { ...form, matter: `patrol ${n}` }),
    ),
  );
  for (const { status, headers, text } of answers) {
    expect([303, 409, 422, 503]).toContain(status);
    if (status === 409 || status === 503) expect(headers.get('retry-after')).toBeTruthy();
    if (status === 422) expect(text).toContain('class="summary"');
  }
});

test.each([
  [Object.assign(new Error('deadlock detected'), { code: '40P01' }), 'busy'],
  [Object.assign(new Error('could not serialize access'), { code: '40001' }), 'busy'],
  [Object.assign(new Error('too many clients already'), { code: '53300' }), 'away'],
  [Object.assign(new Error('the database system is starting up'), { code: '57P03' }), 'away'],
  [Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' }), 'away'],
  [Object.assign(new Error('could not extend file'), { code: '53100' }), 'away'],
  [Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' }), 'away'],
  [Object.assign(new Error('no such socket'), { code: 'ENOENT', syscall: 'connect' }), 'away'],
  [Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }), 'wrong'],
  [new Error('timeout exceeded when trying to connect'), 'away'],
  [new Error('it failed', { cause: new Error('Connection terminated unexpectedly') }), 'away'],
  [Object.assign(new Error('syntax error'), { code: '42601' }), 'wrong'],
  [new TypeError('x is not a function'), 'wrong'],
  ['a text', 'wrong'],
])('%s is told as what it is', (error, failure) => {
  expect(failureOf(error)).toBe(failure);
});
