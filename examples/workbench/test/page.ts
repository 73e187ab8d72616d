import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { LONGEST_WAIT, openChromium, problemsOf } from '../../../scripts/chromium.mjs';
import { serveFolder } from '../../../scripts/serve-folder.mjs';

/** What the built page is served with: nothing that the page itself does not say. */
type Server = { readonly address: string; readonly stop: () => Promise<void> };

export type Workbench = {
  readonly page: Page;
  /** Everything that went wrong in the page so far. */
  readonly problems: readonly string[];
};

let browser: Browser;
let server: Server;

/** Starts a browser and a server for the tests of a file. */
export function withBrowser(folder: string): void {
  beforeAll(async () => {
    browser = await openChromium();
    server = await serveFolder(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
}

function address(path = ''): string {
  return `${server.address}/${path}`;
}

/** Opens the page, waits for its ledger, does something there, and holds that nothing went wrong. */
export async function onPage(
  path: string,
  doing: (workbench: Workbench) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_WAIT);
    const problems = await problemsOf(page);
    await page.goto(address(path));
    await doing({ page, problems });
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

/** The figures that a comparison shows, by name. */
export async function shownNumbers(page: Page): Promise<Record<string, number>> {
  const names = ['accounts', 'changed', 'winners', 'losers', 'lost'];
  const values = await Promise.all(
    names.map(async (name) => [name, numberOf(await page.locator(`#number-${name}`).textContent())]),
  );
  return Object.fromEntries(values);
}

export function numberOf(shown: string | null): number {
  return Number((shown ?? '').replaceAll(',', '').replace('−', '-').replace('+', ''));
}

/** The cells of a table's body, numbers as numbers. */
export async function cellsOf(page: Page, table: string): Promise<(string | number)[][]> {
  const rows = await page.locator(`${table} tbody tr`).all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.locator('th, td').allTextContents()).map((cell) =>
        /^[+−]?\d[\d,]*(\.\d+)?$/.test(cell) ? numberOf(cell) : cell,
      ),
    ),
  );
}
