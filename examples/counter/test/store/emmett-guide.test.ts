import { type EventStore, getInMemoryEventStore, projections } from '@event-driven-io/emmett';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import type pg from 'pg';
import { type Command, createBank, fold, type RuleSet, redeemable } from 'points-bank';
import { seal } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseEvents } from 'points-bank/schema';
import { describe, expect, it } from 'vitest';
import { openPool } from '../../src/store/database.js';
import { guardingNewStreams } from '../../src/store/new-streams.js';
import { fromStore } from '../../src/store/stored-event.js';
import { accountOf, BALANCES, balances, handlerOf, refreshed } from './guide/emmett-host.js';
import { freshDatabase } from './support/databases.js';
import { sharedServer } from './support/shared.js';

/* The host of the guide on Emmett: what it says of ids, metadata, versions, snapshots, projections and retries. */

const bank = createBank(renfa2022 as RuleSet);
const by = { office: 'community', communityId: 'linan' } as const;
/** Nineteen digits, as many national numbers have. */
const accountId = '1234567890123456789';
const common = { accountId, by } as const;
const opening: Command = {
  type: 'OpenAccount',
  data: { ...common, role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true },
};
const claim = (postId: string): Command => ({
  type: 'ClaimPost',
  data: { ...common, postId, kind: 'post', difficulty: 'base', on: '2023-03-02' },
});
const activity = (matterId: string): Command => ({
  type: 'CreditActivity',
  data: { ...common, item: 'activity', matterId, difficulty: 'hard', on: '2023-03-05' },
});

async function onPostgres(
  work: (store: EventStore, pool: pg.Pool, connectionString: string) => Promise<void>,
): Promise<void> {
  const place = await freshDatabase(await sharedServer());
  // #region open
  const pool = openPool(place.databaseUrl, 4);
  const store = guardingNewStreams(
    getPostgreSQLEventStore(place.databaseUrl, {
      connectionOptions: { pool },
      projections: projections.inline([balances]),
    }),
  );
  await store.schema.migrate();
  await pool.query(BALANCES);
  // #endregion
  try {
    await work(store, pool, place.databaseUrl);
  } finally {
    await store.close();
    await pool.end();
    await place.remove();
  }
}

/** What is true of either store. */
async function runOn(store: EventStore): Promise<void> {
  const handle = handlerOf(bank, store);
  const decided = [];
  for (const command of [opening, claim('平安巡逻'), claim('平安巡逻'), activity('clean-up')]) {
    const decision = await handle(command);
    if (decision.accepted) decided.push(...decision.events);
  }
  const refused = await handle({ type: 'ReportIn', data: { ...common, on: '2023-05-01' } });
  expect(refused.accepted ? undefined : refused.refusal.code).toBe('already-reported-in');

  const { account, version } = await accountOf(store, accountId);
  expect([account.status !== 'unopened' && account.accountId, version]).toEqual([accountId, 3n]);
  const { events } = await store.readStream(`account-${accountId}`);
  expect(parseEvents(events).ok).toBe(false);
  expect(seal(events.map(fromStore)).at(-1)?.metadata.hash).toBe(seal(decided).at(-1)?.metadata.hash);

  const first = await refreshed(store, accountId, undefined);
  expect([first.streamVersion, first.account]).toEqual([3, account]);
  expect(await refreshed(store, accountId, first)).toEqual(first);
  await handle(activity('lecture'));
  const second = await refreshed(store, accountId, JSON.parse(JSON.stringify(first)));
  expect(second.streamVersion).toBe(4);
  expect(second.account).toEqual((await accountOf(store, accountId)).account);
  expect(redeemable(second.account)).toBeGreaterThan(redeemable(first.account));
}

describe('the host of the guide', () => {
  it('runs on the store in memory', () => runOn(getInMemoryEventStore()));

  it('runs on PostgreSQL', () => onPostgres((store) => runOn(store)));

  it('keeps a balance for each account, as the events give it', () =>
    onPostgres(async (store, pool) => {
      const handle = handlerOf(bank, store);
      await handle(opening);
      // All at once: each is decided again until its turn has come.
      await Promise.all(['a', 'b', 'c'].map((matterId) => handle(activity(matterId))));
      const { rows } = await pool.query('select account, points::int as points from balances');
      const { account, version } = await accountOf(store, accountId);
      expect(version).toBe(4n);
      expect(rows).toEqual([{ account: accountId, points: redeemable(account) }]);
    }));

  it('needs its own pool: with the parsers of the driver an id of many digits is none any more', () =>
    onPostgres(async (store, _, connectionString) => {
      await handlerOf(bank, store)(opening);
      const bare = getPostgreSQLEventStore(connectionString);
      try {
        const { events } = await bare.readStream(`account-${accountId}`);
        const { data } = events[0] as unknown as { data: { accountId: unknown } };
        expect(typeof data.accountId).toBe('bigint');
        expect(() => fold(events.map(fromStore))).toThrow('accountId');
      } finally {
        await bare.close();
      }
    }));
});
