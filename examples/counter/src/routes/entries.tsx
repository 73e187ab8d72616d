import { Hono } from 'hono';
import type { EntryKind, Place } from '../forms/command-of.js';
import { EntryPage } from '../pages/entry-page.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { mayDo, officeOf } from '../security/access.js';
import { accountOf, accountPath, type Seen } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { drawing } from './drawing.js';
import { sent } from './sent.js';

const KINDS: readonly EntryKind[] = ['report-in', 'claim', 'credit', 'redeem', 'correct'];

export const entryRoutes = new Hono<Env>();

async function entryPage(
  c: Web,
  kind: EntryKind,
  seen: Seen,
  state: FormState,
  status: 200 | 422 = 200,
): Promise<Response> {
  const counter = c.get('counter');
  const own = accountPath(seen.account.accountId);
  const place = placeAt(c, seen);
  if (place === undefined) return forbidden(c);
  return page(
    c,
    async (view) => {
      const { title, submit, fields, aside } = await drawing(counter, view, kind, seen, state);
      const body = (
        <EntryPage
          view={view}
          kind={kind}
          action={`${own}/${kind}`}
          title={title}
          submit={submit}
          state={state}
          place={place}
          snapshot={`${own}/snapshot.json`}
          handbook={kind === 'redeem' ? `${own}/handbooks.json` : undefined}
          back={own}
          aside={aside}
        >
          {fields}
        </EntryPage>
      );
      return { title, body };
    },
    status,
  );
}

function placeAt(c: Web, { account }: Seen): Place | undefined {
  const by = officeOf(signedIn(c.get('user')));
  return by === undefined
    ? undefined
    : { accountId: account.accountId, communityId: account.communityId, by };
}

for (const kind of KINDS) {
  entryRoutes.get(`/accounts/:id/${kind}`, only('community', 'subdistrict'), async (c) => {
    if (!mayDo(signedIn(c.get('user')), kind)) return forbidden(c);
    const seen = await accountOf(c);
    return seen === undefined ? notFound(c) : entryPage(c, kind, seen, EMPTY);
  });
  entryRoutes.post(`/accounts/:id/${kind}`, only('community', 'subdistrict'), async (c) => {
    if (!mayDo(signedIn(c.get('user')), kind)) return forbidden(c);
    const seen = await accountOf(c);
    const place = seen === undefined ? undefined : placeAt(c, seen);
    if (seen === undefined || place === undefined) return notFound(c);
    const values = await valuesOf(c);
    const result = await sent(c, kind, values, place);
    return typeof result === 'string'
      ? c.redirect(result, 303)
      : entryPage(c, kind, seen, { values, errors: result }, 422);
  });
}
