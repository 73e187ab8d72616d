import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '../csv/decode.js';
import { unescaped } from '../csv/write-csv.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { COLUMNS, type Column, columnOf, NEEDED } from './columns.js';

export type Row = { readonly line: number; readonly cells: Readonly<Partial<Record<Column, string>>> };

export type Register = {
  readonly text: string;
  readonly encoding: string;
  readonly rows: readonly Row[];
  /** Headings that name no column. */
  readonly unused: readonly string[];
};

type Parsed = { record: string[]; info: { lines: number } };

/** Reads a register's file: what encoding it has, which columns, which rows; or what is wrong with the whole of it. */
export function readRegister(bytes: Uint8Array): Register | { readonly problem: Bilingual } {
  const decoded = decode(bytes);
  return decoded === undefined ? { problem: MESSAGES.notDecoded } : readText(decoded.text, decoded.encoding);
}

export function readText(text: string, encoding: string): Register | { readonly problem: Bilingual } {
  let records: Parsed[];
  try {
    // One kind of line ending: else the first line's is taken for that of all, and in a file of mixed ones two rows become one.
    records = parse(text.replaceAll(/\r\n?/g, '\n'), {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) return { problem: MESSAGES.notCsv(Number(error.lines ?? 1)) };
    throw error;
  }
  const [head, ...rest] = records;
  if (head === undefined) return { problem: MESSAGES.noRows };
  const columns = head.record.map(columnOf);
  const twice = columns.find((column, place) => column !== undefined && columns.indexOf(column) !== place);
  if (twice !== undefined) return { problem: named(MESSAGES.twiceColumn, twice) };
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing !== undefined) return { problem: named(MESSAGES.noColumn, missing) };
  if (rest.length === 0) return { problem: MESSAGES.noRows };
  const unused = head.record.filter(
    (heading, place) => columns[place] === undefined && heading.trim() !== '',
  );
  const rows = rest.map(({ record, info }) => {
    // The parser tells the last line of a row; a row of several lines is named by its first.
    const line = info.lines - record.join('').split('\n').length + 1;
    const cells: Partial<Record<Column, string>> = {};
    record.forEach((cell, place) => {
      const column = columns[place];
      if (column !== undefined && cell.trim() !== '') cells[column] = unescaped(cell.trim());
    });
    return { line, cells };
  });
  return { text, encoding, rows, unused };
}

/** Each language names the column in its own words. */
function named(message: (name: string) => Bilingual, column: Column): Bilingual {
  const { 'zh-CN': zh, en } = COLUMNS[column];
  return { 'zh-CN': message(zh)['zh-CN'], en: message(en).en };
}

/** What the first line is divided by. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', '\t', ';'].map((mark) => [mark, first.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
