import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../config.js';
import { fileRecords } from './file-records.js';
import { openPool } from './pool.js';
import { postgresRecords } from './postgres-records.js';
import type { Records } from './records.js';

/** The records and, where they are in a database, the connections to it. */
export async function openRecords(config: Config): Promise<{ records: Records; pool?: pg.Pool }> {
  if (config.DATABASE_URL === undefined) return { records: fileRecords(join(config.DATA, 'records')) };
  const pool = openPool(config.DATABASE_URL);
  return { records: await postgresRecords(pool), pool };
}
