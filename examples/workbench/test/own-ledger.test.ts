import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BankEvent, withReading } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import {
  compareRuleSets,
  plainPopulation,
  populationFrom,
  sensitivity,
  simulateHistories,
} from 'points-bank/simulation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AT_ONCE } from '../src/actions/ledger.js';
import { HANDBOOK, sampleRun } from '../src/ledger/sample.js';
import { simulatePair } from '../src/worker/simulate.js';
import { cellsOf, numberOf, onPage, shownNumbers, withBrowser } from './page.js';

const dist = join(import.meta.dirname, '../dist');
withBrowser(dist);

const YEARLY = '#reading-claim-cap-window-calendar-year';
const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'points-bank-workbench-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(dist, 'ledger.jsonl'), { force: true });
});

function ledgerOf(volunteers: number): readonly (readonly BankEvent[])[] {
  const population = plainPopulation(renfa2022, { volunteers });
  return [...simulateHistories({ ...sampleRun(renfa2022), population, seed: 77 })];
}

function written(file: string, histories: readonly (readonly BankEvent[])[]): string {
  writeFileSync(
    file,
    `${histories
      .flat()
      .map((event) => JSON.stringify(event))
      .join('\n')}\n`,
  );
  return file;
}

test('a file that is chosen is compared', async () => {
  const histories = ledgerOf(30);
  const file = written(join(folder, 'ledger.jsonl'), histories);
  const { winners, changed } = compareRuleSets(histories, renfa2022, yearly);
  await onPage('', async ({ page }) => {
    await page.locator('#ledger-file').setInputFiles(file);
    await expect.poll(() => page.locator('#ledger-summary').textContent()).toContain('ledger.jsonl：30');
    await page.locator(YEARLY).check();
    await page.locator('#number-winners').waitFor();
    expect(await shownNumbers(page)).toMatchObject({ accounts: 30, winners, changed });
  });
});

test('which open questions matter in it is said', async () => {
  const histories = ledgerOf(20);
  const matter = sensitivity(histories, renfa2022).effects.filter(({ matters }) => matters);
  expect(matter.length).toBeGreaterThan(5);
  const file = written(join(folder, 'open-questions.jsonl'), histories);
  await onPage('', async ({ page }) => {
    await page.locator('#ledger-file').setInputFiles(file);
    await expect.poll(() => page.locator('#ledger-summary').textContent()).toContain('jsonl：20');
    await page.locator('#sensitivity summary').click();
    await page.getByRole('button', { name: '逐一计算' }).click();
    await page.locator('#sensitivity table').waitFor();
    const rows = await cellsOf(page, '#sensitivity table');
    expect(
      rows.map(([question, , changed, most, lost, feedback]) => [question, changed, most, lost, feedback]),
    ).toEqual(
      matter.map((effect) => [
        effect.question['zh-CN'],
        effect.accountsChanged,
        effect.mostPoints,
        effect.redemptionsLost,
        effect.feedbackChanged,
      ]),
    );
  });
});

test('a file that is dropped is taken, and volunteers can be simulated as they were in it', async () => {
  const histories = ledgerOf(30);
  const text = histories
    .flat()
    .map((event) => JSON.stringify(event))
    .join('\n');
  const population = populationFrom(histories, renfa2022);
  const handbooks = { a: HANDBOOK, b: HANDBOOK };
  const settings = { volunteers: 90, years: 1, seed: 3, runs: 1 };
  const expected = simulatePair({ a: renfa2022, b: renfa2022, handbooks, ...settings, population }, () => {});
  await onPage('', async ({ page }) => {
    await page.locator('#ledger-summary').waitFor();
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'dropped.jsonl'));
      document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    }, text);
    await expect.poll(() => page.locator('#ledger-summary').textContent()).toContain('dropped.jsonl：30');
    for (const [name, value] of Object.entries(settings))
      await page.locator(`#simulation-${name}`).fill(String(value));
    await page.locator('#simulation-behaviour').selectOption('estimated');
    await page.getByRole('button', { name: '开始模拟' }).click();
    await page.locator('#simulated-figures').waitFor();
    const accepted = Object.values(expected.a.commands.accepted).reduce((sum, n) => sum + n, 0);
    const rows = await cellsOf(page, '#simulated-figures');
    expect(rows.find(([name]) => name === '已办理')?.[1]).toBe(accepted);
  });
});

test('work that takes long can be stopped, and the ledger is there afterwards', async () => {
  await onPage('?lang=en', async ({ page }) => {
    await page.locator('#sensitivity summary').click();
    await page.getByRole('button', { name: 'Try each' }).click();
    await page.locator('#sensitivity').getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => page.locator('.notice').textContent()).toBe('Stopped.');
    await page.locator(YEARLY).check();
    await page.locator('#number-winners').waitFor();
  });
});

test('an address of the same site is read, another is not', async () => {
  const histories = ledgerOf(18);
  written(join(dist, 'ledger.jsonl'), histories);
  await onPage('?ledger=ledger.jsonl', async ({ page }) => {
    await page.locator('#ledger-summary').waitFor();
    expect(await page.locator('#ledger-summary').textContent()).toContain('18 个账户');
  });
  await onPage('?ledger=https://elsewhere.example/ledger.jsonl', async ({ page }) => {
    await expect.poll(() => page.locator('[role=alert]').first().textContent()).toContain('本站');
  });
});

test('a ledger that is not there is said to be missing', async () => {
  await onPage('?ledger=missing.jsonl', async ({ page, problems }) => {
    await expect.poll(() => page.locator('[role=alert]').first().textContent()).toContain('404');
    // The browser itself reports the answer.
    (problems as string[]).length = 0;
  });
});

test('a file that holds no events says so, line by line', async () => {
  const file = join(folder, 'commands.jsonl');
  writeFileSync(file, '{"type":"OpenAccount","data":{"accountId":"a"}}\nnot JSON\n');
  await onPage('?lang=en', async ({ page }) => {
    await page.locator('#ledger-file').setInputFiles(file);
    await expect.poll(() => page.locator('#ledger-summary').textContent()).toContain('no account');
    expect(await page.locator('.warning li').count()).toBe(2);
  });
});

test('a ledger of some hundred thousand entries leaves the page free, and is compared when asked', async () => {
  // One history many times under other names: the page has to read and decide each.
  const histories = ledgerOf(300);
  const copies = Array.from({ length: 10 }, (_, copy) =>
    histories.map((history) =>
      history.map((event) => ({
        ...event,
        data: { ...event.data, accountId: `${copy}-${event.data.accountId}` },
      })),
    ),
  ).flat() as unknown as BankEvent[][];
  const events = copies.flat().length;
  expect(events).toBeGreaterThan(2 * AT_ONCE);
  const file = written(join(folder, 'large.jsonl'), copies);
  const { winners } = compareRuleSets(histories, renfa2022, yearly);
  await onPage('', async ({ page }) => {
    await page.locator('#ledger-file').setInputFiles(file);
    await page.locator('progress[aria-label^="正在读取"]').waitFor();
    // While it is read, a choice takes effect.
    await page.locator(YEARLY).check();
    await page.locator('#deviations').waitFor();
    expect(await page.locator('progress[aria-label^="正在读取"]').isVisible()).toBe(true);
    await expect
      .poll(async () =>
        numberOf(
          /，([\d,]+) 笔/.exec((await page.locator('#ledger-summary').textContent()) ?? '')?.[1] ?? null,
        ),
      )
      .toBe(events);
    expect(await page.locator('#number-winners').count()).toBe(0);
    await page.getByRole('button', { name: '比较', exact: true }).click();
    await page.locator('#number-winners').waitFor();
    expect(await shownNumbers(page)).toMatchObject({ accounts: 3000, winners: 10 * winners });
  });
});
