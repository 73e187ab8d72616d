import type { Context, MiddlewareHandler } from 'hono';
import type { Env } from './env.js';
import { notFound, unreadable } from './refused-pages.js';

/** No database keeps the character 0 in a text, and no keyboard types it: an address that has one leads nowhere. */
export const isUnreadable = (c: Context): boolean => c.req.url.includes('%00');

export const readableAddress: MiddlewareHandler<Env> = (c, next) => (isUnreadable(c) ? notFound(c) : next());

/** The same of a form's fields, once it has been read. */
export const readableForm: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'POST') return next();
  const fields = Object.entries(await c.req.parseBody({ all: true })).flat(2);
  return fields.some((field) => typeof field === 'string' && field.includes('\0')) ? unreadable(c) : next();
};
