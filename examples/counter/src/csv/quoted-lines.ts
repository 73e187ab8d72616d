/*
 * Which lines of a text make a row together. A line break within quotes ends no row, so one quote out of place may turn inside and outside
 * around for all that follows; which of the quotes it is, no line says by itself. So all readings are weighed against each other, line by
 * line from the end of the text, and each line is looked at twice: as it reads where it begins a row, and where it goes on within quotes.
 */

/** The lines of a row, by their places: from its first to the one before the next row's first. */
export type RowLines = { readonly first: number; readonly next: number; readonly isBroken?: true };

const QUOTE = '"';

/** An odd row is as bad as so many lost lines: what is lost is told of, and an odd row may be anything. */
const ODD = 2;

/** A row is odd unless one in so many has as many cells. */
const USUAL = 20;

/** What a line comes to. */
type LineRead = {
  /** Whether it ends within quotes. */
  readonly isOpen: boolean;
  /** How many delimiters it has outside of quotes. */
  readonly delimiters: number;
  /** Whether it has nothing but delimiters and spaces. */
  readonly isEmpty: boolean;
  /** How many of its quotes are out of place: each is read as a letter of its cell. */
  readonly faults: number;
};

/** What a reading of the lines from one on comes to. */
type Reading = {
  /** The line after the row that it begins in. */
  readonly next: number;
  /** The delimiters of that row from there on. */
  readonly delimiters: number;
  /** Whether that row is lost. */
  readonly isBroken: boolean;
  /** Lines that are lost, in all rows. */
  readonly lost: number;
  /** Rows that are odd. */
  readonly misfits: number;
  /** Rows that are lost. */
  readonly broken: number;
};

/**
 * The rows of a text whose lines begin at those places; the last place is where the last line ends. From where every quote is in its place,
 * they are the rows that the text says. Before, they are those by which the fewest lines are lost or make odd rows; a line that is a row by itself
 * is lost only within quotes. A row is lost as a whole where one of its quotes is out of place or is missing; where more are, its first line is,
 * and the next begins a row.
 */
export function* rowsOfLines(
  text: string,
  starts: readonly number[],
  delimiter: string,
): Generator<RowLines> {
  const lines = starts.length - 1;
  const read = (line: number, isWithin: boolean) =>
    readLine(text.slice(starts[line], starts[line + 1]), delimiter, isWithin);
  const firsts = Array.from({ length: lines }, (_, line) => read(line, false));
  const usual = usualDelimiters(firsts);
  const rows: RowLines[] = [];

  let begun: Reading = { next: lines, delimiters: 0, isBroken: false, lost: 0, misfits: 0, broken: 0 };
  let within: Within = {};
  for (let line = lines - 1; line >= 0; line -= 1) {
    const ended: Reading = { ...begun, next: line + 1, delimiters: 0, isBroken: false };
    begun = readingFrom(firsts[line] as LineRead, ended, within, usual);
    rows[line] = { first: line, next: begun.next, ...(begun.isBroken ? { isBroken: true } : {}) };
    within = readingsWithin(read(line, true), ended, within);
  }

  for (let line = 0; line < lines; line = (rows[line] as RowLines).next) yield rows[line] as RowLines;
}

/** The best readings of the lines from one on that is within quotes. */
type Within = {
  /** In a row whose quotes are all in their places. */
  readonly sound?: Reading | undefined;
  /** In a row one of whose quotes was out of place. */
  readonly faulty?: Reading | undefined;
  /** In a row one of whose quotes is yet to be out of place. */
  readonly toFault?: Reading | undefined;
};

/** The best reading of the lines from one on that begins a row: whole, or lost. */
function readingFrom(first: LineRead, ended: Reading, within: Within, usual: ReadonlySet<number>): Reading {
  const whole = soundAfter(first, ended, within.sound);
  const row =
    whole === undefined || first.isEmpty || usual.has(whole.delimiters)
      ? whole
      : { ...whole, misfits: whole.misfits + 1 };
  const isRowByItself = !first.isOpen && first.faults === 0;
  if (row !== undefined && (isRowByItself || row.lost === 0)) return row;
  const rest = first.isOpen ? { 0: within.toFault, 1: within.faulty }[first.faults] : undefined;
  return least(row, lostLine(ended), lostAfter(rest)) as Reading;
}

/** The same of a line that is within quotes. */
function readingsWithin(later: LineRead, ended: Reading, { sound, faulty, toFault }: Within): Within {
  if (later.faults > 1) return {};
  const rest = lostAfter(later.isOpen ? faulty : brokenAt(ended));
  if (later.faults === 1) return { toFault: rest };
  return {
    sound: soundAfter(later, ended, sound),
    faulty: rest,
    // That the quotes are not closed is a fault, too.
    toFault: later.isOpen ? least(lostLine(ended), lostAfter(toFault)) : undefined,
  };
}

/** The reading by which a row that is lost ended on the line before. */
const brokenAt = (ended: Reading): Reading => ({ ...ended, isBroken: true, broken: ended.broken + 1 });

const lostLine = (ended: Reading): Reading => ({ ...brokenAt(ended), lost: ended.lost + 1 });

/** The reading of a line with no fault in it, in a row without any. */
function soundAfter(line: LineRead, ended: Reading, sound: Reading | undefined): Reading | undefined {
  const rest = line.isOpen ? sound : ended;
  if (line.faults > 0 || rest === undefined) return undefined;
  return { ...rest, delimiters: rest.delimiters + line.delimiters };
}

/** A reading by which a line more is lost. */
const lostAfter = (rest: Reading | undefined): Reading | undefined =>
  rest && { ...rest, lost: rest.lost + 1 };

/** The reading by which the least is lost; of those that are equal, the first. */
function least(...readings: readonly (Reading | undefined)[]): Reading | undefined {
  return readings.reduce((best, one) =>
    best === undefined || (one !== undefined && isLess(one, best)) ? one : best,
  );
}

function isLess(one: Reading, other: Reading): boolean {
  const more = one.lost + ODD * one.misfits - (other.lost + ODD * other.misfits) || one.broken - other.broken;
  return more === 0 ? one.lost < other.lost : more < 0;
}

/** A line with the line break that ends it, if it has one. */
function readLine(line: string, delimiter: string, isWithin: boolean): LineRead {
  let isOpen = isWithin;
  let delimiters = 0;
  let faults = 0;
  let isCellStart = true;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (isOpen) {
      if (letter !== QUOTE) continue;
      const after = line[at + 1];
      if (after === QUOTE) at += 1;
      else if (after === delimiter || after === undefined || after === '\r' || after === '\n') isOpen = false;
      else faults += 1;
    } else if (letter === delimiter) {
      delimiters += 1;
      isCellStart = true;
      continue;
    } else if (letter === QUOTE) {
      if (isCellStart) isOpen = true;
      else faults += 1;
    }
    isCellStart = false;
  }
  const isEmpty = !isWithin && line.split(delimiter).every((cell) => cell.trim() === '');
  return { isOpen, delimiters, isEmpty, faults };
}

/** How many delimiters rows of one line often have; a line without any may be part of a cell. */
function usualDelimiters(lines: readonly LineRead[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { isOpen, delimiters, faults } of lines) {
    if (isOpen || faults > 0 || delimiters === 0) continue;
    counts.set(delimiters, (counts.get(delimiters) ?? 0) + 1);
    rows += 1;
  }
  return new Set([...counts].filter(([, count]) => count * USUAL >= rows).map(([delimiters]) => delimiters));
}
