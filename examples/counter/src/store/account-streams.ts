import type { BankEvent } from 'points-bank';
import type { Client } from './database.js';
import { fromStore } from './stored-event.js';
import { ACCOUNT_STREAMS, streamOf } from './stream-name.js';

type Stored = {
  readonly stream_id: string;
  readonly position: string;
  readonly message_type: string;
  readonly message_data: unknown;
  readonly message_metadata: unknown;
};

const COLUMNS = 'stream_id, stream_position::text as position, message_type, message_data, message_metadata';

function eventOf({ message_type: type, message_data: data, message_metadata: metadata }: Stored): BankEvent {
  return fromStore({ type, data, metadata });
}

/** The events of a stream before one of its places. */
export async function streamBefore(
  client: Client,
  { streamName, streamPosition }: { readonly streamName: string; readonly streamPosition: bigint },
): Promise<BankEvent[]> {
  if (streamPosition <= 1n) return [];
  const { rows } = await client.query<Stored>(
    `select ${COLUMNS} from emt_messages
     where stream_id = $1 and stream_position < $2 and not is_archived order by stream_position`,
    [streamName, String(streamPosition)],
  );
  return rows.map(eventOf);
}

/** The events of each of these accounts that is there. */
export async function readHistories(
  client: Client,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BankEvent[]>> {
  const { rows } = await client.query<Stored>(
    `select ${COLUMNS} from emt_messages
     where stream_id = any($1) and not is_archived order by stream_id, stream_position`,
    [accountIds.map(streamOf)],
  );
  const histories = new Map<string, BankEvent[]>();
  for (const row of rows) {
    const accountId = row.stream_id.slice(ACCOUNT_STREAMS.length);
    const own = histories.get(accountId);
    if (own === undefined) histories.set(accountId, [eventOf(row)]);
    else own.push(eventOf(row));
  }
  return histories;
}

const BATCH = 5000;

/** The events of every account, some accounts at a time; what comes next is read while those are worked on. */
export async function* everyHistory(client: Client): AsyncGenerator<readonly (readonly BankEvent[])[]> {
  let history: BankEvent[] = [];
  let last: Pick<Stored, 'stream_id' | 'position'> = { stream_id: ACCOUNT_STREAMS, position: '0' };
  let coming: Promise<readonly Stored[]> | undefined = readAfter(client, last);
  while (coming !== undefined) {
    const rows: readonly Stored[] = await coming;
    coming = rows.length < BATCH ? undefined : readAfter(client, rows.at(-1) ?? last);
    // Whoever stops before it has come does not ask for it.
    coming?.catch(() => undefined);
    const ended: (readonly BankEvent[])[] = [];
    for (const row of rows) {
      if (row.stream_id !== last.stream_id && history.length > 0) {
        ended.push(history);
        history = [];
      }
      history.push(eventOf(row));
      last = row;
    }
    if (coming === undefined && history.length > 0) ended.push(history);
    yield ended;
  }
}

async function readAfter(
  client: Client,
  { stream_id: stream, position }: Pick<Stored, 'stream_id' | 'position'>,
): Promise<readonly Stored[]> {
  const { rows } = await client.query<Stored>(
    `select ${COLUMNS} from emt_messages
     where not is_archived and starts_with(stream_id, '${ACCOUNT_STREAMS}')
       and (stream_id, stream_position) > ($1, $2::bigint)
     order by stream_id, stream_position limit ${BATCH}`,
    [stream, position],
  );
  return rows;
}
