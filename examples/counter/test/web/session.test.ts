import { describe, expect, test } from 'vitest';
import { Sessions } from '../../src/security/session.js';
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
    const { visitor } = await opened();
    const elsewhere = await openHost();
    await addPeople(elsewhere);
    await visitor.signIn('officer', PASSWORD);
    const counter = { ...elsewhere.counter, sessions: new Sessions(`another ${SECRET}`, false) };
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
      return { ...host.counter, sessions: new Sessions(SECRET, false, now) };
    };
    const { createApp } = await import('../../src/app.js');
    const at = async (hours: number) =>
      (await createApp(later(hours)).request('http://localhost/register', { headers: { Cookie: cookie } }))
        .status;
    expect([await at(0), await at(9), await at(11)]).toEqual([200, 200, 303]);
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
    expect((await dongpo.post('/sign-out', {})).status).toBe(303);
    expect((await dongpo.get('/register')).status).toBe(303);
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
  for (const path of ['/', '/register', '/nowhere', '/export']) {
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
