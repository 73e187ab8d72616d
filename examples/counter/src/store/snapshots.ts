import { type Account, FOLD_VERSION, fold, fromSnapshot, type Snapshot } from 'points-bank';
import { readHistories } from './account-streams.js';
import type { Client } from './database.js';
import { ACCOUNT_STREAMS, streamOf } from './stream-name.js';

/** An account as its stream has it, and how many events that are. */
export type Standing = { readonly account: Account; readonly version: number };

/** What an account is after its latest event, kept in the transaction that appends it, so that nothing has to be read and folded again. */
export const SNAPSHOT_TABLE = `
  create table if not exists counter_snapshots (
    community_id text collate "C" not null,
    account_id text collate "C" not null,
    account json not null,
    stream_version bigint not null,
    fold_version int not null,
    primary key (community_id, account_id)
  )`;

/**
 * One that is of another version of the fold, or whose stream has gone on without it, is not found. The streams are named as well: by the
 * accounts alone, PostgreSQL would go through all that there are.
 */
const READ = `
  select snapshots.account, snapshots.stream_version::int as "streamVersion", snapshots.fold_version as "foldVersion"
  from counter_accounts as accounts
    join counter_snapshots as snapshots using (community_id, account_id)
    join emt_streams as streams
      on streams.stream_id = '${ACCOUNT_STREAMS}' || account_id and streams.stream_position = snapshots.stream_version
  where accounts.account_id = any($1) and streams.stream_id = any($2) and not streams.is_archived
    and snapshots.fold_version = ${FOLD_VERSION}`;

/** Each of these accounts that is there: by its snapshot, or where none holds, by its events. */
export async function readAccounts(
  client: Client,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map<string, Standing>();
  const { rows } = await client.query<Snapshot>(READ, [accountIds, accountIds.map(streamOf)]);
  for (const row of rows) {
    // Folding nothing makes it as frozen as every other account is.
    const account = fold([], fromSnapshot(row));
    if (account.status !== 'unopened')
      standings.set(account.accountId, { account, version: row.streamVersion });
  }
  const others = accountIds.filter((id) => !standings.has(id));
  if (others.length === 0) return standings;
  for (const [id, events] of await readHistories(client, others))
    standings.set(id, { account: fold(events), version: events.length });
  return standings;
}
