import { isWords, plain } from './words.mjs';

/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u;
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

function tableLines({ columns, rows, shown = rows.length }) {
  const short = columns.flatMap(({ long }, index) => (long ? [] : [index]));
  const cells = rows.slice(0, shown).map((row) => short.map((index) => cellText(row[index])));
  const titles = short.map((index) => cellText(columns[index].title));
  const widths = short.map((_, place) => Math.max(...[titles, ...cells].map((row) => widthOf(row[place]))));
  const line = (row) =>
    row
      .map((cell, place) => padded(cell, widths[place], columns[short[place]].number))
      .join(GAP)
      .trimEnd();
  return [
    line(titles),
    widths.map((width) => '-'.repeat(width)).join(GAP),
    ...cells.flatMap((row, index) => [line(row), ...longLines(rows[index])]),
    ...moreLines(rows.length - shown),
  ];
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
  return isWords(cell) ? oneLine(cell) : plain(cell);
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
