/*
 * What was on record when: each entry remembers every state that it was in, and since when that was written up.
 */
import type { Command } from './commands.js';
import type { Account, Entry, PricedLine } from './ledger.js';

type State = {
  readonly out: boolean;
  readonly pending: boolean;
  readonly points: number;
  readonly lines: readonly PricedLine[];
};

function stateOf(entry: Entry): State {
  return {
    out: entry.out === true,
    pending: entry.pending === true,
    points: 'points' in entry ? entry.points : 0,
    lines: entry.what === 'visit' ? entry.lines : [],
  };
}

/** What became of the entries of one account, page by page. */
export class Record {
  readonly #pages: Map<Entry, { readonly known: string; readonly state: State }[]> = new Map();
  /** Since when the account is on record. */
  opened = '';
  closed: string | undefined;

  /** Writes down what a command changed. Nothing is known before what it is about, nor before the account. */
  note(account: Account, { data, type }: Command): void {
    const written = data.recordedOn ?? data.on;
    if (this.opened === '') this.opened = written;
    if (type === 'CloseAccount') this.closed = later(written, this.opened);
    for (const entry of account.log) {
      const pages = this.#pages.get(entry) ?? [];
      const last = pages.at(-1);
      const state = stateOf(entry);
      if (last !== undefined && JSON.stringify(last.state) === JSON.stringify(state)) continue;
      pages.push({ known: later(written, last?.known ?? this.opened), state });
      this.#pages.set(entry, pages);
    }
  }

  /** What counted by a day, as it was known then. */
  knownOn(account: Account, day: string): Entry[] {
    return account.log.flatMap((entry) => {
      const page = this.#pages.get(entry)?.findLast(({ known }) => known <= day);
      if (page === undefined || page.state.out || page.state.pending) return [];
      const { points, lines } = page.state;
      return [{ ...entry, points, lines } as unknown as Entry];
    });
  }
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
