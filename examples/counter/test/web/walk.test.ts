import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Desk,
  openDesk,
  openDeskOf,
  PHONE,
  picture,
  type Served,
  serveHost,
  signIn,
} from './support/browser.js';
import { dataFolder } from './support/data-folder.js';
import { openRealHost } from './support/host.js';
import { fill } from './support/people.js';
import { builtWorkbench } from './support/workbench.js';

/*
 * The desk as a clerk, an officer and a volunteer walk it, on the embedded database and in order: each step needs what the one before
 * entered. What a form promises before it is sent is held against what is on record after.
 */
let folder: string;
let host: Awaited<ReturnType<typeof openRealHost>>;
let served: Served;
let clerk: Desk;
const ID = 'linan-0015';

beforeAll(async () => {
  folder = await dataFolder('walk');
  host = await openRealHost(folder, { workbench: await builtWorkbench() });
  await fill(host);
  served = await serveHost(host);
  clerk = await openDesk(served, { locale: 'zh-CN' });
});

afterAll(async () => {
  await served?.close();
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

const submit = (page: Page) => page.locator('form[data-preview] button[type=submit]').click();

/** The preview, once it says what is expected of it. */
async function previewed(page: Page, words: string | RegExp): Promise<string> {
  const preview = page.locator('#preview');
  await preview.filter({ hasText: words }).waitFor();
  return (await preview.locator('p').allTextContents()).join('\n');
}

/**
 * What the account's page says was recorded, up to the readings it rests on: a database keeps the keys of an object in an order of its
 * own, and so the readings are listed in another order once they were stored.
 */
async function recorded(page: Page): Promise<string> {
  await page.waitForURL(/\/accounts\/[^/?]+\?entry=/);
  const [words = ''] = ((await page.locator('[role=status] p').textContent()) ?? '').split(
    /所依据的解释口径|Readings it/,
  );
  expect(words).toMatch(/\d{4}-\d{2}-\d{2}/);
  return words;
}

const events = () => host.counter.store.events(ID);

describe('at the desk', () => {
  test('a clerk signs in and opens an account, and sees before what it yields', async () => {
    const { page } = clerk;
    await signIn(page, 'clerk-linan');
    await picture(page, 'desk');
    await page.getByRole('link', { name: '开户' }).click();
    await page.locator('[name=accountId]').fill('linan-0001');
    await page.getByLabel('居民志愿者').check();
    await page.getByLabel('登记表已填写完整').check();
    await previewed(page, '将不能办理');
    await page.goto('/accounts/new');
    // What was typed is put back, until that is declined.
    await page.getByRole('button', { name: '不恢复' }).click();
    expect(await page.locator('[name=accountId]').inputValue()).toBe(ID);
    await page.getByLabel('居民志愿者').check();
    await page.locator('[name=on]').fill('2025-12-01');
    await page.getByLabel('登记表已填写完整').check();
    const promised = await previewed(page, '将记录');
    expect(promised).toContain('可兑换积分：0 → 1');
    expect(await events()).toEqual([]);
    await submit(page);
    expect(promised).toContain(await recorded(page));
    expect((await events()).length).toBe(1);
  });

  test('reports the volunteer in, once a year', async () => {
    const { page } = clerk;
    await page.getByRole('link', { name: '报到', exact: true }).click();
    const promised = await previewed(page, '将记录');
    await submit(page);
    expect(promised).toContain(await recorded(page));
    await page.getByRole('link', { name: '报到', exact: true }).click();
    await page.locator('[name=on]').fill('2026-11-20');
    expect(await previewed(page, '将不能办理')).toContain('自 2027-01-01 起可再报到');
    await submit(page);
    const summary = page.locator('.summary');
    await summary.waitFor();
    expect(await summary.textContent()).toContain('自 2027-01-01 起可再报到');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await summary.getByRole('link').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-on');
    await page.locator('[name=on]').fill('2026-11-25');
    await previewed(page, '日期不能晚于今天');
    await submit(page);
    await summary.filter({ hasText: '日期不能晚于今天' }).waitFor();
    expect((await events()).length).toBe(2);
  });

  test('enters claims until the cap is reached, and sees why it is 1 and not 2', async () => {
    const { page } = clerk;
    for (const [post, promise] of [
      ['平安巡逻', '可兑换积分：2 → 4'],
      ['银龄陪伴', '本次至多记 1 分'],
    ] as const) {
      await page.goto(`/accounts/${ID}/claim`);
      await page.locator('[name=postId]').fill(post);
      await page.getByLabel('难度较大').check();
      const promised = await previewed(page, promise);
      if (post === '银龄陪伴') await picture(page, 'claim');
      await submit(page);
      expect(promised).toContain(await recorded(page));
    }
  });

  test('credits matters, one of them in a claimed post, and none of them twice', async () => {
    const { page } = clerk;
    for (let matter = 1; matter <= 3; matter += 1) {
      await page.goto(`/accounts/${ID}/credit`);
      await page.locator('[name=item]').selectOption('activity');
      await page.locator('[name=matterId]').fill(`2026-10-0${matter} 夜间巡逻`);
      await page.getByLabel('难度较大').check();
      if (matter === 1) await page.locator('[name=postId]').selectOption('平安巡逻');
      const promised = await previewed(page, `2026-10-0${matter} 夜间巡逻”（条款二（三）3（3））：+2 分`);
      await submit(page);
      expect(promised).toContain(await recorded(page));
    }
    await page.goto(`/accounts/${ID}/credit`);
    await page.locator('[name=item]').selectOption('activity');
    await page.locator('[name=matterId]').fill('2026-10-01 夜间巡逻');
    await previewed(page, '将不能办理');
    expect((await events()).length).toBe(7);
  });

  test('redeems from the handbook, once in the half-year', async () => {
    const { page } = clerk;
    await page.goto(`/accounts/${ID}/redeem`);
    expect(await page.locator('.figures').textContent()).toContain('本期尚未兑换');
    await page.getByLabel('大米 5 公斤的数量').fill('1');
    await page.getByLabel('理发一次的数量').fill('1');
    const promised = await previewed(page, '可兑换积分：11 → 3');
    await picture(page, 'redeem');
    await submit(page);
    expect(promised).toContain(await recorded(page));
    await page.goto(`/accounts/${ID}/redeem`);
    expect(await page.locator('.figures').textContent()).toContain('自 2027-01-01 起可再兑换');
    expect(await page.locator('.rewards').textContent()).toContain('余量 19');
    await page.getByLabel('理发一次的数量').fill('1');
    expect(await previewed(page, '将不能办理')).toContain('2027-01-01');
  });

  test('shows a statement that explains itself, and prints it with every reason on it', async () => {
    const { page } = clerk;
    await page.goto(`/accounts/${ID}/statement`);
    const claim = page.locator('.entries li', { hasText: '银龄陪伴' });
    expect(await claim.getByText('本次至多记 1 分').isVisible()).toBe(true);
    expect(await page.locator('.entries .balance').last().textContent()).toContain('3');
    await picture(page, 'statement');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: '打印' }).click();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
  });

  test('imports a register: tries it, enters it, and sees what was refused', async () => {
    const { page } = clerk;
    await page.goto('/import');
    const csv = `类型,账户编号,日期,事项,事项名称,难度\n记分,${ID},2026-11-01,其他事项,扫雪,难度较大\n报到,${ID},2026-11-02,,,\n`;
    const file = { name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'utf8') };
    await page.locator('[name=file]').setInputFiles(file);
    await page.getByRole('button', { name: '导入预检' }).click();
    await page.getByRole('heading', { name: '导入预检结果' }).waitFor();
    expect(await page.locator('.so-far').first().isVisible()).toBe(false);
    expect(await page.locator('main table').textContent()).toContain('next is possible from 2027-01-01');
    await picture(page, 'import');
    await page.getByRole('button', { name: /确认导入/ }).click();
    await page.getByRole('heading', { name: '导入结果' }).waitFor();
    expect((await events()).at(-1)?.data).toMatchObject({ matterId: '扫雪', points: 2 });
  });
});

describe('at the Party affairs office', () => {
  test('an officer corrects a score and sees what that does', async () => {
    const { page, troubles, close } = await openDeskOf(served, host, 'officer', { locale: 'en' });
    await page.goto('/');
    await page.goto(`/accounts/${ID}/correct`);
    await page.locator('[name=points]').fill('-7');
    await page.locator('[name=reason]').fill('核实后更正');
    const promised = await previewed(page, 'nothing can be redeemed until it is made up');
    expect(promised).toContain('Redeemable: 5 → -2');
    // Of a matter, no more can be taken than it holds.
    await page.locator('[name=matter]').selectOption('activity 2026-10-03 夜间巡逻');
    await page.locator('[name=points]').fill('−3');
    await previewed(page, 'holds');
    await page.locator('[name=points]').fill('−2');
    const small = await previewed(page, 'Redeemable: 5 → 3');
    await picture(page, 'correct-en');
    await submit(page);
    expect(small).toContain(await recorded(page));
    expect((await events()).at(-1)?.data).toMatchObject({
      points: -2,
      corrects: { id: '2026-10-03 夜间巡逻' },
    });
    expect((await events()).at(-1)?.metadata).toMatchObject({ enteredBy: 'officer' });
    expect(troubles).toEqual([]);
    await close();
  });

  test('looks at register, feedback and anomalies, and records a filing', async () => {
    const { page, troubles, close } = await openDeskOf(served, host, 'officer', { locale: 'zh-CN' });
    await page.goto('/');
    await page.getByRole('link', { name: '台账' }).first().click();
    await page.locator('[name=community]').selectOption('linan');
    await page.getByRole('button', { name: '查看' }).click();
    await page.getByRole('heading', { name: '积分台账 · 临安社区' }).waitFor();
    await page.getByRole('img', { name: '各月各项获得的积分' }).waitFor();
    await picture(page, 'register', '.plots');
    await page.getByRole('link', { name: '年度反馈' }).click();
    const row = page.locator('tbody tr', { hasText: ID });
    expect(await row.textContent()).toContain('志愿者本人');
    await row.getByRole('link').click();
    await page.getByRole('heading', { name: '2026 年度志愿服务积分反馈单' }).waitFor();
    await page.getByRole('link', { name: '异常' }).click();
    await page.getByRole('link', { name: '更正 linan-0005' }).waitFor();
    await picture(page, 'anomalies');
    await page.getByRole('link', { name: '积分手册' }).click();
    const edition = page.locator('.edition', { hasText: '2026-2' });
    expect(await edition.textContent()).toContain('逾期未备案');
    await edition.getByRole('button', { name: '备案' }).click();
    await page.waitForURL(/community=heping/);
    expect(await page.locator('.edition', { hasText: '2026-2' }).textContent()).toContain('逾期备案');
    expect(troubles).toEqual([]);
    await close();
  });

  test('opens the workbench on the live ledger, the library at work in the browser', async () => {
    const { page, troubles, close } = await openDeskOf(served, host, 'officer', { locale: 'zh-CN' });
    await page.goto('/');
    const exported = page.waitForResponse(
      (answer) => new URL(answer.url()).pathname === '/export/events.jsonl',
    );
    await page.getByRole('link', { name: '规则工作台' }).click();
    expect((await exported).status()).toBe(200);
    await page.locator('main').waitFor();
    await page.locator('#results').filter({ hasText: '43 个账户' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('everybody', () => {
  test('a volunteer sees on a phone what can be redeemed now, and nobody else’s', async () => {
    const { page, troubles, close } = await openDeskOf(served, host, 'volunteer-3', {
      locale: 'zh-CN',
      viewport: PHONE,
    });
    await page.goto('/');
    expect(await page.locator('h1').textContent()).toContain('单雪梅');
    expect(await page.locator('[aria-labelledby=next]').textContent()).toContain('自 2027-01-01 起可再报到');
    expect(await page.locator('[aria-labelledby=now] b').allTextContents()).toContain('理发一次');
    await page.getByRole('link', { name: '我的对账单' }).first().click();
    await page.waitForURL(/\/accounts\/linan-0003\/statement/);
    expect(await page.getByRole('link', { name: /^撤销/ }).count()).toBe(0);
    await picture(page, 'statement-phone');
    expect((await page.goto('/accounts/linan-0004/statement'))?.status()).toBe(404);
    expect(troubles).toEqual([]);
    await close();
  });

  test('the desk works by keyboard alone', async () => {
    const { page, close } = await openDesk(served, { locale: 'en' });
    await page.goto('/sign-in');
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await press('Enter');
    await press('Tab');
    await page.keyboard.type('clerk-linan');
    await press('Tab');
    await page.keyboard.type('a long password for tests');
    await press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await page.locator('[name=q]').focus();
    await page.keyboard.type(ID);
    await press('Enter');
    await page.waitForURL(`**/accounts/${ID}`);
    await close();
  });

  test('forms do without scripts: what is wrong is said after sending', async () => {
    const { page, close } = await openDesk(served, { locale: 'en', javaScriptEnabled: false });
    await signIn(page, 'clerk-linan');
    await page.goto(`/accounts/${ID}/credit`);
    await page.locator('[name=item]').selectOption('affairs');
    await page.locator('[name=matterId]').fill('no scripts');
    await page.locator('[name=on]').fill('2020-01-01');
    await submit(page);
    await page.locator('.summary').waitFor();
    expect(await page.locator('[name=matterId]').inputValue()).toBe('no scripts');
    await page.locator('[name=on]').fill('2026-11-03');
    await submit(page);
    expect(await recorded(page)).toContain("'no scripts'");
    await close();
  });

  test('the browser had nothing to complain about at the desk', () => {
    expect(clerk.troubles).toEqual([]);
  });
});
