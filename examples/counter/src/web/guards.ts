import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import type { Role, User } from '../people/user.js';
import type { Env, Web } from './env.js';
import { forbidden, forged, unreadable } from './refused-pages.js';
import { goingOnAt } from './view.js';

/** Who is there. */
export const identify: MiddlewareHandler<Env> = async (c, next) => {
  const { sessions, users } = c.get('counter');
  const session = await sessions.read(c);
  c.set('session', session);
  c.set('user', await sessions.user(session, users));
  await next();
};

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Before anything of a form is read: it has to come from a page of the counter, by what the browser says, and from somebody who is signed
 * in, unless it is the form to sign in by.
 */
export function fromHere(publicUrl: string | undefined): MiddlewareHandler<Env> {
  const allowed = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const ours = csrf({
    origin: (origin, c) => origin === new URL(c.req.url).origin || origin === allowed,
  });
  return async (c, next) => {
    if (SAFE.includes(c.req.method)) return next();
    let here = false;
    try {
      await ours(c, async () => {
        here = true;
      });
    } catch {
      here = false;
    }
    if (!here || c.get('session') === undefined) return forged(c);
    return c.get('user') === undefined && c.req.path !== '/sign-in' ? toSignIn(c) : next();
  };
}

/** A form has to bring the token of its session, by what the page says. */
export const unforged: MiddlewareHandler<Env> = async (c, next) => {
  if (SAFE.includes(c.req.method)) return next();
  const session = c.get('session');
  const form = await c.req.parseBody().catch((error: unknown) => {
    if (isNoForm(error)) return undefined;
    throw error;
  });
  if (form === undefined) return unreadable(c);
  const { token } = form;
  const isRight =
    session !== undefined &&
    typeof token === 'string' &&
    c.get('counter').sessions.tokenIsRight(session, token);
  return isRight ? next() : forged(c);
};

/** What a body is told by that is not the form that it says it is; a connection that breaks is told otherwise. */
const isNoForm = (error: unknown): boolean =>
  error instanceof TypeError && error.message.includes('FormData');

function toSignIn(c: Web): Response {
  return c.redirect(`/sign-in?back=${encodeURIComponent(goingOnAt(c))}`, 303);
}

/** Lets the roles in that are named; whoever is not signed in is asked to, and comes back to the page. */
export function only(...roles: Role[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const user = c.get('user');
    if (user === undefined) return toSignIn(c);
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
