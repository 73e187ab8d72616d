import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { z } from 'zod';
import { isLocale, LANGUAGE_COOKIE } from '../language/locale.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { SignInPage } from '../pages/sign-in.js';
import type { Env, Web } from '../web/env.js';
import { localPath } from '../web/guards.js';
import { page } from '../web/page.js';
import { passwordOf } from '../web/password-of.js';

const form = z.object({
  name: z.string().max(200),
  password: z.string().max(1000),
  back: z.string().max(2000).catch('/'),
});

function show(c: Web, back: string, state: FormState, status: 200 | 401 | 429 = 200): Promise<Response> {
  return page(
    c,
    (view) => ({ title: view.say.signInTitle, body: <SignInPage view={view} state={state} back={back} /> }),
    status,
  );
}

export const signInRoutes = new Hono<Env>()
  .get('/sign-in', async (c) => {
    const { sessions } = c.get('counter');
    if (c.get('user') !== undefined) return c.redirect('/', 303);
    if (c.get('session') === undefined) c.set('session', await sessions.begin(c));
    return show(c, localPath(c.req.query('back')), EMPTY);
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
