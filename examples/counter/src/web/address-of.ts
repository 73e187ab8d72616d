import { getConnInfo } from '@hono/node-server/conninfo';
import type { Web } from './env.js';

/** Where a request comes from: the peer, or what one's own proxy says. */
export function addressOf(c: Web): string {
  if (c.get('counter').trustProxy) {
    const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (last !== undefined && last !== '') return last;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
