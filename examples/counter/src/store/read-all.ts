import { setTimeout as wait } from 'node:timers/promises';
import type { BankEvent, StoredEvent } from 'points-bank';
import type { Placed } from './counter-store.js';
import type { Client } from './database.js';
import { placeOf, positionOf } from './positions.js';
import { fromStore } from './stored-event.js';
import { ACCOUNT_STREAMS } from './stream-name.js';

const BATCH = 1000;
/** How long to wait for writers that had begun before the call; one that takes longer is read the next time. */
const PATIENCE = { times: 200, milliseconds: 5 };

/** What reading in order needs beside Emmett's tables. */
export const ORDER_INDEX =
  'create index if not exists counter_messages_in_order on emt_messages (transaction_id, global_position)';

// #region in-order
// Only what lies before every transaction still open is read, as Emmett's own reader does, so nothing turns up later before it.
const READ = `
  select transaction_id::text as transaction, global_position::text as message, message_type, message_data, message_metadata
  from emt_messages
  where not is_archived and starts_with(stream_id, '${ACCOUNT_STREAMS}')
    and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    and (transaction_id, global_position) > ($1::xid8, $2::bigint)
  order by transaction_id, global_position
  limit ${BATCH}`;
// #endregion
// Whatever a snapshot sees, and nothing else, however long the reading takes and whatever others have open.
const READ_RECORD = `
  select transaction_id::text as transaction, global_position::text as message, message_type, message_data, message_metadata
  from emt_messages
  where not is_archived and starts_with(stream_id, '${ACCOUNT_STREAMS}')
    and pg_visible_in_snapshot(transaction_id, $3::pg_snapshot)
    and (transaction_id, global_position) > ($1::xid8, $2::bigint)
  order by transaction_id, global_position
  limit ${BATCH}`;
const LAST = `
  select transaction_id::text as transaction, global_position::text as message
  from emt_messages
  where not is_archived and starts_with(stream_id, '${ACCOUNT_STREAMS}')
    and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
  order by transaction_id desc, global_position desc
  limit 1`;
const NEXT = 'select pg_snapshot_xmax(pg_current_snapshot())::text as next';
const PASSED = 'select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as passed';

type Row = {
  readonly transaction: string;
  readonly message: string;
  readonly message_type: string;
  readonly message_data: StoredEvent['data'];
  readonly message_metadata: NonNullable<StoredEvent['metadata']>;
};

function storedOf({ message_type: type, message_data: data, message_metadata: metadata }: Row): StoredEvent {
  return { type, data, metadata };
}

/** Every event of accounts after a position, in the order of their transactions. */
export async function* readAll(pool: Client, after = 0n): AsyncGenerator<Placed> {
  await untilCommitted(pool);
  let position = after;
  for (;;) {
    const batch = await readBatch(pool, position);
    yield* batch.events;
    position = batch.position;
    if (!batch.more) return;
  }
}

/** Every event of accounts that is committed by now, in the order of their transactions: nothing is waited for. */
export async function* readRecord(client: Client): AsyncGenerator<BankEvent> {
  for await (const stored of readStored(client)) yield fromStore(stored);
}

/** The same as they are stored, whatever was done to them. */
export async function* readStored(client: Client): AsyncGenerator<StoredEvent> {
  const [now] = (await client.query<{ snapshot: string }>('select pg_current_snapshot()::text as snapshot'))
    .rows;
  let last = { transaction: '0', message: '0' };
  for (;;) {
    const { rows } = await client.query<Row>(READ_RECORD, [last.transaction, last.message, now?.snapshot]);
    for (const row of rows) yield storedOf(row);
    last = rows.at(-1) ?? last;
    if (rows.length < BATCH) return;
  }
}

/** The position of the last event that {@link readAll} would come to. */
export async function endOfAll(client: Client): Promise<bigint> {
  await untilCommitted(client);
  const [last] = (await client.query<Pick<Row, 'transaction' | 'message'>>(LAST)).rows;
  if (last === undefined) return 0n;
  return positionOf({ transaction: BigInt(last.transaction), message: BigInt(last.message) });
}

/** The next events after a position, the position after them, and whether there may be more. */
export async function readBatch(
  client: Client,
  after: bigint,
): Promise<{ readonly events: readonly Placed[]; readonly position: bigint; readonly more: boolean }> {
  const { transaction, message } = placeOf(after);
  const { rows } = await client.query<Row>(READ, [String(transaction), String(message)]);
  const events = rows.map((row) => ({
    position: positionOf({ transaction: BigInt(row.transaction), message: BigInt(row.message) }),
    event: fromStore(storedOf(row)),
  }));
  return { events, position: events.at(-1)?.position ?? after, more: rows.length === BATCH };
}

/** Waits until whatever was committed by now is in order: until the transactions that are open now have ended. */
export async function untilCommitted(client: Client): Promise<void> {
  const [now] = (await client.query<{ next: string }>(NEXT)).rows;
  for (let tried = 0; tried < PATIENCE.times; tried += 1) {
    const [open] = (await client.query<{ passed: boolean }>(PASSED, [now?.next])).rows;
    if (open?.passed === true) return;
    await wait(PATIENCE.milliseconds);
  }
}
