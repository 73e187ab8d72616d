import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { localeOf } from '../language/locale.js';
import type { Role, User } from '../people/user.js';
import type { Env } from './env.js';
import { forbidden, forged } from './refused-pages.js';

/** Who is there and in which language. */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  const { sessions, users } = c.get('counter');
  const session = await sessions.read(c);
  c.set('session', session);
  c.set('user', await sessions.user(session, users));
  c.set('locale', localeOf(c));
  await next();
};

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** A form has to come from a page of the counter (what the browser says) and to bring the token of its session (what the page says). */
export function unforged(publicUrl: string | undefined): MiddlewareHandler<Env> {
  const allowed = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const fromHere = csrf({
    origin: (origin, c) => origin === new URL(c.req.url).origin || origin === allowed,
  });
  return async (c, next) => {
    if (SAFE.includes(c.req.method)) return next();
    let here = false;
    try {
      await fromHere(c, async () => {
        here = true;
      });
    } catch {
      here = false;
    }
    const session = c.get('session');
    if (!here || session === undefined) return forged(c);
    const { token } = await c.req.parseBody();
    if (typeof token !== 'string' || !c.get('counter').sessions.tokenIsRight(session, token))
      return forged(c);
    return next();
  };
}

/** Lets the roles in that are named; whoever is not signed in is asked to, and comes back to the page. */
export function only(...roles: Role[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const user = c.get('user');
    if (user === undefined) {
      const { pathname, search } = new URL(c.req.url);
      return c.redirect(`/sign-in?back=${encodeURIComponent(`${pathname}${search}`)}`, 303);
    }
    return roles.includes(user.person.role) ? next() : forbidden(c);
  };
}

/** Lets in whoever works on accounts. */
export const staff = only('community', 'party-organisation', 'subdistrict');

/** Lets in whoever is signed in. */
export const everybody = only('community', 'party-organisation', 'subdistrict', 'volunteer');

/** The user of a page that is behind {@link only}. */
export function signedIn(user: User | undefined): User {
  if (user === undefined) throw new Error('This page has no guard');
  return user;
}

/** An address to go back to: a path of the counter itself, and nothing that a browser would take for another place. */
export function localPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/';
}
