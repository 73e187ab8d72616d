import type pg from 'pg';
import {
  type Directory,
  type DirectoryEntry,
  isPartOfPhone,
  MOST_FOUND,
  searched,
  spelling,
} from '../people/directory.js';

/** What is searched is kept as it is searched for; indexes serve what a clerk types: the beginning of a name's pinyin or initials. */
export const DIRECTORY_TABLE = `
  create table if not exists counter_directory (
    account_id text primary key,
    community_id text not null,
    name text not null,
    organisation text not null,
    phone text not null,
    searched text not null,
    pinyin text not null,
    initials text not null
  );
  create index if not exists counter_directory_by_name on counter_directory (name);
  create index if not exists counter_directory_by_pinyin on counter_directory (pinyin text_pattern_ops);
  create index if not exists counter_directory_by_initials on counter_directory (initials text_pattern_ops)`;

const COLUMNS = 'account_id as "accountId", community_id as "communityId", name, organisation, phone';
const OF_COMMUNITY = '($1::text is null or community_id = $1)';
const IN_ORDER = 'order by account_id collate "C"';

const FIND = `
  select ${COLUMNS} from counter_directory
  where ${OF_COMMUNITY}
    and (position($2 in split_part(searched, E'\n', 1)) > 0 or position($2 in split_part(searched, E'\n', 2)) > 0
      or starts_with(split_part(searched, E'\n', 3), $2) or ($3 and position($2 in split_part(searched, E'\n', 3)) > 0)
      or starts_with(pinyin, $2) or starts_with(initials, $2))
  ${IN_ORDER} limit ${MOST_FOUND}`;

const PUT = `
  insert into counter_directory (account_id, community_id, name, organisation, phone, searched, pinyin, initials)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (account_id) do update set community_id = excluded.community_id, name = excluded.name,
    organisation = excluded.organisation, phone = excluded.phone, searched = excluded.searched,
    pinyin = excluded.pinyin, initials = excluded.initials`;

/** The directory in a table beside the events, searched by the database. */
export function postgresDirectory(pool: pg.Pool): Directory {
  const rows = async (sql: string, values: readonly unknown[]) =>
    (await pool.query<DirectoryEntry>(sql, [...values])).rows;
  return {
    async of(accountIds) {
      const found = await rows(`select ${COLUMNS} from counter_directory where account_id = any($1)`, [
        accountIds,
      ]);
      return new Map(found.map((entry) => [entry.accountId, entry]));
    },
    async find(word, communityId) {
      const asked = searched(word);
      return asked === '' ? [] : rows(FIND, [communityId ?? null, asked, isPartOfPhone(asked)]);
    },
    async called(names, communityId) {
      const sql = `select ${COLUMNS} from counter_directory where ${OF_COMMUNITY} and name = any($2) ${IN_ORDER}`;
      const found = new Map<string, string[]>();
      for (const { name, accountId } of await rows(sql, [communityId ?? null, names]))
        found.set(name, [...(found.get(name) ?? []), accountId]);
      return found;
    },
    all: () => rows(`select ${COLUMNS} from counter_directory ${IN_ORDER}`, []),
    async put({ accountId, communityId, name, organisation, phone }) {
      const typed = spelling(name);
      // A mark between the parts, so that no word is found across two of them.
      const words = [name, organisation, phone].map(searched).join('\n');
      await pool.query(PUT, [
        accountId,
        communityId,
        name,
        organisation,
        phone,
        words,
        typed.pinyin,
        typed.initials,
      ]);
    },
    async remove(accountId) {
      return (
        (await pool.query('delete from counter_directory where account_id = $1', [accountId])).rowCount === 1
      );
    },
  };
}
