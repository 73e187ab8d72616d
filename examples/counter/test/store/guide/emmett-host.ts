/* The host that docs/guides/emmett.md shows, whole: accounts in Emmett's event store on PostgreSQL. */
import { DeciderCommandHandler, type EventStore } from '@event-driven-io/emmett';
import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';
import type pg from 'pg';
import {
  type Account,
  type Bank,
  type BankEvent,
  type Command,
  type Decision,
  EVENT_VERSIONS,
  evolve,
  fold,
  fromSnapshot,
  initialAccount,
  type RuleSet,
  redeemable,
  type Snapshot,
  snapshot,
} from 'points-bank';
import { fromStore } from '../../../src/store/stored-event.js';

// #region handler
const streamOf = (accountId: string): string => `account-${accountId}`;

/** Decides commands on their accounts; where somebody else came first, again. */
export function handlerOf(bank: Bank<RuleSet>, store: EventStore) {
  return async (command: Command): Promise<Decision> => {
    let decision: Decision | undefined;
    const handle = DeciderCommandHandler<Account, Command, BankEvent>({
      initialState: () => initialAccount,
      evolve,
      // A refusal is an answer and not an error: nothing is appended.
      decide: (given, account) => {
        decision = bank.decide(given, account);
        return decision.accepted ? [...decision.events] : [];
      },
      mapToStreamId: streamOf,
      schema: { versioning: { upcast: fromStore } },
      retry: { onVersionConflict: 5 },
    });
    await handle(store, command.data.accountId, command);
    if (decision === undefined) throw new Error(`${command.type} was not decided`);
    return decision;
  };
}
// #endregion

// #region account
/** An account as it is stored, and the version to append at: the number of its events. */
export async function accountOf(
  store: EventStore,
  accountId: string,
): Promise<{ readonly account: Account; readonly version: bigint }> {
  const { events, currentStreamVersion } = await store.readStream(streamOf(accountId));
  return { account: fold(events.map(fromStore)), version: currentStreamVersion };
}
// #endregion

// #region snapshot
/** An account from its snapshot and what came after it, with a new snapshot to keep. */
export async function refreshed(
  store: EventStore,
  accountId: string,
  kept: Snapshot | undefined,
): Promise<Snapshot> {
  const before = BigInt(kept?.streamVersion ?? 0);
  const { events } = await store.readStream(streamOf(accountId), { from: before });
  // `from` counts from 0 in the store in memory and from 1 in PostgreSQL, which gives the last event of the snapshot once more.
  const tail = events.filter(({ metadata }) => BigInt(metadata.streamPosition) > before);
  const account = fold(tail.map(fromStore), kept === undefined ? initialAccount : fromSnapshot(kept));
  return snapshot(account, Number(before) + tail.length);
}
// #endregion

// #region projection
export const BALANCES =
  'create table if not exists balances (account text primary key, points bigint not null)';
const STREAM = `select message_type as type, message_data as data, message_metadata as metadata from emt_messages
  where stream_id = $1 and not is_archived order by stream_position`;
const PUT = `insert into balances values ($1, $2) on conflict (account) do update set points = excluded.points`;

/** Each account's balance, in the transaction that appends: whoever reads it never sees another one than the events give. */
export const balances: PostgreSQLProjectionDefinition<BankEvent> = {
  canHandle: Object.keys(EVENT_VERSIONS) as BankEvent['type'][],
  handle: async (messages, { connection }) => {
    const client = connection.client as pg.ClientBase;
    for (const stream of new Set(messages.map(({ metadata }) => metadata.streamName))) {
      const { rows } = await client.query<Parameters<typeof fromStore>[0]>(STREAM, [stream]);
      const account = fold(rows.map(fromStore));
      if (account.status !== 'unopened') await client.query(PUT, [account.accountId, redeemable(account)]);
    }
  },
};
// #endregion
