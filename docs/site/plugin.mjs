// What the documentation's site adds to TypeDoc's theme: documents go by their headings, in folders of their own; the page in
// Chinese says so; and the entry pages and the workbench are in reach of every page.
import { Converter, JSX, KindRouter, PageEvent } from 'typedoc';

const { createElement } = JSX;
const HEADING = /^\s*# (.+)\n/;
/** What a document is called where its heading would not do among the others. */
const TITLES = { 'README.zh-CN': '中文说明' };
/** Links that every page has, by their place in the site. */
const LINKS = [
  { to: 'index.html', title: 'English', lang: 'en' },
  { to: 'documents/README.zh-CN.html', title: '中文', lang: 'zh-CN' },
  { to: 'workbench/index.html', title: '口径工作台 · Workbench' },
];

/** Where each document is in the site, without the ending. */
const places = new WeakMap();

class SiteRouter extends KindRouter {
  getIdealBaseName(reflection) {
    return places.get(reflection) ?? super.getIdealBaseName(reflection);
  }
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.defineRouter('site', SiteRouter);
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => name(document));
  app.renderer.on(PageEvent.END, inItsLanguage);
  app.renderer.hooks.on('sidebar.begin', (context) =>
    createElement(
      'nav',
      { class: 'site-links', 'aria-label': 'Site' },
      LINKS.map(({ to, title, lang }) => createElement('a', { href: context.relativeURL(to), lang }, title)),
    ),
  );
}

function name(document) {
  const file = document.name;
  const [first] = document.content;
  const heading = first?.kind === 'text' ? HEADING.exec(first.text)?.[1] : undefined;
  const title = TITLES[file] ?? heading;
  places.set(document, placeOf(file));
  if (title !== undefined) document.name = title;
}

/** Guides in their folder; of an example's description, the name is that of the example. */
function placeOf(file) {
  if (file.startsWith('docs/guides/')) return file.slice('docs/'.length);
  return `documents/${file.replace(/^docs\//, '').replace(/^examples\/(.+)\/README$/, '$1')}`;
}

function inItsLanguage(page) {
  if (page.url.includes('.zh-CN.')) page.contents = page.contents?.replace('lang="en"', 'lang="zh-CN"');
}
