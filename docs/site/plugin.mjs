// What the documentation's site adds to TypeDoc's theme: documents go by their headings, in folders of their own; the page in
// Chinese says so; and the entry pages and the workbench are in reach of every page.
import { Comment, CommentTag, Converter, IndexEvent, JSX, KindRouter, PageEvent } from 'typedoc';
import { searchInEveryScript } from './search.mjs';
import { SOUGHT } from './sought.mjs';

const { createElement } = JSX;
const HEADING = /^\s*# (.+)\n/;
/** What a document is called where its heading would not do among the others. */
const TITLES = { 'README.zh-CN': '中文说明' };
/** Where a document stands in the navigation, by its file; the first that fits. */
const CATEGORIES = [
  [/^README/, 'Start'],
  [/^docs\/(guides\/zh-CN\/|.+\.zh-CN$)/, '指南'],
  [/^docs\/guides\//, 'Guides'],
  [/^docs\//, 'Reference'],
  [/^examples\//, 'Examples'],
  [/./, 'Project'],
];
/** Under which heading an entry point lists what stands in a folder or file of src/; the first that fits. Others are listed by their kind. */
const GROUPS = [
  [/^account\/(?:bank|decide)/, 'Deciding'],
  [/^account\/commands\//, 'Commands'],
  [/^account\/events\//, 'Events'],
  [/^account\/state\//, 'Accounts'],
  [/^account\//, 'Handbooks, programmes, stock'],
  [/^rules\//, 'Rules and readings'],
  [/^values\//, 'Values'],
  [/^reports\/volunteer\//, 'For a volunteer'],
  [/^reports\/register\//, 'For a community'],
  [/^reports\/anomalies\//, 'For an auditor'],
  [/^reports\//, 'In every report'],
  [/^simulation\/compare\//, 'Comparing rules'],
  [/^simulation\/population\//, 'Populations'],
  [/^simulation\/charts\//, 'Charts'],
  [/^simulation\//, 'Simulating'],
  [/^audit\/chain\//, 'Sealed histories'],
  [/^audit\//, 'Decisions, checked again'],
];
/** Links that every page has, by their place in the site. */
const LINKS = [
  { to: 'index.html', title: 'English', lang: 'en' },
  { to: 'documents/README.zh-CN.html', title: '中文', lang: 'zh-CN' },
  { to: 'workbench/index.html', title: '规则工作台 · Workbench' },
];

/** What of the navigation is open until a reader closes it; the theme keeps that under these keys. */
const OPEN_AT_FIRST = `try {
  for (const key of ['tsd-accordion-Start', 'tsd-accordion-Guides', 'tsd-accordion-指南'])
    if (localStorage.getItem(key) === null) localStorage.setItem(key, 'true');
} catch {}`;

/** Where each document is in the site, without the ending. */
const places = new WeakMap();

class SiteRouter extends KindRouter {
  getIdealBaseName(reflection) {
    return places.get(reflection) ?? super.getIdealBaseName(reflection);
  }
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  searchInEveryScript();
  app.renderer.defineRouter('site', SiteRouter);
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => name(document));
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => grouped(project));
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = withLevels(withPlainSummaries(withTablesThatScroll(withLandmarks(inItsLanguage(page)))));
  });
  app.renderer.on(IndexEvent.PREPARE_INDEX, addSought);
  app.renderer.hooks.on('head.end', () =>
    createElement('script', null, createElement(JSX.Raw, { html: OPEN_AT_FIRST })),
  );
  app.renderer.hooks.on('sidebar.begin', (context) =>
    createElement(
      'nav',
      { class: 'site-links', 'aria-label': 'Site' },
      LINKS.map(({ to, title, lang }) => createElement('a', { href: context.relativeURL(to), lang }, title)),
    ),
  );
}

/** Puts what an entry point exports under headings of its subjects. */
function grouped(project) {
  for (const module of project.children ?? []) {
    for (const exported of module.children ?? []) {
      const file = project.getSymbolIdFromReflection(exported)?.fileName.replaceAll('\\', '/') ?? '';
      const group = GROUPS.find(([pattern]) => pattern.test(file.replace(/^.*\/src\//, '')))?.[1];
      if (group === undefined) continue;
      exported.comment ??= new Comment();
      exported.comment.blockTags.push(new CommentTag('@group', [{ kind: 'text', text: group }]));
    }
  }
}

/** Lets pages be found by words that they do not have; a title still weighs more. */
function addSought(index) {
  index.searchFieldWeights.sought = 5;
  const missing = new Set(Object.keys(SOUGHT));
  for (const [at, found] of index.searchResults.entries()) {
    const place = places.get(found);
    if (SOUGHT[place] === undefined) continue;
    missing.delete(place);
    index.searchFields[at] = { ...index.searchFields[at], sought: SOUGHT[place] };
  }
  if (missing.size > 0)
    throw new Error(`sought.mjs names pages that are not there: ${[...missing].join(', ')}`);
}

function name(document) {
  const file = document.name;
  const [first] = document.content;
  const heading = first?.kind === 'text' ? HEADING.exec(first.text)?.[1] : undefined;
  const title = TITLES[file] ?? heading;
  places.set(document, placeOf(file));
  document.frontmatter.category ??= CATEGORIES.find(([pattern]) => pattern.test(file))?.[1];
  if (title !== undefined) document.name = title;
}

/** Guides in their folder; of an example's description, the name is that of the example. */
function placeOf(file) {
  if (file.startsWith('docs/guides/')) return file.slice('docs/'.length);
  return `documents/${file.replace(/^docs\//, '').replace(/^examples\/(.+)\/README(.*)$/, '$1$2')}`;
}

function inItsLanguage({ url, contents = '' }) {
  return /[./]zh-CN[./]/.test(url) ? contents.replace('lang="en"', 'lang="zh-CN"') : contents;
}

/** The theme has no landmark around what a page is about, nor around its settings and headings. */
function withLandmarks(html) {
  return html
    .replace('<div class="col-content">', '<main class="col-content">')
    .replace(/<\/div>(\s*)<div class="col-sidebar">/, '</main>$1<div class="col-sidebar">')
    .replace('<div class="page-menu">', '<aside class="page-menu" aria-label="Page">')
    .replace(/<\/div>(\s*)<div class="site-menu">/, '</aside>$1<div class="site-menu">');
}

/** A table that is wider than a phone scrolls by itself, also by keys. */
function withTablesThatScroll(html) {
  return html
    .replaceAll('<table>', '<div class="sideways" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>');
}

/** What opens and closes a part of the page is no place for a link: it goes without the one to itself, to which the page's own contents lead. */
function withPlainSummaries(html) {
  return html.replace(/<summary\b.*?<\/summary>/gs, (summary) =>
    summary.replace(/<a [^>]*class="tsd-anchor-icon".*?<\/a>/s, ''),
  );
}

/** The theme picks headings by their size and leaves levels out; each says its level in the outline of the page. */
function withLevels(html) {
  const outline = [];
  return html.replace(/<h([1-6])\b/g, (tag, size) => {
    while (outline.length > 0 && outline.at(-1) >= size) outline.pop();
    outline.push(size);
    return outline.length === Number(size) ? tag : `${tag} aria-level="${outline.length}"`;
  });
}
