import type pg from 'pg';
import type { RuleSet } from 'points-bank';
import type { KnownMatter } from '../bank/known-matters.js';
import type { AccountRow } from './account-row.js';
import { transaction } from './database.js';
import { rebuild } from './postgres-projections.js';
import {
  type AccountsAsked,
  type DeskFigures,
  MOST_KNOWN,
  type PageOfAccounts,
  type Projections,
} from './projections.js';
import { FIGURES, type RoleCount, type Sum } from './register-sums.js';
import { registerFrom } from './register-totals.js';
import { Promised } from './stock.js';
import { takenIn } from './stock-table.js';
import { ACCOUNT_STREAMS } from './stream-name.js';

const OF_COMMUNITY = '($1::text is null or community_id = $1)';

/** The communities one after the other, each found by the key: the accounts between two of them are not read. */
const COMMUNITIES = `
  with recursive found as (
    (select community_id from counter_accounts order by community_id limit 1)
    union all
    select (select community_id from counter_accounts where community_id > found.community_id order by community_id limit 1)
    from found where found.community_id is not null
  )
  select community_id from found where community_id is not null`;

const DESK = `
  select community_id as "communityId", count(*)::float8 as accounts, sum(redeemable)::float8 as outstanding,
    coalesce(sum((earned_in->>$3)::bigint), 0)::float8 as earned,
    count(*) filter (where report_in_from <= $2)::float8 as "notReportedIn"
  from counter_accounts where ${OF_COMMUNITY} and closed_on is null
  group by community_id order by community_id`;

const COUNTS = `
  select community_id as "communityId", role,
    count(*) filter (where closed_on is null or closed_on > $2)::float8 as open,
    count(*) filter (where closed_on <= $2)::float8 as closed
  from counter_accounts where ${OF_COMMUNITY} and opened_on <= $2
  group by community_id, role`;

const SUMS = `
  select role, item, case unit when '' then null else substr(unit, 2) end as unit, substr(day, 1, 7) || '-01' as day,
    coalesce(max(nullif(role_title::text, '{}')), '{}')::jsonb as "roleTitle", max(colour) as colour,
    max(clause) as clause, max(title::text)::jsonb as title,
    jsonb_build_object(${FIGURES.map((figure) => `'${figure}', sum(${snake(figure)})`).join(', ')}) as figures
  from counter_register_sums where ${OF_COMMUNITY} and day <= $2
  group by role, item, unit, substr(day, 1, 7) order by 4, 1, 2`;

const MATTERS = `
  select details from (
    select distinct on (name) details, day, name from counter_names
    where ${OF_COMMUNITY} and kind = 'matter' and times > 0
    order by name, day desc, details_key
  ) as latest order by day desc, name limit ${MOST_KNOWN}`;

const POSTS = `
  select distinct name from counter_names where ${OF_COMMUNITY} and kind = 'post' and times > 0 order by name limit ${MOST_KNOWN}`;

const SENDERS = `
  select distinct substr(stream_id, ${ACCOUNT_STREAMS.length + 1}) as sender from emt_messages
  where message_type = 'PointsSent' and message_data->>'to' = $1 and not is_archived order by 1`;

const ORDERS = {
  'by-id': 'account_id',
  'last-id-first': 'account_id desc',
  'latest-first': 'latest_on desc, account_id desc',
} as const satisfies Record<NonNullable<PageOfAccounts['order']>, string>;

function snake(figure: string): string {
  return figure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The read models in tables, as they are kept by the projection of the append. */
export function postgresProjections(pool: pg.Pool, ruleSet: RuleSet): Projections {
  const rows = async <T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await pool.query<T>(sql, [...values])).rows;
  return {
    async communities() {
      return (await rows<{ community_id: string }>(COMMUNITIES)).map((row) => row.community_id);
    },
    async communitiesOf(accountIds) {
      const sql = 'select account_id, community_id from counter_accounts where account_id = any($1)';
      const found = await rows<{ account_id: string; community_id: string }>(sql, [accountIds]);
      return new Map(found.map((row) => [row.account_id, row.community_id]));
    },
    async accounts(asked, { limit, offset = 0, order = 'by-id', after }) {
      const { where, values } = conditions(asked, after);
      const sql = `select listed from counter_accounts where ${where} order by ${ORDERS[order]} limit ${limit} offset ${offset}`;
      return (await rows<{ listed: AccountRow }>(sql, values)).map(({ listed }) => listed);
    },
    async count(asked) {
      const { where, values } = conditions(asked);
      const sql = `select count(*)::float8 as many from counter_accounts where ${where}`;
      return (await rows<{ many: number }>(sql, values))[0]?.many ?? 0;
    },
    async highestNumbered(communityId) {
      const sql = `select account_id from counter_accounts where community_id = $1 and number is not null
        order by number desc, account_id desc limit 1`;
      return (await rows<{ account_id: string }>(sql, [communityId]))[0]?.account_id;
    },
    async desk({ communityId, on }) {
      const found = await rows<DeskFigures>(DESK, [communityId ?? null, on, on.slice(0, 4)]);
      if (communityId === undefined || found.length > 0) return found;
      return [{ communityId, accounts: 0, outstanding: 0, earned: 0, notReportedIn: 0 }];
    },
    async matters(communityId) {
      return (await rows<{ details: KnownMatter }>(MATTERS, [communityId ?? null])).map(
        ({ details }) => details,
      );
    },
    async posts(communityId) {
      return (await rows<{ name: string }>(POSTS, [communityId ?? null])).map(({ name }) => name);
    },
    register: (on, communityId) =>
      transaction(pool, async (client) => {
        // Both parts as of one moment.
        await client.query('set transaction isolation level repeatable read read only');
        const of = [communityId ?? null, on];
        const counts = (await client.query<RoleCount & { communityId: string }>(COUNTS, of)).rows;
        const sums = (await client.query<Sum & { unit: string | null }>(SUMS, of)).rows;
        const communities = [...new Set(counts.map((count) => count.communityId))].sort();
        return registerFrom(on, communities, ofAll(counts), sums.map(unitOrNone));
      }),
    stockLeft: async (communityId) => new Promised(await takenIn(pool, communityId)).stockLeft,
    async sendersTo(accountId) {
      return (await rows<{ sender: string }>(SENDERS, [accountId])).map(({ sender }) => sender);
    },
    rebuild: (told) => transaction(pool, (client) => rebuild(client, ruleSet, told)),
  };
}

function conditions(
  asked: AccountsAsked,
  after?: string,
): { readonly where: string; readonly values: unknown[] } {
  const { communityId, state, on, notClosedBefore, word, memberId, busyAfter, reportInOn } = asked;
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const parts: string[] = [];
  if (communityId !== undefined) parts.push(`community_id = ${value(communityId)}`);
  if (after !== undefined) parts.push(`account_id > ${value(after)}`);
  if (on !== undefined) parts.push(`opened_on <= ${value(on)}`);
  if (state !== undefined) {
    const isClosed =
      on === undefined ? 'closed_on is not null' : `coalesce(closed_on <= ${value(on)}, false)`;
    parts.push(state === 'closed' ? isClosed : `not (${isClosed})`);
  }
  if (notClosedBefore !== undefined) parts.push(`coalesce(closed_on >= ${value(notClosedBefore)}, true)`);
  if (memberId !== undefined) parts.push(`member_id = ${value(memberId)}`);
  if (busyAfter !== undefined) parts.push(`latest_on > ${value(busyAfter)}`);
  if (reportInOn !== undefined) parts.push(`report_in_from <= ${value(reportInOn)}`);
  if (word !== undefined) {
    const { text, accountIds } = word;
    const isPart = `position(${value(text.toLowerCase())} in lower(account_id)) > 0`;
    parts.push(`(account_id = any(${value(accountIds)}) or ${isPart})`);
  }
  return { where: parts.length === 0 ? 'true' : parts.join(' and '), values };
}

/** The counts of each role over all communities. */
function ofAll(counts: readonly RoleCount[]): RoleCount[] {
  const byRole = new Map<string, RoleCount>();
  for (const { role, open, closed } of counts) {
    const before = byRole.get(role) ?? { open: 0, closed: 0 };
    byRole.set(role, { role, open: before.open + open, closed: before.closed + closed });
  }
  return [...byRole.values()];
}

function unitOrNone({ unit, ...sum }: Sum & { readonly unit: string | null }): Sum {
  return unit === null ? sum : { ...sum, unit };
}
