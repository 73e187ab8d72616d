import type { BankEvent } from 'points-bank';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeFinds, openDeskOf, PHONE, scrollsSideways, serveHost } from './support/browser.js';
import { type Host, openHost, TODAY } from './support/host.js';
import { addPeople, fill, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * The record is checked from end to end: against the ends of the chain that were kept, and against the rules. And whoever looks sees who
 * entered what.
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
function tamper({ counter }: Host, change: (events: readonly BankEvent[]) => readonly BankEvent[]): void {
  const { store } = counter;
  const record = store.record.bind(store);
  Object.assign(store, {
    async *record() {
      const recorded = [];
      for await (const event of record()) recorded.push(event);
      yield* change(recorded);
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

  test('finds a record whole that follows from the rules, and goes on through an end that was kept', async () => {
    expect((await officer.get('/audit')).text).not.toContain('链尾');
    const first = await officer.get('/audit?check=1');
    expect(first.text).toContain('4 条记录均符合规则');
    for (const _ of ['once', 'twice']) expect((await officer.post('/audit/keep', {})).status).toBe(303);
    await clerk.post(`${OWN}/claim`, { postId: 'p', kind: 'post', difficulty: 'base', on: TODAY });
    const later = await officer.get('/audit?check=1');
    expect(later.text).toContain('5 条记录均符合规则');
    expect(later.text).toContain('与留存的链尾一致');
    expect(later.text.match(/未改动/g)).toHaveLength(1);
    // A community's entries are a chain of their own.
    const own = await clerk.get('/audit?check=1');
    expect(own.text).toContain('4 条记录均符合规则');
    expect(own.text).not.toContain('未改动');
  });

  test.each([
    ['changed', (events: readonly BankEvent[]) => events.map(doubled)],
    ['left out', (events: readonly BankEvent[]) => events.slice(1)],
    ['put in', (events: readonly BankEvent[]) => [events[0] as BankEvent, ...events]],
    ['put in another order', (events: readonly BankEvent[]) => [...events].reverse()],
    ['cut off', (events: readonly BankEvent[]) => events.slice(0, -1)],
  ])('finds an end that was kept broken where entries were %s', async (_, change) => {
    await officer.post('/audit/keep', {});
    tamper(host, change);
    const { text } = await officer.get('/audit?check=1');
    expect(text).toContain('已被改动');
    expect(text).toContain('请核对备份');
  });

  test('lists the entries that do not follow from the rules', async () => {
    tamper(host, (events) => events.map(doubled));
    const { text } = await officer.get('/audit?check=1');
    expect(text).toContain('1 条记录不符合规则');
    expect(text).toMatch(/<li>linan-0001 · [^<]+<\/li>/);
  });

  test('says who entered what, and what was done to users', async () => {
    await officer.post(`${OWN}/correct`, { correctionId: 'c', points: '-1', reason: '核实', on: TODAY });
    await officer.post('/users', { userName: 'wang', role: 'subdistrict' });
    const { text } = await officer.get('/audit');
    expect(text).toMatch(/<th scope="row">clerk-linan<\/th><td class="number">1<\/td><td class="number">0</);
    expect(text).toMatch(/<th scope="row">officer<\/th><td class="number">0<\/td><td class="number">1</);
    expect(text).toContain('2026/11/24 17:00');
    expect(text).toContain('新增 · 街道党群办');
    const own = (await clerk.get('/audit?who=officer')).text;
    expect(own).not.toContain('账号变动');
    expect(own).toContain('核实');
    expect(own.slice(own.indexOf('<tbody>', own.indexOf('登记内容')))).not.toContain('议事会');
    expect((await clerk.get('/audit?community=dongpo')).status).toBe(403);
    expect((await clerk.post('/audit/keep', { community: 'dongpo' })).status).toBe(403);
    expect((await officer.get('/audit?from=2026-12-01&to=2026-01-01')).status).toBe(400);
  });
});

test('finds the sample whole, by the handbooks that it was redeemed from', async () => {
  const host = await openHost();
  await fill(host);
  const { text } = await (await visitorOf(host, 'officer')).get('/audit?check=1');
  expect(text).toContain('条记录均符合规则');
});

function doubled(event: BankEvent): BankEvent {
  if (event.type !== 'ActivityCredited') return event;
  return { ...event, data: { ...event.data, points: event.data.points * 2 } };
}

test('in a browser axe finds nothing on it, and the focus goes to what came of it', async () => {
  const host = await opened(true);
  const served = await serveHost(host);
  const { page, troubles } = await openDeskOf(served, host, 'officer', { locale: 'zh-CN' });
  await page.goto('/audit');
  await page.setViewportSize(PHONE);
  expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
  await page.getByRole('button', { name: '开始核查' }).click();
  await page.waitForURL(/check=1/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('chain');
  await page.getByRole('button', { name: '留存链尾' }).click();
  await page.waitForURL(/kept=/);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('done');
  expect([await scrollsSideways(page), await axeFinds(page)]).toEqual([false, []]);
  expect(troubles).toEqual([]);
  await served.close();
});
