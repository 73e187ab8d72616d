import type { BankSource, CounterStore } from './counter-store.js';
import { openEmbeddedDatabase } from './embedded-database.js';
import { openPostgresStore } from './postgres-store.js';
import type { Rebuilt } from './projections.js';

export type StoreOptions = {
  /** A PostgreSQL server; the embedded database without. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded database keeps its data. */
  readonly folder?: string | undefined;
  readonly bank: BankSource;
  /** How far the lists are, where they have to be made anew. */
  readonly told?: ((rebuilt: Rebuilt) => void) | undefined;
};

/** Opens the accounts' store: on a PostgreSQL server, or on a database within this process. */
export async function openStore({ databaseUrl, folder, bank, told }: StoreOptions): Promise<CounterStore> {
  if (databaseUrl !== undefined) return openPostgresStore({ connectionString: databaseUrl, bank, told });
  if (folder === undefined)
    throw new Error('a store needs the address of a database, or a folder for its own');
  const database = await openEmbeddedDatabase(folder);
  try {
    const { connectionString } = database;
    const store = await openPostgresStore({ connectionString, bank, connections: 1, told });
    return {
      ...store,
      close: async () => {
        await store.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
