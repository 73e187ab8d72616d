import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { program } from '../store/support/shared.js';
import { apiClient } from './support/api-client.js';
import type { components } from './support/api-types.js';
import { dataFolder } from './support/data-folder.js';
import { COUNTER, environment, type Started, startCounter } from './support/process.js';

/*
 * The APP of a city, as it would be written: a client generated from the document, against a counter that was started as anybody starts
 * it, with a key that was made at the command line. Each answer is held to the document.
 */

type Page<Name extends keyof components['schemas']> = { data?: components['schemas'][Name] };

const run = promisify(execFile);

let folder: string;
let started: Started;
let secret: string;

const key = async (...args: string[]) =>
  (
    await run(process.execPath, [await program('src/command-line/key'), ...args], {
      cwd: COUNTER,
      env: environment(folder),
    })
  ).stdout.trim();

beforeAll(async () => {
  folder = await dataFolder('api');
  started = await startCounter(environment(folder), ['--sample']);
  secret = await key('make', 'app', '--role', 'community', '--community', 'linan');
});

afterAll(async () => {
  expect(await started?.stop()).toBe(0);
  await rm(folder, { recursive: true, force: true });
});

const by = { office: 'community', communityId: 'linan' };

test('an account is opened, scored, read and redeemed from by a generated client', async () => {
  const api = apiClient(started.address, secret);
  const opening = {
    type: 'OpenAccount',
    data: {
      accountId: 'linan-app-1',
      role: 'resident',
      communityId: 'linan',
      on: '2023-03-01',
      formComplete: true,
      by,
    },
  } as const;

  const preview = await api.POST('/v1/commands/preview', { body: opening });
  expect(preview.data?.words).toEqual([expect.stringContaining('+1 point')]);
  expect(
    (await api.GET('/v1/accounts/{accountId}', { params: { path: { accountId: 'linan-app-1' } } })).response
      .status,
  ).toBe(404);

  const opened = await api.POST('/v1/commands', { body: opening });
  expect(opened.data).toMatchObject({ version: 1, isRepeated: false });
  const [event] = opened.data?.events ?? [];
  expect(event?.type).toBe('AccountOpened');
  expect(event?.metadata).toMatchObject({ enteredBy: 'api:app' });

  // No answer came, so the program sends it again: it is known, and stored once.
  expect((await api.POST('/v1/commands', { body: opening })).data).toMatchObject({
    version: 1,
    isRepeated: true,
    events: [],
  });

  const claim = (difficulty: string) =>
    ({
      type: 'ClaimPost',
      data: { accountId: 'linan-app-1', postId: '平安巡逻', kind: 'post', difficulty, on: '2023-03-02', by },
    }) as const;
  expect((await api.POST('/v1/commands', { body: claim('hard') })).data?.version).toBe(2);
  const refused = await api.POST('/v1/commands', { body: claim('base') });
  expect(refused.response.status).toBe(422);
  expect(refused.error).toMatchObject({
    code: 'duplicate-claim',
    field: 'data.postId',
    clause: '2.3.3.2',
    readings: expect.anything(),
    facts: { postId: '平安巡逻' },
  });

  const path = { accountId: 'linan-app-1' };
  const account = await api.GET('/v1/accounts/{accountId}', { params: { path } });
  expect(account.data).toMatchObject({
    redeemable: 3,
    assessment: 3,
    version: 2,
    roleTitle: expect.any(String),
  });
  const statement = await api.GET('/v1/accounts/{accountId}/statement', { params: { path } });
  expect(statement.data?.entries.map(({ points, entryId }) => [points, entryId])).toEqual([
    [1, '2023-03-01'],
    [2, '平安巡逻'],
  ]);

  const rewards = await api.GET('/v1/accounts/{accountId}/rewards', { params: { path } });
  const one = rewards.data?.rewards.find(({ isRedeemable }) => isRedeemable);
  expect(one).toBeDefined();
  expect(rewards.data?.rewards.find(({ price }) => price > 3)).toMatchObject({
    isRedeemable: false,
    code: 'insufficient-points',
  });

  const pages: string[] = [];
  let at: number | undefined = 0;
  while (at !== undefined) {
    const query: { after: number; limit: number } = { after: at, limit: 1 };
    const { data }: Page<'Events'> = await api.GET('/v1/accounts/{accountId}/events', {
      params: { path, query },
    });
    pages.push(...(data?.events.map(({ event: { type } }) => type) ?? []));
    at = data?.next;
  }
  expect(pages).toEqual(['AccountOpened', 'PostClaimed']);

  const feedback = await api.GET('/v1/accounts/{accountId}/feedback', {
    params: { path, query: { year: 2023 } },
  });
  expect(feedback.data).toMatchObject({ year: 2023, earned: 3, byItem: expect.any(Array) });
});

test('lists, register, rules and handbook are those of the key’s community', async () => {
  const api = apiClient(started.address, secret);
  const ids: string[] = [];
  let query: { limit: number; after?: string } | undefined = { limit: 4 };
  while (query !== undefined) {
    const { data }: Page<'Accounts'> = await api.GET('/v1/accounts', { params: { query } });
    ids.push(...(data?.accounts.map(({ accountId }) => accountId) ?? []));
    query = data?.next === undefined ? undefined : { limit: 4, after: data.next };
  }
  expect(ids.length).toBeGreaterThan(4);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^(?:linan|app)-/.test(id))).toEqual([]);

  const register = await api.GET('/v1/register', { params: { query: {} } });
  expect(register.data?.communities).toEqual(['linan']);
  const totals = register.data?.totals;
  expect((totals?.accounts ?? 0) + (totals?.closedAccounts ?? 0)).toBe(ids.length);

  expect((await api.GET('/v1/rules')).data?.id).toBeDefined();
  const handbook = await api.GET('/v1/communities/{communityId}/handbook', {
    params: { path: { communityId: 'linan' } },
  });
  expect(handbook.data?.communityId).toBe('linan');
});

test('a key that was revoked is worth nothing, while the counter runs', async () => {
  const other = await key('make', 'other', '--role', 'subdistrict');
  const api = apiClient(started.address, other);
  expect((await api.GET('/v1/rules')).response.status).toBe(200);
  expect(await key('list')).toContain('other {"role":"subdistrict"}');
  await key('revoke', 'other');
  expect((await api.GET('/v1/rules')).response.status).toBe(401);
});

test.each(['README.md', 'README.zh-CN.md'])('what %s asks with curl is answered', async (name) => {
  const readme = await readFile(join(COUNTER, name), 'utf8');
  const asked = [...readme.matchAll(/^curl .*'http:\/\/localhost:3000(\/\S+)'(?: \\\n +-d '(.*)')?$/gm)];
  expect(asked).toHaveLength(2);
  for (const [, path, body] of asked) {
    const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' };
    const init = body === undefined ? { headers } : { method: 'POST', headers, body };
    expect([path, (await fetch(`${started.address}${path}`, init)).status]).toEqual([path, 200]);
  }
});
