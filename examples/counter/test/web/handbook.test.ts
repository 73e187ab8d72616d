import { withReading } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { beforeEach, describe, expect, test } from 'vitest';
import { editionsLeft } from '../../src/bank/enter.js';
import { axeFinds, openDeskOf, serveHost } from './support/browser.js';
import { type Host, openHost } from './support/host.js';
import { fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

let host: Host;
let clerk: Visitor;
let officer: Visitor;

beforeEach(async () => {
  host = await openHost();
  await fill(host);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
});

const EDITION = {
  version: '2026-2',
  published: '2026-11-20',
  'reward0-rewardId': 'tea',
  'reward0-kind': 'service',
  'reward0-zh': '茶',
  'reward0-price': '1',
  'reward3-rewardId': 'lamp',
  'reward3-kind': 'goods',
  'reward3-zh': '台灯',
  'reward3-en': 'Lamp',
  'reward3-price': '7',
  'reward3-stock': '3',
  'reward3-consent': '2026-11-01',
};

test('an edition is published as its form says, with rows left empty', async () => {
  expect((await clerk.post('/handbook', EDITION)).status).toBe(303);
  const [edition] = await host.counter.handbooks.editions('linan');
  expect(edition).toEqual({
    communityId: 'linan',
    version: '2026-2',
    published: '2026-11-20',
    follows: '2025-1',
    rewards: [
      { rewardId: 'tea', kind: 'service', title: { 'zh-CN': '茶', en: '茶' }, price: 1 },
      {
        rewardId: 'lamp',
        kind: 'goods',
        title: { 'zh-CN': '台灯', en: 'Lamp' },
        price: 7,
        stock: 3,
        consent: '2026-11-01',
      },
    ],
  });
});

test('a version is published once, and what was published stays', async () => {
  await clerk.post('/handbook', EDITION);
  const { status, text } = await clerk.post('/handbook', { ...EDITION, 'reward0-price': '9' });
  expect(status).toBe(422);
  expect(text).toContain('已有此版本号');
  expect((await host.counter.handbooks.editions('linan'))[0]?.rewards[0]?.price).toBe(1);
});

test('everything that is wrong is said at its field', async () => {
  const wrong = {
    ...EDITION,
    published: 'soon',
    'reward0-price': '1.5',
    'reward3-price': '',
    'reward3-consent': 'x',
  };
  const { status, text } = await clerk.post('/handbook', wrong);
  expect(status).toBe(422);
  for (const field of ['published', 'reward0-price', 'reward3-price', 'reward3-consent']) {
    expect(text).toContain(`href="#field-${field}"`);
    expect(text).toContain(`id="field-${field}"`);
  }
  const twice = await clerk.post('/handbook', { ...EDITION, 'reward3-rewardId': 'tea' });
  expect(twice.text).toContain('href="#field-reward3-rewardId"');
  expect((await host.counter.handbooks.editions('linan')).length).toBe(1);
});

test('the Party affairs office notes the day of a filing, once, and no day after today', async () => {
  const file = (filed: string) =>
    officer.post('/handbook/filed', { community: 'heping', version: '2026-2', 'filed-heping-2026-2': filed });
  const before = (await host.counter.handbooks.editions('heping'))[0];
  expect((await file('2026-11-25')).status).toBe(400);
  expect((await file('never')).status).toBe(400);
  expect((await host.counter.handbooks.editions('heping'))[0]).toEqual(before);
  expect((await file('2026-11-20')).status).toBe(303);
  expect((await host.counter.handbooks.editions('heping'))[0]).toEqual({ ...before, filed: '2026-11-20' });
  expect((await file('2026-11-21')).status).toBe(404);
});

test('a redemption from a handbook that is overdue warns, and says so on record', async () => {
  const heping = new Visitor(host);
  await host.counter.users.add('clerk-heping', { role: 'community', communityId: 'heping' }, PASSWORD);
  await heping.signIn('clerk-heping', PASSWORD);
  const page = await heping.get('/accounts/heping-0001/redeem');
  expect(page.text).toContain('逾期未备案');
  const form = { redemptionId: 'r1', 'quantity of printing': '1', on: '2026-11-24' };
  expect((await heping.post('/accounts/heping-0001/redeem', form)).status).toBe(303);
  const event = (await host.counter.store.events('heping-0001')).at(-1);
  expect(event).toMatchObject({
    type: 'PointsRedeemed',
    data: { handbook: { version: '2026-2', filing: 'overdue' } },
  });
});

test('a volunteer reads the handbook of the own community', async () => {
  await clerk.post('/handbook', {
    ...EDITION,
    'reward4-rewardId': 'diploma',
    'reward4-kind': 'honour',
    'reward4-zh': '荣誉证书',
    'reward4-price': '0',
  });
  const volunteer = new Visitor(host);
  await volunteer.signIn('volunteer-3', PASSWORD);
  const { text } = await volunteer.get('/accounts/linan-0003/handbook');
  expect(text).toContain('茶（服务）：每份 1 分。');
  expect(text).toContain('台灯（物品）：每份 7 分，2026-11-01 同意，共 3 件。');
  expect(text).toContain('荣誉证书（荣誉）：不需积分。');
});

describe('before and while an edition is in use', () => {
  const AHEAD = { ...EDITION, version: '2027-1', published: '2027-01-04' };
  const versions = async () => (await host.counter.handbooks.editions('linan')).map(({ version }) => version);

  test('an edition is looked at before it is published: what is new, and what nobody consented to', async () => {
    const { 'reward3-consent': _, ...lacking } = EDITION;
    const { status, text } = await clerk.post('/handbook', { ...lacking, do: 'check' });
    expect(status).toBe(200);
    expect(text).toContain('公布后暂不能兑换：台灯');
    expect(text).toContain('未经会议同意');
    expect(text).toContain('公布后即使用');
    expect(text).toContain('不再列入：');
    expect(await versions()).not.toContain('2026-2');
    expect((await clerk.post('/handbook', { ...EDITION, do: 'check' })).text).not.toContain('未经会议同意');
    const back = await clerk.post('/handbook', { ...EDITION, do: 'form' });
    expect(back.text).toContain('value="台灯"');
  });

  test('a form has as many rows as it takes, with limits, ends of consents and counts of stock', async () => {
    const more = await clerk.post('/handbook', { ...EDITION, 'reward40-zh': '', do: 'rows' });
    expect(more.text).toContain('name="reward48-rewardId"');
    const row = { rewardId: 'towel', kind: 'goods', zh: '毛巾', price: '2', stock: '9' };
    const rest = {
      stockFrom: '2026-11-20',
      consent: '2026-11-01',
      consentUntil: '2027-11-01',
      limit: '2',
      limitPer: 'half-year',
    };
    const fields = Object.entries({ ...row, ...rest }).map(([name, value]) => [`reward48-${name}`, value]);
    expect((await clerk.post('/handbook', { ...EDITION, ...Object.fromEntries(fields) })).status).toBe(303);
    const [edition] = await host.counter.handbooks.editions('linan');
    expect(edition?.rewards[2]).toEqual({
      rewardId: 'towel',
      kind: 'goods',
      title: { 'zh-CN': '毛巾', en: '毛巾' },
      price: 2,
      stock: 9,
      stockFrom: '2026-11-20',
      consent: '2026-11-01',
      consentUntil: '2027-11-01',
      limit: { quantity: 2, per: 'half-year' },
    });
    expect((await clerk.get('/handbook')).text).toContain('每半年 2 件');
  });

  test('a standing consent has fields where the rules take one', async () => {
    expect((await clerk.get('/handbook')).text).not.toContain('name="standingConsent"');
    const standing = await openHost({ ruleSet: withReading(renfa2022, 'goods-consent', 'standing') });
    await fill(standing);
    const there = new Visitor(standing);
    await there.signIn('clerk-linan', PASSWORD);
    expect((await there.get('/handbook')).text).toContain('name="standingConsent"');
    const { 'reward3-consent': _, ...lacking } = EDITION;
    const checked = { ...lacking, standingConsent: '2026-11-01', do: 'check' };
    expect((await there.post('/handbook', checked)).text).not.toContain('未经会议同意');
    await there.post('/handbook', { ...checked, do: '' });
    expect((await standing.counter.handbooks.editions('linan'))[0]?.standingConsent).toBe('2026-11-01');
  });

  test('an edition is changed and withdrawn before its day, and no longer from then on', async () => {
    expect((await clerk.post('/handbook', AHEAD)).status).toBe(303);
    const form = (await clerk.get('/handbook?change=2027-1')).text;
    expect(form).toContain('修改 2027-1 版');
    expect(form).toContain('value="台灯"');
    const changed = { ...AHEAD, changes: '2027-1', 'reward0-price': '4' };
    expect((await clerk.post('/handbook', changed)).headers.get('location')).toContain('done=changed');
    expect((await host.counter.handbooks.editions('linan'))[0]?.rewards[0]?.price).toBe(4);
    const dongpo = new Visitor(host);
    await dongpo.signIn('clerk-dongpo', PASSWORD);
    expect((await dongpo.post('/handbook/withdraw', { version: '2027-1' })).status).toBe(422);
    Object.assign(host.counter, { today: () => '2027-01-04' });
    expect((await clerk.get('/handbook?change=2027-1')).status).toBe(404);
    expect((await clerk.post('/handbook', { ...changed, 'reward0-price': '5' })).status).toBe(422);
    expect((await clerk.post('/handbook/withdraw', { version: '2027-1' })).status).toBe(422);
    expect((await host.counter.handbooks.editions('linan'))[0]?.rewards[0]?.price).toBe(4);
    Object.assign(host.counter, { today: () => '2027-01-03' });
    expect((await clerk.post('/handbook/withdraw', { version: '2027-1' })).status).toBe(303);
    expect(await versions()).not.toContain('2027-1');
  });

  test('goods that came in are there for every edition, once, and a new edition starts with them', async () => {
    await clerk.post('/handbook', EDITION);
    const left = async () => {
      const [edition] = await editionsLeft(host.counter, 'linan');
      return edition?.rewards.find(({ rewardId }) => rewardId === 'lamp')?.stock;
    };
    const goods = { goods: 'lamp', goodsQuantity: '5', goodsOn: '2026-11-24', goodsNote: '采购' };
    for (const submission of ['a', 'a', 'b'])
      expect((await clerk.post('/handbook/goods-in', { ...goods, submission })).status).toBe(303);
    expect(await left()).toBe(13);
    const damaged = { ...goods, goodsQuantity: '－１', submission: 'c' };
    expect((await clerk.post('/handbook/goods-in', damaged)).status).toBe(303);
    const { text } = await clerk.get('/handbook');
    expect(text).toContain('台灯（现有 12 件）');
    expect(text).toMatch(/id="field-reward1-stock"[^>]*value="12"/);
    await clerk.post('/handbook', { ...EDITION, version: '2026-3', 'reward3-stock': '12' });
    expect(await left()).toBe(12);
    // What is redeemed is taken from what came in.
    const haul = { redemptionId: 'r', 'quantity of lamp': '1', on: '2026-11-24' };
    const rich = { correctionId: 'c', points: '50', reason: '测试', on: '2026-11-24' };
    await officer.post('/accounts/linan-0004/correct', rich);
    expect((await clerk.post('/accounts/linan-0004/redeem', haul)).status).toBe(303);
    expect(await left()).toBe(11);
  });

  test.each([
    ['of nothing', { goods: 'tea' }, 'goods', '物品'],
    ['of no number', { goodsQuantity: 'many' }, 'goodsQuantity', '入库数量'],
    ['of more than is there to go out', { goodsQuantity: '-4' }, 'goodsQuantity', '入库数量'],
    ['of a day ahead', { goodsOn: '2026-11-25' }, 'goodsOn', '日期'],
  ])('goods %s do not come in', async (_, wrong, field, title) => {
    await clerk.post('/handbook', EDITION);
    const goods = { goods: 'lamp', goodsQuantity: '5', goodsOn: '2026-11-24', submission: 'a' };
    const { status, text } = await clerk.post('/handbook/goods-in', { ...goods, ...wrong });
    expect(status).toBe(422);
    expect(text).toContain(`href="#field-${field}">${title}：`);
    expect(await host.counter.handbooks.goodsIn('linan')).toEqual([]);
  });
});

test('at the desk an edition is checked, published, changed and withdrawn', async () => {
  const desk = await openHost({ assets: true });
  await fill(desk);
  const served = await serveHost(desk);
  const { page, troubles } = await openDeskOf(served, desk, 'clerk-linan', { locale: 'zh-CN' });
  const focused = () => page.evaluate(() => document.activeElement?.className);
  await page.goto('/handbook');
  await page.locator('summary', { hasText: '公布新版' }).click();
  // All columns of the form are on the screen.
  const rows = page.getByRole('region', { name: '公布新版' });
  expect(await rows.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
  const dropped = page.getByRole('checkbox', { name: /^不再列入/ }).first();
  const title = (await dropped.getAttribute('aria-label'))?.replace('不再列入：', '') ?? '';
  await dropped.check();
  await page.locator('[name=version]').fill('2027-1');
  await page.locator('[name=published]').fill('2027-01-04');
  await page.getByRole('button', { name: '增加空行' }).click();
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('heading', { name: '核对 2027-1 版' }).waitFor();
  expect(await focused()).toBe('notice');
  expect(await page.locator('main').textContent()).toContain(`不再列入：${title}`);
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: '确认公布' }).click();
  await page.waitForURL(/done=published/);
  expect(await focused()).toBe('done');
  await page.getByRole('link', { name: '修改 2027-1 版' }).click();
  await page.getByLabel('第 1 项 每份分值').fill('3');
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('button', { name: '确认修改' }).click();
  await page.waitForURL(/done=changed/);
  await page.locator('summary', { hasText: '撤回 2027-1 版' }).click();
  expect(await axeFinds(page)).toEqual([]);
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await page.waitForURL(/done=withdrawn/);
  expect(await focused()).toBe('done');
  expect(await page.locator('main').textContent()).not.toContain('尚未施行');
  expect(troubles).toEqual([]);
  const office = (await openDeskOf(served, desk, 'officer', { locale: 'zh-CN' })).page;
  await office.goto('/handbook?community=heping');
  await office.locator('form[action="/handbook/filed"] button').first().click();
  await office.waitForURL(/done=filed/);
  expect(await office.locator('.done:focus').textContent()).toMatch(/ 版备案已登记$/);
  await served.close();
});

test('of twelve who record the filing at once, one does, and what is on record is that one’s day', async () => {
  await clerk.post('/handbook', EDITION);
  await officer.get('/handbook?community=linan');
  const days = Array.from({ length: 12 }, (_, n) => `2026-11-${String(n + 10)}`);
  const answers = await Promise.all(
    days.map((day) =>
      officer.post('/handbook/filed', {
        community: 'linan',
        version: '2026-2',
        'filed-linan-2026-2': day,
      }),
    ),
  );
  const taken = answers.flatMap(({ status }, n) => (status === 303 ? [days[n]] : []));
  expect(taken.length).toBe(1);
  const edition = (await host.counter.handbooks.editions('linan')).find(
    ({ version }) => version === '2026-2',
  );
  expect(edition?.filed).toBe(taken[0]);
});

test('an edition without rewards may be withdrawn by its community, and no other edition', async () => {
  const versions = async () => (await host.counter.handbooks.editions('linan')).map(({ version }) => version);
  const before = await versions();
  await clerk.post('/handbook', EDITION);
  expect((await clerk.post('/handbook', { version: 'empty', published: '2026-11-24' })).status).toBe(303);
  expect((await clerk.get('/handbook')).text.match(/action="\/handbook\/withdraw"/g)?.length).toBe(1);
  expect((await officer.get('/handbook?community=linan')).text).not.toContain('/handbook/withdraw"');
  const dongpo = new Visitor(host);
  await dongpo.signIn('clerk-dongpo', PASSWORD);
  expect((await dongpo.post('/handbook/withdraw', { version: 'empty' })).status).toBe(422);
  expect((await clerk.post('/handbook/withdraw', { version: '2026-2' })).status).toBe(422);
  expect((await clerk.post('/handbook/withdraw', { version: 'empty' })).status).toBe(303);
  expect(await versions()).toEqual(['2026-2', ...before]);
});
