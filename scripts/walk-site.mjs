// Walks the built documentation in Chromium as a reader would: the entry pages, searches in each language, a guide, the workbench; and on
// a phone. What goes wrong in a page, and what axe finds, is a failure.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { LONGEST_WAIT, openChromium, problemsOf } from './chromium.mjs';
import { root } from './entries.mjs';
import { serveFolder } from './serve-folder.mjs';

const { address, stop } = await serveFolder(join(root, 'docs-site'));
const browser = await openChromium();
const failures = [];

/** What people look for, and a page that the search has to find. Some of these words stand in no page of that subject. */
const SOUGHT = {
  monthly: 'guides/write-a-rule-set',
  refund: 'guides/undo-a-slip',
  verify: 'guides/verify-transfer-bar',
  verifyChain: 'functions/audit.verifyChain',
  database: 'guides/store-events',
  deno: 'documents/hosts',
  每月: 'guides/zh-CN/write-a-rule-set',
  退款: 'guides/zh-CN/undo-a-slip',
  验证: 'guides/zh-CN/read-the-ledger',
};
/** The width of a small phone, in pixels. */
const PHONE = 360;
/** Pages of the API, of which there are hundreds of the same make, that stand for the others on a phone. */
const OF_THE_API = ['functions/index.createBank', 'types/index.BankEvent', 'interfaces/index.Bank'];

/** Holds that something is so, and says what was looked for. */
function expect(holds, what) {
  console.log(`${holds ? 'ok' : 'NOT'}  ${what}`);
  if (!holds) failures.push(what);
}

async function on(path, walk) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST_WAIT);
    const problems = await problemsOf(page);
    await page.goto(`${address}/${path}`);
    // A wait that ends in vain says little where the page has already said what went wrong.
    await walk(page).catch((error) => {
      throw new Error(`${path}: ${problems.join(' ')}`, { cause: error });
    });
    expect(problems.length === 0, `${path}: nothing goes wrong ${problems.join(' ')}`);
  } finally {
    await context.close();
  }
}

/** A page of each kind that no other walk comes by. */
const OF_EACH_KIND = [
  'documents/hosts.html',
  'functions/index.fold.html',
  'types/audit.ChainEnd.html',
  'classes/define.RuleSetError.html',
  'guides/write-a-rule-set.html',
];

/**
 * What axe finds in a page once its theme has shown it, with every part of it open: axe passes over what is not seen. The navigation is the same
 * on all pages, so two of them open it.
 */
async function expectAccessible(page, path, { navigation = false } = {}) {
  await page.locator('.site-menu nav a').first().waitFor();
  await page.locator('#tsd-nav-container a').first().waitFor();
  await page.evaluate((isWhole) => {
    for (const part of document.querySelectorAll('details'))
      part.open = isWhole || part.closest('#tsd-nav-container') === null;
  }, navigation);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 100)}`);
  expect(found.length === 0, `${path}: axe finds nothing ${found.join(' | ')}`);
}

/** Pages that are wider than a phone. A wide table or block of code scrolls by itself. */
async function widerThanPhone() {
  const context = await browser.newContext({ viewport: { width: PHONE, height: 740 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const pages = readdirSync(join(root, 'docs-site'), { recursive: true }).filter((file) =>
    /^(?:index|modules|(?:documents|guides|modules)\/.+)\.html$/.test(file),
  );
  const wide = [];
  for (const path of [...pages, ...OF_THE_API.map((name) => `${name}.html`)]) {
    await page.goto(`${address}/${path}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > PHONE) wide.push(`${path}: ${width} px`);
  }
  await context.close();
  return { pages: pages.length, wide };
}

/** Searches, and gives the addresses that are found. */
async function search(page, words) {
  await page.keyboard.press('/');
  // What is typed before the index is there is not looked up later; the page says that it prepares the index until then.
  await page.locator('#tsd-search-status:empty').waitFor({ state: 'attached' });
  await page.locator('#tsd-search-input').fill(words);
  const results = page.locator('#tsd-search-results a');
  await results.first().waitFor();
  return results.evaluateAll((links) => links.map((link) => link.href));
}

try {
  await on('index.html', async (page) => {
    expect((await page.locator('html').getAttribute('lang')) === 'en', 'the entry page in English says so');
    await expectAccessible(page, 'index.html', { navigation: true });
    const found = await search(page, 'decide');
    expect(
      found.some((href) => href.includes('index.Bank.html#decide')),
      "a search for 'decide' finds the bank's",
    );
    expect(
      found.some((href) => href.includes('/guides/')),
      "a search for 'decide' finds a guide",
    );
  });
  await on('index.html', async (page) => {
    await page.locator('#tsd-nav-container a', { hasText: 'Concepts' }).click();
    await page.locator('main h1', { hasText: 'Concepts' }).waitFor();
    await expectAccessible(page, 'guides/concepts.html');
    await page.locator('.site-links a', { hasText: '中文' }).first().click();
    await page.locator('main h2', { hasText: '第一个程序' }).waitFor();
    expect(
      (await page.locator('html').getAttribute('lang')) === 'zh-CN',
      'the entry page in Chinese says so',
    );
    await expectAccessible(page, 'documents/README.zh-CN.html', { navigation: true });
    const found = await search(page, '解释口径');
    expect(
      found.some((href) => href.includes('zh-CN')),
      'a search in Chinese finds a page in Chinese',
    );
  });
  for (const [word, place] of Object.entries(SOUGHT)) {
    await on('index.html', async (page) => {
      const found = await search(page, word);
      expect(
        found.some((href) => href.includes(`/${place}.html`)),
        `a search for '${word}' finds ${place}`,
      );
    });
  }
  await on('modules.html', async (page) => {
    const said = await page.locator('dt:has(a[href^="modules/"]) + dd').allTextContents();
    expect(
      said.length >= 9 && said.every((text) => text.trim() !== ''),
      'the list of modules says what each is for',
    );
    await expectAccessible(page, 'modules.html');
    await page.locator('dt#audit a').first().click();
    await page.locator('main summary', { hasText: 'Sealed histories' }).first().waitFor();
  });
  for (const file of readdirSync(join(root, 'docs-site/modules')))
    await on(`modules/${file}`, (page) => expectAccessible(page, `modules/${file}`));
  await on('index.html', async (page) => {
    const summaries = page.locator('#tsd-nav-container summary');
    await summaries.filter({ hasText: 'API' }).click();
    await summaries.filter({ hasText: 'audit' }).click();
    await page.locator('#tsd-nav-container a[href$="modules/audit.html"]').click();
    await page.locator('#tsd-nav-container a[aria-current="page"]', { hasText: 'audit' }).waitFor();
    expect(true, "a module's page is the first in its list of the navigation");
  });
  for (const path of OF_EACH_KIND) await on(path, (page) => expectAccessible(page, path));
  const { pages, wide } = await widerThanPhone();
  expect(wide.length === 0, `none of ${pages} pages scrolls sideways on a phone ${wide.join(', ')}`);
  await on('guides/concepts.html', async (page) => {
    await page.locator('.site-links a', { hasText: 'Workbench' }).click();
    await page.locator('#reading-claim-cap-window-calendar-year').check();
    await page.locator('#number-winners').waitFor();
    const winners = Number(await page.locator('#number-winners').textContent());
    expect(winners > 0, 'the workbench compares from within the site');
  });
} finally {
  await browser.close();
  await stop();
}
if (failures.length > 0) process.exitCode = 1;
