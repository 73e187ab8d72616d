import { type BankEvent, type Command, fold, type RuleSet, redeemable, withReading } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  axeFinds,
  brokenCells,
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
 * What an office may not undo or correct it asks for; an office that may by the rules grants it or declines it, once, and whoever asked
 * sees what became of it.
 */
const ID = 'linan-0001';
const OWN = `/accounts/${ID}`;
const DUE_IS_PAST = '2026-12-02';

const credit = (matterId: string): Command => ({
  type: 'CreditActivity',
  data: {
    accountId: ID,
    item: 'affairs',
    matterId,
    difficulty: 'hard',
    on: '2026-10-01',
    by: { office: 'community', communityId: 'linan' },
  },
});

async function hostWith(ruleSet: RuleSet, assets = false): Promise<Host> {
  const host = await openHost({ ruleSet, assets });
  await addPeople(host);
  await openMany(host, 'linan', 1);
  await host.counter.store.handle(credit('议事会'));
  Object.assign(host.counter, { today: () => DUE_IS_PAST });
  return host;
}

async function visitorOf(host: Host, name: string): Promise<Visitor> {
  const visitor = new Visitor(host);
  expect((await visitor.signIn(name, PASSWORD)).status).toBe(303);
  return visitor;
}

const eventsOf = (host: Host): Promise<readonly BankEvent[]> => host.counter.store.events(ID);
const balance = async (host: Host) => {
  const account = fold(await eventsOf(host));
  return account.status === 'unopened' ? undefined : redeemable(account);
};
const keysOf = async ({ counter }: Host) => (await counter.requests.list()).map(({ key }) => key);

/** What a page offers to ask, and the requests that it shows. */
const asksIn = (text: string) => [...text.matchAll(/ask\?entry=(\d+)&amp;for=([a-z]+)/g)].map(([ask]) => ask);

describe('at the desk', () => {
  let host: Host;
  let served: Served;
  let clerk: Desk;
  let officer: Desk;

  beforeAll(async () => {
    host = await hostWith(renfa2022, true);
    await host.counter.store.handle(credit('调解'));
    served = await serveHost(host);
    clerk = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN' });
    officer = await openDeskOf(served, host, 'officer', { locale: 'en' });
  });

  afterAll(async () => {
    expect([...(clerk?.troubles ?? []), ...(officer?.troubles ?? [])]).toEqual([]);
    await served?.close();
  });

  const focused = ({ page }: Desk) => page.evaluate(() => document.activeElement?.className);

  test('an entry is undone for a clerk for whom it is too late', async () => {
    const { page } = clerk;
    await page.goto(`${OWN}/statement`);
    const line = page.locator('.entries li', { hasText: '议事会' }).first();
    await line.getByRole('link', { name: /^申请撤销：/ }).click();
    await page.waitForURL(/\/ask\?entry=2&for=undo$/);
    expect(await page.locator('.lead').textContent()).toContain('街道党群办');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.locator('.summary').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.locator('[name=reason]').fill('记错人');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL(/\/requests\/[0-9a-f]+\?saved$/);
    expect(await focused(clerk)).toBe('done');
    expect(await axeFinds(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /同意/ }).count()).toBe(0);
    expect(await balance(host)).toBe(5);

    const office = officer.page;
    await office.goto('/');
    await office.getByRole('link', { name: '1 request waits for your office' }).click();
    await office.waitForURL(/\/requests$/);
    expect(await axeFinds(office)).toEqual([]);
    await office.setViewportSize(PHONE);
    expect([await scrollsSideways(office), await brokenCells(office)]).toEqual([false, []]);
    await office.getByRole('link', { name: `Request to undo ${ID}` }).click();
    expect(await office.locator('.preview').textContent()).toContain('Redeemable: 5 → 3');
    expect(await axeFinds(office)).toEqual([]);
    await office.getByRole('button', { name: 'Grant and undo' }).click();
    await office.waitForURL(/\?saved$/);
    expect(await focused(officer)).toBe('done');
    expect(await office.locator('.done').textContent()).toContain('Granted by officer on 2026-12-02');
    expect(await axeFinds(office)).toEqual([]);
    expect(await balance(host)).toBe(3);
    expect((await eventsOf(host)).at(-1)).toMatchObject({
      type: 'EntryReversed',
      data: { reason: '记错人', on: DUE_IS_PAST, by: { office: 'subdistrict' } },
      metadata: { enteredBy: 'officer' },
    });

    await page.goto(`${OWN}/statement`);
    await page.setViewportSize(PHONE);
    expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
    expect(await line.locator('.line-actions').textContent()).toBe('撤销申请 已同意');
    expect(await line.getByRole('link', { name: /^申请/ }).count()).toBe(0);
  });

  test('a correction is declined with a reason, and may be asked for again', async () => {
    const { page } = clerk;
    await page.goto(`${OWN}/statement`);
    const line = page.locator('.entries li', { hasText: '调解' }).first();
    await line.getByRole('link', { name: /^申请更正：/ }).click();
    await page.locator('[name=points]').fill('-1');
    await page.locator('[name=reason]').fill('难度应为一般');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL(/\?saved$/);
    const office = officer.page;
    await office.goto('/requests');
    await office.getByRole('link', { name: `Request to correct ${ID}` }).click();
    expect(await office.locator('.preview').textContent()).toContain('Redeemable: 3 → 2');
    await office.getByRole('button', { name: 'Decline' }).click();
    await office.locator('.summary').waitFor();
    expect(await axeFinds(office)).toEqual([]);
    await office.locator('[name=declinedReason]').fill('经核实，难度无误');
    await office.getByRole('button', { name: 'Decline' }).click();
    await office.waitForURL(/\?saved$/);
    expect(await focused(officer)).toBe('notice');
    expect(await axeFinds(office)).toEqual([]);
    await page.goto('/requests');
    await page.getByRole('link', { name: /^更正申请/ }).click();
    expect(await page.locator('.notice').textContent()).toContain('经核实，难度无误');
    await page.goto(`${OWN}/statement`);
    expect(await line.locator('.line-actions').textContent()).toContain('更正申请 未同意');
    expect(await line.getByRole('link', { name: /^申请更正/ }).count()).toBe(1);
  });

  test('is taken back by whoever asked, and may be asked for again', async () => {
    const { page } = clerk;
    await page.goto(`${OWN}/statement`);
    const line = page.locator('.entries li', { hasText: '调解' }).first();
    await line.getByRole('link', { name: /^申请更正：/ }).click();
    await page.locator('[name=points]').fill('-1');
    await page.locator('[name=reason]').fill('填错');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL(/\?saved$/);
    const office = officer.page;
    await office.goto(page.url());
    expect(await office.getByRole('button', { name: 'Withdraw the request' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.locator('.notice').waitFor();
    expect(await focused(clerk)).toBe('notice');
    expect(await page.locator('.notice').textContent()).toContain(`clerk-linan 于 ${DUE_IS_PAST} 撤回`);
    expect(await page.getByRole('button', { name: '撤回申请' }).count()).toBe(0);
    expect(await axeFinds(page)).toEqual([]);
    // Whoever still has the form before them grants nothing any more.
    await office.getByRole('button', { name: 'Decline' }).click();
    await office.locator('.notice').waitFor();
    expect(await office.locator('.notice').textContent()).toContain('Withdrawn by clerk-linan');
    await office.goto('/requests');
    expect(await office.locator('main').textContent()).toContain('Nothing is waiting for your office');
    await page.goto(`${OWN}/statement`);
    expect(await line.locator('.line-actions').textContent()).toContain('更正申请 已撤回');
    expect(await line.getByRole('link', { name: /^申请更正/ }).count()).toBe(1);
  });
});

describe('once', () => {
  const ask = `${OWN}/ask?entry=2&for=undo`;
  const form = { reason: '记错人', answeredBefore: '0' };
  let host: Host;
  let clerk: Visitor;
  let officer: Visitor;

  beforeEach(async () => {
    host = await hostWith(renfa2022);
    clerk = await visitorOf(host, 'clerk-linan');
    officer = await visitorOf(host, 'officer');
    expect((await clerk.post(ask, form)).status).toBe(303);
  });

  test('a request sent twice, or by a colleague, is one', async () => {
    const [key] = await keysOf(host);
    for (const visitor of [clerk, await visitorOf(host, 'party-linan')]) {
      const answer = await visitor.post(ask, { ...form, reason: '又一次' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/requests/${key}`]);
      expect((await visitor.get(ask)).headers.get('location')).toBe(`/requests/${key}`);
    }
    expect((await host.counter.requests.list()).map(({ values }) => values.reason)).toEqual(['记错人']);
  });

  test('a request sent again after its answer leads to the answer', async () => {
    const [key] = await keysOf(host);
    await officer.post(`/requests/${key}/decline`, { declinedReason: '经核实无误' });
    expect((await clerk.post(ask, form)).headers.get('location')).toBe(`/requests/${key}`);
    expect(await keysOf(host)).toEqual([key]);
    const again = await clerk.post(ask, { ...form, answeredBefore: '1' });
    expect(again.headers.get('location')).toMatch(/\?saved$/);
    expect(await keysOf(host)).toHaveLength(2);
  });

  test('a request is taken back by nobody else, and not after its answer', async () => {
    const [key] = await keysOf(host);
    expect((await officer.post(`/requests/${key}/withdraw`, {})).status).toBe(403);
    expect((await officer.post(`/requests/${key}/grant`, {})).status).toBe(303);
    expect((await clerk.post(`/requests/${key}/withdraw`, {})).status).toBe(303);
    expect((await clerk.get(`/requests/${key}`)).text).toContain('同意');
    expect(await host.counter.requests.ended()).toEqual(new Map());
  });

  test('a request is granted once, and what was granted is not declined', async () => {
    const [key] = await keysOf(host);
    const statuses = await Promise.all([1, 2].map(() => officer.post(`/requests/${key}/grant`, {})));
    expect(statuses.map(({ status }) => status)).toEqual([303, 303]);
    await officer.post(`/requests/${key}/grant`, {});
    await officer.post(`/requests/${key}/decline`, { declinedReason: '晚了' });
    expect((await eventsOf(host)).map(({ type }) => type)).toEqual([
      'AccountOpened',
      'ActivityCredited',
      'EntryReversed',
    ]);
    expect((await clerk.get(`/requests/${key}`)).text).toContain('officer 于 2026-12-02 同意');
  });

  test('what was undone otherwise is no longer asked for', async () => {
    const [key] = await keysOf(host);
    const undo = { reversalId: 'u', reason: '核对', on: DUE_IS_PAST };
    expect((await officer.post(`${OWN}/undo?entry=2`, undo)).status).toBe(303);
    expect((await clerk.get(`/requests/${key}`)).text).toContain('无需办理');
    expect((await officer.get('/')).text).not.toContain('/requests">有');
    expect((await officer.post(`/requests/${key}/grant`, {})).headers.get('location')).toBe(
      `/requests/${key}`,
    );
    expect(await eventsOf(host)).toHaveLength(3);
  });
});

describe('by the rules and not by the page', () => {
  const asked = { reason: '记错人', answeredBefore: '0' };

  test('what an office may do itself it does not ask for, and what nobody may do is not asked for', async () => {
    const offered = async (ruleSet: RuleSet, who: string, today = DUE_IS_PAST) => {
      const host = await hostWith(ruleSet);
      Object.assign(host.counter, { today: () => today });
      return asksIn((await (await visitorOf(host, who)).get(`${OWN}/statement`)).text);
    };
    const [undo, correct] = ['ask?entry=2&amp;for=undo', 'ask?entry=2&amp;for=correct'];
    expect(await offered(renfa2022, 'clerk-linan')).toEqual([undo, correct]);
    expect(await offered(renfa2022, 'clerk-linan', '2026-11-24')).toEqual([correct]);
    expect(await offered(renfa2022, 'party-linan', '2026-11-24')).toEqual([undo, correct]);
    expect(await offered(renfa2022, 'officer')).toEqual([]);
    const both = withReading(renfa2022, 'correction-office', 'community-too');
    expect(await offered(both, 'clerk-linan')).toEqual([undo]);
  });

  test('an office to which the rules do not give it answers nothing', async () => {
    const host = await hostWith(renfa2022);
    const clerk = await visitorOf(host, 'clerk-linan');
    await clerk.post(`${OWN}/ask?entry=2&for=undo`, asked);
    const [key] = await keysOf(host);
    for (const [who, page, answer] of [
      ['clerk-linan', 200, 403],
      ['party-linan', 200, 403],
      ['clerk-dongpo', 404, 404],
      ['volunteer-3', 403, 403],
    ] as const) {
      const visitor = await visitorOf(host, who);
      const shown = await visitor.get(`/requests/${key}`);
      expect([who, shown.status]).toEqual([who, page]);
      expect(shown.text).not.toContain('/grant');
      expect((await visitor.post(`/requests/${key}/grant`, {})).status).toBe(answer);
      expect((await visitor.post(`/requests/${key}/decline`, { declinedReason: 'x' })).status).toBe(answer);
    }
    const dongpo = await visitorOf(host, 'clerk-dongpo');
    expect((await dongpo.get('/requests')).text).not.toContain(ID);
    expect((await dongpo.get('/requests?community=linan')).status).toBe(403);
    expect(await eventsOf(host)).toHaveLength(2);
  });

  test('a community that may by the rules answers its party organisation', async () => {
    const host = await hostWith(renfa2022);
    Object.assign(host.counter, { today: () => '2026-11-24' });
    await (await visitorOf(host, 'party-linan')).post(`${OWN}/ask?entry=2&for=undo`, asked);
    const [key] = await keysOf(host);
    const clerk = await visitorOf(host, 'clerk-linan');
    expect((await clerk.get('/requests')).text).toContain(`/requests/${key}`);
    expect((await clerk.post(`/requests/${key}/grant`, {})).status).toBe(303);
    expect((await eventsOf(host)).at(-1)?.data).toMatchObject({
      reversalId: key,
      by: { office: 'community' },
    });
  });

  test('a second person approves what is granted, where the rules ask for one', async () => {
    const host = await openHost({ ruleSet: withReading(renfa2022, 'approval', 'two-person') });
    await addPeople(host);
    await host.counter.users.add('colleague', { role: 'subdistrict' }, PASSWORD);
    const by = { office: 'community', communityId: 'linan', recorder: 'a', approvedBy: 'b' } as const;
    const opening = { role: 'resident', communityId: 'linan', on: '2026-01-05', formComplete: true, by };
    await host.counter.store.handle({ type: 'OpenAccount', data: { ...opening, accountId: ID } });
    const matter = { item: 'affairs', matterId: '议事会', difficulty: 'hard', on: '2026-10-01', by };
    await host.counter.store.handle({ type: 'CreditActivity', data: { ...matter, accountId: ID } });
    const clerk = await visitorOf(host, 'clerk-linan');
    await clerk.post(`${OWN}/ask?entry=2&for=correct`, { ...asked, points: '-1' });
    const officer = await visitorOf(host, 'officer');
    const [key] = await keysOf(host);
    expect((await officer.get(`/requests/${key}`)).text).toContain('name="approverPassword"');
    const alone = await officer.post(`/requests/${key}/grant`, {});
    expect(alone.status).toBe(422);
    // The other language shows the request again, and not the address that takes answers.
    expect(alone.text).toContain(`back=${encodeURIComponent(`/requests/${key}`)}"`);
    const approval = { approver: 'colleague', approverPassword: PASSWORD };
    expect((await officer.post(`/requests/${key}/grant`, approval)).status).toBe(303);
    expect((await eventsOf(host)).at(-1)?.data).toMatchObject({
      points: -1,
      corrects: { item: 'affairs', id: '议事会' },
      by: { office: 'subdistrict', recorder: 'officer', approvedBy: 'colleague' },
    });
  });

  test.each([
    ['without a reason', { ...asked, reason: ' ', points: '-1' }, '原因'],
    ['for no points', { ...asked, points: '' }, '分'],
    ['for more than the matter holds', { ...asked, points: '-9' }, '2'],
  ])('a correction %s is not asked for', async (_, values, words) => {
    const host = await hostWith(renfa2022);
    const answer = await (await visitorOf(host, 'clerk-linan')).post(
      `${OWN}/ask?entry=2&for=correct`,
      values,
    );
    expect(answer.status).toBe(422);
    expect(answer.text.slice(answer.text.indexOf('class="summary"'))).toContain(words);
    expect(await keysOf(host)).toEqual([]);
  });

  test.each(['', '?entry=2', '?entry=1&for=undo', '?entry=99&for=undo', '?entry=2&for=close'])(
    'a form about nothing is not there: %s',
    async (query) => {
      const host = await hostWith(renfa2022);
      const clerk = await visitorOf(host, 'clerk-linan');
      expect((await clerk.get(`${OWN}/ask${query}`)).status).toBe(404);
      expect((await clerk.post(`${OWN}/ask${query}`, asked)).status).toBe(404);
    },
  );
});
