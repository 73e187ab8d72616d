import { createHash } from 'node:crypto';
import type { PostgreSQLProjectionDefinition } from '@event-driven-io/emmett-postgresql';
import {
  type Account,
  type BankEvent,
  evolve,
  FOLD_VERSION,
  fold,
  initialAccount,
  type RuleSet,
  type Snapshot,
  snapshot,
} from 'points-bank';
import { Turns } from '../records/turns.js';
import { type RowChange, rowChange } from './account-row.js';
import { everyHistory, streamBefore } from './account-streams.js';
import { appending } from './appending.js';
import type { Appended } from './command-handler.js';
import type { Client } from './database.js';
import { type Named, NamesTogether, namesBy } from './known-names.js';
import type { Rebuilt } from './projections.js';
import { FIGURES, isPlain, type Sum, SumsTogether, sumsBy } from './register-sums.js';
import { sums, type Take, takenBy } from './stock.js';
import { emptyStock, takeAll } from './stock-table.js';
import { fromStore } from './stored-event.js';

/** Rises with every change of what the rows hold: rows of another version, or of other rules, are made anew. */
const VERSION = 4;

const columnOf = (figure: string): string => figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const SUMMED = FIGURES.map(columnOf);

/**
 * Every key begins with the community, by which the tables can be divided. Days and ids are compared letter by letter, whatever language
 * the database is set to.
 */
export const PROJECTION_TABLES = `
  create table if not exists counter_accounts (
    community_id text collate "C" not null,
    account_id text collate "C" not null,
    role text not null,
    opened_on text collate "C" not null,
    closed_on text collate "C",
    latest_on text collate "C" not null,
    member_id text not null,
    number int,
    report_in_from text collate "C",
    redeemable bigint not null,
    earned_in jsonb not null,
    listed jsonb not null,
    primary key (community_id, account_id)
  );
  create index if not exists counter_accounts_by_id on counter_accounts (account_id);
  create index if not exists counter_accounts_by_member on counter_accounts (member_id);
  create index if not exists counter_accounts_by_number on counter_accounts (community_id, number, account_id);
  create index if not exists counter_accounts_by_latest on counter_accounts (community_id, latest_on, account_id);
  create table if not exists counter_register_sums (
    community_id text collate "C" not null,
    day text collate "C" not null,
    role text collate "C" not null,
    item text collate "C" not null,
    unit text collate "C" not null,
    role_title jsonb not null,
    colour text not null,
    clause text not null,
    title jsonb not null,
    ${SUMMED.map((column) => `${column} bigint not null`).join(', ')},
    primary key (community_id, day, role, item, unit)
  );
  create table if not exists counter_names (
    community_id text collate "C" not null,
    kind text collate "C" not null,
    name text collate "C" not null,
    day text collate "C" not null,
    details_key text collate "C" not null,
    details jsonb,
    times bigint not null,
    primary key (community_id, kind, name, day, details_key)
  );
  create index if not exists counter_messages_of_points_sent on emt_messages ((message_data->>'to'))
    where message_type = 'PointsSent';
  create table if not exists counter_read_models (name text primary key, version text not null);
  drop table if exists counter_register, counter_projections`;

const READ_MODELS = ['counter_accounts', 'counter_snapshots', 'counter_register_sums', 'counter_names'];

/**
 * One statement for all of it, each part after the one before, so that two of them lock rows in the same order. What an account is listed
 * with goes on from what it was: only some events tell its titles.
 */
const PUT = `
  with accounts as (
    insert into counter_accounts as kept (community_id, account_id, role, opened_on, closed_on, latest_on, member_id,
      number, report_in_from, redeemable, earned_in, listed)
    select row->>'communityId', row->>'accountId', row->>'role', row->>'openedOn', row->'closed'->>'on', row->>'latestOn',
      row->>'memberId', (row->>'number')::int, row->>'reportInFrom', (row->>'redeemable')::bigint, row->'earnedIn',
      row - '{latestOn,memberId,number,reportInFrom,earnedIn}'::text[]
    from jsonb_array_elements($1::jsonb) as given (row)
    on conflict (community_id, account_id) do update set
      closed_on = coalesce(excluded.closed_on, kept.closed_on), latest_on = excluded.latest_on,
      report_in_from = excluded.report_in_from, redeemable = excluded.redeemable, earned_in = excluded.earned_in,
      listed = kept.listed || excluded.listed
    returning 1
  ), snapshots as (
    insert into counter_snapshots as kept (community_id, account_id, account, stream_version, fold_version)
    select row->>'communityId', row->>'accountId', row->'account', (row->>'streamVersion')::bigint, (row->>'foldVersion')::int
    from json_array_elements($4::json) as given (row)
    where (select count(*) from accounts) >= 0
    on conflict (community_id, account_id) do update set
      account = excluded.account, stream_version = excluded.stream_version, fold_version = excluded.fold_version
    returning 1
  ), sums as (
    insert into counter_register_sums as kept (community_id, day, role, item, unit, role_title, colour, clause, title,
      ${SUMMED.join(', ')})
    select row->>'communityId', row->>'day', row->>'role', row->>'item', coalesce(':' || (row->>'unit'), ''),
      row->'roleTitle', row->>'colour', row->>'clause', row->'title',
      ${FIGURES.map((figure) => `coalesce((row->'figures'->>'${figure}')::bigint, 0)`).join(', ')}
    from jsonb_array_elements($2::jsonb) as given (row)
    where (select count(*) from snapshots) >= 0
    on conflict (community_id, day, role, item, unit) do update set
      role_title = case kept.role_title when '{}' then excluded.role_title else kept.role_title end,
      ${SUMMED.map((column) => `${column} = kept.${column} + excluded.${column}`).join(', ')}
    returning 1
  )
  insert into counter_names as kept (community_id, kind, name, day, details_key, details, times)
  select row->>'communityId', row->>'kind', row->>'name', row->>'on', md5((row->'details')::text), row->'details',
    (row->>'times')::bigint
  from jsonb_array_elements($3::jsonb) as given (row)
  where (select count(*) from sums) >= 0
  on conflict (community_id, kind, name, day, details_key) do update set times = kept.times + excluded.times`;

type OfCommunity<T> = T & { readonly communityId: string };

type Change = {
  readonly accounts: readonly RowChange[];
  readonly snapshots: readonly (OfCommunity<Snapshot> & { readonly accountId: string })[];
  readonly sums: readonly OfCommunity<Sum>[];
  readonly names: readonly OfCommunity<Named>[];
};

async function put(client: Client, { accounts, sums, names, snapshots }: Change): Promise<void> {
  if (accounts.length + sums.length + names.length === 0) return;
  await client.query(
    PUT,
    [accounts, sums, names, snapshots].map((rows) => JSON.stringify(rows)),
  );
}

/** Every type of event there is. */
export const TYPES = Object.keys({
  AccountOpened: 1,
  PostClaimed: 1,
  PostReleased: 1,
  ActivityCredited: 1,
  ScoreCorrected: 1,
  PointsRedeemed: 1,
  EntryVerified: 1,
  EntryReversed: 1,
  PointsSent: 1,
  PointsReceived: 1,
  AccountBarred: 1,
  AccountClosed: 1,
} satisfies Record<BankEvent['type'], 1>) as BankEvent['type'][];

/**
 * Keeps the lists, the register's sums and the known names in the transaction that appends an event. It has no name on purpose: Emmett
 * passes over a named projection while that one is being rebuilt.
 */
export function listing(ruleSet: RuleSet): PostgreSQLProjectionDefinition<BankEvent> {
  return {
    canHandle: TYPES,
    handle: async (messages, { connection }) => {
      const [first] = messages;
      if (first === undefined) return;
      const client = connection.client as Client;
      const known = appending.getStore() ?? {};
      const events = messages.map(fromStore);
      const needsNone = known.account !== undefined && isOnItsOwn(known.account, events);
      const past = needsNone ? [] : (known.past ?? (await streamBefore(client, first.metadata)));
      const before = known.account ?? fold(past);
      const version = Number(first.metadata.streamPosition) - 1;
      await list(client, ruleSet, [{ past, before, version, events }]);
    },
  };
}

/** Whether the lists can take in an account's events without looking at those before them. */
export function isOnItsOwn(before: Account, events: readonly BankEvent[]): boolean {
  return before.status === 'open' && events.every(isPlain);
}

/** What is appended, with the account's events before it where it is not {@link isOnItsOwn}. */
type Listed = Appended & { readonly past: readonly BankEvent[] };

/** Puts what is appended to some accounts into the lists; the rows of each table always in the same order. */
export async function list(client: Client, ruleSet: RuleSet, appended: readonly Listed[]): Promise<void> {
  const changes = new Changes(ruleSet);
  for (const one of appended) changes.add(one);
  await put(client, { ...changes.ofAccounts(), ...changes.ofCommunities() });
}

/** What is appended to accounts, as it changes the lists. */
class Changes {
  private readonly ruleSet: RuleSet;
  private accounts: RowChange[] = [];
  private snapshots: Change['snapshots'][number][] = [];
  private readonly byCommunity = new Map<
    string,
    { readonly sums: SumsTogether; readonly names: NamesTogether }
  >();

  constructor(ruleSet: RuleSet) {
    this.ruleSet = ruleSet;
  }

  add({ past, before, version, events }: Listed): void {
    const account = before.status === 'unopened' ? fold(events) : events.reduce(evolve, before);
    if (account.status === 'unopened') return;
    const { communityId, accountId } = account;
    this.accounts.push(rowChange(this.ruleSet, account, events));
    this.snapshots.push({ communityId, accountId, ...snapshot(account, version + events.length) });
    const own = this.byCommunity.get(communityId) ?? {
      sums: new SumsTogether(),
      names: new NamesTogether(),
    };
    this.byCommunity.set(communityId, own);
    own.sums.add(sumsBy(before, past, events));
    own.names.add(namesBy(past, events));
  }

  /** The accounts that were added since this was asked. */
  ofAccounts(): Pick<Change, 'accounts' | 'snapshots'> {
    const { accounts, snapshots } = this;
    this.accounts = [];
    this.snapshots = [];
    return { accounts, snapshots };
  }

  /** How many sums and names of communities there are. */
  get size(): number {
    return [...this.byCommunity.values()].reduce((sum, { sums, names }) => sum + sums.size + names.size, 0);
  }

  /** The sums and names that were added since this was asked. */
  ofCommunities(): Pick<Change, 'sums' | 'names'> {
    const communities = [...this.byCommunity].sort(([a], [b]) => (a < b ? -1 : 1));
    this.byCommunity.clear();
    return {
      sums: communities.flatMap(([communityId, { sums }]) =>
        sums.all().map((sum) => ({ ...sum, communityId })),
      ),
      names: communities.flatMap(([communityId, { names }]) =>
        names.all().map((name) => ({ ...name, communityId })),
      ),
    };
  }
}

/** Whether the read models are of this version and of these rules. */
export async function isUpToDate(client: Client, ruleSet: RuleSet): Promise<boolean> {
  const { rows } = await client.query<{ version: string }>(
    "select version from counter_read_models where name = 'lists'",
  );
  return rows[0]?.version === versionOf(ruleSet);
}

function versionOf(ruleSet: RuleSet): string {
  return `${VERSION} ${FOLD_VERSION} ${createHash('sha256').update(JSON.stringify(ruleSet)).digest('hex').slice(0, 32)}`;
}

/** How many sums and names are kept until they are put: a row of theirs that is put again and again is slow. */
const MANY = 50_000;
const NO_ACCOUNTS = { accounts: [], snapshots: [] };
const NO_SUMS = { sums: [], names: [] };

/**
 * Makes everything anew, in one transaction: until it ends, others read what was there before. Whoever is appending is waited for, and
 * whoever begins to waits; nothing is counted twice, and nothing left out.
 */
export async function rebuild(
  client: Client,
  ruleSet: RuleSet,
  told: (rebuilt: Rebuilt) => void = () => undefined,
): Promise<void> {
  await emptyStock(client);
  await client.query(`lock table ${READ_MODELS.join(', ')} in exclusive mode`);
  for (const table of READ_MODELS) await client.query(`delete from ${table}`);
  const { rows } = await client.query<{ of: number }>(
    "select count(*)::int as of from emt_streams where starts_with(stream_id, 'account-') and not is_archived",
  );
  const of = rows[0]?.of ?? 0;
  let done = 0;
  const changes = new Changes(ruleSet);
  let takes: Take[] = [];
  const reader = inTurn(client);
  // The database works on what comes next while what came is worked out.
  let putting: Promise<void> | undefined;
  const putLater = async (change: Change) => {
    await putting;
    putting = put(reader, change);
    putting.catch(() => undefined);
  };
  for await (const histories of everyHistory(reader)) {
    for (const events of histories) {
      changes.add({ past: [], before: initialAccount, version: 0, events });
      for (const event of events) takes.push(...takenBy(event, events));
    }
    await putLater({ ...changes.ofAccounts(), ...NO_SUMS });
    if (changes.size > MANY) await putLater({ ...NO_ACCOUNTS, ...changes.ofCommunities() });
    if (takes.length > MANY) takes = sums(takes);
    done += histories.length;
    told({ done, of });
  }
  await putLater({ ...NO_ACCOUNTS, ...changes.ofCommunities() });
  await putting;
  await takeAll(client, takes);
  await client.query(`analyze ${READ_MODELS.join(', ')}`);
  await client.query(
    `insert into counter_read_models values ('lists', $1) on conflict (name) do update set version = excluded.version`,
    [versionOf(ruleSet)],
  );
}

/** A connection of which more may be asked before it has answered: it is told one thing after the other. */
function inTurn(client: Client): Client {
  const turns = new Turns();
  const query = (text: string, values?: unknown[]) => turns.take('', () => client.query(text, values));
  return { query } as Client;
}
