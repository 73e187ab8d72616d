import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
 * One matter for many people, as a clerk records it: with a mouse, by keyboard, without scripts, and with whatever is pasted.
 */
let host: Host;
let served: Served;
let ids: readonly string[];
let clerk: Desk;

beforeAll(async () => {
  host = await openHost({ assets: true });
  await addPeople(host);
  ids = await openMany(host, 'linan', 40);
  await openMany(host, 'dongpo', 2);
  served = await serveHost(host);
  clerk = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
});

afterAll(async () => {
  await served?.close();
});

async function credited(matterId: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { event } of host.counter.store.all())
    if (event.type === 'ActivityCredited' && event.data.matterId === matterId)
      found.push(event.data.accountId);
  return found.sort();
}

/** A clerk whose clicks, texts and choices are counted. */
function counted(page: Page) {
  let actions = 0;
  const act = async (work: Promise<unknown>) => {
    actions += 1;
    await work;
  };
  return {
    actions: () => actions,
    click: (name: string | RegExp) => act(page.getByRole('button', { name }).click()),
    follow: (name: string) => act(page.getByRole('link', { name, exact: true }).first().click()),
    fill: (name: string, words: string) => act(page.locator(`[name=${name}]`).fill(words)),
    choose: (name: string, value: string) => act(page.locator(`[name=${name}]`).selectOption(value)),
    check: (label: string) => act(page.getByLabel(label).check()),
  };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '');

describe('thirty people at one activity', () => {
  test('are credited in under twenty actions, and what is refused is said line by line', async () => {
    const { page, troubles } = clerk;
    const acts = counted(page);
    const thirty = ids.slice(0, 30);
    await page.goto('/');
    await acts.follow('活动记分');
    await acts.fill('matterId', '2026-11-20 义诊');
    await acts.choose('item', 'activity');
    await acts.check('难度较大');
    await acts.fill(
      'accounts',
      [...thirty.slice(0, 29), '', `${thirty[29]}\t王芳\t2`, thirty[0], 'linan-9999'].join('\n'),
    );
    await acts.click('预览');
    await page.getByRole('heading', { name: '预览：尚未保存' }).waitFor();
    expect(await focused(page)).toContain('preview');
    expect(await page.locator('.preview .moves').textContent()).toBe(
      '可记分 30 人 · 此前已记 0 人 · 未能办理 1 人',
    );
    expect(await page.locator('tbody tr').first().textContent()).toBe('linan-9999没有这个账户或姓名');
    expect(await axeFinds(page)).toEqual([]);
    expect(await credited('2026-11-20 义诊')).toEqual([]);
    await acts.click(/^保存/);
    await page.waitForURL(/\/activity\/[0-9a-f]{32}$/);
    expect(await focused(page)).toBe('done');
    expect(await page.locator('.done p').textContent()).toBe('已记分 30 人 · 此前已记 0 人 · 未能办理 1 人');
    // Whoever was not found is still there to be looked up.
    expect(await page.locator('tbody tr').first().textContent()).toBe('linan-9999没有这个账户或姓名');
    expect(acts.actions()).toBeLessThan(20);
    expect(await axeFinds(page)).toEqual([]);
    expect(await credited('2026-11-20 义诊')).toEqual([...thirty]);
    expect(troubles).toEqual([]);
  });

  test('and the next activity of the same people needs its name alone', async () => {
    const { page } = clerk;
    const acts = counted(page);
    await page.goto('/activity');
    await acts.follow('2026-11-20 义诊');
    await page.waitForURL(/matterId=/);
    await acts.fill('accounts', ids.slice(0, 3).join('、'));
    await acts.fill('matterId', '2026-11-20 义诊（下午）');
    await acts.click('预览');
    await acts.click(/^保存/);
    await acts.follow('记下一个事项（保留名单和日期）');
    await page.waitForURL(/next=/);
    expect(await page.locator('[name=item]').inputValue()).toBe('activity');
    expect(await page.getByLabel('难度较大').isChecked()).toBe(true);
    await acts.fill('matterId', '2026-11-20 清洁日');
    await acts.click('预览');
    await acts.click(/^保存/);
    await page.waitForURL(/\/activity\/[0-9a-f]{32}$/);
    expect(await credited('2026-11-20 清洁日')).toEqual(ids.slice(0, 3));
    await acts.follow('为同一事项补记其他人');
    await page.waitForURL(/more=/);
    expect(await page.locator('[name=matterId]').inputValue()).toBe('2026-11-20 清洁日');
    expect(await page.locator('[name=accounts]').inputValue()).toBe('');
  });

  test('and whoever was not found goes on to the next form', async () => {
    const { page } = clerk;
    const acts = counted(page);
    await page.goto('/activity?item=activity&matterId=清洁周&difficulty=base');
    await acts.fill('accounts', [...ids.slice(0, 2), '查无此人', '0099'].join('\n'));
    await acts.click('预览');
    await acts.click(/^保存/);
    await acts.follow('记下一个事项（保留名单和日期）');
    await page.waitForURL(/next=/);
    const kept = await page.locator('[name=accounts]').inputValue();
    expect(kept.split('\n')).toEqual([...ids.slice(0, 2), '查无此人', '0099']);
  });

  test('can be ticked and saved without scripts, on a phone', async () => {
    const { page, close } = await openDeskOf(served, host, 'clerk-linan', {
      locale: 'en',
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    await page.goto('/');
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    await page.locator('[name=matterId]').fill('no scripts');
    await page.locator('[name=item]').selectOption('affairs');
    await page.locator('details summary').click();
    for (const id of ['linan-0031', 'linan-0032']) await page.getByLabel(id).check();
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('.preview .moves').textContent()).toContain('2 would be credited');
    expect(await page.getByLabel('linan-0032').isChecked()).toBe(true);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Save (2)' }).click();
    expect(await page.locator('.done').textContent()).toContain('2 credited');
    expect(await credited('no scripts')).toEqual(['linan-0031', 'linan-0032']);
    await close();
  });

  test('what is wrong with the form is said at its fields, and nothing typed is lost', async () => {
    const { page } = clerk;
    await page.goto('/activity');
    await page.locator('[name=matterId]').fill('没有参加人员');
    await page.locator('[name=on]').fill('2026-11-25');
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('.summary').waitFor();
    const links = page.locator('.summary a');
    expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual([
      '#field-item',
      '#field-on',
      '#field-accounts',
    ]);
    expect(await links.allTextContents()).toEqual([
      '请填写“计分项”。',
      '日期不能晚于今天（2026-11-24）。',
      '请填写或勾选参加人员。',
    ]);
    expect(await page.locator('[name=matterId]').inputValue()).toBe('没有参加人员');
    // A month that no year has is not called a day to come.
    await page.locator('[name=on]').evaluate((field) => field.setAttribute('type', 'text'));
    await page.locator('[name=on]').fill('2026-13-01');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('日期：应为存在的日期').waitFor();
    expect(await page.locator('.summary').textContent()).not.toContain('不能晚于');
    await page.locator('.summary a', { hasText: '计分项' }).click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('item');
    expect(await axeFinds(page)).toEqual([]);
  });

  test('fields come by keyboard in the order in which they are read', async () => {
    const { page } = clerk;
    await page.goto('/activity');
    await page.locator('[name=matterId]').focus();
    const order: string[] = [];
    for (let i = 0; i < 11; i += 1) {
      order.push(await page.evaluate(() => (document.activeElement as HTMLInputElement).name ?? ''));
      await page.keyboard.press('Tab');
    }
    // A date has three parts.
    expect(order).toEqual([
      'matterId',
      'item',
      'difficulty',
      'on',
      'on',
      'on',
      'on',
      'postId',
      'catalogue',
      'note',
      'accounts',
    ]);
  });
});

describe('names of matters', () => {
  const form = { item: 'activity', difficulty: 'hard', on: '2026-11-21', do: 'save', submission: 's' };
  let clerk: Visitor;

  beforeAll(async () => {
    clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
    const first = { ...form, matterId: '3.5 义诊', accounts: 'linan-0035' };
    expect((await clerk.post('/activity', first)).status).toBe(303);
  });

  test.each(['3.5义诊', '３．５　义诊', '3.5  义诊'])(
    '%s is the matter that is on record',
    async (matterId) => {
      const shown = await clerk.post('/activity', {
        ...form,
        do: 'preview',
        matterId,
        accounts: 'linan-0035',
      });
      expect(shown.text).toContain('只有空格、全半角或大小写的差别，按“3.5 义诊”记分');
      expect(shown.text).toContain('此前已记 1 人');
      await clerk.post('/activity', { ...form, matterId, accounts: 'linan-0035 linan-0036' });
      expect(await credited(matterId)).toEqual([]);
      expect(await credited('3.5 义诊')).toEqual(['linan-0035', 'linan-0036']);
    },
  );

  test('a name that is one character away is pointed out, and chosen by one click', async () => {
    const near = { ...form, matterId: '3.6 义诊', accounts: 'linan-0037' };
    const shown = await clerk.post('/activity', { ...near, do: 'preview' });
    expect(shown.text).toContain('有名称相近的事项');
    expect(shown.text).toContain('<button type="submit" name="use" value="3.5 义诊">');
    const used = await clerk.post('/activity', { ...near, do: 'preview', use: '3.5 义诊' });
    expect(used.text).toContain(
      'name="matterId" required="" aria-describedby="field-matterId-hint" type="text" value="3.5 义诊"',
    );
    const far = await clerk.post('/activity', { ...near, do: 'preview', matterId: '理发' });
    expect(far.text).not.toContain('有名称相近的事项');
  });

  test('another item or difficulty than before is pointed out', async () => {
    const other = {
      ...form,
      do: 'preview',
      matterId: '3.5 义诊',
      difficulty: 'base',
      accounts: 'linan-0038',
    };
    expect((await clerk.post('/activity', other)).text).toContain(
      '该事项此前按“社区党组织活动 / 报到地党组织活动 / 报到社区活动 · 难度较大”记分，请核对',
    );
  });
});

describe('whatever is sent', () => {
  const form = { item: 'affairs', difficulty: 'base', on: '2026-11-22', submission: 's' };
  let clerk: Visitor;

  beforeAll(async () => {
    clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
  });

  async function events(): Promise<number> {
    let all = 0;
    for await (const _ of host.counter.store.all()) all += 1;
    return all;
  }

  test('a double send leads to the same answer and changes nothing', async () => {
    const sent = { ...form, do: 'save', matterId: '双击', accounts: ids.slice(0, 5).join('\n') };
    const [first, second] = await Promise.all([clerk.post('/activity', sent), clerk.post('/activity', sent)]);
    const stored = await events();
    const third = await clerk.post('/activity', sent);
    const places = [first, second, third].map(({ headers }) => headers.get('location'));
    expect(new Set(places).size).toBe(1);
    expect(await events()).toBe(stored);
    expect(await credited('双击')).toEqual(ids.slice(0, 5));
    expect((await clerk.get(places[0] ?? '')).text).toContain('已记分 5 人 · 此前已记 0 人');
    const longer = await clerk.post('/activity', { ...sent, accounts: ids.slice(0, 6).join('\n') });
    expect(longer.headers.get('location')).not.toBe(places[0]);
    expect(await credited('双击')).toEqual(ids.slice(0, 6));
  });

  test('five hundred lines with blanks, tabs, doubles, strangers and names that programs trip over', async () => {
    const odd = ['__proto__', 'constructor', 'toString', 'dongpo-0001', '<script>', 'x'.repeat(200)];
    const lines = Array.from(
      { length: 500 },
      (_, n) => ['', '\t', `${ids[n % 40]}\t\t3`, ids[n % 7], odd[n % 6]][n % 5],
    );
    const { status, text } = await clerk.post('/activity', {
      ...form,
      do: 'preview',
      matterId: '五百行',
      accounts: ['x'.repeat(50_000), ...lines].join('\r\n'),
    });
    expect(status).toBe(200);
    expect(text).toMatch(/可记分 \d+ 人/);
    for (const written of ['__proto__', 'constructor', 'toString', 'dongpo-0001'])
      expect(text).toContain(`>${written}</th>`);
    expect(text).not.toContain('<script>');
    const { headers } = await clerk.post('/activity', {
      ...form,
      do: 'save',
      matterId: '五百行',
      accounts: lines.join('\n'),
    });
    expect(headers.get('location')).toMatch(/^\/activity\//);
    const people = await credited('五百行');
    expect(new Set(people).size).toBe(people.length);
    expect(people.every((id) => ids.includes(id))).toBe(true);
  });

  test('an account called __proto__ is one like any other', async () => {
    await host.counter.store.handle({
      type: 'OpenAccount',
      data: {
        accountId: '__proto__',
        role: 'resident',
        communityId: 'linan',
        on: '2026-01-05',
        formComplete: true,
        by: { office: 'community', communityId: 'linan' },
      },
    });
    await clerk.post('/activity', { ...form, do: 'save', matterId: '__proto__', accounts: '__proto__' });
    expect(await credited('__proto__')).toEqual(['__proto__']);
  });

  test('more than a thousand people are too many at once', async () => {
    const accounts = Array.from({ length: 1001 }, (_, n) => `nobody-${n}`).join('\n');
    const { status, text } = await clerk.post('/activity', { ...form, do: 'save', matterId: 'm', accounts });
    expect(status).toBe(422);
    expect(text).toContain('一次最多 1000 人');
  });

  test('nobody sees another community’s activity, and a volunteer none', async () => {
    const sent = { ...form, do: 'save', matterId: '本社区', accounts: ids[0] ?? '' };
    const path = (await clerk.post('/activity', sent)).headers.get('location') ?? '';
    const seen = async (name: string) => {
      const visitor = new Visitor(host);
      await visitor.signIn(name, PASSWORD);
      const [result, list] = [await visitor.get(path), await visitor.get('/activity')];
      return [result.status, list.status];
    };
    expect(await seen('clerk-linan')).toEqual([200, 200]);
    expect(await seen('clerk-dongpo')).toEqual([404, 200]);
    expect(await seen('officer')).toEqual([200, 403]);
    expect(await seen('volunteer-3')).toEqual([403, 403]);
  });
});
