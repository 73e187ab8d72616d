/** A row of CSV with the line on which it begins. One in which a quote is out of place has no cells. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly isBroken?: true };

const QUOTE = '"';

/**
 * The rows of a text as RFC 4180 has them, each read when it is asked for. Any line break ends a row; one within quotes stays as it is. A
 * quote out of place loses the line on which its row begins, and reading goes on with the next one. A row of more than so many cells ends
 * where it has one too many.
 *
 * Time grows with the text: a row that is broken ends, at the latest, in the next line with an odd number of quotes, and the lines up to
 * that one end by themselves, so no line is read more than twice.
 */
export function* readCsv(text: string, delimiter: string, mostCells: number): Generator<CsvRow> {
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const row = rowAt(text, at, delimiter, mostCells);
    yield row === undefined ? { line, cells: [], isBroken: true } : { line, cells: row.cells };
    line += row?.lines ?? 1;
    at = row?.end ?? nextLine(text, at);
  }
}

/** The row that begins at a place: its cells, how many lines it has, and where it ends; nothing where a quote is out of place. */
function rowAt(text: string, start: number, delimiter: string, mostCells: number) {
  const cells: string[] = [];
  let lines = 1;
  for (let at = start; ; at += 1) {
    const isQuoted = text[at] === QUOTE;
    const end = isQuoted ? quotedEnd(text, at) : bareEnd(text, at, delimiter);
    if (end === undefined) return undefined;
    const cell = isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', QUOTE) : text.slice(at, end);
    if (isQuoted) lines += cell.match(/\r\n?|\n/g)?.length ?? 0;
    cells.push(cell);
    at = end;
    if (isLineEnd(text[at])) return { cells, lines, end: nextLine(text, at) };
    if (text[at] !== delimiter) return undefined;
    if (cells.length > mostCells) return { cells, lines, end: text.length };
  }
}

/** Where a cell ends that has no quotes; nothing where there is one. */
function bareEnd(text: string, start: number, delimiter: string): number | undefined {
  let at = start;
  while (text[at] !== delimiter && !isLineEnd(text[at])) {
    if (text[at] === QUOTE) return undefined;
    at += 1;
  }
  return at;
}

/** The place after the quote that closes a cell; nothing where none does. */
function quotedEnd(text: string, start: number): number | undefined {
  for (let at = text.indexOf(QUOTE, start + 1); at >= 0; at = text.indexOf(QUOTE, at + 2))
    if (text[at + 1] !== QUOTE) return at + 1;
  return undefined;
}

const isLineEnd = (letter: string | undefined): boolean =>
  letter === '\n' || letter === '\r' || letter === undefined;

/** Where the line after this one begins. */
function nextLine(text: string, start: number): number {
  let at = start;
  while (!isLineEnd(text[at])) at += 1;
  return at + (text.startsWith('\r\n', at) ? 2 : 1);
}
