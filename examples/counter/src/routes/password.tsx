import { Hono } from 'hono';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormError, type FormState } from '../pages/fields.js';
import { PasswordPage } from '../pages/password.js';
import { SHORTEST_PASSWORD } from '../people/user.js';
import { addressOf } from '../web/address-of.js';
import type { Env, Web } from '../web/env.js';
import { everybody, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { valuesOf } from '../web/values-of.js';

const LONGEST_PASSWORD = 1000;

const show = (c: Web, state: FormState, status: 200 | 422 = 200) =>
  page(
    c,
    (view) => ({
      title: view.say.passwordTitle,
      body: <PasswordPage view={view} state={state} isSaved={c.req.query('saved') !== undefined} />,
    }),
    status,
  );

/** What is wrong with a change; who guesses at the password now is slowed down as at sign-in. */
async function wrongWith(c: Web, now: string, next: string, again: string): Promise<FormError | undefined> {
  const { users, signInLimit } = c.get('counter');
  const say = messagesIn(c.get('locale'));
  const { name } = signedIn(c.get('user'));
  if (next.length < SHORTEST_PASSWORD)
    return { field: 'passwordNew', text: say.passwordShort(SHORTEST_PASSWORD) };
  if (next.length > LONGEST_PASSWORD) return { field: 'passwordNew', text: say.passwordLong };
  if (next !== again) return { field: 'passwordAgain', text: say.passwordDiffers };
  if (next === now) return { field: 'passwordNew', text: say.passwordSame };
  const wait = await signInLimit.attempt(name, addressOf(c));
  if (wait !== undefined) return { field: 'passwordNow', text: say.signInTooOften(Math.ceil(wait / 60)) };
  if ((await users.signedIn(name, now)) === undefined)
    return { field: 'passwordNow', text: say.passwordWrong };
  await signInLimit.succeeded(name, addressOf(c));
  return undefined;
}

export const passwordRoutes = new Hono<Env>()
  .get('/password', everybody, (c) => show(c, EMPTY))
  .post('/password', everybody, async (c) => {
    const { users, sessions } = c.get('counter');
    const { name } = signedIn(c.get('user'));
    const { passwordNow = '', passwordNew = '', passwordAgain = '' } = await valuesOf(c);
    const error = await wrongWith(c, passwordNow, passwordNew, passwordAgain);
    if (error !== undefined) return show(c, { values: {}, errors: [error] }, 422);
    await users.setPassword(name, passwordNew);
    // The other sessions end with the old password; this one goes on with the new.
    await sessions.begin(c, await users.named(name));
    return c.redirect('/password?saved', 303);
  });
