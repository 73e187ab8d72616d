import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { peerOf } from '../web/address-of.js';
import type { Env, Web } from '../web/env.js';
import { type Log, plainLog } from './log.js';
import { Metrics } from './metrics.js';

/** Who watches the web app, and who may read what was measured. */
export type Watch = {
  readonly log: Log;
  readonly metrics: Metrics;
  /** What a reader of the metrics has to bring; without it they are read from this machine alone. */
  readonly token?: string | undefined;
  /** Whether a proxy stands before the counter, so that everybody seems to come from its machine. */
  readonly proxied: boolean;
};

/** Nobody in particular: failures are told as they are thrown. */
export const unwatched = (): Watch => ({ log: plainLog, metrics: new Metrics(), proxied: false });

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Notes each request once it is answered, under an id that the answer bears too. */
export function watching({ log, metrics }: Watch): MiddlewareHandler<Env> {
  return async (c, next) => {
    const id = randomUUID();
    c.set('requestId', id);
    const begun = performance.now();
    await next();
    c.header('X-Request-Id', id);
    const { method } = c.req;
    const line = {
      id,
      method: METHODS.has(method) ? method : 'other',
      route: routeOf(c),
      status: c.res.status,
      ms: Math.round((performance.now() - begun) * 10) / 10,
    };
    log.request(line);
    metrics.request(line);
  };
}

/** The pattern of the page that was asked for, such as `/accounts/:id`; what is under no page is under `none`. */
function routeOf(c: Web): string {
  const pattern = routePath(c, -1);
  return pattern.endsWith('*') && !pattern.startsWith('/workbench') ? 'none' : pattern;
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Whether whoever asks may read the metrics. */
export function mayMeasure(c: Web, { token, proxied }: Watch): boolean {
  if (token !== undefined) return isSame(c.req.header('Authorization') ?? '', `Bearer ${token}`);
  if (proxied || c.req.header('X-Forwarded-For') !== undefined) return false;
  return LOOPBACK.test(peerOf(c));
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
