import { beforeEach, describe, expect, test } from 'vitest';
import { peopleLog } from '../../src/people/people-log.js';
import type { Person } from '../../src/people/user.js';
import { Overtaken } from '../../src/store/counter-store.js';
import { apiClient } from './support/api-client.js';
import { type Host, openHost, TODAY } from './support/host.js';
import { fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What programs may and may not do, and how they are told. Each answer is held to the document. */

const ORIGIN = 'http://localhost';
const LINAN: Person = { role: 'community', communityId: 'linan' };

let host: Host;
beforeEach(async () => {
  host = await openHost();
  await fill(host);
});

async function keyOf(person: Person, name = 'app', of = host): Promise<string> {
  return (await of.counter.apiKeys.make(name, person, `${TODAY}T09:00:00.000Z`)) ?? '';
}

const client = (key: string | undefined, of = host) =>
  apiClient(ORIGIN, key, async (request) => of.app.request(request as Request));

const ask = (path: string, key: string | undefined, init: RequestInit = {}, of = host) =>
  of.app.request(`${ORIGIN}/api${path}`, {
    ...init,
    headers: {
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      ...(init.headers as Record<string, string>),
    },
  });

const reportIn = (accountId: string, by: object, on = TODAY) =>
  ({ type: 'ReportIn', data: { accountId, on, formComplete: true, by } }) as never;
const byLinan = { office: 'community', communityId: 'linan' };

async function events(): Promise<number> {
  let many = 0;
  for await (const _ of host.counter.store.all()) many += 1;
  return many;
}

describe('who may do what', () => {
  const READS = [
    '/v1/accounts',
    '/v1/accounts?community=linan',
    '/v1/accounts/linan-0003',
    '/v1/accounts/linan-0003/statement',
    '/v1/accounts/linan-0003/rewards',
    '/v1/accounts/linan-0003/events',
    '/v1/accounts/linan-0003/feedback?year=2026',
    '/v1/register?community=linan',
    '/v1/communities/linan/handbook',
    '/v1/rules',
  ];
  test.each<[string, Person | undefined, number[]]>([
    ['nobody', undefined, [401, 401, 401, 401, 401, 401, 401, 401, 401, 401]],
    ['the community', LINAN, [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]],
    [
      'another community',
      { role: 'community', communityId: 'dongpo' },
      [200, 403, 404, 404, 404, 404, 404, 403, 404, 200],
    ],
    [
      'its party organisation',
      { role: 'party-organisation', communityId: 'linan' },
      [200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    ],
    ['the Party affairs office', { role: 'subdistrict' }, [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]],
    [
      'the volunteer',
      { role: 'volunteer', accountId: 'linan-0003' },
      [403, 403, 200, 200, 200, 200, 200, 403, 200, 200],
    ],
    [
      'another volunteer',
      { role: 'volunteer', accountId: 'dongpo-0001' },
      [403, 403, 404, 404, 404, 404, 404, 403, 404, 200],
    ],
  ])('reads: %s', async (_, person, expected) => {
    const key = person && (await keyOf(person));
    const got = [];
    for (const path of READS) got.push((await ask(path, key)).status);
    expect(got).toEqual(expected);
  });

  test.each<[string, Person, object, string, number]>([
    ['the community', LINAN, byLinan, 'linan-0006', 200],
    ['in another’s name', { role: 'community', communityId: 'dongpo' }, byLinan, 'linan-0006', 403],
    ['on another’s account', LINAN, byLinan, 'dongpo-0001', 404],
    ['on an account that is nowhere', LINAN, byLinan, 'nowhere', 404],
    ['an office that may not', { role: 'subdistrict' }, { office: 'subdistrict' }, 'linan-0006', 422],
    ['in a higher office’s name', LINAN, { office: 'subdistrict' }, 'linan-0006', 403],
    ['a volunteer', { role: 'volunteer', accountId: 'linan-0006' }, byLinan, 'linan-0006', 403],
    ['with somebody’s approval', LINAN, { ...byLinan, approvedBy: 'wang' }, 'linan-0006', 403],
  ])('enters: %s', async (_, person, by, accountId, expected) => {
    const before = await events();
    const { response } = await client(await keyOf(person)).POST('/v1/commands', {
      body: reportIn(accountId, by),
    });
    expect(response.status).toBe(expected);
    if (expected !== 200) expect(await events()).toBe(before);
  });

  test('a number without the community’s code is refused, whether another community has it or not', async () => {
    const data = {
      role: 'resident',
      communityId: 'dongpo',
      on: TODAY,
      formComplete: true,
    };
    const by = { office: 'community', communityId: 'dongpo' };
    const api = client(await keyOf({ role: 'community', communityId: 'dongpo' }));
    const answers = [];
    for (const accountId of ['linan-0003', 'nobody-0003', '0003', 'dongpo-', 'dongpo-app']) {
      const body = { type: 'OpenAccount', data: { ...data, accountId, by } } as const;
      const { response, error } = await api.POST('/v1/commands', { body });
      answers.push([response.status, error?.code, error?.facts]);
    }
    const notTheirs = [422, 'not-an-own-number', undefined];
    const opened = [200, undefined, undefined];
    expect(answers).toEqual([notTheirs, notTheirs, notTheirs, opened, opened]);
  });

  test('an account that was moved goes on only from a closing that is on record', async () => {
    const closing = {
      type: 'AccountClosed',
      data: { accountId: 'linan-0003', communityId: 'linan', on: TODAY, reason: 'moved' },
    };
    const data = {
      accountId: 'dongpo-9',
      role: 'resident',
      communityId: 'dongpo',
      on: TODAY,
      formComplete: true,
    };
    const by = { office: 'community', communityId: 'dongpo' };
    const api = client(await keyOf({ role: 'community', communityId: 'dongpo' }));
    const body = { type: 'OpenAccount', data: { ...data, by, continues: [closing] } } as never;
    const { response, error } = await api.POST('/v1/commands', { body });
    expect([response.status, error?.code]).toEqual([422, 'not-on-record']);
  });

  test('a cookie is nothing to the API, and a key nothing to the pages', async () => {
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    expect((await officer.get('/api/v1/rules')).status).toBe(401);
    const key = await keyOf({ role: 'subdistrict' });
    const page = await host.app.request(`${ORIGIN}/register`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(page.status).toBe(303);
  });

  test('only the digest of a key is kept', async () => {
    const key = await keyOf(LINAN);
    const kept = JSON.stringify(await host.counter.records.entries('api-key'));
    expect(kept).toContain('"app"');
    expect(kept).not.toContain(key);
    expect(kept).not.toContain(key.slice(4));
  });
});

describe('what is wrong is said', () => {
  const post = async (key: string, body: string, type = 'application/json', path = '/v1/commands') =>
    ask(path, key, { method: 'POST', body, headers: { 'Content-Type': type, 'Accept-Language': 'en' } });

  test.each([
    ['no JSON', '{', 'application/json', 400, 'not-json'],
    [
      'no command',
      '{"type":"ReportIn","data":{"on":"2026-02-30"}}',
      'application/json',
      400,
      'not-a-command',
    ],
    [
      'a sign that cannot be kept',
      '{"type":"ReportIn","data":{"accountId":"a\\u0000"}}',
      'application/json',
      400,
      'not-a-command',
    ],
    ['a form', 'type=ReportIn', 'application/x-www-form-urlencoded', 415, 'not-json-type'],
    ['too much', `"${'x'.repeat(300_000)}"`, 'application/json', 413, 'too-large'],
  ])('%s', async (_, body, type, status, code) => {
    const answer = await post(await keyOf(LINAN), body, type);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      type: 'about:blank',
      status,
      code,
      title: expect.any(String),
    });
  });

  test('each field that is wrong, in the language that was asked for', async () => {
    const key = await keyOf(LINAN);
    const body = '{"type":"ReportIn","data":{"accountId":"a","on":"2026-02-30","by":{"office":"community"}}}';
    const said = [];
    for (const language of ['zh-CN', 'en']) {
      const headers = { 'Content-Type': 'application/json', 'Accept-Language': language };
      const answer = await ask('/v1/commands', key, { method: 'POST', body, headers });
      expect(answer.headers.get('content-language')).toBe(language);
      said.push((await answer.json()).errors);
    }
    expect(said).toEqual([
      [{ field: 'data.on', code: 'not-a-date', detail: expect.stringMatching(/\p{Script=Han}/u) }],
      [{ field: 'data.on', code: 'not-a-date', detail: expect.not.stringMatching(/\p{Script=Han}/u) }],
    ]);
  });

  test.each([
    ['/v1/accounts?limit=1000', 400],
    ['/v1/accounts/linan-0003/statement?from=2026-02-30', 400],
    ['/v1/accounts/linan-0003/statement?from=2026-03-01&to=2026-02-01', 400],
    ['/v1/accounts/linan-0003/feedback', 400],
    ['/v1/accounts/linan-0003/feedback?year=2026&sentOn=2025-12-01', 400],
    ['/v1/nowhere', 404],
    ['/nowhere', 404],
  ])('%s', async (path, status) => {
    const answer = await ask(path, await keyOf(LINAN));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  test('a day that has not come', async () => {
    const { error, response } = await client(await keyOf(LINAN)).POST('/v1/commands', {
      body: reportIn('linan-0006', byLinan, '2026-12-01'),
    });
    expect([response.status, error?.code]).toEqual([422, 'day-ahead']);
  });

  test('an id that is on record with other content', async () => {
    const api = client(await keyOf({ role: 'subdistrict' }));
    const correct = (points: number) =>
      ({
        type: 'CorrectScore',
        data: {
          accountId: 'linan-0003',
          correctionId: 'c-1',
          points,
          reason: 'checked',
          on: TODAY,
          by: { office: 'subdistrict' },
        },
      }) as never;
    const [first, again, other] = [
      await api.POST('/v1/commands', { body: correct(-1) }),
      await api.POST('/v1/commands', { body: correct(-1) }),
      await api.POST('/v1/commands', { body: correct(-2) }),
    ];
    expect([first.data?.isRepeated, again.data?.isRepeated]).toEqual([false, true]);
    expect([other.response.status, other.error?.code]).toEqual([409, 'duplicate-correction']);
  });

  test.each<[Error, number, string]>([
    [new Overtaken('others came first'), 409, 'busy'],
    [Object.assign(new Error('no server'), { code: 'ECONNREFUSED' }), 503, 'away'],
  ])('%s', async (failure, status, code) => {
    const away = await openHost();
    const key = await keyOf(LINAN, 'app', away);
    Object.assign(away.counter.store, { events: () => Promise.reject(failure) });
    const answer = await ask('/v1/accounts/linan-0003', key, {}, away);
    expect([answer.status, (await answer.json()).code]).toEqual([status, code]);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  test('whoever asks too often with a key waits, and nobody else', async () => {
    const few = await openHost({ apiRequests: 2 });
    const [key, other] = [await keyOf(LINAN, 'app', few), await keyOf(LINAN, 'other', few)];
    const got = [];
    for (const with_ of [key, key, key, other]) got.push((await ask('/v1/rules', with_, {}, few)).status);
    expect(got).toEqual([200, 200, 429, 200]);
    expect(Number((await ask('/v1/rules', key, {}, few)).headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('before the body is read: without a key nothing of it is', async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          isRead = true;
          controller.enqueue(new TextEncoder().encode('{}'));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const init = { method: 'POST', body, duplex: 'half', headers: { 'Content-Type': 'application/json' } };
    expect((await ask('/v1/commands', 'pbk_wrong', init as RequestInit)).status).toBe(401);
    expect(isRead).toBe(false);
  });
});

test('rules and handbook are asked for again by their tag; what is somebody’s is not kept', async () => {
  const key = await keyOf(LINAN);
  for (const path of ['/v1/rules', '/v1/communities/linan/handbook']) {
    const first = await ask(path, key);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await ask(path, key, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
  const account = await ask('/v1/accounts/linan-0003', key);
  expect(account.headers.get('cache-control')).toBe('no-store');
  expect(account.headers.get('vary')).toMatch(/Authorization/);
});

test('a preview stores nothing, and says what would be said', async () => {
  const before = await events();
  const api = client(await keyOf(LINAN));
  const body = {
    type: 'RedeemPoints',
    data: {
      accountId: 'linan-0003',
      communityId: 'linan',
      redemptionId: 'r-9',
      lines: [{ rewardId: 'nothing', quantity: 1 }],
      on: TODAY,
      by: byLinan,
    },
  } satisfies { type: 'RedeemPoints'; data: object };
  const [tried, entered] = [
    await api.POST('/v1/commands/preview', { body }),
    await api.POST('/v1/commands', { body }),
  ];
  expect(tried.error?.clause).toBeDefined();
  expect(tried.error).toEqual(entered.error);
  expect(await events()).toBe(before);
});

test('the Party affairs office makes and revokes keys on a page, and both are kept in the log', async () => {
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  await officer.get('/users', { 'Accept-Language': 'zh-CN' });
  const form = { keyName: '相山先锋行', role: 'community', communityId: 'linan' };
  const made = await officer.post('/keys', form);
  const key = /<code class="long">(pbk_[\w-]{43})<\/code>/.exec(made.text)?.[1];
  expect((await ask('/v1/accounts', key)).status).toBe(200);
  expect((await officer.get('/keys')).text).not.toContain(key);
  expect((await officer.post('/keys', form)).status).toBe(422);
  expect((await officer.post('/keys', { keyName: 'a b', role: '' })).status).toBe(422);
  expect((await officer.post('/keys/revoke', { keyName: '相山先锋行' })).status).toBe(303);
  expect((await ask('/v1/accounts', key)).status).toBe(401);
  const log = (await peopleLog(host.counter.records)).map(({ by, what, name }) => [by, what, name]);
  expect(log.sort()).toEqual([
    ['officer', 'key-made', '相山先锋行'],
    ['officer', 'key-revoked', '相山先锋行'],
  ]);
  expect((await officer.get('/audit')).text).toContain('发放接口密钥');
});
