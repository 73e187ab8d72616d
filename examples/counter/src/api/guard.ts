import type { MiddlewareHandler } from 'hono';
import { fromHeader } from '../language/locale.js';
import type { ApiEnv } from './env.js';
import { problem } from './problem.js';

/** The language is the one that the header asks for; a language that a browser chose is nothing to a program. */
export const language: MiddlewareHandler<ApiEnv> = async (c, next) => {
  c.set('locale', fromHeader(c.req.header('accept-language') ?? ''));
  await next();
  c.header('Vary', 'Accept-Language, Authorization', { append: true });
};

/** Who asks, by the key and nothing else, and how often. All of that before anything of the request's body is read. */
export const keyed: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const { apiKeys, requestLimit } = c.get('counter');
  const [, secret] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const actor = secret === undefined ? undefined : await apiKeys.actor(secret);
  if (actor === undefined) {
    c.header('WWW-Authenticate', 'Bearer realm="points-bank"');
    return problem(c, 'key-needed');
  }
  const wait = await requestLimit.request(actor.name);
  if (wait !== undefined) {
    c.header('Retry-After', String(wait));
    return problem(c, 'too-many-requests');
  }
  c.set('actor', actor);
  return next();
};
