import { Hono } from 'hono';
import type { Place } from '../forms/command-of.js';
import { OpenFields } from '../pages/entry-forms.js';
import { EntryPage } from '../pages/entry-page.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { officeOf } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { nextAccountId } from './next-account-id.js';
import { sent } from './sent.js';

export const openingRoutes = new Hono<Env>();

async function openPage(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const place = placeOf(c);
  if (place === undefined) return forbidden(c);
  const next = await nextAccountId(c.get('counter'), place.communityId);
  return page(
    c,
    (view) => ({
      title: view.say.openTitle,
      body: (
        <EntryPage
          view={view}
          kind="open"
          action="/accounts/new"
          title={view.say.openTitle}
          submit={view.say.submitOpen}
          state={state}
          place={place}
          back="/accounts"
        >
          <OpenFields view={view} state={state} next={next} />
        </EntryPage>
      ),
    }),
    status,
  );
}

/** Where somebody acts who opens an account: at one's own community. */
function placeOf(c: Web): Place | undefined {
  const { person } = signedIn(c.get('user'));
  const by = officeOf(signedIn(c.get('user')));
  return person.role === 'community' && by !== undefined
    ? { communityId: person.communityId, by }
    : undefined;
}

openingRoutes.get('/accounts/new', only('community'), (c) => openPage(c, EMPTY));
openingRoutes.post('/accounts/new', only('community'), async (c) => {
  const place = placeOf(c);
  if (place === undefined) return forbidden(c);
  const values = await valuesOf(c);
  const result = await sent(c, 'open', values, place);
  return typeof result === 'string' ? c.redirect(result, 303) : openPage(c, { values, errors: result }, 422);
});
