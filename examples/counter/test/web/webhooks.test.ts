import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { ApiKeys } from '../../src/people/api-keys.js';
import { fileRecords } from '../../src/records/file-records.js';
import { type Post, PrivateAddress, posting } from '../../src/webhooks/post.js';
import { WebhookSender } from '../../src/webhooks/sender.js';
import { freshDatabase, type Place } from '../store/support/databases.js';
import { sharedServer } from '../store/support/shared.js';
import { dataFolder, putDatabase } from './support/data-folder.js';
import { type Host, openHost, openRealHost } from './support/host.js';
import { openMany } from './support/people.js';
import { environment, type Started, startCounter } from './support/process.js';
import { Receiver } from './support/receiver.js';

/* A receiver that fails, comes back, and is told of everything; the sender goes step by step, by the test's own clock. */

const secretOf = () => `whsec_${randomBytes(32).toString('base64')}`;
const SECRET = secretOf();
const MINUTE = 60_000;
const NEVER = new AbortController().signal;

let receiver: Receiver;
let now: number;
let told: string[];

beforeEach(async () => {
  receiver = await Receiver.open();
  now = Date.parse('2026-11-24T09:00:00.000Z');
  told = [];
});

afterEach(() => receiver.close());

type More = { secrets?: string[]; communityId?: string; post?: Post; url?: string };

const senderAt = ({ counter }: Host, { post = posting(true), ...endpoint }: More = {}) =>
  new WebhookSender({
    ...counter,
    endpoint: { url: receiver.url, secrets: [SECRET], ...endpoint },
    post,
    now: () => now,
    tell: (line) => told.push(line),
  });

const report = ({ counter }: Host, accountId: string, postId: string) =>
  counter.store.handle({
    type: 'ClaimPost',
    data: {
      accountId,
      postId,
      kind: 'post',
      difficulty: 'base',
      on: '2026-11-24',
      by: { office: 'community', communityId: accountId.split('-')[0] ?? '' },
    },
  });

describe.each(['in memory', 'on the embedded database', 'on a PostgreSQL server'])('entries %s', (where) => {
  let host: Host & { close?(): Promise<void> };
  let folder: string;
  let place: Place | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counter-webhooks-'));
    if (where === 'on the embedded database') await putDatabase(folder);
    if (where === 'on a PostgreSQL server') place = await freshDatabase(await sharedServer());
    host = where === 'in memory' ? await openHost() : await openRealHost(folder, place);
    await openMany(host, 'linan', 2);
  });

  afterEach(async () => {
    await host.close?.();
    await place?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('are told once each, in their order, and none that was there before', async () => {
    const sender = senderAt(host);
    await sender.begin();
    await sender.step(NEVER);
    expect(receiver.received).toEqual([]);
    await report(host, 'linan-0001', 'a');
    await report(host, 'linan-0002', 'b');
    expect(await sender.step(NEVER)).toBe(0);
    await sender.step(NEVER);
    await sender.begin();
    await sender.step(NEVER);
    expect(receiver.bodies.map(({ type, data }) => [type, data.accountId])).toEqual([
      ['PostClaimed', 'linan-0001'],
      ['PostClaimed', 'linan-0002'],
    ]);
  });

  test('are told again and again while the receiver fails, with growing pauses, and none is lost', async () => {
    const sender = senderAt(host);
    await sender.begin();
    await report(host, 'linan-0001', 'a');
    await report(host, 'linan-0002', 'b');
    receiver.answers.push(500, 302, 404);
    const pauses = [];
    for (let step = 0; step < 3; step += 1) {
      const pause = await sender.step(NEVER);
      pauses.push(pause);
      now += pause - 1;
      expect(await sender.step(NEVER)).toBe(1);
      expect(receiver.received).toHaveLength(step + 1);
      now += 1;
    }
    expect(pauses).toEqual([5000, 10_000, 20_000]);
    expect(told).toEqual([
      expect.stringContaining('the receiver answered 500'),
      expect.stringContaining('the receiver answered 302'),
      expect.stringContaining('the receiver answered 404'),
    ]);
    await sender.step(NEVER);
    const [first, , , fourth, fifth] = receiver.ids;
    expect(new Set(receiver.ids)).toEqual(new Set([first, fifth]));
    expect(fourth).toBe(first);
    expect(receiver.received).toHaveLength(5);
  });

  test('are told by whoever comes after one that ended in the middle, under the same id', async () => {
    let has = () => {};
    const hasIt = new Promise<void>((resolve) => {
      has = resolve;
    });
    const ending = senderAt(host, {
      post: async (...given) => {
        await posting(true)(...given);
        has();
        // The process ends here: it never comes to note that the receiver had it.
        return new Promise(() => undefined);
      },
    });
    await ending.begin();
    await report(host, 'linan-0001', 'a');
    void ending.step(NEVER);
    await hasIt;
    const next = senderAt(host);
    expect(await next.step(NEVER)).toBe(MINUTE);
    now += MINUTE;
    await next.step(NEVER);
    const [first, again, ...others] = receiver.ids;
    expect([again, others]).toEqual([first, []]);
  });

  test('are told by one of several processes', async () => {
    const senders = [senderAt(host), senderAt(host), senderAt(host)];
    for (const sender of senders) await sender.begin();
    await report(host, 'linan-0001', 'a');
    await report(host, 'linan-0002', 'b');
    await Promise.all(senders.map((sender) => sender.step(NEVER)));
    expect(receiver.received).toHaveLength(2);
  });
});

test('pauses grow to an hour and no more', async () => {
  const host = await openHost();
  await openMany(host, 'linan', 1);
  const sender = senderAt(host, { post: async () => 503 });
  await sender.begin();
  await report(host, 'linan-0001', 'a');
  const pauses = [];
  for (let step = 0; step < 12; step += 1) {
    pauses.push(await sender.step(NEVER));
    now += pauses.at(-1) ?? 0;
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBe(60 * MINUTE);
});

test('a receiver of one community is told of no other', async () => {
  const host = await openHost();
  await openMany(host, 'linan', 1);
  await openMany(host, 'dongpo', 1);
  const sender = senderAt(host, { communityId: 'dongpo' });
  await sender.begin();
  for (const accountId of ['linan-0001', 'dongpo-0001', 'linan-0001'])
    await report(host, accountId, `p ${now++}`);
  await sender.step(NEVER);
  expect(receiver.bodies.map(({ data }) => data.accountId)).toEqual(['dongpo-0001']);
});

test('a notice is signed as Standard Webhooks says, with each secret, and says the event in both languages', async () => {
  const host = await openHost();
  await openMany(host, 'linan', 1);
  const other = secretOf();
  now = Date.now();
  const sender = senderAt(host, { secrets: [SECRET, other] });
  await sender.begin();
  await report(host, 'linan-0001', '平安巡逻');
  await sender.step(NEVER);
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const macs = [SECRET, other].map((secret) => {
    const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64');
    return `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`;
  });
  expect(headers['webhook-signature']).toBe(macs.join(' '));
  expect(headers['webhook-timestamp']).toBe(String(Math.floor(now / 1000)));
  const notice = new Webhook(other).verify(body, headers as Record<string, string>);
  expect(notice).toMatchObject({
    type: 'PostClaimed',
    timestamp: '2026-11-24T00:00:00.000Z',
    data: {
      accountId: 'linan-0001',
      communityId: 'linan',
      event: { type: 'PostClaimed', data: { postId: '平安巡逻' } },
      words: { 'zh-CN': expect.stringContaining('平安巡逻'), en: expect.stringContaining('clause') },
    },
  });
  expect(() => new Webhook(secretOf()).verify(body, headers as Record<string, string>)).toThrow();
});

describe('addresses', () => {
  test.each([
    'http://127.0.0.1:1/',
    'http://localhost:1/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])('%s is not for the counter to reach', async (url) => {
    await expect(posting(false)(new URL(url), {}, '', NEVER)).rejects.toThrow(PrivateAddress);
  });

  test('one of them is reached where that is allowed', async () => {
    expect(await posting(true)(new URL(receiver.url), {}, 'x', NEVER)).toBe(204);
  });
});

test.each([
  [{ WEBHOOK_URL: 'https://example.org/' }, 'WEBHOOK_URL needs WEBHOOK_SECRET'],
  [{ WEBHOOK_URL: 'http://example.org/', WEBHOOK_SECRET: SECRET }, 'has to be https'],
  [{ WEBHOOK_URL: 'https://example.org/', WEBHOOK_SECRET: 'whsec_short' }, '24 to 64 bytes'],
])('settings that cannot be are said: %j', (env, words) => {
  expect(() => readConfig(env)).toThrow(words);
});

describe('a counter that was started', () => {
  let folder: string;
  let started: Started | undefined;

  beforeEach(async () => {
    folder = await dataFolder('webhooks');
  });

  afterEach(async () => {
    started?.child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const start = () =>
    startCounter(
      environment(folder, { WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: SECRET, WEBHOOK_PRIVATE: '1' }),
    );

  /** Opens an account with a key that was made beside the counter. */
  const open = async ({ address }: Started, accountId: string) => {
    const records = fileRecords(join(folder, 'records'));
    const person = { role: 'community', communityId: 'linan' } as const;
    const key = await new ApiKeys(records).make(accountId, person, '2026-11-24T09:00:00.000Z');
    const by = { office: 'community', communityId: 'linan' };
    const data = {
      accountId,
      role: 'resident',
      communityId: 'linan',
      on: '2023-03-01',
      formComplete: true,
      by,
    };
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify({ type: 'OpenAccount', data });
    const { status } = await fetch(`${address}/api/v1/commands`, { method: 'POST', headers, body });
    expect(status).toBe(200);
  };

  test('stops while nobody answers, and tells the rest after the next start', async () => {
    receiver.answers.push(204, 'nothing');
    started = await start();
    await open(started, 'linan-1');
    await receiver.has(1);
    await open(started, 'linan-2');
    await receiver.has(2);
    expect(await started.stop()).toBe(0);
    started = await start();
    await receiver.has(3);
    expect(receiver.bodies.map(({ data }) => data.accountId)).toEqual(['linan-1', 'linan-2', 'linan-2']);
    expect(receiver.ids[1]).toBe(receiver.ids[2]);
    expect(await started.stop()).toBe(0);
  });
});
