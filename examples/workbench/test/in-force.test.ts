import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { withReading } from 'points-bank';
import { defineHandbook } from 'points-bank/define';
import { renfa2022 } from 'points-bank/rule-sets';
import { compareRuleSets } from 'points-bank/simulation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changedHandbook } from '../src/handbook.js';
import { sampleLedger } from '../src/ledger/sample.js';
import { simulatePair } from '../src/worker/simulate.js';
import { cellsOf, onPage, withBrowser } from './page.js';

const dist = join(import.meta.dirname, '../dist');
withBrowser(dist);

const inForce = withReading(renfa2022, 'carry-over', 'year-end');
const handbook = defineHandbook({
  communityId: 'linan',
  version: '3',
  published: '2027-03-01',
  rewards: [
    {
      rewardId: 'rice',
      kind: 'goods',
      title: { 'zh-CN': '大米', en: 'Rice' },
      price: 10,
      consent: '2027-02-01',
    },
    {
      rewardId: 'salt',
      kind: 'goods',
      title: { 'zh-CN': '食盐', en: 'Salt' },
      price: 2,
      consent: '2027-02-01',
    },
  ],
});
const FILES = { 'rules.json': inForce, 'handbook.json': handbook, 'no-rules.json': { id: 'none' } };

beforeAll(() => {
  for (const [name, value] of Object.entries(FILES)) writeFileSync(join(dist, name), JSON.stringify(value));
});
afterAll(() => {
  for (const name of Object.keys(FILES)) rmSync(join(dist, name), { force: true });
});

async function noticed(page: Page): Promise<string | null> {
  return page.locator('.notice').textContent();
}

test('the page starts from the rules that its site has in force, and leads back to it', async () => {
  await onPage('?rules=rules.json&home=/desk', async ({ page }) => {
    await page.locator('#ledger-summary').waitFor();
    expect(await page.locator('#base').inputValue()).toBe('in-force');
    expect(await page.locator('#base option').first().textContent()).toMatch(/^现行规则：/);
    expect(await page.locator('#reading-carry-over-year-end').isChecked()).toBe(true);
    expect(await page.locator('#deviations').count()).toBe(0);
    expect(await page.getByRole('link', { name: '返回服务台' }).getAttribute('href')).toMatch(/\/desk$/);
    // What is changed is a change of these, and a link to it says so.
    await page.locator('#reading-claim-cap-window-calendar-year').check();
    await expect.poll(() => page.url()).toMatch(/base=in-force&change=/);
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('#number-winners').waitFor();
    expect(await page.locator('#reading-carry-over-year-end').isChecked()).toBe(true);
    expect(await page.locator('#reading-claim-cap-window-calendar-year').isChecked()).toBe(true);
    // The text itself can still be started from.
    await page.locator('#base').selectOption(renfa2022.id);
    expect(await page.locator('#reading-carry-over-year-end').isChecked()).toBe(false);
  });
});

test('rules that cannot be read, and addresses of other sites, are not taken', async () => {
  await onPage('?rules=no-rules.json&home=https://elsewhere.example/', async ({ page }) => {
    await page.locator('#base').waitFor();
    await expect.poll(() => noticed(page)).toContain('未能读取现行规则');
    expect(await page.locator('#base').inputValue()).toBe(renfa2022.id);
    expect(await page.locator('.home').count()).toBe(0);
  });
});

test('prices of the handbook in force are tried, over several seeds', async () => {
  const settings = { volunteers: 60, years: 1, seed: 4, runs: 3 };
  const rice = { rewardId: 'rice', title: { 'zh-CN': '大米', en: 'Rice' }, price: 8, isOffered: true };
  const salt = { rewardId: 'salt', title: { 'zh-CN': '食盐', en: 'Salt' }, price: 2, isOffered: false };
  const towel = { rewardId: 'new-3', title: { 'zh-CN': '毛巾', en: '毛巾' }, price: 1, isOffered: true };
  const handbooks = { a: handbook, b: changedHandbook(handbook, [rice, salt, towel]) };
  const { compared } = simulatePair({ a: renfa2022, b: renfa2022, handbooks, ...settings }, () => {});
  expect(compared.demand.rice?.given.change.mean).not.toBe(0);
  expect(compared.demand['new-3']?.given.after.mean).toBeGreaterThan(0);
  await onPage('?handbook=handbook.json', async ({ page }) => {
    await page.locator('.prices summary').click();
    await page.locator('[data-reward="rice"]').fill('8');
    await page.locator('#prices tr').nth(2).locator('input[type="checkbox"]').uncheck();
    await page.locator('#add-reward').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('毛巾');
    for (const [name, value] of Object.entries(settings))
      await page.locator(`#simulation-${name}`).fill(String(value));
    await page.getByRole('button', { name: '开始模拟' }).click();
    await page.locator('#simulated-changes').waitFor();
    const shown = new Map((await cellsOf(page, '#simulated-changes')).map(([title, ...of]) => [title, of]));
    const rounded = (of: number): number => Math.round(of * 10) / 10;
    for (const [title, figure] of [
      ['大米：兑换数量', compared.demand.rice?.given],
      ['食盐：兑换数量', compared.demand.salt?.given],
      ['毛巾：申请数量', compared.demand['new-3']?.asked],
      ['兑换积分', compared.redeemed],
    ] as const) {
      if (figure === undefined) throw new Error(title);
      const { before, after, change } = figure;
      expect(shown.get(title)).toEqual(
        [before.mean, after.mean, change.mean, change.least, change.most].map(rounded),
      );
    }
  });
});

test('everybody whom a change moves is listed, saved as CSV and printed', async () => {
  const moved = new Map<string, readonly number[]>();
  const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
  compareRuleSets(sampleLedger(renfa2022), renfa2022, yearly, {
    onAccount: ({ accountId, assessment: { a, b }, redeemable }) => {
      if (a !== b || redeemable.a !== redeemable.b) moved.set(accountId, [a, b, b - a]);
    },
  });
  expect(moved.size).toBeGreaterThan(20);
  await onPage('', async ({ page }) => {
    await page.locator('#reading-claim-cap-window-calendar-year').check();
    const download = page.waitForEvent('download');
    await page.locator('#save-moved').click();
    const rows = parse(readFileSync(await (await download).path()), { bom: true }) as string[][];
    expect(new Map(rows.slice(1).map(([id = '', , ...of]) => [id, of.slice(0, 3).map(Number)]))).toEqual(
      moved,
    );
    const changes = rows.slice(1).map((row) => Number(row[4]));
    expect(changes).toEqual(changes.toSorted((x, y) => y - x));
    // The page is printed as it would be: nothing but the list.
    await page.evaluate(() => Object.assign(globalThis, { print: () => {} }));
    await page.locator('#print-moved').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#moved tbody tr').count()).toBe(moved.size);
    expect(await page.locator('#moved').isVisible()).toBe(true);
    for (const other of ['.top', '.rules', '#totals', '#simulation-title'])
      expect(await page.locator(other).first().isVisible()).toBe(false);
    await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('#totals').isVisible()).toBe(true);
  });
});

test('means have a tenth', async () => {
  const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
  const { byRole } = compareRuleSets(sampleLedger(renfa2022), renfa2022, yearly);
  const means = Object.values(byRole).flatMap(({ accounts, assessment: { a, b } }) =>
    [a, b].map((sum) => Math.round((sum / accounts) * 10) / 10),
  );
  expect(means.some((mean) => !Number.isInteger(mean))).toBe(true);
  await onPage('', async ({ page }) => {
    await page.locator('#reading-claim-cap-window-calendar-year').check();
    const plot = page.locator('figure', { hasText: '按类别' });
    await plot.locator('svg .number').first().waitFor();
    expect((await plot.locator('svg .number').allTextContents()).map(Number)).toEqual(means);
  });
});
