import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { peopleLog } from '../../src/people/people-log.js';
import { Users } from '../../src/people/users.js';
import { fileRecords } from '../../src/records/file-records.js';
import { OidcSignIn } from '../../src/security/oidc.js';
import { program } from '../store/support/shared.js';
import { type Host, openHost, SECRET } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { COUNTER, environment } from './support/process.js';
import { CLIENT, OidcProvider } from './support/provider.js';
import { type Answer, Visitor } from './support/visitor.js';

/* Sign-in at a provider, against a real one: who comes in, who does not, and that a session is one like any other. */

let provider: OidcProvider;
let host: Host;

beforeAll(async () => {
  provider = await OidcProvider.open({
    'p-1': { email: 'Wang@example.org', isVerified: true },
    'p-2': { email: 'wang@example.org', isVerified: true },
    'p-3': { email: 'wang@example.org', isVerified: false },
    'p-4': { email: 'li@example.org', isVerified: true },
  });
});

afterAll(() => provider.close());

beforeEach(async () => {
  host = await openHost({ oidc: { issuer: provider.issuer, ...CLIENT } });
  await addPeople(host);
});

const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

/** Begins at the counter and signs in at the provider; the address that leads back to the counter. */
async function wayBack(visitor: Visitor, login: string, back = '/'): Promise<string> {
  const begun = await visitor.get(`/sign-in/oidc?back=${encodeURIComponent(back)}`);
  expect(begun.status).toBe(303);
  return pathOf(await provider.signIn(begun.headers.get('location') ?? '', login));
}

async function signedIn(visitor: Visitor, login: string, back?: string): Promise<Answer> {
  return visitor.get(await wayBack(visitor, login, back));
}

describe('whoever the Party affairs office has linked', () => {
  test('by a verified e-mail address comes in, to the page that was asked for, until signing out', async () => {
    await host.counter.users.setLink('clerk-linan', 'wang@example.org');
    const visitor = new Visitor(host);
    expect((await visitor.get('/sign-in', { 'Accept-Language': 'zh-CN' })).text).toContain(
      '使用统一认证登录',
    );
    const back = await signedIn(visitor, 'p-1', '/accounts');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/accounts']);
    expect((await visitor.get('/accounts/new')).text).toContain('clerk-linan');
    const copy = visitor.cookie('counter_session') ?? '';
    expect((await visitor.post('/sign-out', {})).status).toBe(303);
    visitor.setCookie('counter_session', copy);
    expect((await visitor.get('/accounts')).status).toBe(303);
  });

  test('by the provider’s id of the person comes in without any address', async () => {
    await host.counter.users.setLink('clerk-linan', 'p-3');
    const visitor = new Visitor(host);
    expect((await signedIn(visitor, 'p-3')).status).toBe(303);
    expect((await visitor.get('/accounts/new')).status).toBe(200);
  });

  test('is bound at the first time: the address then lets nobody else in', async () => {
    const { users } = host.counter;
    await users.setLink('clerk-linan', 'wang@example.org');
    expect((await signedIn(new Visitor(host), 'p-1')).status).toBe(303);
    expect((await signedIn(new Visitor(host), 'p-2')).status).toBe(403);
    expect((await signedIn(new Visitor(host), 'p-1')).status).toBe(303);
    await users.setPassword('clerk-linan', `${PASSWORD}, another`);
    expect((await signedIn(new Visitor(host), 'p-1')).status).toBe(303);
    await users.setLink('clerk-linan', 'wang@example.org');
    expect((await signedIn(new Visitor(host), 'p-2')).status).toBe(303);
  });

  test('is out, and out of the open sessions, once the link is taken away', async () => {
    await host.counter.users.setLink('clerk-linan', 'p-1');
    const visitor = new Visitor(host);
    await signedIn(visitor, 'p-1');
    await host.counter.users.setLink('clerk-linan', undefined);
    expect((await visitor.get('/accounts')).status).toBe(303);
    expect((await signedIn(visitor, 'p-1')).status).toBe(403);
  });
});

test.each([
  ['somebody whom nobody linked', 'p-4'],
  ['an address that the provider has not verified', 'p-3'],
])('%s stays out, and is told whom to ask', async (_, login) => {
  await host.counter.users.setLink('clerk-linan', 'wang@example.org');
  const visitor = new Visitor(host);
  const { status, text } = await signedIn(visitor, login);
  expect(status).toBe(403);
  expect(text).toContain('请联系街道党群办');
  expect((await visitor.get('/accounts')).status).toBe(303);
});

test('what is sent to the provider has a challenge, a state and a nonce, new each time', async () => {
  await signedIn(new Visitor(host), 'p-4');
  await signedIn(new Visitor(host), 'p-4');
  const [first, second] = provider.asked.slice(-2);
  expect(first?.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce']) {
    expect(first?.get(name)).toMatch(/^[\w-]{20,}$/);
    expect(first?.get(name)).not.toBe(second?.get(name));
  }
});

describe('nobody comes in', () => {
  beforeEach(() => host.counter.users.setLink('clerk-linan', 'p-1'));

  test('with a way back that another browser began, or by going it twice', async () => {
    const visitor = new Visitor(host);
    const way = await wayBack(visitor, 'p-1');
    expect((await new Visitor(host).get(way)).status).toBe(401);
    const other = new Visitor(host);
    await other.get('/sign-in/oidc');
    expect((await other.get(way)).status).toBe(401);
    const again = visitor.cookie('counter_oidc') ?? '';
    expect((await visitor.get(way)).status).toBe(303);
    expect(visitor.cookie('counter_oidc')).toBeUndefined();
    visitor.setCookie('counter_oidc', again);
    expect((await visitor.get(way)).status).toBe(401);
  });

  test.each([
    ['a state that was changed', (way: string) => way.replace(/state=[^&]+/, 'state=x')],
    ['a code that was changed', (way: string) => way.replace(/code=[^&]+/, 'code=x')],
    [
      'an issuer that was changed',
      (way: string) => way.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fexample.org'),
    ],
    ['a refusal of the provider', (way: string) => way.replace(/code=[^&]+/, 'error=access_denied')],
    ['nothing', () => '/sign-in/oidc/callback'],
  ])('with %s', async (_, changed) => {
    const visitor = new Visitor(host);
    const way = await wayBack(visitor, 'p-1');
    expect(changed(way)).not.toBe(way);
    expect((await visitor.get(changed(way))).status).toBe(401);
    expect((await visitor.get('/accounts')).status).toBe(303);
  });

  test('with a cookie that was changed, or is too old', async () => {
    const visitor = new Visitor(host);
    const way = await wayBack(visitor, 'p-1');
    const cookie = visitor.cookie('counter_oidc') ?? '';
    visitor.setCookie('counter_oidc', `x${cookie}`);
    expect((await visitor.get(way)).status).toBe(401);
    const later = () => Math.floor(Date.now() / 1000) + 11 * 60;
    const oidc = new OidcSignIn({ issuer: provider.issuer, ...CLIENT }, SECRET, false, later);
    const app = createApp({ ...host.counter, oidc });
    const headers = { Cookie: `counter_oidc=${cookie}` };
    expect((await app.request(`http://localhost${way}`, { headers })).status).toBe(401);
  });

  test('to another site', async () => {
    const back = await signedIn(new Visitor(host), 'p-1', 'https://example.org/');
    expect(back.headers.get('location')).toBe('/');
  });
});

test('while the provider is away the page says so, passwords go on, and so does the provider once it is back', async () => {
  await host.counter.users.setLink('clerk-linan', 'p-1');
  const visitor = new Visitor(host);
  const isAway = async (path: string) => {
    provider.isAway = true;
    const { status, text } = await visitor.get(path);
    provider.isAway = false;
    expect(status).toBe(503);
    expect(text).toContain('暂时无法使用统一认证');
  };
  await isAway('/sign-in/oidc');
  await isAway(await wayBack(visitor, 'p-1'));
  expect((await new Visitor(host).signIn('officer', PASSWORD)).status).toBe(303);
  expect((await signedIn(visitor, 'p-1')).status).toBe(303);
});

test('without a provider nothing of it is shown', async () => {
  const plain = await openHost();
  await addPeople(plain);
  const visitor = new Visitor(plain);
  expect((await visitor.get('/sign-in')).text).not.toContain('oidc');
  expect((await visitor.get('/sign-in/oidc')).status).toBe(404);
  expect((await visitor.get('/sign-in/oidc/callback')).status).toBe(404);
  await visitor.signIn('officer', PASSWORD);
  expect((await visitor.get('/users/clerk-linan')).text).not.toContain('统一认证');
  expect((await visitor.post('/users/clerk-linan/link', { known: 'p-1' })).status).toBe(404);
});

test('the Party affairs office links a user on the user’s page, no two alike, and that is kept in the log', async () => {
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  await officer.get('/users/clerk-linan');
  const linked = await officer.post('/users/clerk-linan/link', { known: ' wang@example.org ' });
  expect(linked.headers.get('location')).toBe('/users/clerk-linan?linked');
  expect((await officer.get('/users/clerk-linan?linked')).text).toContain('value="wang@example.org"');
  expect((await officer.post('/users/clerk-dongpo/link', { known: 'WANG@example.org' })).status).toBe(422);
  expect((await officer.post('/users/officer/link', { known: 'x' })).status).toBe(422);
  const clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  await clerk.get('/');
  expect((await clerk.post('/users/clerk-dongpo/link', { known: 'y' })).status).toBe(404);
  expect((await officer.post('/users/clerk-linan/link', { known: '' })).status).toBe(303);
  expect((await host.counter.users.named('clerk-linan'))?.link).toBeUndefined();
  const log = (await peopleLog(host.counter.records)).map(({ what, name }) => [what, name]);
  expect(log).toEqual([
    ['link', 'clerk-linan'],
    ['link', 'clerk-linan'],
  ]);
});

test.each([
  [{ OIDC_ISSUER: 'https://id.example.org' }, 'OIDC_ISSUER needs OIDC_CLIENT_ID'],
  [{ OIDC_ISSUER: 'http://id.example.org', OIDC_CLIENT_ID: 'c', OIDC_CLIENT_SECRET: 's' }, 'has to be https'],
])('settings that cannot be are said: %j', (env, words) => {
  expect(() => readConfig(env)).toThrow(words);
});

test('the first of them is linked at the command line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counter-oidc-'));
  const user = async (...args: string[]) =>
    promisify(execFile)(process.execPath, [await program('src/command-line/user'), ...args], {
      cwd: COUNTER,
      env: environment(folder),
    });
  try {
    for (const name of ['li', 'zhao']) await user('add', name, '--role', 'subdistrict');
    await user('link', 'li', 'li@example.org');
    await expect(user('link', 'zhao', 'li@example.org')).rejects.toThrow("Another user is 'li@example.org'");
    const users = new Users(fileRecords(join(folder, 'records')));
    expect((await users.named('li'))?.link).toEqual({ known: 'li@example.org' });
    await user('link', 'li');
    expect((await users.named('li'))?.link).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
