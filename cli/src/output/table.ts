import Table3 from 'cli-table3';
import { stringify } from 'csv-stringify/sync';

/** A cell; an absent one is empty. */
export type Cell = string | number | undefined;

/** A column by its heading; figures stand to the right. */
export type Column = { readonly title: string; readonly figures?: true };

export type Table = { readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** A text column. */
export function words(title: string): Column {
  return { title };
}

/** A column of figures. */
export function figures(title: string): Column {
  return { title, figures: true };
}

const EDGES = [
  'top',
  'top-mid',
  'top-left',
  'top-right',
  'bottom',
  'bottom-mid',
  'bottom-left',
  'bottom-right',
  'left',
  'left-mid',
  'mid',
  'mid-mid',
  'right',
  'right-mid',
] as const;
const PLAIN = { ...Object.fromEntries(EDGES.map((edge) => [edge, ''])), middle: '  ' };

/** A table in columns of even width; a Chinese character is two letters wide. */
export function tableText({ columns, rows }: Table): string {
  const table = new Table3({
    head: columns.map(({ title }) => title),
    colAligns: columns.map((column) => (column.figures ? 'right' : 'left')),
    chars: PLAIN,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map((cell) => String(cell ?? '')));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

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
