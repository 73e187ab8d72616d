import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '../config.js';
import { fileRecords } from './file-records.js';
import { postgresRecords } from './postgres-records.js';
import type { Records } from './records.js';

/** The records and, where they are in a database, the connections to it. */
export async function openRecords(config: Config): Promise<{ records: Records; pool?: pg.Pool }> {
  if (config.DATABASE_URL === undefined) return { records: fileRecords(join(config.DATA, 'records')) };
  const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 5 });
  // A connection that breaks while nobody uses it is replaced at the next use; it does not end the process.
  pool.on('error', (error) => console.error(error));
  return { records: await postgresRecords(pool), pool };
}
