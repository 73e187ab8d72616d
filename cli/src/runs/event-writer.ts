import type { BankEvent } from 'points-bank';
import { type ChainEnd, NO_HASH, type SealedEvent, seal } from 'points-bank/audit';
import { type Columns, columnsOf, rowOf } from '../input/columns.js';
import type { Context } from '../program/command.js';
import { UnusableError } from '../program/exit.js';

/** Prints events as a ledger: lines of JSON or rows of CSV, sealed where the user asks for it. */
export class EventWriter {
  readonly #context: Context;
  readonly #columns: Columns;
  #end: ChainEnd | undefined;
  #started = false;

  /** @param last - the last event of the ledger so far, from which a chain goes on */
  constructor(context: Context, last?: BankEvent) {
    this.#context = context;
    this.#columns = context.out.format === 'csv' ? columnsOf('event') : new Map();
    if (context.given.has('seal')) this.#end = endAfter(last, context);
  }

  async write(events: readonly BankEvent[]): Promise<void> {
    for (const event of this.#sealed(events)) {
      if (this.#context.out.format === 'csv') await this.#row(event);
      else await this.#context.out.json(event);
    }
  }

  /** The events as they are stored. */
  #sealed(events: readonly BankEvent[]): readonly BankEvent[] {
    if (this.#end === undefined) return events;
    const sealed = seal(events, this.#end);
    const last = sealed.at(-1);
    if (last !== undefined) this.#end = { length: last.metadata.sequence + 1, head: last.metadata.hash };
    return sealed;
  }

  async #row(event: BankEvent): Promise<void> {
    const { out } = this.#context;
    if (!this.#started) await out.csv([...this.#columns.keys()]);
    this.#started = true;
    await out.csv(rowOf(event, this.#columns));
  }
}

/** Ends the command where seals are asked for and no events: only events are sealed. */
export function checkSealing({ given, say }: Context): void {
  if (!given.has('seal') || given.has('events')) return;
  throw new UnusableError(
    say('--seal 应与 --events 同时使用', '--seal goes with --events: only events are sealed'),
  );
}

function endAfter(last: BankEvent | undefined, { say }: Context): ChainEnd {
  if (last === undefined) return { length: 0, head: NO_HASH };
  const { sequence, hash } = (last as SealedEvent).metadata ?? {};
  if (typeof sequence === 'number' && typeof hash === 'string') return { length: sequence + 1, head: hash };
  throw new UnusableError(
    say(
      '台账的最后一笔没有加封，无法接续',
      'the last entry of the ledger is not sealed: there is no chain to go on from',
    ),
  );
}
