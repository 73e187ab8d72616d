import { isWords, plain } from './words.mjs';

/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u;
/** No table is wider than a terminal. */
const TERMINAL = 120;
const WIDEST_CELL = 30;
const NARROWEST_HEAD = 9;
const GAP = '  ';
const INDENT = '    ';

/** A section as text for a terminal: both languages, tables in columns, long cells below their row. */
export function sectionText({ title, about, tables }) {
  const heading = oneLine(title);
  return [
    heading,
    '='.repeat(widthOf(heading)),
    about['zh-CN'],
    about.en,
    ...tables.flatMap((table) => ['', oneLine(table.title), ...tableLines(table)]),
    '',
  ].join('\n');
}

/**
 * A table within the width of a terminal: both languages side by side where there is room, and otherwise one above the other, in lines as
 * short as the column's numbers allow.
 */
function tableLines({ columns, rows, shown = rows.length }) {
  const short = columns.flatMap(({ long }, index) => (long ? [] : [index]));
  const heads = short.map((index) => columns[index]);
  const cells = rows.slice(0, shown).map((row) => short.map((index) => row[index]));
  const layouts = [
    { linesOf: (cell) => [cellText(cell)], widestHead: Number.POSITIVE_INFINITY, gap: GAP },
    { linesOf: stacked, widestHead: NARROWEST_HEAD, gap: GAP },
    { linesOf: stacked, widestHead: NARROWEST_HEAD, gap: ' ' },
  ].map((layout) => laidOut(heads, cells, layout));
  const { head, bodies } = layouts.find(({ rule }) => widthOf(rule) <= TERMINAL) ?? layouts.at(-1);
  return [
    ...head,
    ...bodies.flatMap((lines, index) => [...lines, ...longLines(rows[index])]),
    ...moreLines(rows.length - shown),
  ];
}

/** The lines of a table whose cells are laid out so, with headings no wider than their column or so much. */
function laidOut(heads, cells, { linesOf, widestHead, gap }) {
  const table = cells.map((row) => row.map(linesOf));
  const own = heads.map((_, place) => Math.max(0, ...table.flatMap((row) => row[place]).map(widthOf)));
  const titles = ['zh-CN', 'en'].map((locale) =>
    heads.map(({ title }, place) => wrapped(title[locale], Math.max(own[place], widestHead))),
  );
  const widths = heads.map((_, place) =>
    Math.max(own[place], ...titles.flatMap((row) => row[place]).map(widthOf)),
  );
  const rowLines = (row) =>
    Array.from({ length: Math.max(...row.map(({ length }) => length)) }, (_, at) =>
      row
        .map((lines, place) => padded(lines[at] ?? '', widths[place], heads[place].number))
        .join(gap)
        .trimEnd(),
    );
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  return { rule, head: [...titles.flatMap(rowLines), rule], bodies: table.map(rowLines) };
}

/** A cell with one language above the other. */
function stacked(cell) {
  const texts = isWords(cell) ? [cell['zh-CN'], cell.en] : [String(plain(cell))];
  return texts.flatMap((text) => wrapped(text, WIDEST_CELL));
}

/** A text in lines of a width: broken at spaces, or after any letter of Chinese. */
function wrapped(text, width) {
  const lines = [''];
  for (const part of text.split(/(?<= )|(?<=[\p{Script=Han}、，；])/u)) {
    const line = lines.at(-1);
    if (line !== '' && widthOf((line + part).trimEnd()) > width) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  return lines.map((line) => line.trimEnd());
}

function longLines(row) {
  return row
    .flatMap((cell) => cell.paragraphs ?? [])
    .flatMap((paragraph) => [INDENT + paragraph['zh-CN'], INDENT + paragraph.en]);
}

function moreLines(left) {
  return left > 0 ? [`… 另有 ${left} 行见报告 ${left} more in the report`] : [];
}

function cellText(cell) {
  return isWords(cell) ? oneLine(cell) : String(plain(cell));
}

function oneLine(text) {
  return `${text['zh-CN']} ${text.en}`;
}

function padded(text, width, atEnd) {
  const space = ' '.repeat(width - widthOf(text));
  return atEnd ? space + text : text + space;
}

function widthOf(text) {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}
