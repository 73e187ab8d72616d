import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds, type Desk, openDeskOf, type Served, serveHost } from './support/browser.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

let host: Host;
let clerk: Visitor;

beforeAll(async () => {
  host = await openHost({ assets: true });
  await addPeople(host);
  await openMany(host, 'linan', 4);
  await openMany(host, 'dongpo', 1);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
});

describe('at the desk', () => {
  let served: Served;
  let desk: Desk;

  beforeAll(async () => {
    served = await serveHost(host);
    desk = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
  });

  afterAll(async () => {
    await served?.close();
  });

  test('somebody is found by the initials of the name, and a single hit opens', async () => {
    const { page, troubles } = desk;
    await page.goto('/accounts/linan-0002');
    await page.getByRole('link', { name: '填写或修改' }).click();
    await page.locator('[name=personName]').fill('单雪梅');
    await page.locator('[name=organisation]').fill('第二小学');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL('**/accounts/linan-0002?person=saved');
    expect(await page.locator('.done:focus').textContent()).toBe('志愿者信息已保存');
    await page.goto('/');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
    await page.keyboard.type('sxm');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/accounts/linan-0002');
    expect(await page.locator('h1').textContent()).toContain('单雪梅');
    expect(await axeFinds(page)).toEqual([]);
    await page.goto('/accounts/linan-0002/statement');
    expect(await page.locator('h1').textContent()).toContain('单雪梅');
    expect(troubles).toEqual([]);
  });

  test('an activity takes names, tells two people of one name apart, and shows names beside numbers', async () => {
    const { page } = desk;
    await page.goto('/directory');
    await page
      .locator('[name=lines]')
      .fill('linan-0003\t王芳\t\t13800001111\n\nlinan-0004,王芳\ndongpo-0001,别人\nlinan-0001,\n');
    await page.getByRole('button', { name: '保存' }).click();
    expect(await page.locator('.done h2').textContent()).toBe('已登记 2 人');
    expect(await page.locator('.done li').allTextContents()).toEqual(['dongpo-0001,别人', 'linan-0001,']);
    expect(await axeFinds(page)).toEqual([]);
    await page.goto('/activity?item=activity&matterId=m');
    await page.locator('[name=accounts]').fill('单雪梅\n王芳\nlinan-0003 王芳');
    await page.getByRole('button', { name: '预览' }).click();
    await page.locator('.preview').waitFor();
    expect(await page.locator('.preview tbody tr').allTextContents()).toEqual([
      '王芳有 2 人同名，请填写账户编号',
      'linan-0002 单雪梅+1',
      'linan-0003 王芳+1',
    ]);
  });
});

test('a person is deleted only after being asked for, and the page says so', async () => {
  await host.counter.store.directory.put({
    accountId: 'linan-0001',
    communityId: 'linan',
    name: '孙六',
    organisation: '',
    phone: '',
  });
  const served = await serveHost(host);
  const { page } = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
  await page.goto('/accounts/linan-0001/person');
  expect(await page.getByRole('button', { name: '删除' }).isVisible()).toBe(false);
  await page.locator('summary', { hasText: '从名录中删除' }).click();
  await page.getByRole('button', { name: '确认删除' }).click();
  await page.waitForURL(/person=deleted/);
  expect(await page.locator('.done:focus').textContent()).toBe('志愿者信息已从名录中删除');
  expect(await page.locator('main').textContent()).not.toContain('孙六');
  await served.close();
});

test('a number opens its account, in whatever width, and not that of a phone that ends like it', async () => {
  const { store } = host.counter;
  const entry = { communityId: 'linan', name: '周五', organisation: '' };
  await store.directory.put({ ...entry, accountId: 'linan-0004', phone: '13805710003' });
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  const led = async (who: Visitor, query: string) =>
    (await who.get(`/accounts?${new URLSearchParams({ q: query })}`)).headers.get('location');
  for (const query of ['0003', '０００３', ' linan-0003 ', 'ｌｉｎａｎ－０００３'])
    expect(await led(clerk, query)).toBe('/accounts/linan-0003');
  expect(await led(officer, 'linan－0003')).toBe('/accounts/linan-0003');
  for (const query of ['13805710003', '1380571', '710003'])
    expect(await led(clerk, query)).toBe('/accounts/linan-0004');
});

test('several hits are listed with their names, and nobody of another community is among them', async () => {
  const { store } = host.counter;
  await store.directory.put({
    accountId: 'linan-0003',
    communityId: 'linan',
    name: '赵一',
    organisation: '',
    phone: '',
  });
  await store.directory.put({
    accountId: 'linan-0004',
    communityId: 'linan',
    name: '赵二',
    organisation: '',
    phone: '',
  });
  await store.directory.put({
    accountId: 'dongpo-0001',
    communityId: 'dongpo',
    name: '赵三',
    organisation: '',
    phone: '',
  });
  const listed = await clerk.get('/accounts?q=zhao');
  expect(listed.status).toBe(200);
  for (const name of ['赵一', '赵二']) expect(listed.text).toContain(`<td class="name">${name}</td>`);
  expect(listed.text).not.toContain('赵三');
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  expect((await officer.get('/accounts?q=zhao')).text).toContain('赵三');
});

test('whose account it is stands on every form about it, and in the lists of the reports', async () => {
  const { store } = host.counter;
  const own = '/accounts/linan-0002';
  await store.directory.put({
    accountId: 'linan-0002',
    communityId: 'linan',
    name: '吴用',
    organisation: '',
    phone: '',
  });
  const by = { office: 'community', communityId: 'linan' } as const;
  const old = { accountId: 'linan-0002', item: 'affairs', matterId: '旧事', difficulty: 'base' };
  await store.handle({ type: 'CreditActivity', data: { ...old, on: '2026-02-01', by } });
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  const forms = ['report-in', 'claim', 'credit', 'redeem', 'release', 'close'].map(
    (form) => `${own}/${form}`,
  );
  for (const [who, path] of [
    ...[...forms, `${own}/undo?entry=2`, `${own}/ask?entry=2&for=correct`].map(
      (form) => [clerk, form] as const,
    ),
    [officer, `${own}/correct`] as const,
  ]) {
    const { status, text } = await who.get(path);
    expect(status, path).toBe(200);
    expect(text.match(/<h1>(.*?)<\/h1>/s)?.[1], path).toContain('linan-0002 吴用');
  }
  for (const path of ['/register', '/feedback'])
    expect((await clerk.get(path)).text, path).toMatch(/linan-0002<\/a>.{0,40}<td class="name">吴用<\/td>/s);
});

test('what is too long of a person is named', async () => {
  const long = { personName: '吴用', organisation: '单'.repeat(201), phone: '1'.repeat(41) };
  const { status, text } = await clerk.post('/accounts/linan-0002/person', long);
  expect(status).toBe(422);
  expect(text).toContain('<a href="#field-organisation">单位：内容过长。</a>');
  expect(text).toContain('<a href="#field-phone">电话：内容过长。</a>');
});

test('a name given with an opening is kept apart from the event, and goes when it is deleted', async () => {
  const opening = { accountId: 'linan-0009', role: 'resident', on: '2026-11-24', formComplete: 'yes' };
  const long = await clerk.post('/accounts/new', { ...opening, personName: '王'.repeat(101) });
  expect(long.status).toBe(422);
  expect(long.text).toContain('href="#field-personName"');
  expect((await clerk.post('/accounts/new', { ...opening, personName: '钱多多', phone: '123' })).status).toBe(
    303,
  );
  expect(JSON.stringify(await host.counter.store.events('linan-0009'))).not.toContain('钱多多');
  expect((await clerk.get('/accounts?q=qdd')).headers.get('location')).toBe('/accounts/linan-0009');
  expect((await clerk.post('/accounts/linan-0009/person/delete', {})).status).toBe(303);
  expect((await clerk.get('/accounts?q=qdd')).text).not.toContain('钱多多');
  expect((await clerk.get('/accounts/linan-0009')).text).not.toContain('钱多多');
});

test.each(['dongpo-0001', 'nobody', '__proto__'])(
  'the person of %s is not this clerk’s to change',
  async (id) => {
    expect((await clerk.post(`/accounts/${id}/person`, { personName: '改名' })).status).toBe(404);
    expect((await clerk.post(`/accounts/${id}/person/delete`, {})).status).toBe(404);
  },
);
