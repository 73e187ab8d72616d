import { decode } from '../csv/decode.js';
import { type CsvRow, hasMoreLines, readCsv } from '../csv/read-csv.js';
import { unescaped } from '../csv/write-csv.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { type Column, EXAMPLE } from './columns.js';
import { findHeadings, type Headings } from './find-headings.js';
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
  /** The line of the headings; whatever stands above them is not read. */
  readonly headingsLine: number;
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
  const csv = text.replace(/^\uFEFF/, '');
  if (hasMoreLines(csv, MOST_LINES)) return { problem: MESSAGES.tooManyRows(MOST_ROWS, MOST_LINES) };
  const headings = findHeadings(csv);
  if ('problem' in headings) return headings;
  const { line: headingsLine, cells: head, columns } = headings;
  const records = recordsOf(csv, headings);
  if ('problem' in records) return records;
  if (records.length === 0) return { problem: MESSAGES.noRows };
  const unused = head.filter((heading, place) => columns[place] === undefined && heading.trim() !== '');
  return { text, encoding, headingsLine, rows: records.map((record) => rowOf(record, columns)), unused };
}

/** The rows after the headings that say something. Nothing is read beyond what an import may have. */
function recordsOf(
  csv: string,
  { delimiter, next }: Headings,
): readonly CsvRow[] | { readonly problem: Bilingual } {
  const records: CsvRow[] = [];
  for (const row of readCsv(csv, delimiter, MOST_COLUMNS, next)) {
    if (row.cells.length > MOST_COLUMNS) return { problem: MESSAGES.tooManyColumns(MOST_COLUMNS) };
    if (isEmpty(row) || isExample(row)) continue;
    if (records.length === MOST_ROWS) return { problem: MESSAGES.tooManyRows(MOST_ROWS, MOST_LINES) };
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
