import { CsvError, parse } from 'csv-parse/sync';
import { decode } from '../csv/decode.js';
import { unescaped } from '../csv/write-csv.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { COLUMNS, type Column, columnOf, EXAMPLE, NEEDED } from './columns.js';

export type Row = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** What is wrong with the row as CSV: a quote out of place. Then it has no cells. */
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

/** As many rows as one import may have; a register that is longer is divided. */
export const MOST_ROWS = 50_000;

type Parsed = { readonly record: readonly string[]; readonly line: number; readonly isBroken?: true };

/** Reads a register's file: what encoding it has, which columns, which rows; or what is wrong with the whole of it. */
export function readRegister(bytes: Uint8Array): Read {
  const decoded = decode(bytes);
  return decoded === undefined ? { problem: MESSAGES.notDecoded } : readText(decoded.text, decoded.encoding);
}

export function readText(text: string, encoding: string): Read {
  // One kind of line ending: else the first line's is taken for that of all, and in a file of mixed ones two rows become one.
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const [head, ...rest] = recordsOf(plain).filter(
    ({ record, isBroken }) =>
      isBroken === true || (record.some((cell) => cell.trim() !== '') && !isExample(record)),
  );
  if (head === undefined) return { problem: MESSAGES.noRows };
  if (head.isBroken === true) return { problem: MESSAGES.notCsv(head.line) };
  const columns = head.record.map(columnOf);
  const twice = columns.find((column, place) => column !== undefined && columns.indexOf(column) !== place);
  if (twice !== undefined) return { problem: named(MESSAGES.twiceColumn, twice) };
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing !== undefined) return { problem: named(MESSAGES.noColumn, missing) };
  if (rest.length === 0) return { problem: MESSAGES.noRows };
  if (rest.length > MOST_ROWS) return { problem: MESSAGES.tooManyRows(MOST_ROWS) };
  const unused = head.record.filter(
    (heading, place) => columns[place] === undefined && heading.trim() !== '',
  );
  const rows = rest.map(({ record, line, isBroken }): Row => {
    if (isBroken === true) return { line, cells: {}, problem: MESSAGES.notCsvRow };
    const cells: Partial<Record<Column, string>> = {};
    record.forEach((cell, place) => {
      const column = columns[place];
      if (column !== undefined && cell.trim() !== '') cells[column] = unescaped(cell.trim());
    });
    return { line, cells };
  });
  return { text, encoding, rows, unused };
}

/** A row of the template that shows how others are filled in. */
const isExample = ([first = '']: readonly string[]): boolean => first.trim().startsWith(EXAMPLE);

/** The records of a text. Where a quote is out of place, each line is one by itself, so that only its own row is lost. */
function recordsOf(text: string): Parsed[] {
  const [first = ''] = text.split('\n', 1);
  const [, named] = /^sep=(.)$/i.exec(first) ?? [];
  const from = named === undefined ? 1 : 2;
  const delimiter = named ?? delimiterOf(first);
  const whole = parsed(text, delimiter, from);
  if (whole !== undefined) return whole;
  return text.split('\n').flatMap((line, index): Parsed[] => {
    if (index + 1 < from || line.trim() === '') return [];
    const [one] = parsed(line, delimiter, 1) ?? [];
    return [
      one === undefined ? { record: [], line: index + 1, isBroken: true } : { ...one, line: index + 1 },
    ];
  });
}

/** The records of a text, each with the line on which it begins; `undefined` where a quote is out of place. */
function parsed(text: string, delimiter: string, from: number): Parsed[] | undefined {
  const options = {
    delimiter,
    from_line: from,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  };
  try {
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    // The parser tells the last line of a row.
    return records.map(({ record, info }) => ({
      record,
      line: info.lines - record.join('').split('\n').length + 1,
    }));
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Each language names the column in its own words. */
function named(message: (name: string) => Bilingual, column: Column): Bilingual {
  const { 'zh-CN': zh, en } = COLUMNS[column];
  return { 'zh-CN': message(zh)['zh-CN'], en: message(en).en };
}

/** What the first line is divided by. */
function delimiterOf(first: string): string {
  const counts = [',', '\t', ';'].map((mark) => [mark, first.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
