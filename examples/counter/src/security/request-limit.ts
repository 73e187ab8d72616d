import type pg from 'pg';
import { limiterIn, waitOf } from './limiter.js';

/** How often a program may ask: each key has so many requests in a minute. */
export interface RequestLimit {
  /** Counts a request; the seconds to wait where there were too many. */
  request(key: string): Promise<number | undefined>;
}

export async function requestLimit(points: number, pool?: pg.Pool): Promise<RequestLimit> {
  const limiter = await limiterIn({ points, duration: 60, keyPrefix: 'api' }, 'counter_api_requests', pool);
  return { request: (key) => waitOf(limiter, key) };
}
