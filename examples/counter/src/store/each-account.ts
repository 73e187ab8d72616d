import type { BankEvent } from 'points-bank';
import type { AccountRow } from './account-row.js';
import type { CounterStore } from './counter-store.js';
import type { AccountsAsked } from './projections.js';

/** How many accounts are read at a time: their rows, and their rows with their events. */
const STEP = 500;
const WITH_EVENTS = 100;

/** The rows of accounts by id, a part at a time. */
export async function* eachRow(
  { projections }: Pick<CounterStore, 'projections'>,
  asked: AccountsAsked,
): AsyncGenerator<readonly AccountRow[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await projections.accounts(asked, { limit: STEP, after });
    if (rows.length > 0) yield rows;
    if (rows.length < STEP) return;
    after = rows.at(-1)?.accountId;
  }
}

/** Accounts by id, one after the other, with their events: never more of them in memory than are read at a time. */
export async function* eachAccount(
  store: Pick<CounterStore, 'projections' | 'histories'>,
  asked: AccountsAsked,
): AsyncGenerator<{ readonly row: AccountRow; readonly events: readonly BankEvent[] }> {
  for await (const rows of eachRow(store, asked))
    for (let first = 0; first < rows.length; first += WITH_EVENTS) {
      const some = rows.slice(first, first + WITH_EVENTS);
      const histories = await store.histories(some.map(({ accountId }) => accountId));
      for (const row of some) yield { row, events: histories.get(row.accountId) ?? [] };
    }
}
