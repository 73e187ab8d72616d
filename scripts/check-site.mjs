// Holds the documentation's site together: every link of every page leads to a file of the site and to a place that is there,
// every page of the guides is in the navigation, and no document is linked to as a bare file. Links to other sites are counted only.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { inflateSync } from 'node:zlib';
import { root } from './entries.mjs';

const site = resolve(root, process.argv[2] ?? 'docs-site');
/** Pages that have to be there. */
const WANTED = [
  'index.html',
  'documents/README.zh-CN.html',
  'documents/refusals.html',
  'workbench/index.html',
];
/** What every page has wrong need not be said of every page. */
const MOST_SHOWN = 50;

const problems = [];
const outside = new Set();
let links = 0;

const files = readdirSync(site, { recursive: true })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => statSync(join(site, file)).isFile());
const pages = new Map(
  files
    .filter((file) => file.endsWith('.html'))
    .map((file) => [file, readFileSync(join(site, file), 'utf8')]),
);

for (const page of WANTED) if (!pages.has(page)) problems.push(`${page} is missing`);
for (const file of files.filter((name) => name.startsWith('media/') && name.endsWith('.md')))
  problems.push(`${file} is linked to as a file: list its source under "projectDocuments" of typedoc.json`);
for (const [page, html] of pages) for (const target of targetsOf(html)) checkLink(page, target);

const navigation = navigationPaths();
for (const path of navigation) checkLink('index.html', path);
for (const page of guides())
  if (!navigation.includes(page)) problems.push(`${page} is not in the navigation`);

for (const problem of problems.slice(0, MOST_SHOWN)) console.error(problem);
if (problems.length > MOST_SHOWN) console.error(`… and ${problems.length - MOST_SHOWN} more`);
console.log(`${pages.size} pages, ${links} links within the site, ${outside.size} addresses outside of it`);
if (problems.length > 0) process.exitCode = 1;

/** What a page links to or loads. */
function targetsOf(html) {
  return [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src)="([^"]*)"/g)].map(([, target]) =>
    target.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  );
}

function checkLink(page, target) {
  if (/^[a-z][a-z+.-]*:/.test(target)) {
    if (!/^(?:https:|mailto:|data:)/.test(target)) problems.push(`${page}: ${target} is not a link by https`);
    else outside.add(target);
    return;
  }
  links += 1;
  const [path, fragment] = target.split('#');
  const file = fileOf(page, decodeURIComponent(path.split('?')[0]));
  if (file === undefined) problems.push(`${page}: ${target} leads to nothing`);
  else if (fragment && pages.has(file) && !hasPlace(pages.get(file), decodeURIComponent(fragment)))
    problems.push(`${page}: ${target} names a place that is not there`);
}

/** The file of the site that a path of a page leads to. */
function fileOf(page, path) {
  if (path === '') return page;
  const asked = resolve(site, dirname(page), path);
  const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
  if (!file.startsWith(site + sep) || !existsSync(file)) return undefined;
  return relative(site, file).replaceAll(sep, '/');
}

function hasPlace(html, id) {
  return html.includes(`id="${id.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
}

function guides() {
  return readdirSync(join(root, 'docs/guides'), { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `guides/${file.replaceAll(sep, '/').replace(/\.md$/, '.html')}`);
}

/** Where TypeDoc's navigation leads: a tree that its theme loads as compressed JSON. */
function navigationPaths() {
  const script = readFileSync(join(site, 'assets/navigation.js'), 'utf8');
  const [, packed] = /"([^"]+)"/.exec(script) ?? [];
  const below = (nodes = []) =>
    nodes.flatMap(({ path, children }) => [...(path ? [path] : []), ...below(children)]);
  return below(JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString('utf8')));
}
