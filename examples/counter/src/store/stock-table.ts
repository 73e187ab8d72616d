import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';

import type { BankEvent } from 'points-bank';
import type { Client } from './database.js';
import { type Promised, type Taken, takenBy } from './stock.js';
import { fromStore } from './stored-event.js';
import { ACCOUNT_STREAMS } from './stream-name.js';

export const STOCK_TABLE = `
  create table if not exists counter_rewards_taken (
    community_id text not null,
    reward_id text not null,
    days jsonb not null,
    primary key (community_id, reward_id)
  )`;

// #region take
const TAKE = `
  insert into counter_rewards_taken as reward (community_id, reward_id, days)
  values ($1, $2, jsonb_build_object($3::text, $4::bigint))
  on conflict (community_id, reward_id) do update
    set days = reward.days || jsonb_build_object($3::text, coalesce((reward.days->>$3::text)::bigint, 0) + $4::bigint)
  returning days`;
// #endregion

/** The decision that is being appended, for the projection within its transaction. */
export const decided = new AsyncLocalStorage<Promised>();

/**
 * Counts what redemptions take, in the transaction that appends them. The row of a reward is locked until that ends, so two
 * redemptions of it come one after the other; where the second would take more than there is, its whole transaction is undone.
 * It has no name on purpose: Emmett passes over a named projection while that one is being rebuilt.
 */
export const stockTaken: PostgreSQLProjectionDefinition<BankEvent> = {
  canHandle: ['PointsRedeemed'],
  handle: async (messages, { connection }) => {
    const client = connection.client as Client;
    for (const message of messages) await take(client, fromStore(message), decided.getStore());
  },
};

export async function take(client: Client, event: BankEvent, promised?: Promised): Promise<void> {
  for (const { rewardId, on, quantity } of takenBy(event)) {
    const values = [event.data.communityId, rewardId, on, quantity];
    const { rows } = await client.query<Pick<Taken, 'days'>>(TAKE, values);
    promised?.check({ rewardId, days: rows[0]?.days ?? {} });
  }
}

/** What a community's redemptions took so far. */
export async function takenIn(client: Client, communityId: string): Promise<readonly Taken[]> {
  const { rows } = await client.query<{ reward_id: string; days: Taken['days'] }>(
    'select reward_id, days from counter_rewards_taken where community_id = $1',
    [communityId],
  );
  return rows.map(({ reward_id: rewardId, days }) => ({ rewardId, days }));
}

/** Counts all redemptions anew. Whoever is appending one is waited for, and whoever begins one waits. */
export async function recountStock(client: Client): Promise<void> {
  await client.query('lock table counter_rewards_taken in exclusive mode');
  await client.query('delete from counter_rewards_taken');
  const { rows } = await client.query<{ message_data: unknown; message_metadata: unknown }>(
    `select message_data, message_metadata from emt_messages
     where message_type = 'PointsRedeemed' and not is_archived and starts_with(stream_id, '${ACCOUNT_STREAMS}')`,
  );
  for (const { message_data: data, message_metadata: metadata } of rows)
    await take(client, fromStore({ type: 'PointsRedeemed', data, metadata }));
}
