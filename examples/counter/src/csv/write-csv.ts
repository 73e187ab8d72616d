import { stringify } from 'csv-stringify/sync';
import { attachment, download } from '../web/download.js';
import type { Web } from '../web/env.js';

export type Cell = string | number | undefined;

/**
 * CSV as spreadsheets take it: UTF-8 with a byte order mark, lines ended by CRLF. Text that a spreadsheet would run as a formula gets
 * an apostrophe before it, also where it would be one to a spreadsheet that divides cells by semicolons or tabs; a number is a number, its minus sign included.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `${MARK}${linesOf(rows)}`;
}

const TYPE = 'text/csv; charset=utf-8';

/** The byte order mark. */
const MARK = '\uFEFF';

function linesOf(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : plain(cell ?? ''))));
  // A line break of any kind is quoted, and so is the mark that spreadsheets of some countries divide cells by.
  return stringify(cells, { record_delimiter: '\r\n', quoted_match: /[\r\n;]/ });
}

/** A formula, or one behind apostrophes, of which {@link unescaped} takes one away. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Where another spreadsheet begins a cell within this one, with a formula in it; quotes before that it may take away. */
const WITHIN = /([;\t\r\n])(?=['"]*[=+\-@＝＋－＠])/gu;
const WITHIN_ESCAPED = /([;\t\r\n])'(?=['"]*[=+\-@＝＋－＠])/gu;

function plain(text: string): string {
  const within = text.replace(WITHIN, "$1'");
  return FORMULA.test(within) ? `'${within}` : within;
}

/** What a cell said before {@link csvOf} made it safe. */
export function unescaped(text: string): string {
  const within = text.replace(WITHIN_ESCAPED, '$1');
  return within.startsWith("'") && FORMULA.test(within.slice(1)) ? within.slice(1) : within;
}

export function csvAnswer(c: Web, name: string, rows: readonly (readonly Cell[])[]): Response {
  return c.body(csvOf(rows), 200, {
    'Content-Type': TYPE,
    'Content-Disposition': attachment(name),
  });
}

/** How many rows are written at a time. */
const AT_A_TIME = 500;

/** The same of rows that come one after the other: never more of them in memory than are written at a time. */
export function csvStream(c: Web, name: string, rows: AsyncIterable<readonly Cell[]>): Promise<Response> {
  return download(c, name, TYPE, textsOf(rows));
}

async function* textsOf(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  yield MARK;
  let some: (readonly Cell[])[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < AT_A_TIME) continue;
    yield linesOf(some);
    some = [];
  }
  yield linesOf(some);
}
