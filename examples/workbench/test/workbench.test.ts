import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { deviations, type RuleSet, withReading } from 'points-bank';
import { hailin, renfa2022 } from 'points-bank/rule-sets';
import { parseRuleSet } from 'points-bank/schema';
import { compareRuleSets } from 'points-bank/simulation';
import { describe, expect, test } from 'vitest';
import { HANDBOOK, sampleLedger } from '../src/ledger/sample.js';
import { simulatePair } from '../src/worker/simulate.js';
import { cellsOf, onPage, shownNumbers, withBrowser } from './page.js';

withBrowser(join(import.meta.dirname, '../dist'));

const YEARLY = '#reading-claim-cap-window-calendar-year';

/** What the page has to show of a comparison, as the library gives it here. */
function expectedNumbers(a: RuleSet, b: RuleSet): Record<string, number> {
  const {
    accounts,
    changed,
    winners,
    losers,
    lostRedemptions: lost,
  } = compareRuleSets(sampleLedger(a), a, b);
  return { accounts, changed, winners, losers, lost };
}

describe('a change on the sample ledger', () => {
  test('shows what the library says here, to the number', async () => {
    const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
    const expected = compareRuleSets(sampleLedger(renfa2022), renfa2022, yearly, { keep: 10 });
    expect(expected.winners).toBeGreaterThan(0);
    await onPage('', async ({ page }) => {
      await page.locator(YEARLY).check();
      await page.locator('#number-winners').waitFor();
      expect(await shownNumbers(page)).toEqual(expectedNumbers(renfa2022, yearly));
      const { assessment, redeemable } = expected.totals;
      expect(await cellsOf(page, '#totals')).toEqual([
        ['考核积分合计', assessment.a, assessment.b, assessment.b - assessment.a],
        ['可兑换积分合计', redeemable.a, redeemable.b, redeemable.b - redeemable.a],
      ]);
      const most = await cellsOf(page, '.most');
      expect(most.map(([id, , a, b, change]) => [id, a, b, change])).toEqual(
        expected.most.winners.map(({ accountId, assessment: { a, b } }) => [accountId, a, b, b - a]),
      );
      const deviations = await cellsOf(page, '#deviations');
      expect(deviations.map(([clause, , was, is, kind]) => [clause, was, is, kind])).toEqual(
        ['二（三）1（2）', '二（三）2（2）', '二（三）3（2）'].map((clause) => [
          clause,
          '终身累计',
          '每自然年',
          '放宽',
        ]),
      );
    });
  });

  test('takes and loses redemptions, and several changes at once', async () => {
    const both = withReading(
      withReading(renfa2022, 'carry-over', 'year-end'),
      'redemption-period',
      'six-months-since',
    );
    await onPage('', async ({ page }) => {
      await page.locator('#reading-carry-over-year-end').check();
      await page.locator('#reading-redemption-period-six-months-since').check();
      const expected = expectedNumbers(renfa2022, both);
      expect(expected.lost).toBeGreaterThan(0);
      await expect.poll(() => shownNumbers(page)).toEqual(expected);
    });
  });

  test('is of the rule set that was picked', async () => {
    const nearest = withReading(hailin, 'part-hours', 'nearest');
    await onPage('', async ({ page }) => {
      await page.locator('#base').selectOption('hailin');
      await page.locator('#reading-part-hours-nearest').check();
      await page.locator('#comparison :is(dl, p)').first().waitFor();
      expect(await shownNumbers(page)).toEqual(expectedNumbers(hailin, nearest));
    });
  });
});

test('a simulation gives what it gives here, and the page can be used meanwhile', async () => {
  const lapsing = withReading(renfa2022, 'carry-over', 'year-end');
  const settings = { volunteers: 3000, years: 2, seed: 5, runs: 1 };
  const handbooks = { a: HANDBOOK, b: HANDBOOK };
  const { a, b } = simulatePair({ a: renfa2022, b: lapsing, handbooks, ...settings }, () => {});
  await onPage('', async ({ page }) => {
    await page.locator('#reading-carry-over-year-end').check();
    for (const [name, value] of Object.entries(settings))
      await page.locator(`#simulation-${name}`).fill(String(value));
    await countFrames(page, SIMULATING);
    await page.getByRole('button', { name: '开始模拟' }).click();
    await page.locator(SIMULATING).waitFor();
    await page.locator('#simulated-figures').waitFor();
    const rows = Object.fromEntries(
      (await cellsOf(page, '#simulated-figures')).map(([name, ...of]) => [name, of]),
    );
    const lapsed = (of: typeof a): number =>
      Object.values(of.months).reduce((sum, month) => sum + month.lapsed, 0);
    expect(rows.账户?.slice(0, 2)).toEqual([a.accounts, b.accounts]);
    expect(rows.失效积分?.slice(0, 2)).toEqual([lapsed(a), lapsed(b)]);
    expect(lapsed(b)).toBeGreaterThan(0);
    // Were the page to simulate by itself, it would draw nothing meanwhile.
    expect(await framesCounted(page)).toBeGreaterThan(5);
  });
});

const SIMULATING = 'progress[aria-label^="正在模拟"]';

type Counting = { framesCounted: number };

/** Lets the page count the frames that it draws while an element is there. */
function countFrames(page: import('playwright-core').Page, selector: string): Promise<void> {
  return page.evaluate((wanted) => {
    const counting = globalThis as unknown as Counting;
    counting.framesCounted = 0;
    const next = (): void => {
      if (document.querySelector(wanted) !== null) counting.framesCounted += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }, selector);
}

function framesCounted(page: import('playwright-core').Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Counting).framesCounted);
}

/** Types into a field, and waits until the rules are judged with it: then the address has them. */
async function filled(page: Page, field: string, value: string): Promise<void> {
  const before = page.url();
  await page.locator(field).fill(value);
  await expect.poll(() => page.url()).not.toBe(before);
}

function written(part: unknown): string {
  return part === undefined ? '' : JSON.stringify(part);
}

describe('rules', () => {
  const POINTS = '[id="field-roles.resident.opening.points"]';

  test('that are wrong say so at the field and in a list, and are not compared', async () => {
    await onPage('', async ({ page }) => {
      await page.locator('summary', { hasText: '居民志愿者' }).click();
      await page.locator(POINTS).fill('1.5');
      await page.locator('.problems').waitFor();
      expect(await page.locator(POINTS).getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('[id="field-roles.resident.opening.points-wrong"]').textContent()).toContain(
        '整数',
      );
      await page.locator('.problems a').first().click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(
        'field-roles.resident.opening.points',
      );
      await page.getByRole('button', { name: '导出规则' }).click();
      await expect.poll(() => page.locator('.notice').textContent()).toContain('有误');
      await page.locator(POINTS).fill('0');
      await page.locator('#deviations').waitFor();
      expect((await cellsOf(page, '#deviations'))[0]?.slice(2, 5)).toEqual([1, 0, '从严']);
    });
  });

  test('that are looser than a community may have name the bound and its clause', async () => {
    await onPage('?lang=en', async ({ page }) => {
      await page.locator('summary', { hasText: 'resident volunteer' }).click();
      await page.locator('[id="field-roles.resident.limits.claims.maximum"]').fill('5');
      await page.locator('.warning').waitFor();
      const said = await page.locator('.warning li').textContent();
      expect(said).toContain('claims up to 3 points in all');
      expect(said).toContain('clause 2.3.1.2');
      expect(said).toContain('resident volunteer');
    });
  });

  test('are changed as JSON too, down to what has no field', async () => {
    await onPage('?lang=en', async ({ page }) => {
      await page.locator('summary', { hasText: 'as JSON' }).click();
      const text = page.locator('#json-text');
      const rules = JSON.parse(await text.inputValue());
      const apply = page.getByRole('button', { name: 'Apply' });
      await text.fill('{ not JSON');
      await apply.click();
      expect(await page.locator('#json-wrong').textContent()).toContain('not JSON');
      await text.fill(JSON.stringify({ ...rules, format: 2, roles: {} }));
      await apply.click();
      await page.locator('.problems').waitFor();
      expect(await page.locator('.problems').textContent()).toContain('format');
      const { items } = rules.roles.resident;
      rules.roles.resident.items = {
        ...items,
        tutoring: { ...items.other, title: { 'zh-CN': '辅导', en: 'Tutoring' } },
      };
      await text.fill(JSON.stringify(rules));
      await apply.click();
      await page.locator('#deviations').waitFor();
      expect(await page.locator('#deviations').textContent()).toContain('Tutoring');
    });
  });

  test('are exported under a version and a title of their own, with what differs, and opened again', async () => {
    await onPage('', async ({ page }) => {
      await page.locator(YEARLY).check();
      const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
      const exported = page.getByRole('button', { name: '导出规则' });
      const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
      await exported.click();
      expect(await focused()).toBe('field-version');
      await expect.poll(() => page.locator('.notice').textContent()).toContain('请先另定版本和名称');
      await filled(page, '#field-version', 'linan-1');
      await exported.click();
      expect(await focused()).toBe('field-title.zh-CN');
      await filled(page, '[id="field-title.zh-CN"]', '临安社区细则');
      const download = page.waitForEvent('download');
      await exported.click();
      const file = await (await download).path();
      const parsed = parseRuleSet(JSON.parse(readFileSync(file, 'utf8')));
      const title = { ...renfa2022.title, 'zh-CN': '临安社区细则' };
      expect(parsed).toEqual({ ok: true, value: { ...yearly, version: 'linan-1', title } });
      const differences = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出差异' }).click();
      const saved = await differences;
      expect(saved.suggestedFilename()).toBe('renfa-2022-31-linan-1.csv');
      const rows = parse(readFileSync(await saved.path()), { bom: true }) as string[][];
      const found = deviations(renfa2022, { ...yearly, version: 'linan-1', title });
      expect(rows.slice(1).map(([, path, , was, is]) => [path, was, is])).toEqual(
        found.map(({ path, was, is }) => [path, written(was), written(is)]),
      );
      await page.getByRole('button', { name: '全部恢复' }).click();
      expect(await page.locator(YEARLY).isChecked()).toBe(false);
      await page.locator('#rules-file').setInputFiles(file);
      await expect.poll(() => page.locator(YEARLY).isChecked()).toBe(true);
    });
  });

  test('are in the address, and in both languages', async () => {
    await onPage('', async ({ page }) => {
      await page.locator(YEARLY).check();
      await expect.poll(() => page.url()).toContain('change=');
      const link = page.url();
      await page.goto('about:blank');
      await page.goto(link);
      await page.locator('#number-winners').waitFor();
      expect(await page.locator(YEARLY).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'English' }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.locator('#deviations-title').textContent()).toBe('Deviations from the base');
      expect(await page.locator(YEARLY).isChecked()).toBe(true);
      expect(await page.locator('#number-winners').textContent()).not.toBe('0');
    });
  });
});
