import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { isLocale, LANGUAGE_COOKIE } from '../language/locale.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { SignInPage } from '../pages/sign-in.js';
import { ProviderAway } from '../security/oidc.js';
import type { Env, Web } from '../web/env.js';
import { localPath } from '../web/guards.js';
import { page } from '../web/page.js';
import { passwordOf } from '../web/password-of.js';
import { notFound } from '../web/refused-pages.js';

const form = z.object({
  name: z.string().max(200),
  password: z.string().max(1000),
  back: z.string().max(2000).catch('/'),
});

type Status = 200 | 401 | 403 | 429 | 503;

async function show(c: Web, back: string, state: FormState, status: Status = 200): Promise<Response> {
  const { oidc, sessions } = c.get('counter');
  if (c.get('session') === undefined) c.set('session', await sessions.begin(c));
  return page(
    c,
    (view) => ({
      title: view.say.signInTitle,
      body: <SignInPage view={view} state={state} back={back} oidc={oidc !== undefined} />,
    }),
    status,
  );
}

/** Where the provider sends the browser back to: an address that the provider knows. */
function redirectUriOf(c: Web): string {
  const { publicUrl } = c.get('counter');
  return new URL('/sign-in/oidc/callback', publicUrl ?? c.req.url).href;
}

/** The provider does not answer: the page says so, and passwords go on. */
function away(c: Web, error: unknown): Promise<Response> {
  if (!(error instanceof ProviderAway)) throw error;
  console.error(error);
  const text = messagesIn(c.get('locale')).oidcAway;
  return show(c, '/', { values: {}, errors: [{ text }] }, 503);
}

export const signInRoutes = new Hono<Env>()
  .get('/sign-in', async (c) => {
    const back = localPath(c.req.query('back'));
    return c.get('user') === undefined ? show(c, back, EMPTY) : c.redirect(back, 303);
  })
  .post('/sign-in', async (c) => {
    const { browsers, sessions } = c.get('counter');
    const say = messagesIn(c.get('locale'));
    const parsed = form.safeParse(await c.req.parseBody());
    const { name, password, back } = parsed.success ? parsed.data : { name: '', password: '', back: '/' };
    const { user, wait } = await passwordOf(c, name, password);
    if (wait !== undefined) {
      c.header('Retry-After', String(wait));
      return show(
        c,
        back,
        { values: { name }, errors: [{ text: say.signInTooOften(Math.ceil(wait / 60)) }] },
        429,
      );
    }
    if (user === undefined)
      return show(c, back, { values: { name }, errors: [{ field: 'name', text: say.signInWrong }] }, 401);
    await sessions.end(c.get('session'));
    await sessions.begin(c, user);
    browsers.remember(c, user.name);
    return c.redirect(localPath(back), 303);
  })
  .get('/sign-in/oidc', async (c) => {
    const { oidc } = c.get('counter');
    if (oidc === undefined) return notFound(c);
    const back = localPath(c.req.query('back'));
    try {
      return c.redirect(String(await oidc.begin(c, redirectUriOf(c), back)), 303);
    } catch (error) {
      return away(c, error);
    }
  })
  .get('/sign-in/oidc/callback', async (c) => {
    const { oidc, sessions, users } = c.get('counter');
    if (oidc === undefined) return notFound(c);
    const say = messagesIn(c.get('locale'));
    const wrong = (text: string, status: Status) => show(c, '/', { values: {}, errors: [{ text }] }, status);
    try {
      const finished = await oidc.finish(c, redirectUriOf(c));
      if (finished === undefined) return wrong(say.oidcFailed, 401);
      const user = await users.identified(finished.identity);
      if (user === undefined) return wrong(say.oidcUnknown, 403);
      await sessions.end(c.get('session'));
      await sessions.begin(c, user);
      return c.redirect(localPath(finished.back), 303);
    } catch (error) {
      return away(c, error);
    }
  })
  .post('/sign-out', async (c) => {
    const { sessions } = c.get('counter');
    await sessions.end(c.get('session'));
    sessions.forget(c);
    return c.redirect('/sign-in', 303);
  })
  .get('/language', (c) => {
    const to = c.req.query('to');
    if (isLocale(to))
      setCookie(c, LANGUAGE_COOKIE, to, {
        path: '/',
        maxAge: 365 * 24 * 60 * 60,
        sameSite: 'Lax',
        httpOnly: true,
        secure: c.get('counter').publicUrl?.startsWith('https:') === true,
      });
    return c.redirect(localPath(c.req.query('back')), 303);
  });
