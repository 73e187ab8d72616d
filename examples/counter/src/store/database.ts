import pg from 'pg';

const JSON_TYPES = new Set<number>([pg.types.builtins.JSON, pg.types.builtins.JSONB]);

/**
 * A pool of connections that gives JSON back as it went in. Emmett's driver sets parsers for the whole process that turn a text of
 * many digits, such as an account's id, into a BigInt; the pool's own come before them.
 */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        JSON_TYPES.has(oid)
          ? JSON.parse
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that breaks while nobody uses it: the pool drops it, and whoever comes next gets another.
  pool.on('error', () => undefined);
  return pool;
}
