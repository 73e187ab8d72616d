import type { BankSource, CounterStore } from '../../../src/store/counter-store.js';
import { openMemoryStore } from '../../../src/store/memory-store.js';
import { openStore } from '../../../src/store/open-store.js';
import { freshDatabase, freshFolder, type Place } from './databases.js';
import { emptyDatabase, sharedServer } from './shared.js';

/** A store to test, and another one on the same data where that can be. */
export type Tested = {
  readonly store: CounterStore;
  /** Closes the store and opens it again on what it kept. */
  again(): Promise<CounterStore>;
  remove(): Promise<void>;
};

export type Kind = 'memory' | 'PGlite' | 'PostgreSQL';

/** An empty store of a kind, on the server and the empty database that all tests share. */
export async function openTested(kind: Kind, bank: BankSource): Promise<Tested> {
  if (kind === 'memory') {
    const store = openMemoryStore({ bank });
    return { store, again: async () => store, remove: () => store.close() };
  }
  const place: Place =
    kind === 'PGlite' ? await freshFolder(await emptyDatabase()) : await freshDatabase(await sharedServer());
  const { databaseUrl, folder } = place;
  let store = await openStore({ databaseUrl, folder, bank });
  return {
    store,
    again: async () => {
      await store.close();
      store = await openStore({ databaseUrl, folder, bank });
      return store;
    },
    remove: async () => {
      await store.close();
      await place.remove();
    },
  };
}
