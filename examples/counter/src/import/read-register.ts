import { decode } from '../csv/decode.js';
import { type CsvRow, hasMoreLines, readCsv } from '../csv/read-csv.js';
import { unescaped } from '../csv/write-csv.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { COLUMNS, type Column, columnOf, EXAMPLE, NEEDED } from './columns.js';
import { FILE_LIMIT, MOST_COLUMNS, MOST_IN_CELL, MOST_LINES, MOST_ROWS } from './limits.js';

export type Row = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** What is wrong with the row as CSV: a quote out of place, or a cell that is too long. Then it has no cells. */
  readonly problem?: Bilingual;
};

export type Register = {
  readonly text: string;
  readonly encoding: string;
  readonly rows: readonly Row[];
  /** Headings that name no column. */
  readonly unused: readonly string[];
};

/** A register, or what is wrong with the whole file. */
export type Read = Register | { readonly problem: Bilingual };

/** Reads a register's file: what encoding it has, which columns, which rows; or what is wrong with the whole of it. */
export function readRegister(bytes: Uint8Array): Read {
  const decoded = decode(bytes);
  return decoded === undefined ? { problem: MESSAGES.notDecoded } : readText(decoded.text, decoded.encoding);
}

export function readText(text: string, encoding: string): Read {
  if (text.includes('\0')) return { problem: MESSAGES.notDecoded };
  if (Buffer.byteLength(text) > FILE_LIMIT) return { problem: MESSAGES.textTooLarge };
  const records = recordsOf(text.replace(/^\uFEFF/, ''));
  if ('problem' in records) return records;
  const [head, ...rest] = records;
  if (head === undefined) return { problem: MESSAGES.noRows };
  if (head.isBroken === true) return { problem: MESSAGES.notCsv(head.line) };
  if (head.cells.some(isTooLong)) return { problem: MESSAGES.cellTooLong(MOST_IN_CELL) };
  const columns = head.cells.map(columnOf);
  const twice = columns.find((column, place) => column !== undefined && columns.indexOf(column) !== place);
  if (twice !== undefined) return { problem: named(MESSAGES.twiceColumn, twice) };
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing !== undefined) return { problem: named(MESSAGES.noColumn, missing) };
  if (rest.length === 0) return { problem: MESSAGES.noRows };
  const unused = head.cells.filter((heading, place) => columns[place] === undefined && heading.trim() !== '');
  return { text, encoding, rows: rest.map((record) => rowOf(record, columns)), unused };
}

/** The rows of a text that say something, its headings first. Nothing is read beyond what an import may have. */
function recordsOf(text: string): readonly CsvRow[] | { readonly problem: Bilingual } {
  if (hasMoreLines(text, MOST_LINES)) return { problem: MESSAGES.tooManyRows(MOST_ROWS, MOST_LINES) };
  const [first = ''] = /^[^\r\n]*/.exec(text) ?? [];
  const [, delimiter] = /^sep=([^"])$/i.exec(first) ?? [];
  const records: CsvRow[] = [];
  for (const row of readCsv(text, delimiter ?? delimiterOf(first), MOST_COLUMNS)) {
    if (row.cells.length > MOST_COLUMNS) return { problem: MESSAGES.tooManyColumns(MOST_COLUMNS) };
    const isNaming = delimiter !== undefined && row.line === 1;
    if (isNaming || isEmpty(row) || isExample(row)) continue;
    if (records.length > MOST_ROWS) return { problem: MESSAGES.tooManyRows(MOST_ROWS, MOST_LINES) };
    records.push(row);
  }
  return records;
}

const isEmpty = ({ cells, isBroken }: CsvRow): boolean =>
  isBroken !== true && cells.every((cell) => cell.trim() === '');

/** A row of the template that shows how others are filled in. */
const isExample = ({ cells: [first = ''] }: CsvRow): boolean => first.trim().startsWith(EXAMPLE);

const isTooLong = (cell: string): boolean => cell.length > MOST_IN_CELL;

function rowOf({ line, cells: given, isBroken }: CsvRow, columns: readonly (Column | undefined)[]): Row {
  if (isBroken === true) return { line, cells: {}, problem: MESSAGES.notCsvRow };
  if (given.some(isTooLong)) return { line, cells: {}, problem: MESSAGES.cellTooLong(MOST_IN_CELL) };
  const cells: Partial<Record<Column, string>> = {};
  given.forEach((cell, place) => {
    const column = columns[place];
    if (column === undefined || cell.trim() === '') return;
    // A note may begin or end with a space; nothing else may.
    cells[column] = unescaped(column === 'note' ? cell : cell.trim());
  });
  return { line, cells };
}

/** Each language names the column in its own words. */
function named(message: (name: string) => Bilingual, column: Column): Bilingual {
  const { 'zh-CN': zh, en } = COLUMNS[column];
  return { 'zh-CN': message(zh)['zh-CN'], en: message(en).en };
}

/** What the first line is divided by. */
function delimiterOf(first: string): string {
  const counts = new Map([',', '\t', ';'].map((mark) => [mark, 0]));
  for (const letter of first) {
    const count = counts.get(letter);
    if (count !== undefined) counts.set(letter, count + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
