import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { openCounter } from '../../src/open-counter.js';
import { openPool } from '../../src/store/database.js';
import { freshDatabase } from '../store/support/databases.js';
import { sharedServer } from '../store/support/shared.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * Two counters with nothing in common but a PostgreSQL server and the secret: whoever signed in at one is served by the other, which
 * sees at once what was entered at the first, whatever others do on the server.
 */
const DAY = '2026-01-05';
let place: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let counters: Awaited<ReturnType<typeof openCounter>>[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counter-several-'));
  place = await freshDatabase(await sharedServer());
  const config = readConfig({
    DATABASE_URL: place.databaseUrl,
    SESSION_SECRET: 'one for both of them, and long enough',
    DATA: folder,
    API_REQUESTS: '3',
  });
  counters = [await openCounter(config), await openCounter(config)];
});

afterAll(async () => {
  for (const counter of counters) await counter.close();
  await place?.remove();
  await rm(folder, { recursive: true, force: true });
});

test('any of several processes serves anybody', async () => {
  const hosts = counters.map((counter) => ({ counter, app: createApp(counter) }));
  const [first, second] = hosts as [(typeof hosts)[0], (typeof hosts)[0]];
  await addPeople(first);
  const here = new Visitor(first);
  expect((await here.signIn('clerk-linan', PASSWORD)).status).toBe(303);
  const there = new Visitor(second);
  there.setCookie('counter_session', here.cookie('counter_session') ?? '');

  const id = `linan-several-${Date.now()}`;
  const handbook = {
    version: id,
    published: DAY,
    'reward0-rewardId': 'umbrella',
    'reward0-kind': 'goods',
    'reward0-zh': '伞',
  };
  await there.get('/handbook');
  const goods = { 'reward0-price': '1', 'reward0-stock': '1', 'reward0-consent': DAY };
  expect((await there.post('/handbook', { ...handbook, ...goods })).status).toBe(303);

  for (const [at, visitor] of [here, there].entries()) {
    await visitor.get('/accounts/new');
    const form = { accountId: `${id}-${at}`, role: 'resident', on: DAY, formComplete: 'yes' };
    expect((await visitor.post('/accounts/new', form)).status).toBe(303);
  }
  // Each sees the other's account in its lists at once.
  expect((await there.get('/register')).text).toContain(`${id}-0`);
  expect((await here.get('/register')).text).toContain(`${id}-1`);

  // The last umbrella is asked for at both at the same moment: one gets it, and the other is told.
  const redeemed = await Promise.all(
    [here, there].map((visitor, at) =>
      visitor.post(`/accounts/${id}-${at}/redeem`, {
        redemptionId: 'r1',
        'quantity of umbrella': '1',
        on: DAY,
      }),
    ),
  );
  expect(redeemed.map(({ status }) => status).sort()).toEqual([303, 422]);
  expect(redeemed.find(({ status }) => status === 422)?.text).toContain('0');
  const events = await Promise.all([0, 1].map((at) => second.counter.store.events(`${id}-${at}`)));
  expect(events.flat().filter(({ type }) => type === 'PointsRedeemed').length).toBe(1);

  // Somebody has a transaction open elsewhere on the server meanwhile, and does not end it: what was acknowledged is shown all the same.
  const elsewhere = openPool(place.databaseUrl, 1);
  const open = await elsewhere.connect();
  await open.query('begin');
  await open.query('select pg_current_xact_id()');
  for (const [at, visitor] of [here, there].entries()) {
    await visitor.get('/accounts/new');
    const form = { accountId: `${id}-late-${at}`, role: 'resident', on: DAY, formComplete: 'yes' };
    expect((await visitor.post('/accounts/new', form)).status).toBe(303);
  }
  const paths = [
    '/register',
    `/accounts?q=${id}`,
    '/register.csv',
    '/export/entries.csv',
    '/export/events.jsonl',
    '/feedback',
  ];
  for (const path of paths)
    for (const [at, visitor] of [there, here].entries())
      expect((await visitor.get(path)).text, path).toContain(`${id}-late-${at}`);
  await open.query('commit');
  open.release();
  await elsewhere.end();

  // A new password ends the session everywhere.
  await second.counter.users.setPassword('clerk-linan', `${PASSWORD}, another`);
  expect((await here.get('/register')).status).toBe(303);
});

test('a key is worth the same at each of them, and what is asked with it is counted together', async () => {
  const [first, second] = counters.map((counter) => ({ counter, app: createApp(counter) }));
  const key = await first?.counter.apiKeys.make('app', { role: 'subdistrict' }, `${DAY}T09:00:00.000Z`);
  const headers = { Authorization: `Bearer ${key}` };
  const got = [];
  for (const host of [first, second, second, first])
    got.push((await host?.app.request('http://localhost/api/v1/rules', { headers }))?.status);
  expect(got).toEqual([200, 200, 200, 429]);
});
