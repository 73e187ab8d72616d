import type { Writable } from 'node:stream';
import type { Format } from './format.js';
import type { Cell, Table } from './table.js';

const BLOCK = 64 * 1024;

/** What a command prints. It waits for whoever reads, so that a long answer is never held in memory. */
export class Output {
  readonly #stream: Writable;
  readonly format: Format;
  #held = '';
  #started = false;

  constructor(stream: Writable, format: Format) {
    this.#stream = stream;
    this.format = format;
  }

  /** Prints a line. */
  async line(text: string): Promise<void> {
    await this.#print(`${text}\n`);
  }

  /** Prints a value as one line of JSON. */
  async json(value: unknown): Promise<void> {
    await this.line(JSON.stringify(value));
  }

  /** Prints a row of CSV. The first one starts with a byte order mark, by which spreadsheets know the encoding. */
  async csv(cells: readonly Cell[]): Promise<void> {
    const { csvLine } = await import('./csv-line.js');
    const mark = this.#started ? '' : '\uFEFF';
    await this.#print(mark + csvLine(cells));
  }

  /** Prints a table: aligned for readers, or as CSV. */
  async table(table: Table): Promise<void> {
    if (this.format !== 'csv') {
      const { tableText } = await import('./table-text.js');
      return this.line(tableText(table));
    }
    await this.csv(table.columns.map(({ title }) => title));
    for (const row of table.rows) await this.csv(row);
  }

  /** Prints what is left to print. */
  async end(): Promise<void> {
    const text = this.#held;
    this.#held = '';
    if (text !== '') await new Promise<void>((resolve) => this.#stream.write(text, () => resolve()));
  }

  async #print(text: string): Promise<void> {
    this.#started = true;
    this.#held += text;
    if (this.#held.length >= BLOCK) await this.end();
  }
}
