import { projections } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { type BankEvent, fold, type RuleSet } from 'points-bank';
import { readHistories } from './account-streams.js';
import { appending } from './appending.js';
import { batchHandler, commandHandler, type Parts, rulesOf } from './command-handler.js';
import { CONTINUED_INDEX, continuedOnce } from './continued-once.js';
import type { BankSource, CounterStore } from './counter-store.js';
import { type Client, openPool, transaction, unhurried } from './database.js';
import { guardingNewStreams } from './new-streams.js';
import { DIRECTORY_TABLE, postgresDirectory } from './postgres-directory.js';
import { postgresProjections } from './postgres-lists.js';
import { isUpToDate, listing, PROJECTION_TABLES, rebuild, TYPES } from './postgres-projections.js';
import { makeSeals, postgresSeals, sealing } from './postgres-seals.js';
import type { Rebuilt } from './projections.js';
import { endOfAll, ORDER_INDEX, readAll, readRecord } from './read-all.js';
import { restorer } from './restorer.js';
import { readAccounts, SNAPSHOT_TABLE } from './snapshots.js';
import { STOCK_TABLE, stockTaken, takenIn } from './stock-table.js';
import { fromStore } from './stored-event.js';
import { streamOf } from './stream-name.js';
import { together } from './together.js';

export type PostgresOptions = {
  readonly connectionString: string;
  readonly bank: BankSource;
  /** How many connections at most; 1 for a database that has only one. */
  readonly connections?: number;
  /** How far the lists are, where they have to be made anew. */
  readonly told?: ((rebuilt: Rebuilt) => void) | undefined;
};

/** The store on a PostgreSQL server. Any number of processes may share it. */
export async function openPostgresStore(options: PostgresOptions): Promise<CounterStore> {
  const { connectionString, bank, connections = 10, told } = options;
  const ruleSet = rulesOf(bank);
  const pool = openPool(connectionString, connections);
  const emmett = getPostgreSQLEventStore(connectionString, {
    connectionOptions: { pool },
    projections: projections.inline([continuedOnce, stockTaken, listing(ruleSet), sealing(TYPES)]),
  });
  const eventStore = guardingNewStreams(emmett);
  try {
    // At once: a session has a connection already, and where there is only one, migrating would wait for it for ever.
    await eventStore.schema.migrate();
    await transaction(pool, (client) => makeTables(unhurried(client), ruleSet, told));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const events = async (accountId: string): Promise<readonly BankEvent[]> =>
    (await eventStore.readStream(streamOf(accountId))).events.map(fromStore);
  const holding: Parts['holding'] = (known, work) => appending.run(known, work);
  return {
    handle: commandHandler(bank, {
      eventStore,
      taken: (communityId) => takenIn(pool, communityId),
      holding,
    }),
    handleAll: batchHandler(bank, { eventStore, holding, together: together(pool, ruleSet) }),
    restore: restorer({ eventStore, holding }),
    events,
    histories: (accountIds) => readHistories(pool, accountIds),
    account: async (accountId) => fold(await events(accountId)),
    accounts: async (accountIds) =>
      new Map(Array.from(await readAccounts(pool, accountIds), ([id, { account }]) => [id, account])),
    all: (after) => readAll(pool, after),
    record: () => readRecord(pool),
    end: () => endOfAll(pool),
    seals: postgresSeals(pool),
    directory: postgresDirectory(pool),
    projections: postgresProjections(pool, ruleSet),
    close: async () => {
      await eventStore.close();
      await pool.end();
    },
  };
}

/**
 * The counter's own tables. Of several processes that start at once, one makes them, and fills those that are made of the events where they
 * are of an earlier version or of other rules.
 */
async function makeTables(client: Client, ruleSet: RuleSet, told: PostgresOptions['told']): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('points-bank-counter tables', 0))");
  for (const statement of [
    STOCK_TABLE,
    ORDER_INDEX,
    CONTINUED_INDEX,
    PROJECTION_TABLES,
    SNAPSHOT_TABLE,
    DIRECTORY_TABLE,
  ])
    await client.query(statement);
  await makeSeals(client);
  if (!(await isUpToDate(client, ruleSet))) await rebuild(client, ruleSet, told);
}
