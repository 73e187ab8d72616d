import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** So many points in so many seconds. */
type Limit = { readonly points: number; readonly duration: number; readonly keyPrefix: string };

type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** Counts in this process, or in a table where several processes share a database. */
export function limiterIn(limit: Limit, tableName: string, pool: pg.Pool | undefined): Promise<Limiter> {
  if (pool === undefined) return Promise.resolve(new RateLimiterMemory(limit));
  return new Promise((resolve, reject) => {
    const made: RateLimiterPostgres = new RateLimiterPostgres(
      { ...limit, storeClient: pool, tableName },
      (error?: Error) => (error === undefined || error === null ? resolve(made) : reject(error)),
    );
  });
}

/** Counts once more; the seconds to wait where that was too often. */
export async function waitOf(limiter: Limiter, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
    throw refused;
  }
}
