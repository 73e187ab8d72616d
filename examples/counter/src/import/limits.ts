/*
 * What a register's file may be, so that no file costs more than its size. Whoever is told of a limit divides the file.
 */

/** Bytes of a file, and of its text in UTF-8. */
export const FILE_LIMIT = 8 * 1024 * 1024;

/** Rows that say something. */
export const MOST_ROWS = 50_000;

/** Lines of a text or rows of a sheet, empty ones among them. */
export const MOST_LINES = 2 * MOST_ROWS;

/** Columns, known or not: several times those that are known. */
export const MOST_COLUMNS = 50;

/** UTF-16 units of a cell: as many as a spreadsheet's cell holds. */
export const MOST_IN_CELL = 32_767;

/** Lines of a text or rows of a sheet in which the headings are looked for: titles may stand above them. */
export const HEADINGS_WITHIN = 20;
