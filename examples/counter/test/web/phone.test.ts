import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCommands } from '../../src/sample/commands.js';
import { fillSubdistrict } from '../../src/sample/fill.js';
import { partsOf, unbroken } from '../../src/web/unbroken.js';
import { axeFinds, openDeskOf, PHONE, type Served, serveHost, wideTables } from './support/browser.js';
import { type Host, openHost, TODAY } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * What is read on a phone of 360 pixels: no day and no number is broken at a hyphen, wherever it stands, and no table is moved sideways.
 */
const own = '/accounts/linan-0003';
const PAGES = {
  'volunteer-3': ['/', own, `${own}/handbook`, `${own}/statement`, `${own}/feedback?year=2026`],
  'clerk-linan': [
    '/',
    '/accounts',
    '/handbook',
    '/programme',
    '/requests',
    own,
    `${own}/statement`,
    `${own}/redeem`,
    `${own}/undo?entry=2`,
    `${own}/ask?entry=2&for=correct`,
    '/accounts/linan-0005/statement',
    '/activity',
    '/import',
    '/export',
  ],
  officer: [
    '/register',
    '/feedback',
    '/feedback/letters',
    '/anomalies',
    '/audit?check=1',
    '/rules',
    '/handbook',
  ],
} as const;

let host: Host;
let served: Served;

beforeAll(async () => {
  host = await openHost({ assets: true });
  await fillSubdistrict(
    host.counter,
    [...sampleCommands(TODAY)].filter(({ data }) => /-00(0[1-5]|12)$/.test(data.accountId)),
  );
  await addPeople(host);
  const clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  const reward = { rewardId: 'rice', kind: 'goods', zh: '大米 5 公斤', en: 'Rice, 5 kg', price: '6' };
  const more = {
    stock: '20',
    stockFrom: TODAY,
    consent: '2026-01-05',
    consentUntil: '2027-01-04',
    limit: '1',
  };
  const fields = Object.entries({ ...reward, ...more, limitPer: 'half-year' });
  const edition = Object.fromEntries(fields.map(([field, value]) => [`reward0-${field}`, value]));
  expect((await clerk.post('/handbook', { version: '2026-1', published: TODAY, ...edition })).status).toBe(
    303,
  );
  const matter = {
    name: '冬季清雪',
    item: 'activity',
    difficulty: 'hard',
    from: '2026-11-01',
    until: '2027-02-28',
  };
  const matters = Object.entries(matter).map(([field, value]) => [`matter0-${field}`, value]);
  const programme = { version: '2026-1', published: TODAY, ...Object.fromEntries(matters) };
  expect((await clerk.post('/programme', programme)).status).toBe(303);
  served = await serveHost(host);
});

afterAll(async () => {
  await served?.close();
});

/** The days and numbers that stand on a page, each with the lines that it takes. */
function runs(page: Page): Promise<{ run: string; lines: number }[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { run: string; lines: number }[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (node.parentElement?.closest('option, script, svg, textarea, .unseen') !== null) continue;
      for (const { 0: run, index } of (node.textContent ?? '').matchAll(/[\w-]*[A-Za-z\d]-\d[\w-]*/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + run.length);
        found.push({ run, lines: range.getClientRects().length });
      }
    }
    return found;
  });
}

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  test.each(Object.keys(PAGES) as (keyof typeof PAGES)[])('for %s', async (who) => {
    const { page, close } = await openDeskOf(served, host, who, { locale, viewport: PHONE });
    const broken: string[] = [];
    const seen: string[] = [];
    for (const path of PAGES[who]) {
      await page.goto(path);
      // Wherever a line may end, and so wherever a day may stand in it.
      for (let width = PHONE.width; width < PHONE.width + 60; width += 12) {
        await page.setViewportSize({ ...PHONE, width });
        const found = await runs(page);
        if (width === PHONE.width && found.length > 0) seen.push(path);
        broken.push(...(await wideTables(page)).map((label) => `${path} at ${width}: ${label}`));
        for (const { run, lines } of found) if (lines > 1) broken.push(`${path} at ${width}: ${run}`);
      }
    }
    expect(broken).toEqual([]);
    expect(seen.length).toBeGreaterThan(3);
    await close();
  });
});

test('a day in a preview is no more broken than on a page, and its text is as it was', async () => {
  const { page, close } = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN', viewport: PHONE });
  await page.goto(`${own}/report-in`);
  await page.locator('[name=on]').fill('2026-11-20');
  const words = page.locator('#preview p').first();
  await words.filter({ hasText: '自 2027-01-01 起可再报到' }).waitFor();
  for (let width = PHONE.width; width < PHONE.width + 60; width += 12) {
    await page.setViewportSize({ ...PHONE, width });
    expect((await runs(page)).filter(({ lines }) => lines > 1)).toEqual([]);
  }
  expect(await words.textContent()).toContain('自 2027-01-01 起可再报到');
  await close();
});

/** What is in a table's first row, each cell with what stands before it. */
const firstRow = (page: Page, table: string) =>
  page
    .locator(`${table} tbody tr`)
    .first()
    .evaluate((row) =>
      [...row.children].flatMap((cell) => {
        const before = getComputedStyle(cell, '::before').content.replaceAll(/^none$|"/g, '');
        return getComputedStyle(cell).display === 'none' ? [] : [`${before}${cell.textContent}`];
      }),
    );

test('a table says at each figure what it is, and is one with columns on paper', async () => {
  const { page, close } = await openDeskOf(served, host, 'clerk-linan', { locale: 'zh-CN', viewport: PHONE });
  await page.goto('/handbook');
  const edition = '.edition[open] .scroll';
  expect(await firstRow(page, edition)).toEqual([
    '大米 5 公斤',
    '物品',
    '每份分值 6',
    '余量 20',
    '会议同意 2026-01-05 至 2027-01-04',
    '每户限兑 每半年 1 件',
  ]);
  expect(await axeFinds(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(`${edition} thead`).isVisible()).toBe(true);
  expect((await firstRow(page, edition))[2]).toBe('6');
  await page.emulateMedia({ media: 'screen' });
  await page.goto('/programme');
  const programme = '[aria-labelledby=in-use] .scroll';
  expect(await firstRow(page, programme)).toEqual([
    '冬季清雪',
    '社区党组织活动 / 报到地党组织活动 / 报到社区活动',
    '难度 难度较大',
    '起 2026-11-01',
    '止 2027-02-28',
  ]);
  expect(await axeFinds(page)).toEqual([]);
  await close();
});

describe('what is kept on one line', () => {
  const text = fc.string({ unit: fc.constantFrom('2025', '06', '-', 'linan', '_', ' ', '至', '"', '–') });
  const markup = fc.constantFrom(
    '<a href="2025-06-30">',
    '</a>',
    '<p data-on="linan-0003">',
    '<br/>',
    '&#39;',
    '<',
  );
  const html = fc.array(fc.oneof(text, markup)).map((parts) => parts.join(''));

  test('changes nothing else of a page', () => {
    fc.assert(
      fc.property(html, (page) => {
        expect(unbroken(page).replaceAll(/<span class="unbroken">([\w-]+)<\/span>/g, '$1')).toBe(page);
      }),
    );
  });

  test('is the same in a text of a page and in a text of a preview', () => {
    fc.assert(
      fc.property(text, (words) => {
        const parts = partsOf(words).map(({ part, isUnbroken }) =>
          isUnbroken ? `<span class="unbroken">${part}</span>` : part,
        );
        expect(parts.join('')).toBe(unbroken(words));
      }),
    );
  });

  test.each(['option', 'script', 'style', 'svg', 'textarea', 'title'])('is nothing in %s', (tag) => {
    const page = `<${tag} id="a-1">2025-06-30<b>2025-06-30</b></${tag}><p>2025-06-30</p>`;
    expect(unbroken(page)).toBe(
      `<${tag} id="a-1">2025-06-30<b>2025-06-30</b></${tag}><p><span class="unbroken">2025-06-30</span></p>`,
    );
  });

  test.each([
    ['2025-06-30', true],
    ['linan-0003', true],
    ['half-year', false],
    [`linan-${'0'.repeat(60)}`, false],
    ['-2', false],
  ])('%s: %s', (run, isUnbroken) => {
    expect(unbroken(run)).toBe(isUnbroken ? `<span class="unbroken">${run}</span>` : run);
  });
});
