import { readFileSync } from 'node:fs';
import { isWords, plain, words } from './words.mjs';

const EXPLANATION = words('说明', 'explanation');

const STYLE = readFileSync(new URL('./page.css', import.meta.url), 'utf8');

/** The whole report as one page that needs nothing else: no script, no font, no request. */
export function page(title, about, sections, plots) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title['zh-CN'])} · ${escaped(title.en)}</title>
<style>
${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">跳到正文 <span lang="en">Skip to content</span></a>
<header>
<h1>${both(title)}</h1>
<p>${both(about)}</p>
<nav aria-label="目录 Contents"><ol>
${sections.map(({ id, title: of }) => `<li><a href="#${id}">${both(of)}</a></li>`).join('\n')}
</ol></nav>
</header>
<main id="main">
${sections.map((section) => sectionHtml(section, plots)).join('\n')}
</main>
</body>
</html>
`;
}

function sectionHtml({ id, title, about, tables, plots: named = [] }, plots) {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${both(title)}</h2>
<p class="about">${both(about)}</p>
${named.map((name) => plotHtml(plots[name])).join('\n')}
${tables.map((table, index) => tableHtml(table, `${id}-${index}`)).join('\n')}
</section>`;
}

function plotHtml({ title, alt, wide, narrow }) {
  const picture = (kind, svg) =>
    `<div class="plot ${kind}" role="img" aria-label="${escaped(`${alt['zh-CN']} ${alt.en}`)}">${svg}</div>`;
  return `<figure>
<figcaption><strong>${both(title)}</strong><p class="alt">${both(alt)}</p></figcaption>
${picture('wide', wide)}
${picture('narrow', narrow)}
</figure>`;
}

/** A table that the console cuts short is opened on demand. */
function tableHtml(table, id) {
  const { rows, shown = rows.length, title } = table;
  const whole = tableOf(table, id);
  if (rows.length <= shown) return whole;
  return `<details class="whole"><summary>${both(title)}（${rows.length}）</summary>
${whole}
</details>`;
}

function tableOf({ title, columns, rows }, id) {
  const shown = columns.flatMap(({ onConsole }, index) => (onConsole ? [] : [index]));
  const heads = shown.map((index) => columns[index]);
  const bodies = rows.map((row) => rowHtml(shown.map((index) => [row[index], columns[index]])));
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
${heads.some(({ long }) => long) ? '<table class="stacks" role="table">' : '<table>'}
<caption id="${id}">${both(title)}</caption>
<thead role="rowgroup"><tr role="row">${heads.map(headHtml).join('')}</tr></thead>
<tbody role="rowgroup">
${bodies.join('\n')}
</tbody>
</table>
</div>`;
}

/*
 * Where a table stacks on a narrow page its rows are no table rows any more to a browser: the roles say that they are, and each
 * cell bears its column's title.
 */

function headHtml(column) {
  return `<th scope="col" role="columnheader"${classOf(column)}>${both(column.title)}</th>`;
}

function rowHtml(cells) {
  const [[first, column], ...others] = cells;
  const head = `<th scope="row" role="rowheader"${classOf(column)}>${cellHtml(first)}</th>`;
  return `<tr role="row">${head}${others.map(([cell, of]) => dataHtml(cell, of)).join('')}</tr>`;
}

function dataHtml(cell, column) {
  const label = column.long ? '' : ` data-label="${escaped(column.title['zh-CN'])}"`;
  return `<td role="cell"${classOf(column)}${label}>${cellHtml(cell)}</td>`;
}

/** A column is of numbers, of long cells, of words that take some room, or of neither. */
function classOf({ number, long, roomy }) {
  const name = [number && 'number', long && 'long', roomy && 'roomy'].filter(Boolean).join(' ');
  return name === '' ? '' : ` class="${name}"`;
}

function cellHtml(cell) {
  if (isWords(cell)) return both(cell);
  if (cell.paragraphs === undefined) return keyed(escaped(plain(cell)));
  const paragraphs = cell.paragraphs.map((paragraph) => `<p>${both(paragraph)}</p>`).join('');
  if (cell.about === undefined) return paragraphs;
  const about = cell.about.map((line) => `<p>${cellHtml(line)}</p>`).join('');
  return `${about}<details><summary>${both(EXPLANATION)}</summary>${paragraphs}</details>`;
}

/** Days, ids and clauses stay in one piece. */
function keyed(text) {
  return /^[\w.-]{4,12}$/.test(text) ? `<span class="key">${text}</span>` : text;
}

/** Words in both languages, each marked with its own. */
function both(text) {
  return `<span class="zh">${escaped(text['zh-CN'])}</span> <span class="en" lang="en">${escaped(text.en)}</span>`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
