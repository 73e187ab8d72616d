import { type BankEvent, type Command, fold, type RuleSet, redeemable, withReading } from 'points-bank';
import { deriveRuleSet } from 'points-bank/define';
import { hailin, renfa2022 } from 'points-bank/rule-sets';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFinds, type Desk, openDeskOf, type Served, serveHost } from './support/browser.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * What is undone, given up, closed, barred and sent: by whom the rules say, with a preview, and with a second person where they ask for one.
 */
const by = { office: 'community', communityId: 'linan' } as const;
const DAY = '2026-11-24';
const ID = 'linan-0001';
const OWN = `/accounts/${ID}`;

const credit = (accountId: string, matterId: string, on: string): Command => ({
  type: 'CreditActivity',
  data: { accountId, item: 'affairs', matterId, difficulty: 'hard', on, by },
});

async function hostWith(ruleSet: RuleSet, assets = false): Promise<Host> {
  const host = await openHost({ ruleSet, assets });
  await addPeople(host);
  return host;
}

async function visitorOf(host: Host, name: string): Promise<Visitor> {
  const visitor = new Visitor(host);
  expect((await visitor.signIn(name, PASSWORD)).status).toBe(303);
  return visitor;
}

const eventsOf = (host: Host, id = ID): Promise<readonly BankEvent[]> => host.counter.store.events(id);
const balance = async (host: Host, id = ID) => {
  const account = fold(await eventsOf(host, id));
  return account.status === 'unopened' ? undefined : redeemable(account);
};

describe('at the desk', () => {
  let host: Host;
  let served: Served;
  let clerk: Desk;

  beforeAll(async () => {
    host = await hostWith(renfa2022, true);
    await openMany(host, 'linan', 2);
    await host.counter.handbooks.publish({
      communityId: 'linan',
      version: '2026',
      published: '2026-01-02',
      filed: '2026-01-03',
      rewards: [
        { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 1 },
        {
          rewardId: 'printing',
          kind: 'service',
          title: { 'zh-CN': '打印', en: 'Printing' },
          price: 1,
          stock: 9,
        },
      ],
    });
    for (const matter of ['议事会', '调解'])
      await host.counter.store.handle(credit(ID, matter, '2026-10-01'));
    served = await serveHost(host);
    clerk = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
  });

  afterAll(async () => {
    expect(clerk?.troubles).toEqual([]);
    await served?.close();
  });

  test('a slip is undone in three actions from its line, and its line says so', async () => {
    const { page } = clerk;
    await page.goto(`${OWN}/statement`);
    const line = page.locator('.entries li', { hasText: '议事会' }).first();
    await line.getByRole('link', { name: /^撤销/ }).click();
    await page.waitForURL(/\/undo\?entry=2$/);
    await page.locator('[name=reason]').fill('记错人');
    await page.locator('#preview').filter({ hasText: '可兑换积分：5 → 3' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.waitForURL(/\?entry=4$/);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('done');
    expect(await balance(host)).toBe(3);
    await page.goto(`${OWN}/statement`);
    expect(await line.locator('.badge').textContent()).toBe('已撤销');
    expect(await line.getByRole('link', { name: /^撤销/ }).count()).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    // The undoing has a line of its own, and is undone like any other entry.
    await page.getByRole('link', { name: /^撤销：2026-10-01 撤销/ }).click();
    await page.locator('[name=reason]').fill('核对无误');
    await page.locator('#preview').filter({ hasText: '可兑换积分：3 → 5' }).waitFor();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.waitForURL(/\?entry=5$/);
    expect(await balance(host)).toBe(5);
  });

  test('a redemption comes back line by line, as much of it as is said', async () => {
    const { page } = clerk;
    const redeemed = await visitorOf(host, 'clerk-linan');
    const visit = {
      redemptionId: 'r1',
      'quantity of haircut': '1',
      'quantity of printing': '2',
      on: '2026-11-02',
    };
    expect((await redeemed.post(`${OWN}/redeem`, visit)).status).toBe(303);
    expect(await balance(host)).toBe(2);
    await page.goto(`${OWN}/statement`);
    await page.locator('.entries li', { hasText: '打印' }).getByRole('link', { name: /^撤销/ }).click();
    await page.getByLabel('打印的数量').fill('1');
    await page.getByLabel('理发的数量').fill('0');
    await page.locator('[name=reason]').fill('未领取');
    await page.locator('#preview').filter({ hasText: '可兑换积分：2 → 3' }).waitFor();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.waitForURL(/\?entry=/);
    // The event has the reward's id alone.
    const done = await page.locator('.done').textContent();
    expect(done).toContain('打印');
    expect(done).not.toContain('printing');
    expect((await eventsOf(host)).at(-1)?.data).toMatchObject({
      lines: [{ rewardId: 'printing', quantity: 1 }],
    });
    await page.goto(`${OWN}/statement`);
    expect(await page.locator('.badge', { hasText: '已部分退回' }).count()).toBe(1);
    // What came back is no longer offered; all that is left comes back without a list.
    await page.locator('.entries li', { hasText: '已部分退回' }).getByRole('link', { name: /^撤销/ }).click();
    expect(await page.getByLabel('打印的数量').inputValue()).toBe('1');
    await page.locator('[name=reason]').fill('全部退回');
    await page.locator('#preview').filter({ hasText: '可兑换积分：3 → 5' }).waitFor();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.waitForURL(/\?entry=/);
    expect((await eventsOf(host)).at(-1)?.data).not.toHaveProperty('lines');
    expect(await balance(host)).toBe(5);
  });

  test('an account is closed and goes on in another one', async () => {
    const { page } = clerk;
    const old = '/accounts/linan-0002';
    await page.goto(old);
    await page.getByRole('link', { name: '注销' }).click();
    await page.getByLabel('类别变更（积分移交接续账户）').check();
    await page.locator('#preview').filter({ hasText: '将记录' }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '注销账户' }).click();
    await page.waitForURL(/linan-0002\?entry=/);
    expect(await page.locator('main').textContent()).toContain('停止登记');
    expect(await page.getByRole('link', { name: '记分', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: '开设接续账户' }).click();
    expect(await page.locator('.notice').textContent()).toBe('接续已注销的账户：linan-0002');
    await page.getByLabel('社区党员').check();
    await page.getByLabel('登记表已填写完整').check();
    await page.locator('#preview').filter({ hasText: '可兑换积分：0 → 1' }).waitFor();
    await page.getByRole('button', { name: '开户' }).click();
    await page.waitForURL(/linan-0003\?entry=1$/);
    expect((await eventsOf(host, 'linan-0003'))[0]?.data).toMatchObject({
      continues: [{ accountId: 'linan-0002' }],
    });
  });
});

describe('by the rules and not by the page', () => {
  const linksOf = (text: string) =>
    [...text.matchAll(/href="[^"]*\/accounts\/linan-0001\/([a-z-]+)/g)].map(([, kind]) => kind ?? '');

  test('an office is shown what the rules give it', async () => {
    const seen = async (ruleSet: RuleSet, who: string) => {
      const host = await hostWith(ruleSet);
      await openMany(host, 'linan', 1);
      return new Set(linksOf((await (await visitorOf(host, who)).get(OWN)).text));
    };
    const clerk = await seen(renfa2022, 'clerk-linan');
    expect([...clerk]).toEqual([
      'report-in',
      'claim',
      'credit',
      'redeem',
      'release',
      'close',
      'statement',
      'feedback',
      'person',
    ]);
    expect([...(await seen(renfa2022, 'officer'))]).toEqual(['correct', 'statement', 'feedback']);
    const both = await seen(withReading(renfa2022, 'correction-office', 'community-too'), 'clerk-linan');
    expect(both.has('correct')).toBe(true);
  });

  test('a slip is the community’s until the year’s feedback is due, and then the Party affairs office’s', async () => {
    const host = await hostWith(renfa2022);
    await openMany(host, 'linan', 1);
    await host.counter.store.handle(credit(ID, '今年', '2026-10-01'));
    const path = `${OWN}/undo?entry=2`;
    const today = async (day: string, who: string) => {
      Object.assign(host.counter, { today: () => day });
      const visitor = await visitorOf(host, who);
      return (await visitor.get(`${OWN}/statement`)).text.includes('/undo?entry=2');
    };
    expect(await today('2026-11-30', 'clerk-linan')).toBe(true);
    expect(await today('2026-12-01', 'clerk-linan')).toBe(false);
    expect(await today('2026-12-01', 'officer')).toBe(true);
    const clerk = await visitorOf(host, 'clerk-linan');
    const late = await clerk.post(path, { reversalId: 'u', reason: '记错人', on: '2026-12-01' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('2026-11-30');
    const dongpo = await visitorOf(host, 'clerk-dongpo');
    expect((await dongpo.get(path)).status).toBe(404);
  });

  test.each([
    '/undo',
    '/undo?entry=1',
    '/undo?entry=99',
    '/undo?entry=__proto__',
    '/verify?entry=1',
    '/receive?from=a&transfer=b',
  ])('a form about nothing is not there: %s', async (form) => {
    const rules = withReading(renfa2022, 'verification', 'apart');
    const host = await hostWith(rules);
    await openMany(host, 'linan', 1);
    const { status } = await (await visitorOf(host, 'clerk-linan')).get(`${OWN}${form}`);
    expect(status).toBe(form.startsWith('/receive') ? 403 : 404);
  });
});

describe('a second person', () => {
  const opening = { accountId: ID, role: 'resident', on: DAY, formComplete: 'yes' };
  let host: Host;
  let clerk: Visitor;

  beforeEach(async () => {
    host = await hostWith(withReading(renfa2022, 'approval', 'two-person'));
    await host.counter.users.add('colleague', { role: 'community', communityId: 'linan' }, PASSWORD);
    clerk = await visitorOf(host, 'clerk-linan');
  });

  test.each([
    ['nobody', {}, '按规则须由另一人复核'],
    ['a wrong password', { approver: 'colleague', approverPassword: 'wrong' }, '复核人的账号或密码不正确'],
    ['whoever enters it', { approver: 'clerk-linan', approverPassword: PASSWORD }, '复核'],
    [
      'another community',
      { approver: 'clerk-dongpo', approverPassword: PASSWORD },
      '复核人须是同一单位的工作人员',
    ],
  ])('%s does not do', async (_, approval, words) => {
    const { status, text } = await clerk.post('/accounts/new', { ...opening, ...approval });
    expect(status).toBe(422);
    expect(
      text.slice(text.indexOf('class="summary"'), text.indexOf('<form', text.indexOf('class="summary"'))),
    ).toContain(words);
    expect(text).not.toContain(PASSWORD);
    expect(await eventsOf(host)).toEqual([]);
  });

  test('approves an import once for all its rows', async () => {
    const file = new File([`类型,账户编号,日期,类别,登记表完整\n开户,${ID},${DAY},居民志愿者,是\n`], 'r.csv');
    const tried = await clerk.post('/import', { file });
    expect(tried.text).toContain('name="approverPassword"');
    const [, csv = ''] = /name="csv" value="([^"]*)"/.exec(tried.text) ?? [];
    expect((await clerk.post('/import/apply', { csv })).status).toBe(422);
    expect(await eventsOf(host)).toEqual([]);
    const approval = { approver: 'colleague', approverPassword: PASSWORD };
    expect((await clerk.post('/import/apply', { csv, ...approval })).status).toBe(200);
    expect((await eventsOf(host))[0]?.data.by).toMatchObject({ approvedBy: 'colleague' });
  });

  test('is named in what is entered, and in an activity once for all lines', async () => {
    const approval = { approver: 'Colleague', approverPassword: PASSWORD };
    expect((await clerk.get('/accounts/new')).text).toContain('name="approverPassword"');
    expect((await clerk.post('/accounts/new', { ...opening, ...approval })).status).toBe(303);
    const form = {
      matterId: '义诊',
      item: 'activity',
      difficulty: 'hard',
      on: DAY,
      submission: 's',
      accounts: ID,
    };
    const preview = await clerk.post('/activity', { ...form, do: 'preview' });
    expect(preview.text).toContain('可记分 1 人');
    expect((await clerk.post('/activity', { ...form, do: 'save' })).status).toBe(422);
    expect(await eventsOf(host)).toHaveLength(1);
    expect((await clerk.post('/activity', { ...form, do: 'save', ...approval })).status).toBe(303);
    const persons = { recorder: 'clerk-linan', approvedBy: 'colleague' };
    expect((await eventsOf(host)).map(({ data }) => data.by)).toEqual([
      { ...by, ...persons },
      { ...by, ...persons },
    ]);
  });
});

describe('where the rules have it', () => {
  test('an opening says which other accounts the person has, and is refused where there may be one alone', async () => {
    const first = { accountId: 'a', memberId: '0412', role: 'resident', on: DAY, formComplete: 'yes' };
    const outcome = async (ruleSet: RuleSet) => {
      const host = await hostWith(ruleSet);
      await (await visitorOf(host, 'clerk-dongpo')).post('/accounts/new', first);
      const clerk = await visitorOf(host, 'clerk-linan');
      const { status } = await clerk.post('/accounts/new', { ...first, accountId: 'b' });
      const [opened] = await eventsOf(host, 'linan-b');
      return [status, opened?.type === 'AccountOpened' ? opened.data.otherAccounts : 'not opened'];
    };
    expect(await outcome(renfa2022)).toEqual([303, [{ accountId: 'dongpo-a', communityId: 'dongpo' }]]);
    expect(await outcome(withReading(renfa2022, 'two-communities', 'refused'))).toEqual([422, 'not opened']);
  });

  test('an entry waits on its line until it is verified', async () => {
    const host = await hostWith(withReading(renfa2022, 'verification', 'apart'));
    await openMany(host, 'linan', 1);
    await host.counter.store.handle(credit(ID, '待核', '2026-11-01'));
    const clerk = await visitorOf(host, 'clerk-linan');
    const { text } = await clerk.get(`${OWN}/statement`);
    expect(text).toContain('待核定');
    expect(text).toContain(`${OWN}/verify?entry=2`);
    expect(await balance(host)).toBe(1);
    expect((await clerk.post(`${OWN}/verify?entry=2`, { on: DAY })).status).toBe(303);
    expect(await balance(host)).toBe(3);
  });

  test('an account is barred on a ground, for a time', async () => {
    const rules = deriveRuleSet(renfa2022, {
      id: 'linan-2026',
      ineligibility: {
        false: { clause: '3', title: { 'zh-CN': '虚报积分', en: 'false entries' }, bars: ['earning'] },
      },
      authority: { offices: { BarAccount: ['subdistrict'] } },
    });
    const host = await hostWith(rules as RuleSet);
    await openMany(host, 'linan', 1);
    const officer = await visitorOf(host, 'officer');
    expect((await officer.get(`${OWN}/bar`)).text).toContain('虚报积分');
    const bar = { barId: 'b1', ground: 'false', from: '2026-11-01', until: '', reason: '经查实', on: DAY };
    expect((await officer.post(`${OWN}/bar`, bar)).status).toBe(303);
    const clerk = await visitorOf(host, 'clerk-linan');
    const refused = await clerk.post(`${OWN}/credit`, {
      item: 'affairs',
      matterId: 'm',
      difficulty: 'base',
      on: DAY,
    });
    expect(refused.text).toContain('虚报积分');
    expect((await clerk.get(`${OWN}/bar`)).status).toBe(403);
  });

  test('points are sent by one account and received by the other, once', async () => {
    const rules = deriveRuleSet(hailin, {
      id: 'hailin-with-transfers',
      transfer: { clause: '1', title: { 'zh-CN': '积分赠与', en: 'gifts of points' } },
      authority: { offices: { TransferPoints: ['community'], ReceivePoints: ['community'] } },
    });
    const host = await hostWith(rules as RuleSet);
    const open = { role: 'volunteer', communityId: 'linan', on: '2026-01-05', formComplete: true, by };
    for (const accountId of [ID, 'linan-0002'])
      await host.counter.store.handle({ type: 'OpenAccount', data: { ...open, accountId } });
    await host.counter.store.handle({
      type: 'CreditActivity',
      data: { accountId: ID, item: 'service', matterId: 'm', quantity: 2, on: '2026-02-01', by },
    });
    const clerk = await visitorOf(host, 'clerk-linan');
    const sent = { transferId: 't1', to: 'linan-0002', points: '1', on: DAY };
    expect((await clerk.post(`${OWN}/send`, sent)).status).toBe(303);
    const other = '/accounts/linan-0002';
    const [, path = ''] = /href="([^"]*\/receive\?[^"]*)"/.exec((await clerk.get(other)).text) ?? [];
    expect((await clerk.post(path.replace('&amp;', '&'), { on: DAY })).status).toBe(303);
    expect([await balance(host), await balance(host, 'linan-0002')]).toEqual([1, 1]);
    expect((await clerk.get(other)).text).not.toContain('/receive?');
  });
});
