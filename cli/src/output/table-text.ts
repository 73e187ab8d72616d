import Table3 from 'cli-table3';
import type { Table } from './table.js';

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
