import type { BankEvent } from 'points-bank';
import { beforeEach, describe, expect, test } from 'vitest';
import { logPeople } from '../../src/people/people-log.js';
import type { StoredEntry } from '../../src/store/seals.js';
import { axeFinds, openDeskOf, PHONE, scrollsSideways, serveHost } from './support/browser.js';
import { type Host, openHost, TODAY } from './support/host.js';
import { addPeople, fill, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * The record is checked account by account: against the seals that were written with the entries, against the ends that were kept, and against
 * the rules. And whoever looks sees who entered what.
 */
const OWN = '/accounts/linan-0001';

async function opened(assets = false): Promise<Host> {
  const host = await openHost({ assets });
  await addPeople(host);
  await openMany(host, 'linan', 2);
  await openMany(host, 'dongpo', 1);
  return host;
}

async function visitorOf(host: Host, name: string): Promise<Visitor> {
  const visitor = new Visitor(host);
  expect((await visitor.signIn(name, PASSWORD)).status).toBe(303);
  return visitor;
}

const matter = { item: 'affairs', matterId: '议事会', difficulty: 'hard', on: TODAY };

/** What is stored is changed behind the counter's back. */
function tamper(
  { counter }: Host,
  change: (entries: readonly StoredEntry[]) => readonly StoredEntry[],
): void {
  const { seals } = counter.store;
  const accounts = seals.accounts.bind(seals);
  Object.assign(seals, {
    async *accounts(communityId?: string) {
      for await (const some of accounts(communityId))
        yield some.map((account) =>
          account.accountId === 'linan-0001' ? { ...account, entries: change(account.entries) } : account,
        );
    },
  });
}

describe('an audit', () => {
  let host: Host;
  let officer: Visitor;
  let clerk: Visitor;

  beforeEach(async () => {
    host = await opened();
    officer = await visitorOf(host, 'officer');
    clerk = await visitorOf(host, 'clerk-linan');
    expect((await clerk.post(`${OWN}/credit`, matter)).status).toBe(303);
  });

  test('finds a record as it was sealed, and goes on through the ends that were kept', async () => {
    expect((await officer.get('/audit')).text).not.toContain('封存核验');
    const first = await officer.get('/audit?check=1');
    expect(first.text).toContain('3 个账户的 4 条记录均与封存时一致');
    expect(first.text).toContain('4 条记录均符合规则');
    expect(first.text).not.toContain('补封');
    for (const _ of ['once', 'twice']) expect((await officer.post('/audit/keep', {})).status).toBe(303);
    await clerk.post(`${OWN}/claim`, { postId: 'p', kind: 'post', difficulty: 'base', on: TODAY });
    const later = await officer.get('/audit?check=1');
    expect(later.text).toContain('5 条记录均符合规则');
    expect(later.text).toContain('与留存的核验码一致');
    expect(later.text.match(/未改动/g)).toHaveLength(1);
    // The ends of a community's accounts are kept apart.
    const own = await clerk.get('/audit?check=1');
    expect(own.text).toContain('2 个账户的 4 条记录均与封存时一致');
    expect(own.text).not.toContain('未改动');
    expect((await clerk.post('/audit/keep', {})).status).toBe(303);
    const kept = (await clerk.get('/audit/ends.jsonl')).text.trim().split('\n');
    expect(kept.map((line) => JSON.parse(line).data.accountId)).toEqual(['linan-0001', 'linan-0002']);
    const all = await officer.get('/audit/ends.jsonl');
    expect(all.headers.get('content-disposition')).toContain(`ends-${TODAY}.jsonl`);
    expect(all.text.trim().split('\n')).toHaveLength(3);
    expect((await clerk.get('/audit/ends.jsonl?community=dongpo')).status).toBe(403);
  });

  test.each([
    ['changed', (entries: readonly StoredEntry[]) => entries.map(doubled), '第 2 条与封存时不符，已被改动。'],
    ['left out', (entries: readonly StoredEntry[]) => entries.slice(1), '第 1 条缺失，已被删去。'],
    [
      'put in',
      (entries: readonly StoredEntry[]) => [...entries, forged(entries)],
      '第 3 条不属于本链，是插入的。',
    ],
    ['turned around', (entries: readonly StoredEntry[]) => entries.toReversed(), '自第 1 条起次序有变。'],
    ['cut off', (entries: readonly StoredEntry[]) => entries.slice(0, -1), '自第 2 条起缺失，末尾被截去。'],
  ])('names the account and the entry where entries were %s', async (_, change, said) => {
    await officer.post('/audit/keep', {});
    tamper(host, change);
    const { text } = await officer.get('/audit?check=1');
    expect(text).toContain('1 个账户的记录与封存时不符，请核对备份');
    expect(text).toContain(`<li>linan-0001 · ${said}</li>`);
    // What is put in after the ends were kept leaves everything before them as it was.
    expect(text).toContain(said.includes('插入') ? '与留存的核验码一致' : '留存之前的记录已被改动');
    const english = await officer.get('/audit?check=1', { 'Accept-Language': 'en' });
    expect(english.text).toContain('1 account is not as sealed; compare with a copy:');
  });

  test('lists the entries that do not follow from the rules, and what cannot even be read', async () => {
    tamper(host, (entries) => entries.map(doubled));
    const { text } = await officer.get('/audit?check=1');
    expect(text).toContain('1 条记录不符合规则');
    expect(text).toContain('<li>linan-0001 · 第 2 条：与按所依规则得出的不同');
    tamper(host, (entries) => entries.map((entry) => ({ ...entry, stored: { type: 'Nothing', data: {} } })));
    const unreadable = await officer.get('/audit?check=1');
    expect(unreadable.status).toBe(200);
    expect(unreadable.text).toContain('不是本系统的事件，无法核验');
  });

  test('says who entered what, and what was done to users', async () => {
    await officer.post(`${OWN}/correct`, { correctionId: 'c', points: '-1', reason: '核实', on: TODAY });
    await officer.post('/users', { userName: 'wang', role: 'subdistrict' });
    const { text } = await officer.get('/audit');
    expect(text).toMatch(
      /<th scope="row">clerk-linan<\/th><td class="number"[^>]*>1<\/td><td class="number"[^>]*>0</,
    );
    expect(text).toMatch(
      /<th scope="row">officer<\/th><td class="number"[^>]*>0<\/td><td class="number"[^>]*>1</,
    );
    expect(text).toContain('2026/11/24 17:00');
    expect(text).toContain('新增 · 街道党群办');
    await logPeople(host.counter.records, { at: '2026-11-24T09:00:00.000Z', what: 'removed', name: 'wang' });
    const lines = [await officer.get('/audit'), await officer.get('/audit', { 'Accept-Language': 'en' })];
    for (const [at, by] of ['服务器命令行', 'command line'].entries())
      expect(lines[at]?.text).toContain(`<td>${by}</td><th scope="row">wang</th>`);
    const own = (await clerk.get('/audit?who=officer')).text;
    expect(own).not.toContain('账号变动');
    expect(own).toContain('核实');
    expect(own.slice(own.indexOf('<tbody>', own.indexOf('登记内容')))).not.toContain('议事会');
    expect((await clerk.get('/audit?community=dongpo')).status).toBe(403);
    expect((await clerk.post('/audit/keep', { community: 'dongpo' })).status).toBe(403);
    expect((await officer.get('/audit?from=2026-12-01&to=2026-01-01')).status).toBe(400);
  });
});

test('finds a reward that was given out at another account when none was left', async () => {
  const host = await opened();
  const clerk = await visitorOf(host, 'clerk-linan');
  const umbrella = {
    rewardId: 'umbrella',
    kind: 'goods',
    title: { 'zh-CN': '伞', en: 'Umbrella' },
    price: 1,
  };
  const reward = { ...umbrella, consent: '2026-01-01', stock: 1 };
  const edition = { communityId: 'linan', version: '1', published: '2026-01-01', filed: '2026-01-02' };
  expect(await host.counter.handbooks.publish({ ...edition, rewards: [reward] })).toMatchObject({ ok: true });
  const redeemed = await clerk.post(`${OWN}/redeem`, {
    redemptionId: 'r1',
    'quantity of umbrella': '1',
    on: TODAY,
  });
  expect(redeemed.status).toBe(303);
  const { store } = host.counter;
  const [, redemption] = await store.events('linan-0001');
  const elsewhere = { ...redemption, data: { ...redemption?.data, accountId: 'linan-0002' } } as BankEvent;
  expect(await store.restore(elsewhere, 1)).toBe(true);
  const { text } = await (await visitorOf(host, 'officer')).get('/audit?check=1');
  expect(text).toContain('1 条记录不符合规则');
  expect(text).toMatch(/<li>linan-0002 · 第 2 条：按所依规则不能办理：[^<]*库存/);
});

test('finds the sample whole, by the handbooks that it was redeemed from', async () => {
  const host = await openHost();
  await fill(host);
  const { text } = await (await visitorOf(host, 'officer')).get('/audit?check=1');
  expect(text).toContain('条记录均符合规则');
});

function doubled(entry: StoredEntry): StoredEntry {
  const { type, data } = entry.stored;
  if (type !== 'ActivityCredited') return entry;
  return { ...entry, stored: { ...entry.stored, data: { ...data, points: Number(data.points) * 2 } } };
}

/** The last entry once more, of another matter and without a seal. */
function forged(entries: readonly StoredEntry[]): StoredEntry {
  const { stored } = entries.at(-1) as StoredEntry;
  return { messageId: 'forged', stored: { ...stored, data: { ...stored.data, matterId: '另一件' } } };
}

test('in a browser axe finds nothing on it, and the focus goes to what came of it', async () => {
  const host = await opened(true);
  const served = await serveHost(host);
  const { page, troubles } = await openDeskOf(served, host, 'officer', { locale: 'zh-CN' });
  await page.goto('/audit');
  await page.setViewportSize(PHONE);
  expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
  // On a phone an entry is a block that is read, and no column of a word a line.
  const list = page.getByRole('region', { name: '登记内容' });
  expect(await list.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
  const heights = await list.locator('tbody tr').evaluateAll((all) => all.map((row) => row.clientHeight));
  expect(Math.max(...heights)).toBeLessThan(320);
  await page.getByRole('button', { name: '开始核查' }).click();
  await page.waitForURL(/check=1/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('chain');
  await page.getByRole('button', { name: '留存核验码' }).click();
  await page.waitForURL(/kept=/);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('done');
  expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
  expect(troubles).toEqual([]);
  await served.close();
});
