import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { csvOf } from '../csv/write-csv.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { FILE_LIMIT, MOST_COLUMNS, MOST_IN_CELL, MOST_LINES, MOST_ROWS } from './limits.js';
import { type Read, readRegister, readText } from './read-register.js';

/** How much a workbook may be once unpacked: many times what a register of the most rows takes. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Reads a register from a file as offices have them: a workbook of Excel or WPS (`.xlsx`), or text. */
export async function readFile(bytes: Uint8Array): Promise<Read> {
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  // The format before 2007, of which a reader is not worth its dangers.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: MESSAGES.oldWorkbook };
  return readRegister(bytes);
}

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, place) => bytes[place] === byte);

type Sheet = readonly (readonly unknown[])[];

/** The first sheet of a workbook, as the text that it would be saved as; its rows keep their numbers. */
async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  const problem = problemOfParts(bytes);
  if (problem !== undefined) return { problem };
  let sheet: Sheet;
  try {
    sheet = await readSheet(new Uint8Array(bytes).buffer);
  } catch {
    // Whatever is wrong with a workbook, whoever sent it has to save it anew; nothing else is read here.
    return { problem: MESSAGES.notWorkbook };
  }
  const tooMuch = problemOfCells(sheet);
  return tooMuch === undefined ? readText(csvOf(sheet.map(cellsOf)), 'XLSX') : { problem: tooMuch };
}

/**
 * The cells of a row up to the last that says something: a sheet with one cell far to the right is not as wide in every row. A day is a
 * day, whatever it looked like.
 */
function cellsOf(row: readonly unknown[]): (string | number)[] {
  const end = row.findLastIndex((value) => value !== null && value !== undefined);
  return row.slice(0, end + 1).map((value) => {
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    return typeof value === 'number' ? value : inOneLine(String(value));
  });
}

/** A line break within a cell is a space, so that the rows of a sheet and the lines of its text are the same. */
function inOneLine(words: string): string {
  const lines = words.split(/[\r\n]/);
  if (lines.length === 1) return words;
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** What is too much in a sheet's cells. A text that a workbook has once may stand in all of them. */
function problemOfCells(sheet: Sheet): Bilingual | undefined {
  let letters = 0;
  for (const row of sheet) {
    for (const cell of row) {
      if (typeof cell !== 'string') continue;
      if (cell.length > MOST_IN_CELL) return MESSAGES.cellTooLong(MOST_IN_CELL);
      letters += cell.length;
    }
  }
  return letters > FILE_LIMIT ? MESSAGES.textTooLarge : undefined;
}

/** Why a workbook cannot be read in the memory that there is. The sizes that it names are those that it is unpacked to. */
function problemOfParts(bytes: Uint8Array): Bilingual | undefined {
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return unpacked <= MOST_UNPACKED && /\.xml(?:\.rels)?$/i.test(name);
      },
    });
  } catch {
    return MESSAGES.notWorkbook;
  }
  if (unpacked > MOST_UNPACKED) return MESSAGES.textTooLarge;
  // Any part may be what the workbook calls its first sheet.
  for (const part of Object.values(parts)) {
    const problem = problemOfSheet(new TextDecoder().decode(part));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The beginning of a row or of a cell, and the rest of its tag where nothing in there ends another. */
const TAG = /<(?:[^\s<>/:]*:)?(?:row|c)([\s/][^<>]*>|>|[\s/])/g;
/** Attributes as every spreadsheet writes them: in double quotes, and without letters written as numbers. */
const ATTRIBUTES = /^(?:\s+[^\s"'=<>/]+="[^"&]*")*\s*\/?>$/;
/** A row's number, or a cell's address. */
const PLACE = /[\s:]r="([A-Z]*)(\d*)"/g;

/** What is too much in a sheet, by the places of its cells: a reader fills up the gaps before them. */
function problemOfSheet(xml: string): Bilingual | undefined {
  let rows = 0;
  for (const [tag, attributes = ''] of xml.matchAll(TAG)) {
    if (!ATTRIBUTES.test(attributes)) return MESSAGES.notWorkbook;
    const places = [...attributes.matchAll(PLACE)];
    // A row without a number comes after the one before; an address of another form is none.
    if (places.length === 0 && tag.includes('row')) rows += 1;
    if (places.length !== attributes.split('r="').length - 1) return MESSAGES.notWorkbook;
    for (const [, column = '', row] of places) {
      if (columnNumber(column) > MOST_COLUMNS) return MESSAGES.tooManyColumns(MOST_COLUMNS);
      rows = Math.max(rows, Number(row));
    }
    if (rows > MOST_LINES) return MESSAGES.tooManyRows(MOST_ROWS, MOST_LINES);
  }
  return undefined;
}

/** A is 1, Z is 26, AA is 27. */
const columnNumber = (letters: string): number =>
  letters.length > 3
    ? Number.POSITIVE_INFINITY
    : [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
