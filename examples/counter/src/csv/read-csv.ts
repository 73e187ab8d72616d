import { rowsOfLines } from './quoted-lines.js';

/**
 * A row of CSV with the line on which it begins. One in which a quote is out of place has no cells, and may have several lines, too, where
 * a cell of it has.
 */
export type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly isBroken?: true };

const QUOTE = '"';

/**
 * The rows of a text as RFC 4180 has them. Any line break ends a row; one within quotes stays as it is. Where quotes are
 * out of place, the text is read so that the fewest lines are lost. A row of more than so many cells ends where it has one too many, and
 * nothing is read after it. Lines before the first that is asked for are not read at all.
 */
export function* readCsv(
  text: string,
  delimiter: string,
  mostCells: number,
  firstLine = 1,
): Generator<CsvRow> {
  const starts = lineStarts(text).slice(firstLine - 1);
  for (const { first, next, isBroken } of rowsOfLines(text, starts, delimiter)) {
    const line = first + firstLine;
    if (isBroken) {
      yield { line, cells: [], isBroken };
      continue;
    }
    const cells = cellsOf(text.slice(starts[first], starts[next]), delimiter, mostCells);
    yield { line, cells };
    if (cells.length > mostCells) return;
  }
}

/** Where the lines of a text begin, and where the last of them ends. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) starts.push(index + lineEnd.length);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

const LINE_END = /\r\n?|\n/g;

/** The first lines of a text. */
export const firstLines = (text: string, most: number): string => text.slice(0, lineStarts(text)[most]);

/** Whether a text has more than so many lines; no more of them are counted. */
export function hasMoreLines(text: string, most: number): boolean {
  let lines = 0;
  for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
    lines += 1;
    if (lines >= most) return index + lineEnd.length < text.length;
  }
  return false;
}

/** The cells of a row in which every quote is in its place, as far as one more than so many. */
function cellsOf(row: string, delimiter: string, most: number): string[] {
  const cells: string[] = [];
  for (let at = 0; cells.length <= most; at += 1) {
    const isQuoted = row[at] === QUOTE;
    const end = isQuoted ? quotedEnd(row, at) : bareEnd(row, at, delimiter);
    cells.push(isQuoted ? row.slice(at + 1, end - 1).replaceAll('""', QUOTE) : row.slice(at, end));
    at = end;
    if (row[at] !== delimiter) break;
  }
  return cells;
}

/** Where a cell ends that has no quotes. */
function bareEnd(row: string, start: number, delimiter: string): number {
  let at = start;
  while (row[at] !== delimiter && !isLineEnd(row[at])) at += 1;
  return at;
}

/** The place after the quote that closes a cell. */
function quotedEnd(row: string, start: number): number {
  let at = row.indexOf(QUOTE, start + 1);
  while (row[at + 1] === QUOTE) at = row.indexOf(QUOTE, at + 2);
  return at + 1;
}

const isLineEnd = (letter: string | undefined): boolean =>
  letter === '\n' || letter === '\r' || letter === undefined;
