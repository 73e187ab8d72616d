import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { peopleLog } from '../../src/people/people-log.js';
import {
  axeFinds,
  type Desk,
  openDeskOf,
  PHONE,
  type Served,
  scrollsSideways,
  serveHost,
} from './support/browser.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * The Party affairs office keeps the list of users, a community that of its volunteers, and everybody their own password. A new password
 * ends a user's other sessions.
 */
async function opened(assets = false): Promise<Host> {
  // Nobody goes there: it is only to be shown.
  const oidc = { issuer: 'https://id.example.org', clientId: 'counter', clientSecret: 'none' };
  const host = await openHost({ assets, oidc });
  await addPeople(host);
  await openMany(host, 'linan', 3);
  await openMany(host, 'dongpo', 1);
  await host.counter.communities.name('linan', { 'zh-CN': '临安社区', en: 'Linan community' });
  return host;
}

async function visitorOf(host: Host, name: string, password = PASSWORD): Promise<Visitor> {
  const visitor = new Visitor(host);
  expect((await visitor.signIn(name, password)).status).toBe(303);
  return visitor;
}

const passwordIn = (text: string) => /<code>([^<]+)<\/code>/.exec(text)?.[1] ?? '';

describe('the list of users', () => {
  let host: Host;
  let officer: Visitor;

  beforeEach(async () => {
    host = await opened();
    officer = await visitorOf(host, 'officer');
  });

  test('a user is added, signs in, gets another role and another password, and is removed', async () => {
    const form = { userName: 'wang', role: 'community', communityId: 'linan' };
    const added = await officer.post('/users', form);
    expect(added.text).toContain('已新增账号 wang');
    const first = passwordIn(added.text);
    const wang = await visitorOf(host, 'wang', first);
    expect((await wang.get('/accounts/new')).status).toBe(200);
    expect((await officer.post('/users', form)).status).toBe(422);

    const party = { role: 'party-organisation', communityId: 'linan' };
    expect((await officer.post('/users/wang/role', party)).status).toBe(303);
    expect((await wang.get('/accounts/new')).status).toBe(403);
    expect((await wang.get('/')).status).toBe(200);

    const second = passwordIn((await officer.post('/users/wang/password', {})).text);
    expect((await wang.get('/')).status).toBe(303);
    expect((await new Visitor(host).signIn('wang', first)).status).toBe(401);
    const again = await visitorOf(host, 'wang', second);
    expect((await officer.post('/users/wang/remove', {})).status).toBe(303);
    expect((await again.get('/')).status).toBe(303);
    expect((await officer.get('/users')).text).not.toContain('/users/wang');

    const log = await peopleLog(host.counter.records);
    expect(log.map(({ what }) => what).sort()).toEqual(['added', 'password', 'removed', 'role']);
    expect(new Set(log.map(({ by, name }) => `${by} ${name}`))).toEqual(new Set(['officer wang']));
    // A password is nowhere but on the page that made it.
    expect(JSON.stringify(log)).not.toContain(first);
  });

  test.each([
    ['without a name', { userName: ' ', role: 'subdistrict' }, 'userName'],
    ['without a role', { userName: 'x', role: '' }, 'role'],
    ['of a role that there is not', { userName: 'x', role: 'admin' }, 'role'],
    ['of no community', { userName: 'x', role: 'community', communityId: 'nowhere' }, 'communityId'],
    ['of no account', { userName: 'x', role: 'volunteer', accountId: 'linan-9999' }, 'accountId'],
  ])('a user %s is not added', async (_, form, field) => {
    const before = (await host.counter.users.list()).length;
    const { status, text } = await officer.post('/users', form);
    expect(status).toBe(422);
    expect(text).toContain(`href="#field-${field}"`);
    expect((await host.counter.users.list()).length).toBe(before);
  });

  test('a community keeps its own volunteers and nobody else', async () => {
    const clerk = await visitorOf(host, 'clerk-linan');
    const { text } = await clerk.get('/users');
    expect(text).toContain('/users/volunteer-3');
    for (const other of ['officer', 'clerk-dongpo', 'clerk-linan', 'party-linan']) {
      expect(text).not.toContain(`/users/${other}"`);
      expect((await clerk.get(`/users/${other}`)).status).toBe(404);
      for (const doing of ['role', 'password', 'remove'])
        expect((await clerk.post(`/users/${other}/${doing}`, { role: 'subdistrict' })).status).toBe(404);
    }
    const added = await clerk.post('/users', { userName: 'v2', role: 'volunteer', accountId: 'linan-0002' });
    expect(passwordIn(added.text)).not.toBe('');
    for (const form of [
      { role: 'subdistrict' },
      { role: 'community', communityId: 'linan' },
      { role: 'volunteer', accountId: 'dongpo-0001' },
    ]) {
      expect((await clerk.post('/users', { userName: 'x', ...form })).status).toBe(422);
      expect((await clerk.post('/users/v2/role', form)).status).toBe(422);
    }
    expect(await host.counter.users.named('x')).toBeUndefined();
  });

  test('a volunteer’s user has an account: a form without one says so, where there is no other role as a field that is needed', async () => {
    const clerk = await visitorOf(host, 'clerk-linan');
    const missing = '<a href="#field-accountId">请填写“本人账户编号”。</a>';
    for (const who of [clerk, officer]) {
      const { status, text } = await who.post('/users', {
        userName: 'v2',
        role: 'volunteer',
        accountId: ' ',
      });
      expect(status).toBe(422);
      expect(text).toContain(missing);
    }
    const label = /本人账户编号<small>选填<\/small>/;
    expect((await clerk.get('/users')).text).not.toMatch(label);
    expect((await officer.get('/users')).text).toMatch(label);
  });

  test('nobody changes or removes their own user', async () => {
    for (const doing of ['role', 'remove'])
      expect((await officer.post(`/users/officer/${doing}`, { role: 'subdistrict' })).status).toBe(422);
    expect((await officer.get('/')).status).toBe(200);
  });
});

describe('one’s own password', () => {
  const NEXT = 'another long password';
  let host: Host;

  beforeEach(async () => {
    host = await opened();
  });

  test('is changed, and the other sessions end', async () => {
    const [here, there] = [await visitorOf(host, 'volunteer-3'), await visitorOf(host, 'volunteer-3')];
    const form = { passwordNow: PASSWORD, passwordNew: NEXT, passwordAgain: NEXT };
    expect((await here.post('/password', form)).status).toBe(303);
    expect((await here.get('/password?saved')).text).toContain('密码已修改');
    expect((await there.get('/')).status).toBe(303);
    await visitorOf(host, 'volunteer-3', NEXT);
  });

  test.each([
    ['the password now is wrong', { passwordNow: 'wrong' }, 'passwordNow'],
    ['the new one is short', { passwordNew: 'short', passwordAgain: 'short' }, 'passwordNew'],
    ['the new one is the old one', { passwordNew: PASSWORD, passwordAgain: PASSWORD }, 'passwordNew'],
    ['the two differ', { passwordAgain: `${NEXT}!` }, 'passwordAgain'],
  ])('stays where %s', async (_, wrong, field) => {
    const clerk = await visitorOf(host, 'clerk-linan');
    const form = { passwordNow: PASSWORD, passwordNew: NEXT, passwordAgain: NEXT, ...wrong };
    const { status, text } = await clerk.post('/password', form);
    expect(status).toBe(422);
    expect(text).toContain(`href="#field-${field}"`);
    expect(text).not.toContain(PASSWORD);
    await visitorOf(host, 'clerk-linan');
  });

  test('is not found out by guessing on its page', async () => {
    const clerk = await visitorOf(host, 'clerk-linan');
    const guess = { passwordNow: 'wrong', passwordNew: NEXT, passwordAgain: NEXT };
    for (let tried = 0; tried < 30; tried += 1) await clerk.post('/password', guess);
    const right = { ...guess, passwordNow: PASSWORD };
    expect((await clerk.post('/password', right)).status).toBe(422);
  });
});

describe('in a browser', () => {
  let served: Served;
  let officer: Desk;

  beforeAll(async () => {
    const host = await opened(true);
    served = await serveHost(host);
    officer = await openDeskOf(served, host, 'officer', { locale: 'zh-CN' });
  });

  afterAll(async () => {
    expect(officer?.troubles).toEqual([]);
    await served?.close();
  });

  test('users and passwords have pages on which axe finds nothing, and the focus goes to what was done', async () => {
    const { page } = officer;
    const focused = () => page.evaluate(() => document.activeElement?.className);
    await page.goto('/users');
    await page.setViewportSize(PHONE);
    expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
    await page.getByLabel('账号名').fill('zhao');
    await page.getByLabel('身份').selectOption('社区工作人员');
    await page.getByLabel('所在社区').selectOption('临安社区');
    await page.getByRole('button', { name: '新增账号' }).click();
    await page.locator('.done code').waitFor();
    expect([await focused(), await axeFinds(page)]).toEqual(['done', []]);
    await page.getByRole('link', { name: 'zhao' }).click();
    await page.waitForURL(/\/users\/zhao$/);
    expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
    await page.getByRole('button', { name: '重设密码' }).click();
    await page.locator('.done code').waitFor();
    expect(await focused()).toBe('done');
    await page.getByRole('button', { name: '删除账号' }).click();
    await page.waitForURL(/removed=zhao/);
    expect([await focused(), await axeFinds(page)]).toEqual(['done', []]);
    await page.goto('/users');
    await page.getByRole('link', { name: '接口密钥' }).click();
    await page.getByLabel('密钥名称').fill('app');
    await page.getByLabel('身份').selectOption('街道党群办');
    await page.getByRole('button', { name: '发放密钥' }).click();
    await page.locator('.done code').waitFor();
    expect([await focused(), await scrollsSideways(page), await axeFinds(page)]).toEqual(['done', false, []]);
    await page.getByRole('button', { name: '撤销密钥 app' }).click();
    await page.waitForURL(/revoked=app/);
    expect([await focused(), await axeFinds(page)]).toEqual(['done', []]);
    await page.getByRole('link', { name: '修改密码' }).click();
    await page.getByLabel('原密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill('short');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.locator('.summary').waitFor();
    expect(await axeFinds(page)).toEqual([]);
  });
});
