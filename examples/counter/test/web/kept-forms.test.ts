import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFinds, type Desk, openDeskOf, type Served, serveHost } from './support/browser.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';

/*
 * What was typed into a form outlives an ended session, a sign-out in another tab and a lost line; and it is gone once it went through.
 */
let host: Host;
let served: Served;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  host = await openHost({ assets: true });
  await addPeople(host);
  await openMany(host, 'linan', 3);
  served = await serveHost(host);
});

afterAll(() => served?.close());

beforeEach(async () => {
  desk = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
  page = desk.page;
  return () => desk.close();
});

const TYPED = { matterId: '社区义诊', accounts: 'linan-0001\nlinan-0002' };

async function fillIn(): Promise<void> {
  await page.goto('/activity');
  for (const [name, words] of Object.entries(TYPED)) await page.locator(`[name=${name}]`).fill(words);
  await page.locator('[name=item]').selectOption('activity');
  await page.getByLabel('难度较大').check();
  await page.locator('details summary').click();
  await page.getByLabel('linan-0003').check();
}

async function seen() {
  return {
    matterId: await page.locator('[name=matterId]').inputValue(),
    accounts: await page.locator('[name=accounts]').inputValue(),
    item: await page.locator('[name=item]').inputValue(),
    hard: await page.getByLabel('难度较大').isChecked(),
    ticked: await page.getByLabel('linan-0003').isChecked(),
    said: await page.locator('#put-back').isVisible(),
  };
}

const ALL = { ...TYPED, item: 'activity', hard: true, ticked: true };
const NONE = { matterId: '', accounts: '', item: '', hard: false, ticked: false, said: false };

const preview = () => page.getByRole('button', { name: '预览' }).click();
const keptHere = () => page.evaluate(() => Object.keys(sessionStorage));

async function signInHere(): Promise<void> {
  await page.locator('[name=name]').fill('clerk-linan');
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('main button[type=submit]').click();
}

describe('a form is as it was', () => {
  test('after the session has ended', async () => {
    await fillIn();
    await page.context().clearCookies({ name: 'counter_session' });
    await preview();
    await page.getByRole('heading', { name: '页面已失效，请重新登录' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('link', { name: '重新登录，返回该页面' }).click();
    await signInHere();
    await page.waitForURL(/\/activity$/);
    expect(await seen()).toEqual({ ...ALL, said: true });
    expect(await axeFinds(page)).toEqual([]);
    // It is sent by its author, and then it is gone.
    await preview();
    await page.getByRole('button', { name: /^保存/ }).click();
    await page.waitForURL(/\/activity\/[0-9a-f]{32}$/);
    expect(await keptHere()).toEqual([]);
    await page.goto('/activity');
    expect(await seen()).toEqual(NONE);
  });

  test('after signing out in another tab', async () => {
    await fillIn();
    const other = await page.context().newPage();
    await other.goto('/');
    await other.getByRole('button', { name: '退出' }).click();
    await other.waitForURL(/\/sign-in/);
    await preview();
    await page
      .getByRole('link', { name: '重新登录，返回该页面' })
      .or(page.locator('[name=password]'))
      .waitFor();
    if (!page.url().includes('/sign-in'))
      await page.getByRole('link', { name: '重新登录，返回该页面' }).click();
    await signInHere();
    await page.waitForURL(/\/activity$/);
    expect(await seen()).toEqual({ ...ALL, said: true });
  });

  test('after signing in again in another tab, which makes its token worthless', async () => {
    await fillIn();
    const other = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
    await page.context().addCookies(await other.page.context().cookies());
    await other.close();
    await preview();
    await page.getByRole('heading', { name: '页面已失效，请重新打开' }).waitFor();
    await page.getByRole('link', { name: '重新打开该页面' }).click();
    await page.waitForURL(/\/activity$/);
    expect(await seen()).toEqual({ ...ALL, said: true });
  });

  test('while there is no line: the page stays and says so', async () => {
    await fillIn();
    await page.context().setOffline(true);
    await preview();
    expect(await page.locator('#offline').textContent()).toContain('网络中断，内容已保留');
    expect(await page.locator('#offline').isVisible()).toBe(true);
    expect(await seen()).toEqual({ ...ALL, said: false });
    expect(await axeFinds(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.locator('#offline').waitFor({ state: 'hidden' });
    await preview();
    await page.getByRole('heading', { name: '预览：尚未保存' }).waitFor();
    expect(await seen()).toEqual({ ...ALL, said: false });
  });

  test('after the browser’s own page for a line that broke', async () => {
    await fillIn();
    await page.route('**/activity', (route) => route.abort('connectionfailed'));
    await preview();
    await page.waitForURL(/chrome-error/);
    await page.unroute('**/activity');
    await page.goto('/activity');
    expect(await seen()).toEqual({ ...ALL, said: true });
  });

  test('after the session ended on the page that asks for a confirmation', async () => {
    await page.goto('/handbook');
    await page.locator('summary', { hasText: '公布新版' }).click();
    for (const [name, words] of Object.entries({
      version: '2027-1',
      'reward0-rewardId': 'tea',
      'reward0-zh': '茶',
      'reward0-price': '2',
    }))
      await page.locator(`[name=${name}]`).fill(words);
    await page.getByRole('button', { name: '核对' }).click();
    await page.context().clearCookies({ name: 'counter_session' });
    await page.getByRole('button', { name: '确认公布' }).click();
    await page.getByRole('link', { name: '重新登录，返回该页面' }).click();
    await signInHere();
    await page.waitForURL(/\/handbook$/);
    expect(await page.locator('#put-back').isVisible()).toBe(true);
    expect(await page.locator('[name=version]').inputValue()).toBe('2027-1');
    expect(await page.locator('[name=reward0-zh]').inputValue()).toBe('茶');
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByRole('button', { name: '确认公布' }).click();
    await page.waitForURL(/done=published/);
    expect(await keptHere()).toEqual([]);
  });

  test('unless its author does not want it', async () => {
    await fillIn();
    await page.goto('/');
    await page.goto('/activity');
    expect(await seen()).toEqual({ ...ALL, said: true });
    await page.getByRole('button', { name: '不恢复' }).click();
    expect(await seen()).toEqual(NONE);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('matterId');
    await page.reload();
    expect(await seen()).toEqual(NONE);
  });
});

describe('nothing is kept', () => {
  test('of a form that went through and is shown once more', async () => {
    await page.goto('/directory');
    await page.locator('[name=lines]').fill('linan-0001,王芳');
    await page.locator('main button[type=submit]').click();
    await page.locator('.done').waitFor();
    expect(await page.locator('#put-back').isVisible()).toBe(false);
    expect(await keptHere()).toEqual([]);
  });

  test('after signing out', async () => {
    await fillIn();
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await keptHere()).toEqual([]);
  });

  test('for another user of the tab', async () => {
    await fillIn();
    const other = await openDeskOf(served, host, 'clerk-dongpo', { locale: 'zh-CN' });
    await page.context().addCookies(await other.page.context().cookies());
    await other.close();
    await page.goto('/activity');
    expect(await page.locator('[name=matterId]').inputValue()).toBe('');
    expect(await keptHere()).toEqual([]);
  });

  test('of passwords and tokens', async () => {
    await page.goto('/password');
    for (const field of await page.locator('[type=password]').all()) await field.fill(PASSWORD);
    await fillIn();
    const words = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    expect(words).toContain(TYPED.matterId);
    expect(words).not.toContain(PASSWORD);
    expect(words).not.toContain('token');
  });
});
