import { openSync, readSync } from 'node:fs';
import type { BankEvent } from 'points-bank';
import { parseEvent } from 'points-bank/schema';
import { progressOf } from '../output/progress.js';
import type { Context } from '../program/command.js';
import { problemsError } from './problems.js';
import { brokenRecord, type FileRecord, parseLine, placed, recordsOf } from './records.js';
import { type Source, sourceOf } from './source.js';

/** An event of a ledger, with its line. */
export type LedgerEvent = { readonly event: BankEvent; readonly line: number };

/** The records of a ledger one at a time, with a progress bar. */
export async function* ledgerRecords(
  source: Source,
  { say }: Context,
): AsyncGenerator<FileRecord, void, void> {
  const progress = progressOf(say('读取', 'Reading'), source.form === 'jsonl' ? source.size : 0);
  try {
    for await (const record of recordsOf(source, 'event', say)) {
      progress.at(record.start + record.length);
      yield record;
    }
  } finally {
    progress.stop();
  }
}

/** The events of a ledger one at a time. What is no event ends the command: its line and its field are told. */
export async function* eventsOf(path: string, context: Context): AsyncGenerator<LedgerEvent, void, void> {
  const source = sourceOf(path, context);
  for await (const record of ledgerRecords(source, context)) {
    yield { event: eventOf(source, record, context), line: record.line };
  }
}

/** All events of a ledger, for what needs them together. */
export async function allEvents(path: string, context: Context): Promise<BankEvent[]> {
  const events: BankEvent[] = [];
  for await (const { event } of eventsOf(path, context)) events.push(event);
  return events;
}

function eventOf(source: Source, record: FileRecord, context: Context): BankEvent {
  const { say } = context;
  if (record.broken !== undefined) throw brokenRecord(source, record, say);
  const parsed = parseEvent(record.value);
  if (parsed.ok) return parsed.value;
  throw problemsError((said) => placed(source.name, record.line, said, say), parsed.problems, context);
}

/**
 * A ledger whose accounts can be read one after another. Of a file it keeps in memory where each record stands, and reads the record again
 * when it is asked for; what can be read only once, and CSV, it keeps whole.
 */
export class Ledger {
  readonly source: Source;
  readonly #context: Context;
  readonly #lines: number[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #values: unknown[] = [];
  readonly #descriptor: number | undefined;

  private constructor(source: Source, context: Context) {
    this.source = source;
    this.#context = context;
    if (source.path !== undefined && source.form === 'jsonl') this.#descriptor = openSync(source.path, 'r');
  }

  /** Reads a ledger; `note` sees each record as it passes. */
  static async read(
    path: string,
    context: Context,
    note: (record: FileRecord, place: number, source: Source) => void,
  ): Promise<Ledger> {
    const ledger = new Ledger(sourceOf(path, context), context);
    for await (const record of ledgerRecords(ledger.source, context)) {
      note(record, ledger.size, ledger.source);
      ledger.#add(record);
    }
    return ledger;
  }

  /** The number of records. */
  get size(): number {
    return this.#lines.length;
  }

  /** The line of a record, or, past the last one, the line after it. */
  line(place: number): number {
    return this.#lines[place] ?? (this.#lines.at(-1) ?? 0) + 1;
  }

  /** The record at a place, counted from 0. */
  record(place: number): FileRecord {
    const [line, start, length] = [this.line(place), this.#starts[place] ?? 0, this.#lengths[place] ?? 0];
    if (this.#descriptor === undefined) return { line, start, length, value: this.#values[place] };
    const bytes = Buffer.alloc(length);
    readSync(this.#descriptor, bytes, 0, length, start);
    return { line, start, length, value: undefined, ...parseLine(bytes) };
  }

  /** All values in order, as they are stored; of a line that holds none, `undefined`. */
  *values(): Generator<unknown, void, void> {
    for (let place = 0; place < this.size; place += 1) yield this.record(place).value;
  }

  /** The event at a place. */
  event(place: number): BankEvent {
    return eventOf(this.source, this.record(place), this.#context);
  }

  #add({ line, start, length, value }: FileRecord): void {
    this.#lines.push(line);
    if (this.#descriptor === undefined) this.#values.push(value);
    else {
      this.#starts.push(start);
      this.#lengths.push(length);
    }
  }
}

/** A ledger by its accounts, in the order in which they were opened; each history is read when its turn comes. */
export type Histories = {
  readonly accounts: ReadonlyMap<string, readonly number[]>;
  readonly ledger: Ledger;
  /** The histories, or that of one account, with a progress bar over the records. */
  readonly all: (title: string, accountId?: string) => Generator<BankEvent[], void, void>;
};

/** Reads a ledger by its accounts. */
export async function historiesOf(path: string, context: Context): Promise<Histories> {
  const accounts = new Map<string, number[]>();
  const ledger = await Ledger.read(path, context, (record, place, source) => {
    const { accountId } = eventOf(source, record, context).data;
    const places = accounts.get(accountId);
    if (places === undefined) accounts.set(accountId, [place]);
    else places.push(place);
  });
  return {
    accounts,
    ledger,
    *all(title, accountId) {
      const progress = progressOf(title, ledger.size);
      let done = 0;
      try {
        for (const [id, places] of accounts) {
          if (accountId !== undefined && id !== accountId) continue;
          yield places.map((place) => ledger.event(place));
          done += places.length;
          progress.at(done);
        }
      } finally {
        progress.stop();
      }
    },
  };
}
