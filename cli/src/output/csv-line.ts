import { stringify } from 'csv-stringify/sync';
import type { Cell } from './table.js';

/** What a spreadsheet would run, and what was made safe already, so that what is read back is what was written. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** A row of CSV. Text that a spreadsheet would run as a formula gets an apostrophe before it; a number is a number, its minus sign included. */
export function csvLine(cells: readonly Cell[]): string {
  const safe = cells.map((cell) => {
    if (typeof cell === 'number') return cell;
    return FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  });
  return stringify([safe], { record_delimiter: '\r\n' });
}
