import { type CsvRow, firstLines, readCsv } from '../csv/read-csv.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { COLUMNS, type Column, columnOf, NEEDED } from './columns.js';
import { HEADINGS_WITHIN, MOST_COLUMNS, MOST_IN_CELL } from './limits.js';

/*
 * Registers as offices keep them have a title above the headings, the name of the community, the month, or an empty line. The headings are the
 * first row that names all columns that no row can be read without.
 */

export type Headings = {
  readonly delimiter: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly columns: readonly (Column | undefined)[];
  /** The line after them. */
  readonly next: number;
};

type Problem = { readonly problem: Bilingual };

/** A row that may be the headings, with how it is divided. */
type Candidate = CsvRow & { readonly delimiter: string; readonly columns: Headings['columns'] };

/** The headings of a text, or why it has none. */
export function findHeadings(csv: string): Headings | Problem {
  const top = firstLines(csv, HEADINGS_WITHIN);
  const candidates = delimitersOf(top).flatMap((delimiter) =>
    [...readCsv(top, delimiter, MOST_COLUMNS)].map(
      (row): Candidate => ({ ...row, delimiter, columns: row.cells.map(columnOf) }),
    ),
  );
  const found = candidates.find(({ columns }) => namedIn(columns) === NEEDED.length);
  if (found === undefined) return { problem: whyNone(candidates) };
  const { delimiter, line, cells, columns } = found;
  if (cells.length > MOST_COLUMNS) return { problem: MESSAGES.tooManyColumns(MOST_COLUMNS) };
  if (cells.some((cell) => cell.length > MOST_IN_CELL))
    return { problem: MESSAGES.cellTooLong(MOST_IN_CELL) };
  const twice = columns.find((column, place) => column !== undefined && columns.indexOf(column) !== place);
  if (twice !== undefined) return { problem: named(MESSAGES.twiceColumn, twice) };
  const lines = cells.reduce((sum, cell) => sum + (cell.match(/\r\n?|\n/g)?.length ?? 0), 1);
  return { delimiter, line, cells, columns, next: line + lines };
}

/** What a text may be divided by: what its first line names, as Excel has it, or else each that is known. */
function delimitersOf(top: string): readonly string[] {
  const [, named] = /^sep=([^"\r\n])[\r\n]/i.exec(top) ?? [];
  return named === undefined ? [',', '\t', ';'] : [named];
}

/** How many columns a row names of those that are needed. */
const namedIn = (columns: Headings['columns']): number =>
  NEEDED.filter((column) => columns.includes(column)).length;

/** Why no row is the headings: what the one lacks that comes nearest, or that nothing is like them. */
function whyNone(candidates: readonly Candidate[]): Bilingual {
  if (
    candidates.every(({ cells, isBroken }) => isBroken !== true && cells.every((cell) => cell.trim() === ''))
  )
    return MESSAGES.noRows;
  if (candidates.some(({ cells }) => cells.length > MOST_COLUMNS))
    return MESSAGES.tooManyColumns(MOST_COLUMNS);
  const [nearest] = [...candidates].sort((a, b) => namedIn(b.columns) - namedIn(a.columns));
  const missing = NEEDED.find((column) => nearest?.columns.includes(column) === false);
  if (nearest !== undefined && missing !== undefined && namedIn(nearest.columns) > 0)
    return named((name) => MESSAGES.noColumn(name, nearest.line), missing);
  const broken = candidates.find(({ isBroken }) => isBroken === true);
  if (broken !== undefined) return MESSAGES.notCsv(broken.line);
  const all = (language: keyof Bilingual) => NEEDED.map((column) => COLUMNS[column][language]);
  const [zh, en] = [all('zh-CN').join('”“'), all('en').join("', '")];
  return {
    'zh-CN': MESSAGES.noHeadings(HEADINGS_WITHIN, zh)['zh-CN'],
    en: MESSAGES.noHeadings(HEADINGS_WITHIN, en).en,
  };
}

/** Each language names the column in its own words. */
function named(message: (name: string) => Bilingual, column: Column): Bilingual {
  const { 'zh-CN': zh, en } = COLUMNS[column];
  return { 'zh-CN': message(zh)['zh-CN'], en: message(en).en };
}
