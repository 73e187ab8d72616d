import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';
import type { BankEvent } from 'points-bank';
import { streamBefore } from './account-streams.js';
import { appending } from './appending.js';
import type { Client } from './database.js';
import { isReturn, type Promised, sums, type Take, type Taken, takenBy } from './stock.js';
import { fromStore } from './stored-event.js';

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

/**
 * Counts what redemptions take, and what is given back where they are undone, in the transaction that appends them. The row of a reward is locked until that ends, so two
 * redemptions of it come one after the other; where the second would take more than there is, its whole transaction is undone.
 * It has no name on purpose: Emmett passes over a named projection while that one is being rebuilt.
 */
export const stockTaken: PostgreSQLProjectionDefinition<BankEvent> = {
  canHandle: ['PointsRedeemed', 'EntryReversed'],
  handle: async (messages, { connection }) => {
    const client = connection.client as Client;
    for (const message of messages) {
      const event = fromStore(message);
      // A command appends one event, so this one is the last of its stream.
      const history = isReturn(event) ? [...(await streamBefore(client, message.metadata)), event] : [event];
      await take(client, takenBy(event, history), appending.getStore()?.promised);
    }
  },
};

async function take(client: Client, takes: readonly Take[], promised?: Promised): Promise<void> {
  for (const { communityId, rewardId, on, quantity } of takes) {
    const values = [communityId, rewardId, on, quantity];
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

/** Begins to count all redemptions anew. Whoever is appending one is waited for, and whoever begins one waits. */
export async function emptyStock(client: Client): Promise<void> {
  await client.query('lock table counter_rewards_taken in exclusive mode');
  await client.query('delete from counter_rewards_taken');
}

/** Counts what was taken and given back. */
export async function takeAll(client: Client, takes: readonly Take[]): Promise<void> {
  await take(client, sums(takes));
}
