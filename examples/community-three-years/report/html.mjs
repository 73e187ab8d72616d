import { readFileSync } from 'node:fs';
import { isWords, plain } from './words.mjs';

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

/** A long table shows its first rows, and the whole of it on demand. */
function tableHtml(table, id) {
  const { rows, shown = rows.length, title } = table;
  const whole = tableOf(table, id);
  if (rows.length <= shown) return whole;
  return `<details class="whole"><summary>${both(title)}（${rows.length}）</summary>
${whole}
</details>`;
}

function tableOf({ title, columns, rows }, id) {
  return `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
<table>
<caption id="${id}">${both(title)}</caption>
<thead><tr>${columns.map(headHtml).join('')}</tr></thead>
<tbody>
${rows.map((row) => rowHtml(row, columns)).join('\n')}
</tbody>
</table>
</div>`;
}

function headHtml(column) {
  return `<th scope="col"${classOf(column)}>${both(column.title)}</th>`;
}

function rowHtml(row, columns) {
  const cells = row.map((cell, index) => {
    const name = index === 0 ? 'th scope="row"' : 'td';
    return `<${name}${classOf(columns[index])}>${cellHtml(cell)}</${name.slice(0, 2)}>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function classOf({ number, long }) {
  if (number) return ' class="number"';
  return long ? ' class="long"' : '';
}

function cellHtml(cell) {
  if (isWords(cell)) return both(cell);
  if (cell.paragraphs === undefined) return escaped(plain(cell));
  const paragraphs = cell.paragraphs.map((paragraph) => `<p>${both(paragraph)}</p>`).join('');
  if (cell.heading === undefined) return paragraphs;
  return `<details><summary>${both(cell.heading)}</summary>${paragraphs}</details>`;
}

/** Words in both languages, each marked with its own. */
function both(text) {
  return `<span class="zh">${escaped(text['zh-CN'])}</span> <span class="en" lang="en">${escaped(text.en)}</span>`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
