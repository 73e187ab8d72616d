import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import type { Host } from './host.js';
import { PASSWORD } from './people.js';
import { Visitor } from './visitor.js';

/** Debian's Chromium, or one that is named. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The longest wait for something in a page, in milliseconds. It only makes a failure say what was missing. */
const LONGEST_WAIT = 600_000;

const SCREENSHOTS = fileURLToPath(new URL('../../../../../docs/screenshots/', import.meta.url));

export const DESKTOP = { width: 1120, height: 800 };
export const PHONE = { width: 360, height: 740 };

export type Served = {
  readonly address: string;
  /** A browser of somebody's own, for as long as the counter is served. */
  context(options: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
};

let launched: Promise<Browser> | undefined;

/** One Chromium for all files of a process; it ends with that. Whoever looks at a counter has a context to themselves. */
function sharedBrowser(): Promise<Browser> {
  // Playwright would give up after 30 s; a slow machine is no failure.
  launched ??= chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'], timeout: 0 });
  return launched;
}

/** The counter on a port of its own, and browsers that look at it. */
export async function serveHost({ app }: Host): Promise<Served> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made));
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const contexts: BrowserContext[] = [];
  return {
    address,
    async context(options) {
      const context = await (await sharedBrowser()).newContext({ baseURL: address, ...options });
      contexts.push(context);
      return context;
    },
    async close() {
      for (const context of contexts) await context.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type Desk = { readonly page: Page; readonly troubles: string[]; close(): Promise<void> };

/** A browser of somebody's own; whatever its console complains about is kept. */
export async function openDesk(
  served: Served,
  options: {
    locale: 'zh-CN' | 'en';
    viewport?: { width: number; height: number };
    javaScriptEnabled?: boolean;
  },
): Promise<Desk> {
  const { locale, viewport = DESKTOP, javaScriptEnabled = true } = options;
  const context = await served.context({
    locale,
    viewport,
    javaScriptEnabled,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    // An answer such as 422 to a form with something wrong in it is no trouble of the page.
    if (message.type() === 'error' && !/Failed to load resource: .* status of 4\d\d/.test(message.text()))
      troubles.push(message.text());
  });
  return { page, troubles, close: () => context.close() };
}

/** The desk of somebody who is signed in: the session comes from a request, which spares the browser two pages. */
export async function openDeskOf(
  served: Served,
  host: Host,
  name: string,
  options: Parameters<typeof openDesk>[1],
): Promise<Desk> {
  const visitor = new Visitor(host);
  await visitor.signIn(name, PASSWORD);
  const desk = await openDesk(served, options);
  const session = { name: SESSION, value: visitor.cookie(SESSION) ?? '', url: served.address };
  await desk.page.context().addCookies([session]);
  return desk;
}

const SESSION = 'counter_session';

export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('[name=name]').fill(name);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** What axe finds, as lines to read; none where nothing is wrong. */
export async function axeFinds(page: Page): Promise<string[]> {
  // Through the page's own debugger: the counter's policy lets no other script in, and that is not what is tested here.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    return runner.run(document, { resultTypes: ['violations'] });
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}

/** Whether the page itself scrolls sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** The tables that have to be moved sideways to be read. */
export function wideTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.scroll')]
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .map((frame) => frame.getAttribute('aria-label') ?? ''),
  );
}

/** Cells and badges so narrow that Chinese in them stands a character or so a line. */
export function brokenCells(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const narrow = [...document.querySelectorAll<HTMLElement>('td, tbody th, .badge')].filter((cell) => {
      const words = cell.textContent?.trim() ?? '';
      if (cell.childElementCount > 0 || !/^\p{Script=Han}{2,}$/u.test(words)) return false;
      const range = document.createRange();
      range.selectNodeContents(cell);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      return lines > 1 && words.length / lines < 3;
    });
    return narrow.map((cell) => cell.textContent ?? '');
  });
}

/** Keeps a picture for the documentation, where pictures are asked for; from an element on, where one is named. */
export async function picture(page: Page, name: string, from?: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  await mkdir(SCREENSHOTS, { recursive: true });
  if (from !== undefined)
    await page
      .locator(from)
      .evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.screenshot({ path: `${SCREENSHOTS}counter-${name}.png` });
}
