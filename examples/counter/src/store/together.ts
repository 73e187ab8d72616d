import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { RuleSet } from 'points-bank';
import { readHistories } from './account-streams.js';
import type { Appended, Together } from './command-handler.js';
import { requireContinuedOnce } from './continued-once.js';
import { type Client, transaction } from './database.js';
import { isOnItsOwn, list } from './postgres-projections.js';
import { sealAll } from './postgres-seals.js';
import { readAccounts } from './snapshots.js';
import { takenBy } from './stock.js';
import { takeAll } from './stock-table.js';
import { asStored } from './stored-event.js';
import { ACCOUNT_STREAMS, streamOf } from './stream-name.js';

/** Somebody else appended to one of the accounts. */
class CameFirst extends Error {
  override readonly name = 'CameFirst';
}

/** What PostgreSQL says of a new stream that somebody else has made meanwhile. */
const UNIQUE_VIOLATION = '23505';

/**
 * Emmett's own function in the database, which checks each stream's version, once for each account and in the order that they are given in. Its
 * event store calls it for one stream a transaction; the arguments after the events are what that one gives it.
 */
const APPEND = `
  select appended.success
  from jsonb_array_elements($1::jsonb) with ordinality as given (append, place),
    lateral (
      select array_agg(event->>'messageId' order by at) as ids, array_agg(event->'data' order by at) as data,
        array_agg(coalesce(event->'metadata', '{}') order by at) as metadata, array_agg('1'::text) as versions,
        array_agg(event->>'type' order by at) as types, array_agg('E'::text) as kinds
      from jsonb_array_elements(append->'events') with ordinality as one (event, at)
    ) as events,
    lateral emt_append_to_stream(events.ids, events.data, events.metadata, events.versions, events.types, events.kinds,
      append->>'stream', '${ACCOUNT_STREAMS.slice(0, -1)}', (append->>'expected')::bigint, 'emt:default') as appended
  order by given.place`;

/**
 * Several accounts at a time: they are read by one query, and what is appended to them is one transaction, with all that is kept beside
 * the events.
 */
export function together(pool: pg.Pool, ruleSet: RuleSet): Together {
  return {
    accounts: (accountIds) => readAccounts(pool, accountIds),
    append: async (appended) => {
      // Always in the same order, so that two batches never wait for each other in turn.
      const inOrder = [...appended].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
      try {
        await transaction(pool, (client) => appendAll(client, ruleSet, inOrder));
        return true;
      } catch (error) {
        if (isConflict(error)) return false;
        throw error;
      }
    },
  };
}

async function appendAll(client: Client, ruleSet: RuleSet, appended: readonly Appended[]): Promise<void> {
  const appends = appended.map((one) => ({
    accountId: idOf(one),
    stream: streamOf(idOf(one)),
    expected: one.version,
    events: one.events.map((event) => ({ ...event, messageId: randomUUID() })),
  }));
  const { rows } = await client.query<{ success: boolean }>(APPEND, [JSON.stringify(appends)]);
  if (!rows.every(({ success }) => success)) throw new CameFirst();
  await requireContinuedOnce(
    client,
    appended.flatMap(({ events }) => events),
  );
  const whole = await withPast(client, appended);
  await takeAll(
    client,
    whole.flatMap(({ past, events }) => events.flatMap((event) => takenBy(event, [...past, ...events]))),
  );
  await list(client, ruleSet, whole);
  await sealAll(
    client,
    appends.map(({ accountId, events }) => ({
      accountId,
      entries: events.map(({ messageId, ...event }) => ({ messageId, stored: asStored(event) })),
    })),
  );
}

/** With the events before them, where what is appended looks at those. */
async function withPast(client: Client, appended: readonly Appended[]) {
  const looking = appended.filter(
    ({ version, before, events }) => version > 0 && !isOnItsOwn(before, events),
  );
  const pasts = looking.length === 0 ? undefined : await readHistories(client, looking.map(idOf));
  return appended.map((one) => ({ ...one, past: pasts?.get(idOf(one))?.slice(0, one.version) ?? [] }));
}

/** The account that events are appended to. */
function idOf({ events: [event] }: Appended): string {
  return event?.data.accountId ?? '';
}

function isConflict(error: unknown): boolean {
  if (error instanceof CameFirst) return true;
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
