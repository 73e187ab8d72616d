import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { openPool } from '../../src/store/database.js';
import { openStore } from '../../src/store/open-store.js';
import { placeOf, positionOf } from '../../src/store/positions.js';
import { readAll, readBatch } from '../../src/store/read-all.js';
import { bankWith, credit, opening } from './support/bank.js';
import { collect } from './support/collect.js';
import { freshDatabase, type Place } from './support/databases.js';
import { sharedServer } from './support/shared.js';

/*
 * The number of a message is drawn before its transaction commits. So a transaction that began early and commits late may hold a
 * lower number than one that was read already, and a reader who remembers only the number never sees it.
 */
describe('events of transactions that commit late', () => {
  let place: Place & { readonly databaseUrl: string };
  let store: CounterStore;
  let pool: pg.Pool;

  beforeEach(async () => {
    place = await freshDatabase(await sharedServer());
    store = await openStore({ databaseUrl: place.databaseUrl, bank: bankWith(3) });
    pool = openPool(place.databaseUrl, 3);
  });
  afterEach(async () => {
    await pool.end();
    await store.close();
    await place.remove();
  });

  /** A transaction that is under way: it has its place in the order and is not committed yet. */
  async function underWay(accountId: string): Promise<{ commit(): Promise<void> }> {
    await store.handle(opening(`${accountId} model`));
    const [event] = await store.events(`${accountId} model`);
    const client = await pool.connect();
    await client.query('begin');
    await client.query('select * from emt_append_to_stream($1, $2, $3, $4, $5, $6, $7, $8, 0, $9)', [
      [`message of ${accountId}`],
      [JSON.stringify({ ...event?.data, accountId })],
      [JSON.stringify(event?.metadata)],
      ['1'],
      ['AccountOpened'],
      ['E'],
      `account-${accountId}`,
      'account',
      'emt:default',
    ]);
    return {
      commit: async () => {
        await client.query('commit');
        client.release();
      },
    };
  }

  it('are read when they commit, and nothing is passed over', async () => {
    const slow = await underWay('slow');
    await store.handle(opening('quick'));
    await store.handle(credit('quick', 'hearing'));

    // Other databases of the server have transactions too, and their end is waited for as well.
    const early = await vi.waitFor(
      async () => {
        const batch = await readBatch(pool, 0n);
        expect(batch.events).not.toHaveLength(0);
        return batch;
      },
      { timeout: 600_000, interval: 10 },
    );
    expect(early.events.map(({ event }) => event.data.accountId)).toEqual(['slow model']);

    await slow.commit();
    const late = await collect(readAll(pool, early.position));
    expect(late.map(({ event }) => event.data.accountId)).toEqual(['slow', 'quick', 'quick']);
  });

  it('are waited for, so that what was acknowledged is in it', async () => {
    const slow = await underWay('slow');
    await store.handle(opening('quick'));
    const reading = collect(store.all());
    await slow.commit();
    expect((await reading).map(({ event }) => event.data.accountId)).toEqual(['slow model', 'slow', 'quick']);
  });

  it('are in the whole record once they commit, and nobody waits for them', async () => {
    const slow = await underWay('slow');
    await store.handle(opening('quick'));
    const ids = async () => (await collect(store.record())).map(({ data }) => data.accountId);
    expect(await ids()).toEqual(['slow model', 'quick']);
    await slow.commit();
    expect(await ids()).toEqual(['slow model', 'slow', 'quick']);
  });
});

describe('a position', () => {
  it('says transaction and message, in that order', () => {
    const places = [
      { transaction: 1n, message: 9n },
      { transaction: 2n, message: 1n },
      { transaction: 2n, message: 2n ** 63n - 1n },
      { transaction: 2n ** 64n - 1n, message: 0n },
    ];
    const positions = places.map(positionOf);
    expect(positions.map(placeOf)).toEqual(places);
    expect([...positions].sort((a, b) => (a < b ? -1 : 1))).toEqual(positions);
    expect(placeOf(0n)).toEqual({ transaction: 0n, message: 0n });
  });
});
