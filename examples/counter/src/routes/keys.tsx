import { Hono } from 'hono';
import { clockIn } from '../clock.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { type KeyDone, KeysPage } from '../pages/keys.js';
import { logPeople, type PeopleLine } from '../people/people-log.js';
import { userName } from '../people/user.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { valuesOf } from '../web/values-of.js';
import { communitiesFor } from './scope.js';
import { personIn } from './users.js';

/** The Party affairs office gives programs their keys. */
const keepers = only('subdistrict');

async function show(c: Web, state: FormState, done?: KeyDone, status: 200 | 422 = 200): Promise<Response> {
  const { apiKeys, timeZone } = c.get('counter');
  const keys = await apiKeys.list();
  const communities = await communitiesFor(c);
  const clock = clockIn(timeZone, c.get('locale'));
  return page(
    c,
    (view) => ({
      title: view.say.keysTitle,
      body: (
        <KeysPage view={view} state={state} keys={keys} communities={communities} done={done} clock={clock} />
      ),
    }),
    status,
  );
}

function log(c: Web, line: Pick<PeopleLine, 'what' | 'name' | 'person'>): Promise<void> {
  const { records, now } = c.get('counter');
  return logPeople(records, { at: now(), by: signedIn(c.get('user')).name, ...line });
}

export const keyRoutes = new Hono<Env>()
  .get('/keys', keepers, (c) => {
    const revoked = c.req.query('revoked');
    const say = messagesIn(c.get('locale'));
    return show(c, EMPTY, revoked === undefined ? undefined : { title: say.keyRevoked(revoked) });
  })
  .post('/keys', keepers, async (c) => {
    const say = messagesIn(c.get('locale'));
    const values = await valuesOf(c);
    const name = userName.safeParse(values.keyName);
    const person = await personIn(c, values, await communitiesFor(c));
    const errors = [
      ...(name.success ? [] : [{ field: 'keyName', text: say.keyNameWrong }]),
      ...('text' in person ? [person] : []),
    ];
    if (!name.success || 'text' in person) return show(c, { values, errors }, undefined, 422);
    const { apiKeys, now } = c.get('counter');
    const key = await apiKeys.make(name.data, person, now());
    if (key === undefined)
      return show(c, { values, errors: [{ field: 'keyName', text: say.keyTaken }] }, undefined, 422);
    await log(c, { what: 'key-made', name: name.data, person });
    return show(c, EMPTY, { title: say.keyMade(name.data), key });
  })
  .post('/keys/revoke', keepers, async (c) => {
    const { keyName = '' } = await valuesOf(c);
    if (!(await c.get('counter').apiKeys.revoke(keyName))) return c.redirect('/keys', 303);
    await log(c, { what: 'key-revoked', name: keyName });
    return c.redirect(`/keys?revoked=${encodeURIComponent(keyName)}`, 303);
  });
