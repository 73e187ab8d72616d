import { beforeEach, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

const FORM = { accountId: 'linan-1', role: 'resident', on: '2026-11-24', formComplete: 'yes' };
let host: Host;
let clerk: Visitor;

beforeEach(async () => {
  host = await openHost();
  await addPeople(host);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
});

const recorded = async () => (await host.counter.store.events('linan-1')).length;

test('a form from its own page is taken', async () => {
  await clerk.get('/accounts/new');
  expect((await clerk.post('/accounts/new', FORM)).status).toBe(303);
  expect(await recorded()).toBe(1);
});

test.each([
  ['without a token', { token: '' }, { Origin: 'http://localhost' }],
  ['with a made-up token', { token: 'x'.repeat(43) }, { Origin: 'http://localhost' }],
  ['from another site, with the right token', {}, { Origin: 'https://elsewhere.example' }],
  ['from another site that says so', {}, { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
  ['with no origin at all', {}, {}],
])('a form %s is refused and changes nothing', async (_, values, headers) => {
  await clerk.get('/accounts/new');
  const answer = await clerk.postAs('/accounts/new', { token: clerk.token, ...FORM, ...values }, headers);
  expect(answer.status).toBe(403);
  expect(await recorded()).toBe(0);
});

test('the token of another session is refused', async () => {
  const other = new Visitor(host);
  await other.signIn('officer', PASSWORD);
  await other.get('/accounts');
  expect((await clerk.post('/accounts/new', { ...FORM, token: other.token })).status).toBe(403);
  expect(await recorded()).toBe(0);
});

test('every page has a token of its own letters, and each of them is good for the session', async () => {
  await clerk.get('/accounts/new');
  const first = clerk.token;
  await clerk.get('/accounts');
  expect(clerk.token).not.toBe(first);
  expect((await clerk.post('/accounts/new', { ...FORM, token: first })).status).toBe(303);
});

test('JSON is no way around the token', async () => {
  const answer = await host.app.request('http://localhost/accounts/new', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Cookie: `counter_session=${clerk.cookie('counter_session')}`,
    },
    body: JSON.stringify(FORM),
  });
  expect(answer.status).toBe(403);
  expect(await recorded()).toBe(0);
});

test('signing in needs the token of the sign-in page, and signing out its own', async () => {
  const visitor = new Visitor(host);
  expect((await visitor.post('/sign-in', { name: 'officer', password: PASSWORD, back: '/' })).status).toBe(
    403,
  );
  expect((await clerk.postAs('/sign-out', {}, { Origin: 'http://localhost' })).status).toBe(403);
  expect((await clerk.get('/accounts')).status).toBe(200);
});

test('behind a proxy that speaks https, the public address is the origin', async () => {
  host = await openHost({ publicUrl: 'https://points.example.org' });
  await addPeople(host);
  const visitor = new Visitor(host);
  await visitor.get('/sign-in');
  const form = { token: visitor.token, name: 'officer', password: PASSWORD, back: '/' };
  expect(
    (await visitor.postAs('/sign-in', form, { Origin: 'https://points.example.org.evil.example' })).status,
  ).toBe(403);
  expect((await visitor.postAs('/sign-in', form, { Origin: 'https://points.example.org' })).status).toBe(303);
});

test('a form that is too large is refused before it is read', async () => {
  const answer = await clerk.post('/accounts/new', { ...FORM, note: 'x'.repeat(300 * 1024) });
  expect(answer.status).toBe(413);
});

test('no form of any page is taken without the token, nor from another site', async () => {
  const paths = host.app.routes.flatMap(({ method, path }) =>
    method === 'POST' && !path.startsWith('/api') ? [path.replaceAll(/:\w+/g, 'x')] : [],
  );
  expect(new Set(paths).size).toBeGreaterThan(30);
  await clerk.get('/accounts');
  for (const path of new Set(paths)) {
    const unsigned = await clerk.postAs(path, { token: '' }, { Origin: 'http://localhost' });
    const foreign = await clerk.postAs(path, { token: clerk.token }, { Origin: 'https://elsewhere.example' });
    expect([path, unsigned.status, foreign.status]).toEqual([path, 403, 403]);
    expect(unsigned.text).toContain('页面已失效，请重新打开');
  }
  // Its session is still there: not even signing out was taken.
  expect((await clerk.get('/accounts')).status).toBe(200);
});
