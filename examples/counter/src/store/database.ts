import pg from 'pg';

/** A pool, or one connection of it. */
export type Client = Pick<pg.ClientBase, 'query'>;

// #region pool
const JSON_TYPES = new Set<number>([pg.types.builtins.JSON, pg.types.builtins.JSONB]);

/**
 * How long a database that does not answer is waited for, in milliseconds: for a connection, and for a query. Together that is less than a
 * browser's connection may be silent, so that a page says that the database is away.
 */
export const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 40_000, keepAlive: true };

/** The same for a query by which tables and indexes are made, which goes by the number of entries, and for whose turn others wait. */
const MAKING = 60 * 60_000;

/** A connection whose queries may take as long as the making of tables does. */
export function unhurried(client: Client): Client {
  const query = (text: string, values?: unknown[]) =>
    client.query({ text, ...(values && { values }), query_timeout: MAKING } as pg.QueryConfig);
  return { query } as Client;
}

/**
 * A pool of connections that gives JSON back as it went in. Emmett's driver sets parsers for the whole process that turn a text of
 * many digits, such as an account's id, into a BigInt; the pool's own come before them.
 */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    ...PATIENCE,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        JSON_TYPES.has(oid)
          ? JSON.parse
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks, as all do when the server is restarted: whoever uses it learns that from the query, the pool drops it,
  // and whoever comes next gets another. Unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
// #endregion

/** Work in one transaction: all of it, or where it throws nothing. */
export async function transaction<T>(pool: pg.Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // Ends the connection, and with it the transaction, whatever state it is in.
    client.release(true);
    throw error;
  }
}
