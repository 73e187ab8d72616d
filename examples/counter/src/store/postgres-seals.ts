import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';
import type pg from 'pg';
import type { BankEvent } from 'points-bank';
import type { ChainEnd } from 'points-bank/audit';
import { type Client, transaction } from './database.js';
import { readStored } from './read-all.js';
import {
  type AccountEnd,
  chained,
  endAfter,
  endAt,
  isOf,
  type KeptEnd,
  type SealedAccount,
  type Seals,
  sealingLater,
  sealsOf,
} from './seals.js';
import { asStored } from './stored-event.js';
import { ACCOUNT_STREAMS } from './stream-name.js';

/** Nothing in them is ever changed or deleted, by whatever mistake. A kept end is of a community's accounts, or of all where it names none. */
const TABLES = `
  create table counter_seals (
    account_id text collate "C" not null,
    sequence int not null,
    community_id text collate "C" not null,
    message_id text not null,
    previous_hash text not null,
    hash text not null,
    sealed_later text,
    primary key (account_id, sequence, community_id)
  );
  create table counter_ends (
    of_community text collate "C" not null,
    sequence int not null,
    account_id text collate "C" not null,
    community_id text collate "C" not null,
    entries int not null,
    head text not null,
    previous_hash text not null,
    hash text not null,
    primary key (of_community, sequence)
  );
  create index counter_ends_by_account on counter_ends (of_community, account_id);
  create or replace function counter_only_adds() returns trigger language plpgsql as
    $$ begin raise exception '% is only ever added to', tg_table_name; end $$;
  create trigger only_added_to before update or delete or truncate on counter_seals
    for each statement execute function counter_only_adds();
  create trigger only_added_to before update or delete or truncate on counter_ends
    for each statement execute function counter_only_adds()`;

/** Entries as they are appended to an account. */
type Appended = Pick<SealedAccount, 'accountId' | 'entries'>;

// The row of an account's stream is locked by now, so nobody else adds to its chain.
const HEADS = `
  select head.account_id, head.sequence, head.hash
  from unnest($1::text[]) as given (account_id), lateral (
    select account_id, sequence, hash from counter_seals
    where account_id = given.account_id order by sequence desc limit 1
  ) as head`;
const ADD = `
  insert into counter_seals (account_id, sequence, community_id, message_id, previous_hash, hash, sealed_later)
  select row->>'accountId', (row->>'sequence')::int, row->>'communityId', row->>'messageId', row->>'previousHash', row->>'hash',
    row->>'sealedLater'
  from jsonb_array_elements($1::jsonb) as given (row)`;

/** Seals what is appended to some accounts, in the transaction that appends it. */
export async function sealAll(client: Client, appended: readonly Appended[]): Promise<void> {
  const { rows } = await client.query<{ account_id: string; sequence: number; hash: string }>(HEADS, [
    appended.map(({ accountId }) => accountId),
  ]);
  const ends = new Map(rows.map((row) => [row.account_id, endAt(row)]));
  const seals = appended.flatMap(({ accountId, entries }) =>
    sealsOf(entries, ends.get(accountId)).map((one) => ({ ...one, accountId })),
  );
  await client.query(ADD, [JSON.stringify(seals)]);
}

/**
 * Seals what is appended to one account. It has no name on purpose: Emmett passes over a named projection while that one is being rebuilt.
 *
 * @param types - of every event there is
 */
export function sealing(types: readonly BankEvent['type'][]): PostgreSQLProjectionDefinition<BankEvent> {
  return {
    canHandle: [...types],
    handle: async (messages, { connection }) => {
      const [first] = messages;
      if (first === undefined) return;
      const accountId = first.metadata.streamName.slice(ACCOUNT_STREAMS.length);
      const entries = messages.map((message) => ({
        messageId: message.metadata.messageId,
        stored: asStored(message),
      }));
      await sealAll(connection.client as Client, [{ accountId, entries }]);
    },
  };
}

/**
 * Makes the tables where there are none, and seals what was entered before, once for ever: an entry without a seal that turns up later was not
 * entered by this counter, and no start and no rebuild seals it.
 */
export async function makeSeals(client: Client): Promise<void> {
  const { rows } = await client.query<{ made: boolean }>(
    "select to_regclass('counter_seals') is not null as made",
  );
  if (rows[0]?.made === true) return;
  // Whoever is appending is waited for, and whoever begins to waits.
  await client.query('lock table emt_messages in share row exclusive mode');
  await client.query(TABLES);
  await sealingLater.run(new Date().toISOString(), async () => {
    for await (const accountIds of everyAccountId(client))
      await sealAll(client, await readAccounts(client, accountIds, ''));
  });
}

/** So many accounts are read at a time. */
const STEP = 100;

const STREAMS = `
  select stream_id from emt_messages
  where not is_archived and starts_with(stream_id, '${ACCOUNT_STREAMS}') and stream_id > $1
  group by stream_id order by stream_id limit ${STEP}`;

/** Every account that has entries. */
async function* everyAccountId(client: Client): AsyncGenerator<readonly string[]> {
  let after = '';
  for (;;) {
    const { rows } = await client.query<{ stream_id: string }>(STREAMS, [after]);
    if (rows.length > 0) yield rows.map(({ stream_id }) => stream_id.slice(ACCOUNT_STREAMS.length));
    if (rows.length < STEP) return;
    after = rows.at(-1)?.stream_id ?? after;
  }
}

// One statement, so that an entry that comes meanwhile is read with its seal or not at all.
const ACCOUNTS = `
  select account_id as "accountId",
    coalesce((
      select json_agg(json_build_object('messageId', message_id, 'stored',
        json_build_object('type', message_type, 'data', message_data, 'metadata', message_metadata)) order by stream_position)
      from emt_messages where stream_id = '${ACCOUNT_STREAMS}' || account_id and not is_archived
    ), '[]') as entries,
    coalesce((
      select json_agg(json_strip_nulls(json_build_object('messageId', message_id, 'communityId', community_id, 'sequence', sequence,
        'previousHash', previous_hash, 'hash', hash, 'sealedLater', sealed_later)) order by sequence)
      from counter_seals as sealed where sealed.account_id = given.account_id
    ), '[]') as seals,
    coalesce((
      select json_agg(json_build_object('accountId', account_id, 'communityId', community_id, 'entries', entries, 'head', head,
        'place', sequence)
        order by sequence)
      from counter_ends as kept where of_community = $2 and kept.account_id = given.account_id
    ), '[]') as ends
  from unnest($1::text[]) with ordinality as given (account_id, place) order by place`;

async function readAccounts(
  client: Client,
  accountIds: readonly string[],
  ofCommunity: string,
): Promise<readonly SealedAccount[]> {
  return (await client.query<SealedAccount>(ACCOUNTS, [accountIds, ofCommunity])).rows;
}

// Of an account whose entries are all gone its seals are left; where those are gone too, an end that was kept.
const LOST = `
  select account_id from (
    select account_id from counter_seals union select account_id from counter_ends where of_community = $1
  ) as known
  where account_id > $2 and not exists (
    select from emt_messages where stream_id = '${ACCOUNT_STREAMS}' || known.account_id and not is_archived
  )
  order by account_id limit ${STEP}`;

async function* everyAccount(client: Client, communityId?: string): AsyncGenerator<readonly SealedAccount[]> {
  const ofCommunity = communityId ?? '';
  const read = async (accountIds: readonly string[]) =>
    (await readAccounts(client, accountIds, ofCommunity)).filter((one) => isOf(one, communityId));
  for await (const accountIds of everyAccountId(client)) yield await read(accountIds);
  let after = '';
  for (;;) {
    const { rows } = await client.query<{ account_id: string }>(LOST, [ofCommunity, after]);
    yield await read(rows.map(({ account_id }) => account_id));
    if (rows.length < STEP) return;
    after = rows.at(-1)?.account_id ?? after;
  }
}

type EndRow = {
  readonly sequence: number;
  readonly account_id: string;
  readonly community_id: string;
  readonly entries: number;
  readonly head: string;
  readonly previous_hash: string;
  readonly hash: string;
};

const endOf = ({ account_id, community_id, entries, head }: EndRow): AccountEnd => ({
  accountId: account_id,
  communityId: community_id,
  entries,
  head,
});

async function* everyEnd(client: Client, communityId?: string): AsyncGenerator<KeptEnd> {
  let after = -1;
  for (;;) {
    const { rows } = await client.query<EndRow>(
      'select * from counter_ends where of_community = $1 and sequence > $2 order by sequence limit 1000',
      [communityId ?? '', after],
    );
    for (const row of rows) {
      const { sequence, previous_hash: previousHash, hash } = row;
      yield { type: 'AccountEnd', data: endOf(row), metadata: { sequence, previousHash, hash } };
    }
    if (rows.length < 1000) return;
    after = rows.at(-1)?.sequence ?? after;
  }
}

const NEW_ENDS = `
  select account_id, community_id, sequence + 1 as entries, hash as head from counter_seals as last
  where ($1 = '' or community_id = $1)
    and not exists (select from counter_seals where account_id = last.account_id and sequence > last.sequence)
    and not exists (
      select from counter_ends as kept
      where of_community = $1 and kept.account_id = last.account_id and kept.entries = last.sequence + 1 and kept.head = last.hash
    )
  order by account_id`;
const ADD_ENDS = `
  insert into counter_ends (of_community, sequence, account_id, community_id, entries, head, previous_hash, hash)
  select $1, (row->'metadata'->>'sequence')::int, row->'data'->>'accountId', row->'data'->>'communityId',
    (row->'data'->>'entries')::int, row->'data'->>'head', row->'metadata'->>'previousHash', row->'metadata'->>'hash'
  from jsonb_array_elements($2::jsonb) as given (row)`;

/** Work on the ends of a community's accounts, or of all, that nobody else adds to meanwhile. */
function addingEnds<T>(
  pool: pg.Pool,
  communityId: string | undefined,
  work: (client: Client, kept: ChainEnd | undefined) => Promise<T>,
): Promise<T> {
  return transaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('points-bank-counter ends', 0))");
    const { rows } = await client.query<EndRow>(
      'select * from counter_ends where of_community = $1 order by sequence desc limit 1',
      [communityId ?? ''],
    );
    return work(client, rows[0] && endAt(rows[0]));
  });
}

export function postgresSeals(pool: pg.Pool): Seals {
  return {
    accounts: (communityId) => everyAccount(pool, communityId),
    named: async (accountIds) =>
      (await readAccounts(pool, accountIds, '')).filter(({ entries }) => entries.length > 0),
    record: () => readStored(pool),
    ends: (communityId) => everyEnd(pool, communityId),
    keepEnds: (communityId) =>
      addingEnds(pool, communityId, async (client, kept) => {
        const { rows } = await client.query<EndRow>(NEW_ENDS, [communityId ?? '']);
        const ends = chained(rows.map(endOf), kept);
        await client.query(ADD_ENDS, [communityId ?? '', JSON.stringify(ends)]);
        return endAfter(ends, kept);
      }),
    takeEnds: (given, communityId) =>
      addingEnds(pool, communityId, async (client, kept) => {
        const ends: KeptEnd[] = [];
        for await (const end of given) if (end.metadata.sequence >= (kept?.length ?? 0)) ends.push(end);
        await client.query(ADD_ENDS, [communityId ?? '', JSON.stringify(ends)]);
      }),
  };
}
