import pg from 'pg';
import { PATIENCE } from '../store/database.js';

/** Connections of the records' own, apart from the event store's. */
export function openPool(connectionString: string, max = 5): pg.Pool {
  // Elsewhere in the process 64-bit numbers may be read as BigInt, which is set for all of `pg`; here they are small and plain.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  // Likewise a text of many digits in a document, such as an account's id, may be read as one.
  for (const json of [pg.types.builtins.JSON, pg.types.builtins.JSONB]) types.setTypeParser(json, JSON.parse);
  const pool = new pg.Pool({ connectionString, max, types, ...PATIENCE });
  // A connection that breaks while nobody uses it is replaced at the next use; it does not end the process. At the end they all go.
  pool.on('error', (error) => {
    if (!pool.ending) console.error(error);
  });
  return pool;
}
