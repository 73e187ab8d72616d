import type { Command } from 'points-bank';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.js';
import { Overtaken } from '../../src/store/counter-store.js';
import { jsonLog } from '../../src/watch/log.js';
import { Metrics } from '../../src/watch/metrics.js';
import type { Watch } from '../../src/watch/watch.js';
import { type Listening, listen } from '../../src/web/listen.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What is written and counted of what people do: which routes, how long, what came of it; and nothing of theirs. */

const TOKEN = 'a token for whoever measures';

let host: Host;
let lines: string[];
let metrics: Metrics;
let listening: Listening | undefined;

function watched(more: Partial<Watch> = {}): Host {
  const { counter } = host;
  const log = jsonLog(true, { write: (line) => lines.push(line) });
  return { counter, app: createApp(counter, { log, metrics, proxied: false, ...more }) };
}

beforeEach(async () => {
  host = await openHost();
  lines = [];
  metrics = new Metrics();
  const store = metrics.watched(host.counter.store);
  host = { ...host, counter: { ...host.counter, store } };
  await addPeople(host);
});

afterEach(() => listening?.close());

const written = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  test('has one line of JSON for each request, with its id, route, status and time', async () => {
    const clerk = new Visitor(watched());
    await clerk.signIn('clerk-linan', PASSWORD);
    lines = [];
    const answer = await clerk.get('/accounts/v-secret/statement?from=2026-01-01');
    expect(written()).toEqual([
      {
        level: 30,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        id: answer.headers.get('X-Request-Id'),
        method: 'GET',
        route: '/accounts/:id/statement',
        status: answer.status,
        ms: expect.any(Number),
        msg: 'request',
      },
    ]);
  });

  test('names no person, account, address, password or query', async () => {
    const clerk = new Visitor(watched());
    await clerk.signIn('clerk-linan', PASSWORD);
    await clerk.get('/?search=wangfang');
    await clerk.get('/accounts/v-secret');
    await clerk.get('/nowhere/v-secret?wangfang');
    const all = lines.join('');
    for (const somebodys of ['clerk-linan', PASSWORD, 'wangfang', 'v-secret', '?'])
      expect(all).not.toContain(somebodys);
    expect(written().at(-1)).toMatchObject({ route: 'none', status: 404 });
  });

  test('tells of a failure under the id that the answer bears, without the values that a database adds', async () => {
    const { counter } = host;
    const failing = Object.assign(new Error('a key is there twice'), {
      code: '23505',
      detail: 'Key (name)=(wangfang)',
    });
    const records = { ...counter.records, get: () => Promise.reject(failing) };
    host = {
      ...host,
      counter: {
        ...counter,
        records,
        users: { ...counter.users, signedIn: () => Promise.reject(failing) } as never,
      },
    };
    const visitor = new Visitor(watched());
    const answer = await visitor.signIn('wangfang', PASSWORD);
    expect(answer.status).toBe(500);
    const told = written().find(({ msg }) => msg === 'failure');
    expect(told).toMatchObject({
      id: answer.headers.get('X-Request-Id'),
      error: { message: 'a key is there twice', code: '23505', stack: expect.any(String) },
    });
    expect(lines.join('')).not.toContain('wangfang');
  });

  test('has failures alone where that is asked for', async () => {
    const log = jsonLog(false, { write: (line) => lines.push(line) });
    await new Visitor(watched({ log })).get('/sign-in');
    expect(lines).toEqual([]);
    log.failure('one', 'thrown');
    expect(written()).toMatchObject([{ id: 'one', error: { message: 'thrown' } }]);
  });
});

describe('the metrics', () => {
  const ask = (app: Host, headers: Record<string, string> = {}) => app.app.request('/metrics', { headers });

  const openAccount = (accountId: string): Command => ({
    type: 'OpenAccount',
    data: {
      accountId,
      role: 'resident',
      communityId: 'linan',
      on: '2026-03-01',
      formComplete: true,
      by: { office: 'community', communityId: 'linan' },
    },
  });

  test('count requests by route, and decisions by what came of them', async () => {
    const app = watched({ token: TOKEN });
    await new Visitor(app).get('/sign-in');
    await new Visitor(app).get('/nowhere/v-secret');
    await host.counter.store.handle(openAccount('v-secret'));
    await host.counter.store.handleAll([
      {
        ...openAccount('v-second'),
        data: { ...openAccount('v-second').data, formComplete: false },
      } as Command,
    ]);
    await host.counter.store.handle({ type: 'v-secret' } as unknown as Command);
    const text = await (await ask(app, { Authorization: `Bearer ${TOKEN}` })).text();
    expect(text).toContain('counter_request_seconds_count{method="GET",route="/sign-in",status="200"} 1');
    expect(text).toContain('counter_request_seconds_count{method="GET",route="none",status="404"} 1');
    expect(text).toContain('counter_decisions_total{command="OpenAccount",outcome="accepted",refusal=""} 1');
    expect(text).toMatch(
      /counter_decisions_total\{command="OpenAccount",outcome="refused",refusal="[a-z-]+"\} 1/,
    );
    expect(text).toContain(
      'counter_decisions_total{command="unknown",outcome="refused",refusal="invalid-command"} 1',
    );
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('v-secret');
  });

  test('count who was overtaken', async () => {
    const { store } = host.counter;
    const busy = metrics.watched({
      ...store,
      handle: () => Promise.reject(new Overtaken('others came first')),
    });
    await expect(busy.handle(openAccount('one'))).rejects.toThrow(Overtaken);
    expect(await metrics.text()).toContain('counter_overtaken_total 1');
  });

  test('ask for open connections and waiting passwords when somebody looks', async () => {
    const app = watched();
    listening = await listen(app.app, { port: 0, host: '127.0.0.1' });
    const { connections } = listening;
    metrics.watch({
      connections: () => connections(),
      passwordsWaiting: () => app.counter.signInLimit.waiting(),
    });
    const text = await (await fetch(`http://127.0.0.1:${listening.port}/metrics`)).text();
    expect(text).toContain('counter_connections 1');
    expect(text).toContain('counter_passwords_waiting 0');
  });

  test('are for whoever brings the token, or for this machine alone', async () => {
    const guarded = watched({ token: TOKEN });
    expect((await ask(guarded)).status).toBe(404);
    expect((await ask(guarded, { Authorization: 'Bearer another' })).status).toBe(404);
    expect((await ask(guarded, { Authorization: `Bearer ${TOKEN}` })).status).toBe(200);

    const from = (address: string, host: Host, headers: Record<string, string> = {}) =>
      host.app.request('/metrics', { headers }, { incoming: { socket: { remoteAddress: address } } });
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect((await from(address, watched())).status).toBe(200);
    for (const address of ['192.0.2.1', '::2', '10.127.0.0'])
      expect((await from(address, watched())).status).toBe(404);
    expect((await from('127.0.0.1', watched({ proxied: true }))).status).toBe(404);
    expect((await from('127.0.0.1', watched(), { 'X-Forwarded-For': '192.0.2.1' })).status).toBe(404);
  });
});
