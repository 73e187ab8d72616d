import { projections } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { type BankEvent, fold } from 'points-bank';
import { batchHandler, commandHandler } from './command-handler.js';
import type { BankSource, CounterStore } from './counter-store.js';
import { type Client, openPool, transaction } from './database.js';
import { guardingNewStreams } from './new-streams.js';
import { DIRECTORY_TABLE, postgresDirectory } from './postgres-directory.js';
import { PROJECTION_TABLES, postgresProjections } from './postgres-projections.js';
import { endOfAll, ORDER_INDEX, readAll } from './read-all.js';
import { restorer } from './restorer.js';
import { decided, STOCK_TABLE, stockTaken, takenIn } from './stock-table.js';
import { fromStore } from './stored-event.js';
import { streamOf } from './stream-name.js';

export type PostgresOptions = {
  readonly connectionString: string;
  readonly bank: BankSource;
  /** How many connections at most; 1 for a database that has only one. */
  readonly connections?: number;
};

/** The store on a PostgreSQL server. Any number of processes may share it. */
export async function openPostgresStore(options: PostgresOptions): Promise<CounterStore> {
  const { connectionString, bank, connections = 10 } = options;
  const pool = openPool(connectionString, connections);
  const emmett = getPostgreSQLEventStore(connectionString, {
    connectionOptions: { pool },
    projections: projections.inline([stockTaken]),
  });
  const eventStore = guardingNewStreams(emmett);
  try {
    // At once: a session has a connection already, and where there is only one, migrating would wait for it for ever.
    await eventStore.schema.migrate();
    await transaction(pool, makeTables);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const events = async (accountId: string): Promise<readonly BankEvent[]> =>
    (await eventStore.readStream(streamOf(accountId))).events.map(fromStore);
  return {
    handle: commandHandler(bank, {
      eventStore,
      taken: (communityId) => takenIn(pool, communityId),
      holding: (promised, work) => decided.run(promised, work),
    }),
    handleAll: batchHandler(bank, eventStore),
    restore: restorer(eventStore),
    events,
    account: async (accountId) => fold(await events(accountId)),
    all: (after) => readAll(pool, after),
    end: () => endOfAll(pool),
    directory: postgresDirectory(pool),
    projections: postgresProjections(pool),
    close: async () => {
      await eventStore.close();
      await pool.end();
    },
  };
}

/** The counter's own tables. Of several processes that start at once on an empty database, one makes them. */
async function makeTables(client: Client): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('points-bank-counter tables', 0))");
  for (const statement of [STOCK_TABLE, ORDER_INDEX, PROJECTION_TABLES, DIRECTORY_TABLE])
    await client.query(statement);
}
