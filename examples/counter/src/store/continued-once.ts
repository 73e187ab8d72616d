import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';
import type { AccountOpened, BankEvent, Decision, RuleSet } from 'points-bank';
import { appending } from './appending.js';
import type { Client } from './database.js';
import { fromStore } from './stored-event.js';

/*
 * A closed account is continued by one account: what it handed on would count twice in two. The library decides on one account and cannot
 * know of the other, so the store that appends an opening looks for it.
 */

type Continued = NonNullable<AccountOpened['data']['continues']>[number];

/** Another account continues what this opening would continue. */
export class ContinuedAlready extends Error {
  override readonly name = 'ContinuedAlready';
  readonly closed: Continued;

  constructor(closed: Continued) {
    super(`account '${closed.accountId}' is continued already`);
    this.closed = closed;
  }

  /** The decision that the opening is given for it. */
  refused({ clauses, closing }: RuleSet): Decision {
    const { accountId, closedOn } = this.closed;
    const facts = { accountId, because: 'another-continues-it', closedOn } as const;
    const clause = closing?.clause ?? clauses.accounts;
    return { accepted: false, refusal: { code: 'cannot-continue', clause, facts, readings: {} } };
  }
}

/** The closed accounts that an event continues. */
export function continuedBy(event: BankEvent): readonly Continued[] {
  return event.type === 'AccountOpened' ? (event.data.continues ?? []) : [];
}

export const CONTINUED_INDEX = `
  create index if not exists counter_messages_of_continuing on emt_messages using gin ((message_data->'continues') jsonb_path_ops)
    where message_type = 'AccountOpened'`;

const OTHER = `
  select 1 from emt_messages
  where message_type = 'AccountOpened' and message_data->'continues' @> jsonb_build_array(jsonb_build_object('accountId', $1::text))
    and message_data->>'accountId' <> $2 and not is_archived
  limit 1`;

/**
 * Holds openings to that, in the transaction that appends them. Two that continue the same account come one after the other; the second sees
 * the first.
 *
 * @throws {@link ContinuedAlready}
 */
export async function requireContinuedOnce(client: Client, events: readonly BankEvent[]): Promise<void> {
  const continuing = events.flatMap((event) =>
    continuedBy(event).map((closed) => ({ closed, by: event.data.accountId })),
  );
  // Always in the same order, so that two openings never wait for each other in turn.
  for (const { closed, by } of continuing.sort((a, b) =>
    a.closed.accountId < b.closed.accountId ? -1 : 1,
  )) {
    await client.query("select pg_advisory_xact_lock(hashtextextended('continues ' || $1, 0))", [
      closed.accountId,
    ]);
    const { rows } = await client.query(OTHER, [closed.accountId, by]);
    if (rows.length > 0) throw new ContinuedAlready(closed);
  }
}

/** {@link requireContinuedOnce} for what is decided; what is restored is taken as it was, and the audit tells of it. */
export const continuedOnce: PostgreSQLProjectionDefinition<BankEvent> = {
  canHandle: ['AccountOpened'],
  handle: async (messages, { connection }) => {
    if (appending.getStore()?.account === undefined) return;
    await requireContinuedOnce(connection.client as Client, messages.map(fromStore));
  },
};
