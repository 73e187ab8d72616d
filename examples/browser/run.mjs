// Opens the page in Chromium: with the library as `npm pack` packs it, and the three packages it depends on, laid beside the page
// and found through its import map. Prints what the page shows; anything that goes wrong in the page ends the run with 1.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LONGEST_WAIT, openChromium, problemsOf } from '../../scripts/chromium.mjs';
import { root } from '../../scripts/entries.mjs';
import { mustRun } from '../../scripts/process.mjs';
import { serveFolder } from '../../scripts/serve-folder.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'points-bank-browser-'));

/** The page and the packages, each as it is published. */
async function assemble() {
  for (const file of ['index.html', 'page.css', 'page.mjs', 'without-eval.mjs'])
    cpSync(join(here, file), join(site, file));
  const packages = join(site, 'packages');
  mkdirSync(packages);
  const options = ['--json', '--ignore-scripts', '--pack-destination', site];
  const [{ filename }] = Object.values(JSON.parse(await mustRun('npm', ['pack', ...options], { cwd: root })));
  await mustRun('tar', ['-xzf', join(site, filename), '-C', packages]);
  cpSync(join(packages, 'package'), join(packages, 'points-bank'), { recursive: true });
  for (const name of ['zod', 'pure-rand'])
    cpSync(join(root, 'node_modules', name), join(packages, name), { recursive: true });
}

/** Scripts of the page's own address and the import map, and no `eval`. */
function policy() {
  const [, map] = /<script type="importmap">([\s\S]*?)<\/script>/.exec(
    readFileSync(join(here, 'index.html'), 'utf8'),
  );
  const hash = createHash('sha256').update(map).digest('base64');
  return `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src data:`;
}

async function claim(page, postId, difficulty, on) {
  await page.getByLabel('岗位').fill(postId);
  await page.getByLabel('难度').selectOption(difficulty);
  await page.getByLabel('日期').fill(on);
  await page.getByRole('button', { name: '认领' }).click();
  await tell(page, `${postId}, ${difficulty}, ${on}`);
}

async function tell(page, what) {
  console.log(`\n${what}`);
  for (const line of await page.locator('#answer p').allTextContents()) console.log(`  ${line}`);
  console.log(`  = ${await page.locator('#balance').textContent()}`);
}

await assemble();
const { address, stop } = await serveFolder(site, { headers: { 'content-security-policy': policy() } });
const browser = await openChromium();
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(LONGEST_WAIT);
  const problems = await problemsOf(page);
  await page.goto(address);
  await page.locator('#entries tr').first().waitFor();
  await tell(page, 'opened');
  await claim(page, '平安巡逻', 'hard', '2023-03-02');
  await claim(page, '银龄陪伴', 'hard', '2023-03-09');
  await claim(page, '平安巡逻', 'base', '2023-03-10');
  console.log('\nthe statement');
  for (const row of await page.locator('#entries tr').all())
    console.log(`  ${(await row.locator('td').allTextContents()).join(' | ')}`);
  const printed = await page.pdf();
  console.log(
    `\nprinted: ${printed.subarray(0, 5).toString()} ${printed.length > 5000 ? 'with content' : 'empty'}`,
  );
  console.log(`problems in the page: ${problems.length}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await stop();
  rmSync(site, { recursive: true, force: true });
}
