import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds, openDeskOf, PHONE, type Served, scrollsSideways, serveHost } from './support/browser.js';
import { type Host, openHost, TODAY } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

const PROGRAMME = {
  version: '2026-1',
  published: '2026-11-01',
  'matter0-name': '冬季清雪',
  'matter0-item': 'activity',
  'matter0-difficulty': 'hard',
  'matter2-name': '议事会',
  'matter2-item': 'affairs',
  'post0-name': '平安巡逻',
  'post0-kind': 'post',
  'post0-difficulty': 'base',
};

let host: Host;
let clerk: Visitor;

beforeAll(async () => {
  host = await openHost({ assets: true });
  await addPeople(host);
  await openMany(host, 'linan', 3);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
});

const eventsOf = async (id: string) => (await host.counter.store.events(id)).map(({ data }) => data);

test('what is wrong with a programme is said at its field, and nothing is published', async () => {
  const wrong = { ...PROGRAMME, 'matter1-name': '冬季 清雪', 'matter1-item': 'activity' };
  const { status, text } = await clerk.post('/programme', wrong);
  expect(status).toBe(422);
  expect(text).toContain('href="#field-matter1-name"');
  expect(text).toContain('value="冬季 清雪"');
  expect((await clerk.post('/programme', { ...PROGRAMME, 'matter0-item': '' })).text).toContain(
    '<a href="#field-matter0-item">请填写“事项 第 1 行：计分项”。</a>',
  );
  expect(await host.counter.programmes.editions('linan')).toEqual([]);
});

describe('once it is published', () => {
  beforeAll(async () => {
    expect((await clerk.post('/programme', PROGRAMME)).status).toBe(303);
    expect((await clerk.post('/programme', PROGRAMME)).text).toContain('已有此版本号');
  });

  test('a matter is chosen by one click, and is as hard for everybody as the programme says', async () => {
    const offered = (await clerk.get('/activity')).text;
    const [, query = ''] = /<a href="\/activity\?([^"]*)">冬季清雪<\/a>/.exec(offered) ?? [];
    expect(new URLSearchParams(query.replaceAll('&amp;', '&')).get('difficulty')).toBe('hard');
    const form = { item: 'other', difficulty: 'base', on: TODAY, do: 'save', submission: 's' };
    await clerk.post('/activity', { ...form, matterId: '冬季　清雪', accounts: 'linan-0001 linan-0002' });
    for (const id of ['linan-0001', 'linan-0002'])
      expect((await eventsOf(id)).at(-1)).toMatchObject({
        matterId: '冬季清雪',
        item: 'activity',
        points: 2,
      });
  });

  test('nothing else is taken, by form, by activity or by import, and what may have been meant is named', async () => {
    const other = { item: 'activity', difficulty: 'hard', on: TODAY, matterId: '冬季清冰' };
    const activity = await clerk.post('/activity', {
      ...other,
      do: 'preview',
      submission: 's',
      accounts: 'linan-0003',
    });
    expect(activity.text).toContain('未能办理 1 人');
    expect(activity.text).toContain('冬季清雪');
    const credit = await clerk.post('/accounts/linan-0003/credit', other);
    expect(credit.status).toBe(422);
    const csv = `类型,账户编号,日期,事项,事项名称,难度\n记分,linan-0003,${TODAY},activity,冬季清冰,hard\n记分,linan-0003,2026-10-01,activity,公布之前,hard\n`;
    const file = new File([csv], 'r.csv');
    const tried = (await clerk.post('/import', { file })).text;
    expect(tried).toContain('did you mean');
    const [, kept = ''] = /name="csv" value="([^"]*)"/.exec(tried) ?? [];
    await clerk.post('/import/apply', { csv: kept });
    const entered = (await eventsOf('linan-0003')).flatMap((data) =>
      'matterId' in data ? [data.matterId] : [],
    );
    expect(entered).toEqual(['公布之前']);
  });

  describe('in a browser', () => {
    let served: Served;

    beforeAll(async () => {
      served = await serveHost(host);
    });

    afterAll(async () => {
      await served?.close();
    });

    test('the preview of a claim knows it, and its page is read and changed by anybody', async () => {
      const { page, troubles, close } = await openDeskOf(served, host, 'clerk-linan', {
        locale: 'zh-CN',
        viewport: PHONE,
      });
      await page.goto('/accounts/linan-0002/claim');
      await page.locator('[name=postId]').fill('平安 巡逻');
      await page.locator('#preview').filter({ hasText: '认领岗位或项目“平安巡逻”' }).waitFor();
      await page.locator('[name=postId]').fill('平安巡查');
      await page.locator('#preview').filter({ hasText: '将不能办理' }).waitFor();
      await page.goto('/programme');
      await page.locator('details summary').click();
      expect(await page.locator('[name=matter0-name]').inputValue()).toBe('冬季清雪');
      expect(await axeFinds(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.locator('[name=version]').fill('2026-2');
      await page.locator('form[action="/programme"] button[type=submit]').click();
      await page.waitForURL(/done=2026-2/);
      expect(await page.locator('.done:focus').textContent()).toBe('2026-2 版已公布');
      expect(troubles).toEqual([]);
      await close();
    });
  });
});
