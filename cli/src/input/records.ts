import { isUtf8 } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { UnusableError } from '../program/exit.js';
import type { Say } from '../program/locale.js';
import { type Columns, columnsOf, valueOfRow } from './columns.js';
import { linesOf } from './lines.js';
import { cannotRead, type Source } from './source.js';

/** A value of a file, and where it stands. */
export type FileRecord = {
  /** The number of its line; of a row of several lines, the first. */
  readonly line: number;
  /** Its bytes in the file; 0 and 0 for CSV. */
  readonly start: number;
  readonly length: number;
  readonly value: unknown;
  /** Present if the line holds no value. */
  readonly broken?: 'not-json' | 'not-utf-8';
};

/** The values of a file, one at a time. Lines of JSON that hold none are given as broken; a CSV file is read whole or not at all. */
export async function* recordsOf(
  source: Source,
  of: 'event' | 'command',
  say: Say,
): AsyncGenerator<FileRecord, void, void> {
  try {
    yield* source.form === 'csv' ? csvRecords(source, columnsOf(of), say) : jsonRecords(source);
  } catch (error) {
    if (error instanceof UnusableError || !isSystemError(error)) throw error;
    throw cannotRead(source.name, error.code, say);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** The error that a line holds no value. */
export function brokenRecord({ name }: Source, record: FileRecord, say: Say): UnusableError {
  return new UnusableError(placed(name, record.line, brokenWords(record, say), say));
}

/** Why a line holds no value. */
export function brokenWords({ broken }: FileRecord, say: Say): string {
  return broken === 'not-utf-8'
    ? say('不是 UTF-8 编码的文字', 'it is not text in UTF-8')
    : say('不是一行完整的记录', 'it is not JSON');
}

/** A message with the place that it is about, as editors and compilers write it. */
export function placed(name: string, line: number, message: string, say: Say): string {
  return say(`${name}:${line}：${message}`, `${name}:${line}: ${message}`);
}

async function* jsonRecords(source: Source): AsyncGenerator<FileRecord, void, void> {
  for await (const { number, start, bytes } of linesOf(source.open())) {
    const record = parseLine(bytes);
    if (record !== undefined) yield { line: number, start, length: bytes.length, ...record };
  }
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** The value of a line of JSON; `undefined` for a line with nothing on it. */
export function parseLine(bytes: Buffer): Pick<FileRecord, 'value' | 'broken'> | undefined {
  if (!isUtf8(bytes)) return { value: undefined, broken: 'not-utf-8' };
  const line = bytes.toString().replace(BYTE_ORDER_MARK, '');
  if (line.trim() === '') return undefined;
  try {
    return { value: JSON.parse(line) };
  } catch {
    return { value: undefined, broken: 'not-json' };
  }
}

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function* csvRecords(
  source: Source,
  columns: Columns,
  say: Say,
): AsyncGenerator<FileRecord, void, void> {
  const { CsvError, parse } = await import('csv-parse');
  const rows = parse({ bom: true, info: true, skip_empty_lines: true });
  // `pipeline` hands errors of the file on to the rows, where they are thrown.
  pipeline(Readable.from(decoded(source, say)), rows, () => undefined);
  let header: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of rows as AsyncIterable<Row>) {
      if (header === undefined) header = checkedHeader(record, columns, source, say);
      else yield { line, start: 0, length: 0, value: valueOfRow(header, record, columns) };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why = say(
      '不是格式正确的表格行（列数不符或引号不成对）',
      'it is not a row of this CSV file: it has another number of cells, or a quote that does not end',
    );
    throw new UnusableError(placed(source.name, Number(error.lines ?? line), why, say));
  }
}

async function* decoded(source: Source, say: Say): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for await (const chunk of source.open()) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const why = say(
      '不是 UTF-8 编码的文字，请另存为“CSV UTF-8”',
      "it is not text in UTF-8; save it as 'CSV UTF-8'",
    );
    throw new UnusableError(say(`${source.name}：${why}`, `${source.name}: ${why}`));
  }
}

function checkedHeader(
  header: readonly string[],
  columns: Columns,
  { name }: Source,
  say: Say,
): readonly string[] {
  const unknown = header.find((column) => !columns.has(column));
  if (unknown !== undefined) {
    throw new UnusableError(
      placed(name, 1, say(`没有此列：${unknown}`, `there is no such column: ${unknown}`), say),
    );
  }
  const twice = header.find((column, i) => header.indexOf(column) !== i);
  if (twice === undefined) return header;
  throw new UnusableError(
    placed(name, 1, say(`此列出现两次：${twice}`, `this column is there twice: ${twice}`), say),
  );
}
