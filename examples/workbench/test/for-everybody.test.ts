import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPage, withBrowser } from './page.js';

withBrowser(join(import.meta.dirname, '../dist'));

const LOOKS: [string, string, BrowserContextOptions][] = [
  ['Chinese, light', '?lang=zh-CN', { colorScheme: 'light' }],
  [
    'Chinese, dark, on a phone',
    '?lang=zh-CN',
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ],
  ['English, light, on a phone', '?lang=en', { colorScheme: 'light', viewport: { width: 360, height: 740 } }],
  ['English, dark', '?lang=en', { colorScheme: 'dark' }],
];

/** Brings out everything that the page can show: results, problems of neither kind, tables and details. */
async function showAll(page: Page): Promise<void> {
  await page.locator('#reading-carry-over-year-end').check();
  await page.locator('#number-losers').waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.locator('[id="field-roles.resident.limits.claims.maximum"]').fill('4');
  await page.locator('.warning').waitFor();
  await page.locator('#simulation-volunteers').fill('60');
  await page.locator('button.first').click();
  await page.locator('#simulated-figures').waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function axeFinds(page: Page): Promise<string[]> {
  // Given to the page by the debugger: its security policy lets no other script in.
  await page.evaluate(axe.source);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

describe.each(LOOKS)('%s', (_, path, options) => {
  test('axe finds nothing and nothing is wider than the page, with everything open', async () => {
    await onPage(
      path,
      async ({ page }) => {
        await showAll(page);
        expect(await axeFinds(page)).toEqual([]);
        const [needed, given] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(needed).toBeLessThanOrEqual(given as number);
        await page.locator('[id="field-roles.resident.limits.claims.maximum"]').fill('many');
        await page.locator('.problems').waitFor();
        expect(await axeFinds(page)).toEqual([]);
      },
      options,
    );
  });
});

test('everything can be done by keyboard', async () => {
  await onPage('?lang=en', async ({ page }) => {
    await page.locator('#ledger-summary').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    // The first question, its next answer.
    await page.locator('#reading-claim-cap-window-life').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('#number-winners').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      'reading-claim-cap-window-calendar-year',
    );
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('results');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.results') !== null)).toBe(true);
  });
});

test('a field keeps what is typed and the focus while the results follow', async () => {
  await onPage('?lang=en', async ({ page }) => {
    await page.locator('summary', { hasText: 'Redeeming' }).click();
    const visits = page.locator('[id="field-redemption.limits.visits.maximum"]');
    await visits.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12', { delay: 200 });
    await page.locator('#deviations').waitFor();
    expect(await visits.inputValue()).toBe('12');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(
      'field-redemption.limits.visits.maximum',
    );
  });
});
