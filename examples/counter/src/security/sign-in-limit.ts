import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** How often a password may be wrong: from one address for one name, from one address, for one name from anywhere. */
const LIMITS = {
  pair: { points: 5, duration: 15 * 60 },
  address: { points: 50, duration: 15 * 60 },
  name: { points: 100, duration: 60 * 60 },
} as const;

type Kind = keyof typeof LIMITS;
const KINDS = Object.keys(LIMITS) as Kind[];

export interface SignInLimit {
  /** Counts an attempt; the seconds to wait where there were too many. */
  attempt(name: string, address: string): Promise<number | undefined>;
  /** Forgets the attempts of a pair that got in. */
  succeeded(name: string, address: string): Promise<void>;
}

/** Counted in this process, or in the database where several processes share one. */
export async function signInLimit(pool?: pg.Pool): Promise<SignInLimit> {
  const limiters = {
    pair: await limiter('pair', pool),
    address: await limiter('address', pool),
    name: await limiter('name', pool),
  };
  const keys = (name: string, address: string): Record<Kind, string> => {
    const known = name.normalize('NFC').toLowerCase().slice(0, 64);
    return { pair: `${address} ${known}`, address, name: known };
  };
  return {
    async attempt(name, address) {
      const key = keys(name, address);
      for (const kind of KINDS) {
        try {
          await limiters[kind].consume(key[kind]);
        } catch (refused) {
          if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
          throw refused;
        }
      }
      return undefined;
    },
    async succeeded(name, address) {
      const key = keys(name, address);
      await limiters.pair.delete(key.pair);
      await Promise.all([limiters.address.reward(key.address), limiters.name.reward(key.name)]);
    },
  };
}

function limiter(kind: Kind, pool: pg.Pool | undefined): Promise<RateLimiterMemory | RateLimiterPostgres> {
  const options = { ...LIMITS[kind], keyPrefix: `sign-in-${kind}` };
  if (pool === undefined) return Promise.resolve(new RateLimiterMemory(options));
  return new Promise((resolve, reject) => {
    const made: RateLimiterPostgres = new RateLimiterPostgres(
      { ...options, storeClient: pool, tableName: 'counter_sign_ins' },
      (error?: Error) => (error === undefined || error === null ? resolve(made) : reject(error)),
    );
  });
}
