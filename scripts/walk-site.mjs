// Walks the built documentation in Chromium as a reader would: the entry pages, a search in each language, a guide, the workbench.
// What goes wrong in a page, and what axe finds, is a failure.
import { join } from 'node:path';
import axe from 'axe-core';
import { LONGEST_WAIT, openChromium, problemsOf } from './chromium.mjs';
import { root } from './entries.mjs';
import { serveFolder } from './serve-folder.mjs';

const { address, stop } = await serveFolder(join(root, 'docs-site'));
const browser = await openChromium();
const failures = [];

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

/** What axe finds in a page once its theme has shown it. */
async function expectAccessible(page, path) {
  await page.locator('.site-menu nav a').first().waitFor();
  await page.locator('#tsd-nav-container a').first().waitFor();
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 100)}`);
  expect(found.length === 0, `${path}: axe finds nothing ${found.join(' | ')}`);
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
    await expectAccessible(page, 'index.html');
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
    await expectAccessible(page, 'documents/README.zh-CN.html');
    const found = await search(page, '解释口径');
    expect(
      found.some((href) => href.includes('zh-CN')),
      'a search in Chinese finds a page in Chinese',
    );
  });
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
