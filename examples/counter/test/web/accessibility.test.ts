import type { Command } from 'points-bank';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCommands } from '../../src/sample/commands.js';
import { fillSubdistrict } from '../../src/sample/fill.js';
import {
  axeFinds,
  brokenCells,
  DESKTOP,
  openDesk,
  openDeskOf,
  PHONE,
  type Served,
  scrollsSideways,
  serveHost,
  wideTables,
} from './support/browser.js';
import { type Host, openHost, TODAY } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * Every page, for the role that has most on it: axe finds nothing in Chinese at a desk's width nor in English on a phone, and in neither
 * language does a page scroll sideways on a phone of 360 pixels, nor a table on it.
 */
const own = '/accounts/linan-0002';
/** Stands for a request that a clerk made. */
const REQUEST = 'the request';
const PAGES = {
  nobody: ['/sign-in'],
  'clerk-linan': [
    '/',
    '/accounts',
    '/accounts/new',
    '/activity',
    '/directory',
    '/programme',
    own,
    `${own}?entry=2`,
    `${own}/report-in`,
    `${own}/claim`,
    `${own}/credit`,
    `${own}/redeem`,
    `${own}/release`,
    `${own}/close`,
    `${own}/undo?entry=2`,
    `${own}/ask?entry=2&for=correct`,
    '/requests',
    '/users',
    '/password',
    `${own}/person`,
    `${own}/statement`,
    `${own}/feedback?year=2026`,
    '/handbook',
    '/import',
    '/nowhere',
    `${own}/correct`,
  ],
  officer: [
    '/',
    '/accounts',
    `${own}/correct`,
    '/register',
    '/feedback',
    '/anomalies',
    '/audit?check=1',
    '/rules',
    '/handbook',
    '/export',
    '/keys',
    '/feedback/letters',
    '/users/volunteer-3',
    REQUEST,
  ],
  'volunteer-3': [
    '/',
    '/accounts/linan-0003',
    '/accounts/linan-0003/handbook',
    '/accounts/linan-0003/statement',
  ],
} as const;

let host: Host;
let served: Served;
let request: string;

beforeAll(async () => {
  host = await openHost({ assets: true });
  // A few accounts of each kind: a page of forty rows has nothing on it that a page of six has not.
  const few = [...sampleCommands(TODAY)].filter(({ data }) => /-00(0[1-5]|12)$/.test(data.accountId));
  await fillSubdistrict(host.counter, few);
  await addPeople(host);
  const clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  const asked = { reason: '记错分', points: '-1', answeredBefore: '0' };
  request = (await clerk.post(`${own}/ask?entry=2&for=correct`, asked)).headers.get('location') ?? '';
  expect(request).toMatch(/^\/requests\//);
  served = await serveHost(host);
});

afterAll(async () => {
  await served?.close();
});

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  test.each(Object.keys(PAGES) as (keyof typeof PAGES)[])('for %s', async (who) => {
    const { page, troubles, close } =
      who === 'nobody' ? await openDesk(served, { locale }) : await openDeskOf(served, host, who, { locale });
    const found: string[] = [];
    for (const path of PAGES[who]) {
      await page.goto(path === REQUEST ? request : path);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale);
      // What is folded away is part of the page.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.setViewportSize(PHONE);
      if (await scrollsSideways(page)) found.push(`${path} scrolls sideways`);
      found.push(...(await wideTables(page)).map((label) => `${path}: ${label} is moved sideways`));
      found.push(...(await brokenCells(page)).map((words) => `${path} breaks ${words}`));
      if (locale === 'zh-CN') await page.setViewportSize(DESKTOP);
      found.push(...(await axeFinds(page)).map((line) => `${path}: ${line}`));
    }
    expect(found).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });

  test('forms that come back with what is wrong, and the results of an import', async () => {
    const { page, close } = await openDeskOf(served, host, 'clerk-linan', { locale, viewport: PHONE });
    await page.goto(`${own}/credit`);
    await page.locator('form[data-preview] button[type=submit]').click();
    await page.locator('.summary').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.goto('/handbook');
    await page.locator('details').last().locator('summary').click();
    await page.locator('[name=reward0-price]').fill('none');
    await page.locator('form[action="/handbook"] button[value=check]').click();
    await page.locator('.summary').waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.goto('/import');
    const csv =
      'type,account,date,remark\nreport-in,linan-0002,2026-01-31,x\nreport-in,linan-0012,2026-11-20,x\n';
    await page
      .locator('[name=file]')
      .setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.locator('form[action="/import"] button[type=submit]').click();
    await page.locator('#import-result').waitFor();
    await page.waitForLoadState();
    await page.locator('.done:focus #import-result').waitFor();
    // Of a row that was refused the reason is read without moving anything sideways.
    const refused = page.locator('main .scroll');
    expect(await refused.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(false);
    expect(await axeFinds(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await close();
  });
});

test('an id, a name or an address longer than a phone is wide is broken, and no list goes on sideways', async () => {
  const by = { office: 'community', communityId: 'linan' };
  const accountId = `linan-${'A1b2C3d4'.repeat(7)}`;
  const shared = { accountId, by };
  const matter = { item: 'affairs', difficulty: 'hard', on: '2026-02-01' };
  await host.counter.store.handleAll([
    {
      type: 'OpenAccount',
      data: { ...shared, role: 'resident', communityId: 'linan', on: '2026-01-05', formComplete: true },
    },
    {
      type: 'CreditActivity',
      data: {
        ...shared,
        ...matter,
        matterId: 'Matter'.repeat(12),
        note: `https://${'example.org/'.repeat(8)}`,
      },
    },
    {
      type: 'ClaimPost',
      data: { ...shared, postId: 'Post'.repeat(15), kind: 'post', difficulty: 'hard', on: '2026-02-01' },
    },
  ] as Command[]);
  const { page, close } = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN', viewport: PHONE });
  const account = `/accounts/${accountId}`;
  const found: string[] = [];
  for (const path of [
    ...['', '/statement', '/undo?entry=2', '/ask?entry=2&for=correct', '/feedback?year=2026', '/credit'].map(
      (form) => `${account}${form}`,
    ),
    ...['/accounts', '/activity', '/register', '/feedback', '/feedback/letters', '/audit'],
  ]) {
    await page.goto(path);
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    if (await scrollsSideways(page)) found.push(path);
    found.push(...(await wideTables(page)).map((label) => `${path}: ${label}`));
    const list = page.locator('.ticks-list');
    if ((await list.count()) > 0 && (await list.evaluate((one) => one.scrollWidth > one.clientWidth)))
      found.push(`${path}: the list`);
  }
  expect(found).toEqual([]);
  await close();
});
