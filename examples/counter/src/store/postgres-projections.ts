import type pg from 'pg';
import type { BankEvent } from 'points-bank';
import type { RegisterAccount } from 'points-bank/reports';
import { type Client, transaction } from './database.js';
import { type Projections, registerRows } from './projections.js';
import { readBatch, untilCommitted } from './read-all.js';
import { recountStock } from './stock-table.js';
import { fromStore } from './stored-event.js';
import { streamOf } from './stream-name.js';

/** Rises with every change of what the rows hold: rows of another version are made anew. */
const VERSION = 2;

export const PROJECTION_TABLES = `
  create table if not exists counter_register (
    account_id text primary key,
    community_id text not null,
    figures jsonb not null
  );
  create index if not exists counter_register_by_community on counter_register (community_id);
  create table if not exists counter_projections (name text primary key, version int not null, position numeric not null);
  insert into counter_projections values ('register', ${VERSION}, 0) on conflict do nothing`;

const PUT = `
  insert into counter_register (account_id, community_id, figures)
  select row->>'accountId', row->>'communityId', row from jsonb_array_elements($1::jsonb) as rows (row)
  on conflict (account_id) do update set community_id = excluded.community_id, figures = excluded.figures`;

type Row = {
  readonly message_type: string;
  readonly message_data: unknown;
  readonly message_metadata: unknown;
};

/** The register in a table, with the position up to which the events are in it. */
export function postgresProjections(pool: pg.Pool): Projections {
  const catchUp = async () => {
    await untilCommitted(pool);
    while (await transaction(pool, nextBatch));
  };
  return {
    async register(communityId) {
      await catchUp();
      const { rows } = await pool.query<{ figures: RegisterAccount }>(
        `select figures from counter_register where $1::text is null or community_id = $1`,
        [communityId ?? null],
      );
      return rows.map(({ figures }) => figures).sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    },
    async rebuild() {
      await transaction(pool, async (client) => {
        await startAgain(client);
        await recountStock(client);
      });
      await catchUp();
    },
  };
}

/** Takes in the next events; whether there may be more. Whoever else is at it waits for the position and goes on from there. */
async function nextBatch(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ version: number; position: string }>(
    "select version, position::text from counter_projections where name = 'register' for update",
  );
  if (rows[0]?.version !== VERSION) {
    await startAgain(client);
    return true;
  }
  const batch = await readBatch(client, BigInt(rows[0].position));
  if (batch.events.length === 0) return false;
  const touched = new Set(batch.events.map(({ event }) => event.data.accountId));
  // Each account is read whole: a row may be ahead of the position for a moment, and never wrong.
  const accounts = registerRows(await streams(client, [...touched]));
  await client.query(PUT, [JSON.stringify(accounts)]);
  await client.query("update counter_projections set position = $1 where name = 'register'", [
    String(batch.position),
  ]);
  return batch.more;
}

async function streams(client: Client, accountIds: readonly string[]): Promise<readonly BankEvent[]> {
  const { rows } = await client.query<Row>(
    `select message_type, message_data, message_metadata from emt_messages
     where stream_id = any($1) and not is_archived order by stream_id, stream_position`,
    [accountIds.map(streamOf)],
  );
  return rows.map((row) =>
    fromStore({ type: row.message_type, data: row.message_data, metadata: row.message_metadata }),
  );
}

async function startAgain(client: Client): Promise<void> {
  await client.query(
    `update counter_projections set version = ${VERSION}, position = 0 where name = 'register'`,
  );
  await client.query('delete from counter_register');
}
