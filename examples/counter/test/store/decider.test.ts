import { DeciderCommandHandler, type EventStore, getInMemoryEventStore } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { createBank, fold, RefusedError, redeemable } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { describe, expect, it } from 'vitest';
import { openPool } from '../../src/store/database.js';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.js';
import { fromStore } from '../../src/store/stored-event.js';
import { freshDatabase, freshFolder } from './support/databases.js';
import { emptyDatabase, sharedServer } from './support/shared.js';

// The decider as the library gives it, in Emmett's handler as it is: that this compiles is half of the test.
// #region decider
const bank = createBank(renfa2022);
const handle = DeciderCommandHandler(bank.decider);
// #endregion

const by = { office: 'community', communityId: 'linan' } as const;
const opening = {
  type: 'OpenAccount',
  data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by },
} as const;
const claim = {
  type: 'ClaimPost',
  data: { accountId: 'v1', postId: '平安巡逻', kind: 'post', difficulty: 'hard', on: '2023-03-02', by },
} as const;
const reportIn = { type: 'ReportIn', data: { accountId: 'v1', on: '2023-05-01', by } } as const;

async function runOn(store: EventStore): Promise<void> {
  // #region handle
  const opened = await handle(store, 'account-v1', opening);
  expect(opened.newEvents).toHaveLength(1);
  expect(redeemable(opened.newState)).toBe(1);

  const claimed = await handle(store, 'account-v1', claim);
  expect(redeemable(claimed.newState)).toBe(3);

  // #endregion
  const sentAgain = await handle(store, 'account-v1', claim);
  expect(sentAgain.newEvents).toHaveLength(0);

  const refusal = handle(store, 'account-v1', reportIn);
  await expect(refusal).rejects.toBeInstanceOf(RefusedError);
  await expect(refusal).rejects.toMatchObject({ refusal: { code: 'already-reported-in' } });

  const { events } = await store.readStream('account-v1');
  expect(fold(events.map(fromStore))).toEqual(claimed.newState);
}

describe("the decider in Emmett's DeciderCommandHandler", () => {
  it('runs on the store in memory', () => runOn(getInMemoryEventStore()));

  it('runs on PGlite', async () => {
    const place = await freshFolder(await emptyDatabase());
    const database = await openEmbeddedDatabase(place.folder);
    await onPostgres(database.connectionString, 1);
    await database.close();
    await place.remove();
  });

  it('runs on a PostgreSQL server', async () => {
    const place = await freshDatabase(await sharedServer());
    await onPostgres(place.databaseUrl, 4);
    await place.remove();
  });
});

async function onPostgres(connectionString: string, connections: number): Promise<void> {
  const pool = openPool(connectionString, connections);
  const store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
  try {
    await store.schema.migrate();
    await runOn(store);
  } finally {
    await store.close();
    await pool.end();
  }
}
