// Bundlers, each of which makes a page; the pages are opened in Chromium under a content security policy without eval.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LONGEST_WAIT, openChromium, problemsOf } from '../../scripts/chromium.mjs';
import { serveFolder } from '../../scripts/serve-folder.mjs';
import { answerOf, installed, program, versionOf, work } from './place.mjs';

const STRICT =
  'nothing; on a page without `eval`, `config({ jitless: true })` of zod before the first import of `points-bank/schema` or `/define`';
const PAGES = join(work, 'pages');
const STRICT_PAGES = {
  folder: PAGES,
  headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; img-src data:" },
};

/** The folder that a bundler writes its page to, with the page in it. */
function pageOf(name) {
  const folder = join(PAGES, name);
  mkdirSync(folder, { recursive: true });
  cpSync(program('page.html'), join(folder, 'index.html'));
  return folder;
}

/** The first thing that a bundler has to say against it; else what its page shows. */
async function shown(name, said) {
  return [said === '' ? await inChromium(`${name}/index.html`) : said];
}

/** What a page shows once it has its answer, or what went wrong in it. */
export async function inChromium(path, { folder, headers } = STRICT_PAGES, place = '#answer') {
  const { address, stop } = await serveFolder(folder, { headers });
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LONGEST_WAIT);
    const problems = await problemsOf(page);
    await page.goto(`${address}/${path}`);
    const answered = page.locator(`${place}:not(:empty)`).textContent();
    const broken = new Promise((resolve) => page.on('pageerror', resolve));
    const answer = await Promise.race([answered, broken.then(() => 'no answer')]);
    return problems.length === 0 ? answer : `${answer}: ${problems.join(' ')}`;
  } finally {
    await browser.close();
    await stop();
  }
}

const esbuild = {
  name: 'esbuild, in Chromium',
  version: () => versionOf('esbuild'),
  needs: STRICT,
  async run() {
    const said = await answerOf(installed('esbuild/bin/esbuild'), [
      program('page.mjs'),
      '--bundle',
      '--minify',
      '--format=esm',
      '--log-level=warning',
      `--outfile=${join(pageOf('esbuild'), 'page.mjs')}`,
    ]);
    return shown('esbuild', said);
  },
};

const vite = {
  name: 'Vite, in Chromium',
  version: () => versionOf('vite'),
  needs: STRICT,
  async run() {
    const source = join(work, 'vite');
    mkdirSync(source, { recursive: true });
    for (const name of ['page.mjs', 'program.mjs', 'without-eval.mjs'])
      cpSync(program(name), join(source, name));
    cpSync(program('page.html'), join(source, 'index.html'));
    const said = await answerOf(process.execPath, [
      installed('vite/bin/vite.js'),
      'build',
      source,
      '--configLoader=native',
      '--base=./',
      '--logLevel=error',
      '--emptyOutDir',
      `--outDir=${join(PAGES, 'vite')}`,
    ]);
    return shown('vite', said);
  },
};

const webpack = {
  name: 'webpack, in Chromium',
  version: () => versionOf('webpack'),
  needs: STRICT,
  async run() {
    const folder = pageOf('webpack');
    return shown(
      'webpack',
      await answerOf(process.execPath, [program('webpack.mjs'), program('page.mjs'), folder]),
    );
  },
};

export const bundlers = [esbuild, vite, webpack];
