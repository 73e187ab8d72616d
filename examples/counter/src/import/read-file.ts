import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { csvOf } from '../csv/write-csv.js';
import { MESSAGES } from '../language/messages.js';
import { MOST_ROWS, type Read, readRegister, readText } from './read-register.js';

/** How much a workbook may be once unpacked: many times what a register of the most rows takes. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** Columns `A` to `ZZ`: nobody's register has more, and a workbook that says so would take all memory there is. */
const TOO_WIDE = /<(?:\w{1,20}:)?c\b[^>]{0,300}?\sr="[A-Z]{3,}\d/;
const ROW = /<(?:\w{1,20}:)?row\b[^>]{0,300}?\sr="(\d+)"/g;

/** Reads a register from a file as offices have them: a workbook of Excel or WPS (`.xlsx`), or text. */
export async function readFile(bytes: Uint8Array): Promise<Read> {
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes);
  // The format before 2007, of which a reader is not worth its dangers.
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: MESSAGES.oldWorkbook };
  return readRegister(bytes);
}

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, place) => bytes[place] === byte);

/** The first sheet of a workbook, as the text that it would be saved as; its rows keep their numbers. */
async function readWorkbook(bytes: Uint8Array): Promise<Read> {
  const size = sizeOf(bytes);
  if (size !== 'fits')
    return { problem: size === 'none' ? MESSAGES.notWorkbook : MESSAGES.tooManyRows(MOST_ROWS) };
  try {
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return readText(csvOf(rows.map((row) => row.map(cellOf))), 'XLSX');
  } catch {
    // Whatever is wrong with a workbook, whoever sent it has to save it anew; nothing else is read here.
    return { problem: MESSAGES.notWorkbook };
  }
}

/** A day is a day, whatever it looked like; a line break within a cell is a space, so that rows and lines are the same. */
function cellOf(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? value : String(value).replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Whether a workbook can be read in the memory that there is. The sizes that it names are those that it is unpacked to. */
function sizeOf(bytes: Uint8Array): 'fits' | 'none' | 'too-large' {
  let unpacked = 0;
  let sheets: Record<string, Uint8Array>;
  try {
    sheets = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return unpacked <= MOST_UNPACKED && /worksheets\/[^/]*\.xml$/.test(name);
      },
    });
  } catch {
    return 'none';
  }
  if (unpacked > MOST_UNPACKED) return 'too-large';
  return Object.values(sheets).every(fits) ? 'fits' : 'too-large';
}

function fits(sheet: Uint8Array): boolean {
  const xml = new TextDecoder().decode(sheet);
  if (TOO_WIDE.test(xml)) return false;
  for (const [, row] of xml.matchAll(ROW)) if (Number(row) > MOST_ROWS + 1) return false;
  return true;
}
