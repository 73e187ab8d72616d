import type pg from 'pg';
import type { Entry, Records } from './records.js';

const TABLE = `
  create table if not exists counter_records (
    kind text not null, key text not null, value jsonb not null, primary key (kind, key)
  )`;

/** Records in a table beside the event store, for any number of processes. */
export async function postgresRecords(pool: pg.Pool): Promise<Records> {
  await pool.query(TABLE);
  return {
    async get(kind, key) {
      const found = await pool.query('select value from counter_records where kind = $1 and key = $2', [
        kind,
        key,
      ]);
      return found.rows[0]?.value;
    },
    async entries(kind) {
      const found = await pool.query<Entry>(
        'select key, value from counter_records where kind = $1 order by key collate "C"',
        [kind],
      );
      return found.rows;
    },
    async put(kind, key, value) {
      await pool.query(
        `insert into counter_records (kind, key, value) values ($1, $2, $3)
         on conflict (kind, key) do update set value = excluded.value`,
        [kind, key, JSON.stringify(value)],
      );
    },
    async add(kind, key, value) {
      const added = await pool.query(
        'insert into counter_records (kind, key, value) values ($1, $2, $3) on conflict do nothing',
        [kind, key, JSON.stringify(value)],
      );
      return added.rowCount === 1;
    },
    async replace(kind, key, before, value) {
      const replaced = await pool.query(
        'update counter_records set value = $4 where kind = $1 and key = $2 and value = $3::jsonb',
        [kind, key, JSON.stringify(before), JSON.stringify(value)],
      );
      return replaced.rowCount === 1;
    },
    async remove(kind, key) {
      const removed = await pool.query('delete from counter_records where kind = $1 and key = $2', [
        kind,
        key,
      ]);
      return removed.rowCount === 1;
    },
    close: () => pool.end(),
  };
}
