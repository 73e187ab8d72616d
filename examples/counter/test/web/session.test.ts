import { describe, expect, test } from 'vitest';
import { Sessions } from '../../src/security/session.js';
import { networkOf } from '../../src/web/address-of.js';
import { localPath } from '../../src/web/guards.js';
import { openHost, SECRET } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

async function opened(options: Parameters<typeof openHost>[0] = {}) {
  const host = await openHost(options);
  await addPeople(host);
  return { host, visitor: new Visitor(host) };
}

describe('a session', () => {
  test('is a cookie that scripts cannot read, and that other sites’ forms do not bring along', async () => {
    const { visitor } = await opened();
    const answer = await visitor.get('/sign-in');
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Secure/);
  });

  test('is only sent over https where the counter is reached by it', async () => {
    const { visitor } = await opened({ publicUrl: 'https://points.example.org' });
    const answer = await visitor.get('/sign-in');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-counter_session=.*; Secure/);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('is another one after signing in', async () => {
    const { visitor } = await opened();
    await visitor.get('/sign-in');
    const before = visitor.cookie('counter_session');
    await visitor.signIn('officer', PASSWORD);
    expect(visitor.cookie('counter_session')).not.toBe(before);
  });

  test('that was changed is none', async () => {
    const { host, visitor } = await opened();
    await visitor.signIn('volunteer-3', PASSWORD);
    const [value = '', signature = ''] = decodeURIComponent(visitor.cookie('counter_session') ?? '').split(
      '.',
    );
    const session = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    const officer = await host.counter.users.named('officer');
    const forged = { ...session, user: { name: 'officer', mark: officer?.mark } };
    const changed = `${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${signature}`;
    visitor.setCookie('counter_session', encodeURIComponent(changed));
    expect((await visitor.get('/register')).status).toBe(303);
  });

  test('signed with another secret is none', async () => {
    const { host, visitor } = await opened();
    const elsewhere = await openHost();
    await addPeople(elsewhere);
    await visitor.signIn('officer', PASSWORD);
    const counter = {
      ...elsewhere.counter,
      sessions: new Sessions(`another ${SECRET}`, false, host.counter.records),
    };
    const { createApp } = await import('../../src/app.js');
    const answer = await createApp(counter).request('http://localhost/register', {
      headers: { Cookie: `counter_session=${visitor.cookie('counter_session')}` },
    });
    expect(answer.status).toBe(303);
  });

  test('ends after a working day, with a new password, with the user, and with signing out', async () => {
    const { host, visitor } = await opened();
    await visitor.signIn('officer', PASSWORD);
    const cookie = `counter_session=${visitor.cookie('counter_session')}`;
    const later = (hours: number) => {
      const now = () => Math.floor(Date.now() / 1000) + hours * 3600;
      return { ...host.counter, sessions: new Sessions(SECRET, false, host.counter.records, now) };
    };
    const { createApp } = await import('../../src/app.js');
    const at = async (hours: number) =>
      (await createApp(later(hours)).request('http://localhost/register', { headers: { Cookie: cookie } }))
        .status;
    expect([await at(0), await at(9), await at(11)]).toEqual([200, 200, 303]);
    // A clock that was set back by minutes, or another process's that is behind, signs nobody out.
    expect([await at(-4 / 60), await at(-6 / 60)]).toEqual([200, 303]);
    await host.counter.users.setPassword('officer', `${PASSWORD}, another`);
    expect(await at(0)).toBe(303);

    const clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
    expect((await clerk.get('/register')).status).toBe(200);
    await host.counter.users.remove('clerk-linan');
    expect((await clerk.get('/register')).status).toBe(303);

    const dongpo = new Visitor(host);
    await dongpo.signIn('clerk-dongpo', PASSWORD);
    await dongpo.get('/');
    const copy = dongpo.cookie('counter_session') ?? '';
    const other = new Visitor(host);
    await other.signIn('clerk-dongpo', PASSWORD);
    expect((await dongpo.post('/sign-out', {})).status).toBe(303);
    expect((await dongpo.get('/register')).status).toBe(303);
    // It ended at the counter and not only in the browser; the same person's session elsewhere goes on.
    dongpo.setCookie('counter_session', copy);
    expect((await dongpo.get('/register')).status).toBe(303);
    expect((await other.get('/register')).status).toBe(200);
  });

  test('that was signed out of is remembered as long as it would have lasted', async () => {
    const { host, visitor } = await opened();
    const { records } = host.counter;
    await records.add('ended-session', 'of yesterday', { until: Math.floor(Date.now() / 1000) - 1 });
    await visitor.signIn('officer', PASSWORD);
    await visitor.get('/');
    await visitor.post('/sign-out', {});
    const kept = (await records.entries('ended-session')).map(({ key }) => key);
    expect(kept.length).toBe(1);
    expect(kept).not.toContain('of yesterday');
  });

  test('ends when somebody signs in anew in the same browser', async () => {
    const { visitor } = await opened();
    await visitor.signIn('officer', PASSWORD);
    const copy = visitor.cookie('counter_session') ?? '';
    await visitor.get('/');
    const form = { name: 'clerk-linan', password: PASSWORD, back: '/' };
    expect((await visitor.post('/sign-in', form)).status).toBe(303);
    visitor.setCookie('counter_session', copy);
    expect((await visitor.get('/register')).status).toBe(303);
  });
});

describe('signing in', () => {
  test('says the same of a wrong name and of a wrong password', async () => {
    const { visitor } = await opened();
    const wrongPassword = await visitor.signIn('officer', 'wrong');
    const wrongName = await visitor.signIn('nobody', 'wrong');
    expect([wrongPassword.status, wrongName.status]).toEqual([401, 401]);
    const said = (text: string) => /<p class="error"[^>]*>([^<]*)/.exec(text)?.[1];
    expect(said(wrongPassword.text)).toBe(said(wrongName.text));
    expect(said(wrongName.text)).toBeTruthy();
  });

  test('is slowed down after five wrong passwords, for that name and address, and says when it goes on', async () => {
    const { visitor } = await opened();
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await visitor.signIn('officer', 'wrong')).status).toBe(401);
    const answer = await visitor.signIn('officer', PASSWORD);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await visitor.signIn('clerk-linan', PASSWORD)).status).toBe(303);
  });

  test('is forgotten once it worked: a typing error a day does no harm', async () => {
    const { host } = await opened();
    for (let round = 0; round < 4; round += 1) {
      const visitor = new Visitor(host);
      for (let attempt = 0; attempt < 3; attempt += 1)
        expect((await visitor.signIn('officer', 'wrong')).status).toBe(401);
      expect((await visitor.signIn('officer', PASSWORD)).status).toBe(303);
    }
  });

  const WRONG = { name: 'clerk-linan', password: 'wrong', back: '/' };

  test('is not kept from anybody by wrong passwords from elsewhere, however many', async () => {
    const { host, visitor } = await opened({ trustProxy: true });
    await visitor.get('/sign-in');
    for (let attempt = 0; attempt < 120; attempt += 1)
      await visitor.post('/sign-in', WRONG, { 'X-Forwarded-For': `192.0.2.${attempt}` });
    const clerk = new Visitor(host);
    await clerk.get('/sign-in');
    const right = { ...WRONG, password: PASSWORD };
    expect((await clerk.post('/sign-in', right, { 'X-Forwarded-For': '198.51.100.1' })).status).toBe(303);
  });

  test('is not kept from anybody by wrong passwords for other names from the same address', async () => {
    const { host, visitor } = await opened();
    await visitor.get('/sign-in');
    for (let attempt = 0; attempt < 60; attempt += 1)
      await visitor.post('/sign-in', { ...WRONG, name: `name-${attempt}` });
    expect((await new Visitor(host).signIn('clerk-linan', PASSWORD)).status).toBe(303);
  });

  test('is open to whoever signed in with the browser before, whatever others at the address do', async () => {
    const { host, visitor } = await opened();
    await visitor.signIn('clerk-linan', PASSWORD);
    await visitor.get('/');
    await visitor.post('/sign-out', {});
    const other = new Visitor(host);
    for (let attempt = 0; attempt < 7; attempt += 1) await other.signIn('clerk-linan', 'wrong');
    expect((await other.signIn('clerk-linan', PASSWORD)).status).toBe(429);
    // The browser is known for this name and for no other, and only as it was marked here.
    expect((await visitor.signIn('clerk-linan', PASSWORD)).status).toBe(303);
    const [id] = (visitor.cookie('counter_browser') ?? '').split('.');
    other.setCookie('counter_browser', `${id}.made-up`);
    expect((await other.signIn('clerk-linan', PASSWORD)).status).toBe(429);
    for (let attempt = 0; attempt < 5; attempt += 1) await other.signIn('officer', 'wrong');
    await visitor.get('/');
    await visitor.post('/sign-out', {});
    expect((await visitor.signIn('officer', PASSWORD)).status).toBe(429);
    // It is counted too.
    for (let attempt = 0; attempt < 5; attempt += 1) await visitor.signIn('clerk-linan', 'wrong');
    expect((await visitor.signIn('clerk-linan', PASSWORD)).status).toBe(429);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['made up', 'unknown'],
  ])('counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test('comes back to the page that asked for it', async () => {
    const { visitor } = await opened();
    const asked = await visitor.get('/register?on=2026-01-01');
    expect(asked.headers.get('location')).toBe('/sign-in?back=%2Fregister%3Fon%3D2026-01-01');
    await visitor.get('/sign-in?back=%2Fregister%3Fon%3D2026-01-01');
    const answer = await visitor.post('/sign-in', {
      name: 'officer',
      password: PASSWORD,
      back: '/register?on=2026-01-01',
    });
    expect(answer.headers.get('location')).toBe('/register?on=2026-01-01');
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '',
  ])('does not send anybody off to %j', async (back) => {
    expect(localPath(back)).toBe('/');
    const { visitor } = await opened();
    await visitor.get('/sign-in');
    const answer = await visitor.post('/sign-in', { name: 'officer', password: PASSWORD, back });
    expect(answer.headers.get('location')).toBe('/');
    const language = await visitor.get(`/language?to=en&back=${encodeURIComponent(back)}`);
    expect(language.headers.get('location')).toBe('/');
  });
});

test('headers keep other sites out of every page, and no page is kept by a cache', async () => {
  const { visitor } = await opened();
  await visitor.signIn('officer', PASSWORD);
  for (const path of [
    '/',
    '/register',
    '/nowhere',
    '/export',
    '/rules.json',
    '/language?to=en',
    '/workbench',
    '/accounts/nobody/snapshot.json',
    '/import/template.csv',
    '/export/events.jsonl',
    '/export/entries.csv',
    '/metrics',
    '/ready',
  ]) {
    const { headers } = await visitor.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  }
});
